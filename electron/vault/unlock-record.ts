import { VaultError } from '../../shared/errors.ts'
import type { AuditEntry } from './audit-chain.ts'
import { isEqual, toHex } from './bytes.ts'
import { type FailedUnlocks, writeFailedUnlocks } from './failed-unlocks.ts'
import type { Finding } from './finding.ts'
import { forgetKept, readKept } from './pending-audit.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { readSlots, withNewPin, writeSlots } from './slots.ts'
import { transact } from './transaction.ts'
import type { OpenedSlot } from './unlock.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * A full disk must not keep anybody from their passwords: the vault is then open for reading only.
 *
 * @throws VaultError any other failure, and this one where somebody accepts an older file: that is written or not done.
 */
export function recordOrRead(...given: Parameters<typeof recordUnlock>): void {
  const [core, , accepted] = given
  try {
    recordUnlock(...given)
  } catch (error) {
    const isFull = error instanceof VaultError && error.code === 'disk-full'
    if (!isFull || core.isBroken || accepted.length > 0) throw error
    core.mode = 'read-only'
  }
}

/**
 * Writes who unlocked, what failed before, and brings our own pin up to date.
 *
 * @param reason - why the `accepted` findings are as they should be, in the person's words.
 */
function recordUnlock(
  core: VaultCore,
  opened: OpenedSlot,
  accepted: readonly Finding[],
  reason: string,
  failed: FailedUnlocks,
): void {
  const { context, vaultIdHex, self } = core
  const common = { at: context.now(), custodianId: toHex(self.custodianId) }
  const by = self.kind === SLOT_KINDS.recoveryKit ? 'recovery-kit' : 'passphrase'
  const kept = readKept(core)
  const entries: AuditEntry[] = [
    { action: 'vault.unlocked', ...common, facts: { by, slotId: toHex(self.slotId) } },
    ...accepted.map((finding) => ({
      action: 'vault.rollback-accepted',
      ...common,
      facts: {
        finding: finding.code,
        ...finding.facts,
        reason,
      },
    })),
  ]
  if (failed.count > 0) {
    entries.push({ action: 'vault.unlock-failed', ...common, facts: { ...failed } })
  }
  entries.push(...kept.entries)
  if (kept.lost > 0) {
    entries.push({ action: 'audit.kept-entries-lost', ...common, facts: { count: kept.lost } })
  }
  transact(core, entries, (draft) => {
    if (opened.pin.certificate.sequence === core.state.certificate.sequence) return
    const own = readSlots(core).find((slot) => isEqual(slot.id, self.slotId))
    if (own !== undefined) writeSlots(core, draft, [withNewPin(core, own, core.state.certificate)])
  })
  if (failed.count > 0) writeFailedUnlocks(context.anchors, vaultIdHex, { count: 0, lastAt: 0 })
  if (kept.entries.length + kept.lost > 0) forgetKept(core)
}
