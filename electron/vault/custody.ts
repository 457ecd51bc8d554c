import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import type { Member } from './certificate.ts'
import {
  decodePassphraseParameters,
  encodePassphraseParameters,
  type KdfCost,
  SALT_BYTES,
} from './passphrase.ts'
import {
  formatRecoveryCode,
  isSameGroup,
  kitSlotKey,
  makeKitParameters,
  makeRecoveryCode,
} from './recovery-kit.ts'
import {
  draftSlot,
  finishSlot,
  isSlotKey,
  openLabel,
  type SlotDraft,
  type SlotLabel,
  type SlotRow,
} from './slot.ts'
import { describeKind, SLOT_KINDS, type SlotKind, type SlotScope, scopeOf } from './slot-kinds.ts'
import { addCertificate, readSlots, withNewPin, writeSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import { transact } from './transaction.ts'
import { deriveSlotKey } from './unlock.ts'
import { requireWritable, type VaultCore } from './vault-core.ts'

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
  /** Of a kit in shares. */
  split?: { threshold: number; shares: number; holders: string[] }
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

/** A kit that is shown and printed, but does not open anything until two groups of it were retyped. */
export type PendingKit = { code: Uint8Array; groups: readonly string[] }

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
  const summary: SlotSummary = {
    id: toHex(slot.id),
    ...described,
    label: label.label,
    custodianId: member === undefined ? '' : toHex(member.custodianId),
    custodianName: label.custodianName,
    createdAt: label.createdAt,
  }
  if (slot.kind !== SLOT_KINDS.passphrase) return summary
  try {
    const { opsLimit, memLimitBytes } = decodePassphraseParameters(slot.parameters)
    return { ...summary, kdf: { opsLimit, memLimitBytes } }
  } catch {
    return summary
  }
}

export function summarizeSelf({ self }: VaultCore): SelfSummary {
  return {
    custodianId: toHex(self.custodianId),
    custodianName: self.custodianName,
    slotId: toHex(self.slotId),
    slotKind: describeKind(self.kind)?.kind ?? 'passphrase',
    scope: scopeOf(self.kind),
    isSplitKit: false,
  }
}

/** Whether a passphrase opens the slot this vault was opened with (or, opened by a kit, any of its custodian's). */
export async function verifyPassphrase(core: VaultCore, passphrase: Uint8Array): Promise<boolean> {
  return (await findOwnPassphraseSlot(core, passphrase)) !== undefined
}

/**
 * Gives our passphrase slot another passphrase, another cost and new key pairs: who knows the old
 * passphrase and an old copy of the file learns nothing of later generations.
 *
 * @param cost - asked for once the current passphrase is known to be right: to find it takes seconds.
 * @throws VaultError `wrong-passphrase`, `kdf-parameters-refused`
 */
export async function changePassphrase(
  core: VaultCore,
  current: Uint8Array,
  next: Uint8Array,
  cost: () => Promise<KdfCost>,
): Promise<void> {
  const slot = await findOwnPassphraseSlot(core, current)
  if (slot === undefined) {
    throw new VaultError('wrong-passphrase', 'the current passphrase is another')
  }
  await rewritePassphraseSlot(core, slot, next, await cost())
}

/**
 * Sets a passphrase without knowing the current one: for who opened the vault with their recovery kit.
 *
 * @throws VaultError `refused` when the vault was not opened with a kit
 */
export async function replacePassphrase(
  core: VaultCore,
  next: Uint8Array,
  cost: KdfCost,
): Promise<void> {
  const slot = ownPassphraseSlots(core)[0]
  if (core.self.kind !== SLOT_KINDS.recoveryKit || slot === undefined) {
    throw new VaultError('refused', 'the vault was not opened with a recovery kit')
  }
  await rewritePassphraseSlot(core, slot, next, cost)
}

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
  const isRight =
    new Set(retyped.map((group) => group.index)).size >= 2 &&
    retyped.every(({ index, text }) => {
      const group = pending.groups[index]
      return group !== undefined && isSameGroup(group, text)
    })
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
  const older = core.state.certificate.members.filter(
    (member) =>
      member.kind === SLOT_KINDS.recoveryKit && isEqual(member.custodianId, core.self.custodianId),
  )
  replaceSlots(core, draft, older, { label: '', action: 'slot.recovery-kit-made' })
}

async function rewritePassphraseSlot(
  core: VaultCore,
  slot: SlotRow,
  next: Uint8Array,
  cost: KdfCost,
): Promise<void> {
  const parameters = encodePassphraseParameters(cost, randomBytes(SALT_BYTES))
  const unlock = { kind: 'passphrase', passphrase: next } as const
  const slotKey = await deriveSlotKey(core.vaultId, { parameters }, unlock, core.context.deriveKey)
  requireWritable(core)
  const member = core.state.certificate.members.find((one) => isEqual(one.slotId, slot.id))
  if (member === undefined) throw new VaultError('refused', 'the slot was removed meanwhile')
  const identity = { vaultId: core.vaultId, id: slot.id, kind: slot.kind, parameters }
  const draft = draftSlot(identity, member.custodianId, slotKey)
  sodium.memzero(slotKey)
  const label = openLabel(core.vaultId, slot, core.state.generation, core.state.keys)
  replaceSlots(core, draft, [member], { label: label.label, action: 'slot.passphrase-changed' })
}

/** Puts a drafted slot in the place of others, with a certificate that says so, in one transaction. */
function replaceSlots(
  core: VaultCore,
  drafted: SlotDraft,
  replaced: readonly Member[],
  { label, action }: { label: string; action: string },
): void {
  const { custodianName } = core.self
  const isReplaced = (id: Uint8Array) => replaced.some((member) => isEqual(member.slotId, id))
  const entry = {
    action,
    at: core.context.now(),
    custodianId: toHex(core.self.custodianId),
    facts: { slotId: toHex(drafted.id) },
  }
  transact(core, [entry], (draft) => {
    const { certificate: current, keys } = core.state
    const members = current.members.filter((member) => !isReplaced(member.slotId))
    const certificate = addCertificate(core, draft, {
      ...current,
      members: [...members, drafted.member],
    })
    const createdAt = core.context.now()
    const slot = finishSlot(core.vaultId, drafted, certificate, keys, {
      label,
      custodianName,
      createdAt,
    })
    const own = readSlots(core).find(
      (row) =>
        isEqual(row.id, core.self.slotId) && !isReplaced(row.id) && !isEqual(row.id, slot.id),
    )
    const put = own === undefined ? [slot] : [withNewPin(core, own, certificate), slot]
    writeSlots(
      core,
      draft,
      put,
      replaced.map((member) => member.slotId),
    )
  })
  sodium.memzero(drafted.seeds.kem)
  if (!isReplaced(core.self.slotId)) {
    sodium.memzero(drafted.seeds.signing)
    sodium.memzero(drafted.pinKey)
    return
  }
  // We came in by the slot that is gone: from now on we are its successor.
  sodium.memzero(core.self.signingSeed)
  sodium.memzero(core.self.pinKey)
  core.self = {
    ...core.self,
    slotId: drafted.id,
    parameters: drafted.parameters,
    signingSeed: drafted.seeds.signing,
    pinKey: drafted.pinKey,
  }
}

async function findOwnPassphraseSlot(
  core: VaultCore,
  passphrase: Uint8Array,
): Promise<SlotRow | undefined> {
  for (const slot of ownPassphraseSlots(core)) {
    const unlock = { kind: 'passphrase', passphrase } as const
    const slotKey = await deriveSlotKey(core.vaultId, slot, unlock, core.context.deriveKey)
    const isOurs = isSlotKey(core.vaultId, slot, slotKey)
    sodium.memzero(slotKey)
    if (isOurs) return slot
  }
  return undefined
}

function ownPassphraseSlots(core: VaultCore): SlotRow[] {
  const { self, state } = core
  const own = state.certificate.members.filter((member) =>
    isEqual(member.custodianId, self.custodianId),
  )
  return readSlots(core).filter(
    (slot) =>
      slot.kind === SLOT_KINDS.passphrase &&
      (self.kind === SLOT_KINDS.passphrase
        ? isEqual(slot.id, self.slotId)
        : own.some((member) => isEqual(member.slotId, slot.id))),
  )
}

function readLabel(read: () => SlotLabel): SlotLabel {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { label: '', custodianName: '', createdAt: 0 }
  }
}
