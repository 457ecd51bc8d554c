import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import {
  type Certificate,
  type CertificateDraft,
  issueCertificate,
  MAX_SLOTS,
  type Member,
} from './certificate.ts'
import { digestCertificates, digestSlots } from './head.ts'
import { costOf, MAX_UNLOCK_WORK } from './passphrase.ts'
import { type SlotRow, sealPin } from './slot.ts'
import { alteredWhileOpen, type Draft } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * Reads all slots.
 *
 * @throws VaultError `vault-damaged` if they are not the ones we know.
 */
export function readSlots(core: VaultCore): SlotRow[] {
  const slots = core.queries.slots.all()
  if (!isEqual(digestSlots(slots), core.state.slotDigest)) throw alteredWhileOpen()
  return slots
}

/**
 * Writes slots and takes away others. To be called once in a transaction.
 *
 * @throws VaultError `slots-full` when there would be more than there may, or they would cost an unlock too much
 */
export function writeSlots(
  core: VaultCore,
  draft: Draft,
  put: readonly SlotRow[],
  removed: readonly Uint8Array[] = [],
): void {
  // From the rows we know and our own change, not read again: somebody else's would come in with them.
  const before = readSlots(core)
  const slots = new Map(before.map((slot) => [toHex(slot.id), slot]))
  for (const id of removed) {
    core.queries.deleteSlot.run(id)
    slots.delete(toHex(id))
  }
  for (const slot of put) {
    core.queries.putSlot.run(slot)
    slots.set(toHex(slot.id), slot)
  }
  const sorted = [...slots.values()].sort((a, b) => Buffer.compare(a.id, b.id))
  requireRoom(before, sorted)
  draft.state.slotDigest = digestSlots(sorted)
}

/** An unlock tries slot after slot: what a reader would give up on must not be written. */
function requireRoom(before: readonly SlotRow[], after: readonly SlotRow[]): void {
  if (after.length > MAX_SLOTS) {
    throw new VaultError('slots-full', 'the vault has as many ways in as it may', {
      facts: { reason: 'too-many' },
    })
  }
  const workOf = (slots: readonly SlotRow[]) =>
    slots.reduce((sum, slot) => sum + costOf(slot.parameters), 0)
  const work = workOf(after)
  if (work > MAX_UNLOCK_WORK && work > workOf(before)) {
    throw new VaultError('slots-full', 'the ways in together cost more than an unlock may', {
      facts: { reason: 'too-costly' },
    })
  }
}

/** Signs a certificate for the new members or roots with our own key, and stores it. */
export function addCertificate(
  core: VaultCore,
  draft: Draft,
  next: Pick<CertificateDraft, 'generation' | 'ledgerCommitment' | 'secretCommitment'> & {
    members: readonly Member[]
  },
): Certificate {
  const rows = core.queries.certificates.all()
  if (!isEqual(digestCertificates(rows), core.state.certificateDigest)) throw alteredWhileOpen()
  const certificate = issueCertificate(
    {
      ...next,
      vaultId: core.vaultId,
      previous: core.state.certificate,
      signerSlotId: core.self.slotId,
    },
    core.self.signingSeed,
  )
  core.queries.addCertificate.run(certificate.sequence, certificate.bytes)
  draft.state.certificate = certificate
  draft.state.certificateDigest = digestCertificates([
    ...rows,
    { sequence: certificate.sequence, body: certificate.bytes },
  ])
  return certificate
}

/** Our own slot's row with a pin on the newest certificate. */
export function withNewPin(core: VaultCore, slot: SlotRow, certificate: Certificate): SlotRow {
  const { parameters, custodianId, pinKey } = core.self
  return {
    ...slot,
    pin: sealPin(core.vaultId, slot.id, pinKey, { parameters, custodianId, certificate }),
  }
}
