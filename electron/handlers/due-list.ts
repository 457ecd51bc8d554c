import { hostname } from 'node:os'
import type { DUE_LIST_CALLS } from '../../shared/contract/due-list.ts'
import type { DueListKeeping } from '../../shared/due-list.ts'
import { VaultError } from '../../shared/errors.ts'
import { dueListOf } from '../due-list.ts'
import type { Handlers } from '../handlers.ts'
import type { SessionControl } from '../session.ts'
import type { Vault } from '../vault/vault.ts'

const DAY_MS = 24 * 3_600_000

/** What is due in the tray without the passphrase: switched on with the passphrase, off without. */
export function dueListHandlers(
  session: SessionControl,
): Pick<Handlers, keyof typeof DUE_LIST_CALLS> {
  /** What is kept, as the vault sees it: main does not know whether it still has the slot. */
  const state = async (): Promise<DueListKeeping> => {
    const { vault } = session.open()
    const keeping = await session.host('dueList.read', { vaultId: vault.vaultIdHex })
    const { kept } = keeping
    if (kept === undefined || kept.problem === 'expired') return keeping
    const isKnown = vault.slots().some(({ id }) => id === kept.slotId)
    return isKnown ? keeping : { ...keeping, kept: { ...kept, problem: 'slot-removed' } }
  }

  const forget = async ({ vaultIdHex }: Vault) => {
    await session.host('dueList.forget', { vaultId: vaultIdHex })
    session.hostState.dueListVaults = others(vaultIdHex)
  }
  const others = (vaultId: string) =>
    (session.hostState.dueListVaults ?? []).filter((one) => one !== vaultId)

  return {
    'dueList.state': state,

    'dueList.switchOn': async ({ passphrase, days }) => {
      const open = session.open()
      const { vault } = open
      await requirePassphrase(vault, passphrase)
      const { availability } = await session.host('dueList.read', { vaultId: vault.vaultIdHex })
      if (availability !== 'ready') throw noKeychain()
      const expiresAt = session.now() + days * DAY_MS
      const { slotId, slotKey } = vault.addKeychainSlot({ label: hostname(), expiresAt })
      const place = { vaultId: vault.vaultIdHex, path: vault.path }
      const key = Buffer.from(slotKey).toString('base64')
      slotKey.fill(0)
      const isKept = await session.host('dueList.keep', {
        ...place,
        slotId,
        slotKey: key,
        expiresAt,
      })
      if (!isKept) {
        vault.removeSlots([slotId], 'keychain-refused')
        throw noKeychain()
      }
      session.hostState.dueListVaults = [...others(vault.vaultIdHex), vault.vaultIdHex]
      await session.host('dueList.told', { ...place, list: dueListOf(open, session.now()) })
      return await state()
    },

    'dueList.switchOff': async () => {
      const { vault } = session.open()
      const { kept } = await session.host('dueList.read', { vaultId: vault.vaultIdHex })
      // The key goes first: should the vault not be writable, it is already worth nothing here.
      await forget(vault)
      const slot = vault.slots().find(({ id }) => id === kept?.slotId)
      if (slot !== undefined) vault.removeSlots([slot.id], 'switched-off')
      return await state()
    },

    'dueList.remove': async ({ slotId }) => {
      const { vault } = session.open()
      const slot = vault.slots().find(({ id }) => id === slotId)
      if (slot?.kind !== 'os-keychain') {
        throw new VaultError('record-not-found', 'there is no such way in')
      }
      const { kept } = await session.host('dueList.read', { vaultId: vault.vaultIdHex })
      if (kept?.slotId === slotId) await forget(vault)
      vault.removeSlots([slotId], 'removed')
      return await state()
    },
  }
}

/** It is a new way in, so it wants the same as a change of the passphrase does. */
async function requirePassphrase(vault: Vault, text: string): Promise<void> {
  const passphrase = new TextEncoder().encode(text)
  try {
    if (await vault.verifyPassphrase(passphrase)) return
  } finally {
    passphrase.fill(0)
  }
  throw new VaultError('wrong-passphrase', 'the passphrase is wrong')
}

function noKeychain(): VaultError {
  return new VaultError('keychain-missing', 'there is no real keychain here')
}
