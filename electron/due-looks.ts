import type { SessionControl } from './session.ts'

/**
 * Writes into the trail of the vault that was just unlocked on which days the tray looked into it, in one
 * entry: the tray looks again whenever the file changes, and a trail full of its own looks would hide those
 * of people. Until then main counts the days. They are not kept sealed beside the anchor, as what is
 * revealed without writing is: after a change of all keys on another machine they would not open any more,
 * and each handover would report a lost entry.
 *
 * More could not be held against anybody: who has the keychain's key can read the ledger without this app.
 */
export async function auditLooks(session: SessionControl): Promise<void> {
  const { vault } = session.open()
  const { vaultIdHex: vaultId, mode } = vault
  if (mode !== 'normal' || session.hostState.dueListVaults?.includes(vaultId) !== true) return
  const { kept } = await session.host('dueList.read', { vaultId })
  if (kept?.looks === undefined || !session.isOpen()) return
  const owner = vault.slots().find(({ id }) => id === kept.slotId)?.custodianId
  vault.appendAudit([
    {
      action: 'due-list.read',
      at: session.now(),
      custodianId: owner ?? vault.custodianId,
      facts: { by: 'keychain', slotId: kept.slotId, ...kept.looks },
    },
  ])
  await session.host('dueList.looksTold', { vaultId })
}
