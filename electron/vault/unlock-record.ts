import { VaultError } from '../../shared/errors.ts'
import type { AuditEntry } from './audit-chain.ts'
import { isEqual, toHex } from './bytes.ts'
import { type FailedUnlocks, writeFailedUnlocks } from './failed-unlocks.ts'
import type { Finding } from './finding.ts'
import { convertJoin } from './join.ts'
import { forgetKept, readKept } from './pending-audit.ts'
import { SLOT_KINDS, scopeOf } from './slot-kinds.ts'
import type { SlotDraft } from './slot-making.ts'
import { readSlots, withNewPin, writeSlots } from './slots.ts'
import { isSplitKit } from './split-kit.ts'
import { transact } from './transaction.ts'
import type { OpenedSlot } from './unlock.ts'
import type { VaultCore } from './vault-core.ts'

/** Who came in, and how. `successor` is the slot that a joiner's becomes. */
export type Entrance = {
  opened: OpenedSlot
  successor?: SlotDraft
  usedShares?: readonly number[]
}

/** What else is told with an unlock. `reason`: why the `accepted` findings are as they should be, in the person's words. */
export type UnlockTold = { accepted: readonly Finding[]; reason: string; failed: FailedUnlocks }

/**
 * A full disk must not keep anybody from their passwords: the vault is then open for reading only. A
 * joiner's slot must become another: that is written or not done.
 *
 * @throws VaultError any other failure, and this one where somebody joins or accepts an older file.
 */
export function recordOrRead(core: VaultCore, entrance: Entrance, told: UnlockTold): void {
  try {
    recordUnlock(core, entrance, told)
  } catch (error) {
    const isFull = error instanceof VaultError && error.code === 'disk-full'
    const mustBeWritten = told.accepted.length > 0 || entrance.successor !== undefined
    if (!isFull || core.isBroken || mustBeWritten) throw error
    core.mode = 'read-only'
  }
}

/** Writes who unlocked, what failed before, and brings our own pin up to date. */
function recordUnlock(
  core: VaultCore,
  { opened, successor, usedShares = [] }: Entrance,
  { accepted, reason, failed }: UnlockTold,
): void {
  const { context, vaultIdHex, self } = core
  const common = { at: context.now(), custodianId: toHex(self.custodianId) }
  const slotId = toHex(self.slotId)
  const scope = scopeOf(self.kind)
  const facts = {
    by: wayOf(core),
    slotId,
    ...(scope === 'ledger' && { scope }),
    ...(usedShares.length > 0 && { shares: usedShares.join('+') }),
  }
  const kept = readKept(core)
  const entries: AuditEntry[] = [
    { action: 'vault.unlocked', ...common, facts },
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
  if (successor !== undefined) {
    const name = self.custodianName
    entries.push({ action: 'slot.joined', ...common, facts: { slotId, scope, name } })
  }
  transact(core, entries, (draft) => {
    if (successor !== undefined) {
      convertJoin(core, draft, successor)
      return
    }
    if (opened.pin.certificate.sequence === core.state.certificate.sequence) return
    const own = readSlots(core).find((slot) => isEqual(slot.id, self.slotId))
    if (own !== undefined) writeSlots(core, draft, [withNewPin(core, own, core.state.certificate)])
  })
  if (failed.count > 0) writeFailedUnlocks(context.anchors, vaultIdHex, { count: 0, lastAt: 0 })
  if (kept.entries.length + kept.lost > 0) forgetKept(core)
}

function wayOf({ self }: VaultCore): string {
  switch (self.kind) {
    case SLOT_KINDS.recoveryKit:
      return isSplitKit(self.parameters) ? 'recovery-shares' : 'recovery-kit'
    case SLOT_KINDS.osKeychain:
      return 'keychain'
    case SLOT_KINDS.nextCustodian:
    case SLOT_KINDS.nextAuditor:
      return 'join'
    default:
      return 'passphrase'
  }
}
