import { VaultError } from '../../shared/errors.ts'
import type { AuditEntry } from './audit-chain.ts'
import { idBytes, isEqual, toHex } from './bytes.ts'
import type { Certificate, Member } from './certificate.ts'
import type { SlotLabel, SlotRow } from './slot.ts'
import { describeKind, isJoinKind, SLOT_KINDS } from './slot-kinds.ts'
import { finishSlot, type SlotDraft } from './slot-making.ts'
import { addCertificate, readSlots, withNewPin, writeSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import { type Draft, transact } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

export type RosterChange = {
  action: string
  label: Omit<SlotLabel, 'createdAt'>
  facts?: Readonly<Record<string, unknown>>
}

/** Puts a drafted slot in the place of others, with a certificate that says so, in one transaction. */
export function putSlot(
  core: VaultCore,
  drafted: SlotDraft,
  replaced: readonly Member[],
  { action, label, facts }: RosterChange,
): void {
  const entry = rosterEntry(core, action, { slotId: toHex(drafted.id), ...facts })
  const removed = replaced.map((member) => member.slotId)
  transact(core, [entry], (draft) => {
    const certificate = changeMembers(core, draft, [drafted.member], removed)
    const createdAt = core.context.now()
    const { keys } = core.state
    const slot = finishSlot(core.vaultId, drafted, certificate, keys, { ...label, createdAt })
    writeRoster(core, draft, certificate, [slot], removed)
  })
  sodium.memzero(drafted.seeds.kem)
  if (removed.some((id) => isEqual(id, core.self.slotId))) succeed(core, drafted)
  else for (const secret of [drafted.seeds.signing, drafted.pinKey]) sodium.memzero(secret)
}

/** We came in by a slot that is gone or has new keys: from now on we are its successor. */
export function succeed(core: VaultCore, drafted: SlotDraft): void {
  sodium.memzero(core.self.signingSeed)
  sodium.memzero(core.self.pinKey)
  core.self = {
    ...core.self,
    slotId: drafted.id,
    kind: drafted.kind,
    custodianId: drafted.member.custodianId,
    parameters: drafted.parameters,
    signingSeed: drafted.seeds.signing,
    pinKey: drafted.pinKey,
  }
}

/** Signs who belongs to the vault now: those there were, without `removed`, and `added`. */
export function changeMembers(
  core: VaultCore,
  draft: Draft,
  added: readonly Member[],
  removed: readonly Uint8Array[],
): Certificate {
  const { certificate } = core.state
  const isRemoved = (id: Uint8Array) => removed.some((one) => isEqual(one, id))
  const kept = certificate.members.filter((member) => !isRemoved(member.slotId))
  return addCertificate(core, draft, { ...certificate, members: [...kept, ...added] })
}

/** Writes changed slots, and our own pin on the certificate that names them. */
export function writeRoster(
  core: VaultCore,
  draft: Draft,
  certificate: Certificate,
  put: readonly SlotRow[],
  removed: readonly Uint8Array[],
): void {
  const isTouched = (id: Uint8Array) =>
    put.some((slot) => isEqual(slot.id, id)) || removed.some((one) => isEqual(one, id))
  const own = readSlots(core).find((slot) => isEqual(slot.id, core.self.slotId))
  const pinned = own === undefined || isTouched(own.id) ? [] : [withNewPin(core, own, certificate)]
  writeSlots(core, draft, [...pinned, ...put], removed)
}

/**
 * Takes slots of keychains and joiners away. Their keys open copies from before; new keys are for `rekey`.
 *
 * @throws VaultError `refused` for a slot of another kind or our own, `record-not-found`
 */
export function removeSlots(core: VaultCore, slotIds: readonly string[], reason: string): void {
  const members = slotIds.map((id) => {
    const bytes = idBytes(id)
    const member = core.state.certificate.members.find((one) => isEqual(one.slotId, bytes))
    if (member === undefined) throw new VaultError('record-not-found', 'there is no such slot')
    const isRemovable = member.kind === SLOT_KINDS.osKeychain || isJoinKind(member.kind)
    if (!isRemovable || isEqual(bytes, core.self.slotId)) {
      throw new VaultError('refused', 'who leaves is removed by a change of all keys', {
        facts: { reason: 'needs-new-keys' },
      })
    }
    return member
  })
  if (members.length === 0) return
  const entries = members.map(({ slotId, kind, custodianId }) =>
    rosterEntry(core, 'slot.removed', {
      slotId: toHex(slotId),
      kind: describeKind(kind)?.kind ?? '',
      ofCustodian: toHex(custodianId),
      reason,
    }),
  )
  const removed = members.map((member) => member.slotId)
  transact(core, entries, (draft) => {
    const certificate = changeMembers(core, draft, [], removed)
    writeRoster(core, draft, certificate, [], removed)
  })
}

export function rosterEntry(
  core: VaultCore,
  action: string,
  facts: Readonly<Record<string, unknown>>,
): AuditEntry {
  const custodianId = toHex(core.self.custodianId)
  return { action, at: core.context.now(), custodianId, facts }
}
