import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import { decodePassphraseParameters, type KdfCost } from './passphrase.ts'
import { openLabel, type SlotLabel, type SlotRow } from './slot.ts'
import {
  describeKind,
  isJoinKind,
  isPassphraseKind,
  SLOT_KINDS,
  type SlotKind,
  type SlotScope,
  scopeOf,
} from './slot-kinds.ts'
import { readSlots } from './slots.ts'
import { isSplitKit, parseSplitParameters } from './split-kit.ts'
import type { VaultCore } from './vault-core.ts'

/** One way into the vault, as a custodian sees it. */
export type SlotSummary = {
  id: string
  kind: SlotKind
  label: string
  custodianId: string
  custodianName: string
  /** Unix ms. */
  createdAt: number
  scope: SlotScope
  kdf?: KdfCost
  /** Unix ms; of a keychain's and a joiner's. */
  expiresAt?: number
  /** Of a kit in shares. It belongs to nobody: its custodian id is its own. */
  split?: { threshold: number; shares: number; holders: string[]; setId: string; madeBy: string }
}

/** The way in that is in use. */
export type SelfSummary = {
  custodianId: string
  custodianName: string
  slotId: string
  slotKind: SlotKind
  scope: SlotScope
  /** Opened by shares of a kit that belongs to the company. */
  isSplitKit: boolean
}

export function summarizeSelf({ self }: VaultCore): SelfSummary {
  return {
    custodianId: toHex(self.custodianId),
    custodianName: self.custodianName,
    slotId: toHex(self.slotId),
    slotKind: describeKind(self.kind)?.kind ?? 'passphrase',
    scope: scopeOf(self.kind),
    isSplitKit: self.kind === SLOT_KINDS.recoveryKit && isSplitKit(self.parameters),
  }
}

/** All ways into the vault. In evidence mode a label that does not open is empty. */
export function summarizeSlots(core: VaultCore): SlotSummary[] {
  const slots = core.mode === 'evidence' ? core.queries.slots.all() : readSlots(core)
  return slots.flatMap((slot) => summarizeSlot(core, slot) ?? [])
}

/** Undefined for a kind of slot that this format does not have. */
export function summarizeSlot(core: VaultCore, slot: SlotRow): SlotSummary | undefined {
  const described = describeKind(slot.kind)
  if (described === undefined) return undefined
  const { state, vaultId } = core
  const member = state.certificate.members.find((one) => isEqual(one.slotId, slot.id))
  const label = readLabel(() => openLabel(vaultId, slot, state.generation, state.keys))
  return {
    id: toHex(slot.id),
    ...described,
    label: label.label,
    custodianId: member === undefined ? '' : toHex(member.custodianId),
    custodianName: label.custodianName,
    createdAt: label.createdAt,
    ...(hasTimeLimit(slot.kind) && { expiresAt: label.expiresAt ?? 0 }),
    ...tellParameters(slot, label),
  }
}

/** Whether a way in is over at a moment. One that should say until when and does not is over. */
export function isExpired(kind: number, label: Pick<SlotLabel, 'expiresAt'>, now: number): boolean {
  return hasTimeLimit(kind) && now >= (label.expiresAt ?? 0)
}

/** Keychains and joiners open for a time only. */
export function hasTimeLimit(kind: number): boolean {
  return kind === SLOT_KINDS.osKeychain || isJoinKind(kind)
}

/** Of parameters that somebody altered nothing is told. */
function tellParameters(
  { kind, parameters }: SlotRow,
  label: SlotLabel,
): Pick<SlotSummary, 'kdf' | 'split'> {
  try {
    if (isPassphraseKind(kind)) {
      const { opsLimit, memLimitBytes } = decodePassphraseParameters(parameters)
      return { kdf: { opsLimit, memLimitBytes } }
    }
    if (kind !== SLOT_KINDS.recoveryKit || !isSplitKit(parameters)) return {}
    const { threshold, digests, setId } = parseSplitParameters(parameters)
    const holders = [...(label.holders ?? [])]
    const { madeBy = '' } = label
    return { split: { threshold, shares: digests.length, holders, setId: toHex(setId), madeBy } }
  } catch {
    return {}
  }
}

function readLabel(read: () => SlotLabel): SlotLabel {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { label: '', custodianName: '', createdAt: 0 }
  }
}
