import { isEqual, toHex } from './bytes.ts'
import { kitSlotKey, parseRecoveryCode } from './recovery-kit.ts'
import { isSlotKey, type SlotRow } from './slot.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { summarizeSlot } from './slot-summary.ts'
import { readSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import {
  combineShares,
  isOfKit,
  isShareOf,
  isSplitKit,
  type KitShare,
  parseEachShare,
  parseSplitParameters,
  splitKitSlotKey,
} from './split-kit.ts'
import type { VaultCore } from './vault-core.ts'

/** What a retyped share is, without its value. */
export type ShareCheck = {
  /** As printed, from 1. */
  number: number
  /** Of the kit that the share says it is of, 8 hex digits. */
  setId: string
  finding: 'right' | 'wrong' | 'not-of-vault'
  /** Of a share of a kit of this vault. */
  holder?: string
}

/** `isOpening`: enough of the shares are right, and together they are the key of the kit's slot. */
export type SharesCheck = { shares: ShareCheck[]; isOpening: boolean }

/**
 * Whether a recovery code would open this vault, found out without opening anything.
 *
 * @throws VaultError `wrong-recovery-kit` where a group is mistyped; it says nothing of the kit.
 */
export function isCodeOfKit(core: VaultCore, code: string): boolean {
  const bytes = parseRecoveryCode(code)
  try {
    return kitSlots(core, false).some((slot) => {
      const slotKey = kitSlotKey(core.vaultId, slot.parameters, bytes)
      return isKeyOf(core, slot, slotKey)
    })
  } finally {
    sodium.memzero(bytes)
  }
}

/**
 * What each of some shares is, and whether they would open this vault, found out without opening anything.
 *
 * @throws VaultError `wrong-recovery-kit`, as `parseEachShare`
 */
export function checkShares(core: VaultCore, codes: readonly string[]): SharesCheck {
  const kits = kitSlots(core, true)
  const typed = parseEachShare(codes)
  try {
    const shares = typed.map((share) => checkShare(core, kits, share))
    const right = typed.filter((_, index) => shares[index]?.finding === 'right')
    return { shares, isOpening: kits.some((slot) => isOpenedBy(core, slot, right)) }
  } finally {
    for (const { bytes } of typed) sodium.memzero(bytes)
  }
}

function checkShare(core: VaultCore, kits: readonly SlotRow[], share: KitShare): ShareCheck {
  const told = { number: share.index, setId: toHex(share.setId) }
  const slot = kits.find(({ parameters }) => isOfKit(parseSplitParameters(parameters), share))
  if (slot === undefined) return { ...told, finding: 'not-of-vault' }
  const isRight = isShareOf(core.vaultId, parseSplitParameters(slot.parameters), share)
  const holder = summarizeSlot(core, slot)?.split?.holders[share.index - 1]
  return {
    ...told,
    finding: isRight ? 'right' : 'wrong',
    ...(holder === undefined ? {} : { holder }),
  }
}

/** @param right - shares whose digests are those of their kit. */
function isOpenedBy(core: VaultCore, slot: SlotRow, right: readonly KitShare[]): boolean {
  const { setId, threshold } = parseSplitParameters(slot.parameters)
  const own = right.filter((share) => isEqual(share.setId, setId))
  if (own.length < threshold) return false
  const code = combineShares(core.vaultId, slot.parameters, own)
  const slotKey = splitKitSlotKey(core.vaultId, slot.parameters, code)
  sodium.memzero(code)
  return isKeyOf(core, slot, slotKey)
}

/** Wipes the key. */
function isKeyOf(core: VaultCore, slot: SlotRow, slotKey: Uint8Array): boolean {
  const isOurs = isSlotKey(core.vaultId, slot, slotKey)
  sodium.memzero(slotKey)
  return isOurs
}

function kitSlots(core: VaultCore, isSplit: boolean): SlotRow[] {
  return readSlots(core).filter(
    ({ kind, parameters }) => kind === SLOT_KINDS.recoveryKit && isSplitKit(parameters) === isSplit,
  )
}
