import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import type { Member } from './certificate.ts'
import {
  formatRecoveryCode,
  isSameGroup,
  kitSlotKey,
  makeKitParameters,
  makeRecoveryCode,
} from './recovery-kit.ts'
import { putSlot } from './roster.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { draftSlot } from './slot-making.ts'
import { summarizeSelf } from './slot-summary.ts'
import { readSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import {
  isSplitKit,
  type PendingSplitKit,
  type RetypedShare,
  setIdOf,
  splitKitSlotKey,
} from './split-kit.ts'
import type { VaultCore } from './vault-core.ts'

/** A kit that is shown and printed, but does not open anything until two groups of it were retyped. */
export type PendingKit = { code: Uint8Array; groups: readonly string[] }

export function prepareKit(): PendingKit {
  const code = makeRecoveryCode()
  return { code, groups: formatRecoveryCode(code) }
}

/**
 * Writes a prepared kit's slot in the place of the custodian's older kit.
 *
 * @throws VaultError `kit-mismatch` when a retyped group is another
 */
export function confirmKit(
  core: VaultCore,
  pending: PendingKit,
  retyped: readonly { index: number; text: string }[],
): void {
  if (summarizeSelf(core).isSplitKit) {
    throw new VaultError('refused', 'a kit of the company has no kit of its own')
  }
  const isRight = isRetyped(pending.groups, retyped)
  if (!isRight) throw new VaultError('kit-mismatch', 'the retyped groups are not those of the kit')
  const parameters = makeKitParameters()
  const slotKey = kitSlotKey(core.vaultId, parameters, pending.code)
  const identity = {
    vaultId: core.vaultId,
    id: new Uint8Array(randomBytes(16)),
    kind: SLOT_KINDS.recoveryKit,
    parameters,
  }
  const draft = draftSlot(identity, core.self.custodianId, slotKey)
  sodium.memzero(slotKey)
  const older = kitsOf(core, false).filter((member) =>
    isEqual(member.custodianId, core.self.custodianId),
  )
  const { custodianName } = core.self
  putSlot(core, draft, older, {
    action: 'slot.recovery-kit-made',
    label: { label: '', custodianName },
  })
}

/**
 * Writes a prepared split kit's slot in the place of the older one. It belongs to the company: its custodian
 * id is nobody's, and another with each kit: no certificate may name keys under an id that others know.
 *
 * @throws VaultError `kit-mismatch` with fact `share` (from 1) when a share was not retyped, or wrong
 */
export function confirmSplit(
  core: VaultCore,
  pending: PendingSplitKit,
  retyped: readonly RetypedShare[],
): void {
  for (const [index, share] of pending.shares.entries()) {
    const own = retyped.filter((one) => one.share === index).flatMap((one) => one.groups)
    if (isRetyped(share.groups, own)) continue
    throw new VaultError('kit-mismatch', 'the retyped groups are not those of the share', {
      facts: { share: index + 1 },
    })
  }
  const { parameters } = pending
  const slotKey = splitKitSlotKey(core.vaultId, parameters, pending.code)
  const older = kitsOf(core, true)
  const id = new Uint8Array(randomBytes(16))
  const identity = { vaultId: core.vaultId, id, kind: SLOT_KINDS.recoveryKit, parameters }
  const draft = draftSlot(identity, new Uint8Array(randomBytes(16)), slotKey)
  sodium.memzero(slotKey)
  const holders = pending.shares.map(({ holder }) => holder)
  const madeBy = toHex(core.self.custodianId)
  putSlot(core, draft, older, {
    action: 'slot.split-kit-made',
    label: { label: '', custodianName: holders.join('、'), holders, madeBy },
    facts: { setId: setIdOf(parameters), shares: holders.length, holders: holders.join('、') },
  })
}

/** The members whose slots are kits, of one person or split. */
function kitsOf(core: VaultCore, isSplit: boolean): Member[] {
  const { members } = core.state.certificate
  const kits = readSlots(core).filter(
    ({ kind, parameters }) => kind === SLOT_KINDS.recoveryKit && isSplitKit(parameters) === isSplit,
  )
  return members.filter((member) => kits.some((slot) => isEqual(slot.id, member.slotId)))
}

/** Whether at least two groups were typed from paper, and all of them right. */
function isRetyped(
  groups: readonly string[],
  retyped: readonly { index: number; text: string }[],
): boolean {
  return (
    new Set(retyped.map(({ index }) => index)).size >= 2 &&
    retyped.every(({ index, text }) => {
      const group = groups[index]
      return group !== undefined && isSameGroup(group, text)
    })
  )
}
