import { ascii, createByteReader, isEqual, toHex, zeros } from './bytes.ts'
import type { Checklist } from './checklist.ts'
import type { CertificateRow, SlotRow } from './container.ts'
import { hash } from './keys.ts'
import { Refusal } from './refusal.ts'
import { isSignedBy } from './signature.ts'

const SIGNATURE_BYTES = 64
const MAX_MEMBERS = 64

export type Member = {
  slotId: Uint8Array
  kind: number
  custodianId: Uint8Array
  signingKey: Uint8Array
  publicKeyHash: Uint8Array
}

export type Certificate = {
  bytes: Uint8Array
  vaultId: Uint8Array
  sequence: number
  generation: number
  previousHash: Uint8Array
  ledgerCommitment: Uint8Array
  secretCommitment: Uint8Array
  signerSlotId: Uint8Array
  members: Member[]
  signature: Uint8Array
}

/** @throws Error when the bytes are no certificate of section 5. */
export function parseCertificate(bytes: Uint8Array): Certificate {
  const reader = createByteReader(bytes, 'certificate')
  if (!isEqual(reader.take(8), ascii('BEIANCRT'))) throw new Error('certificate: mark')
  if (reader.uint(2) !== 1) throw new Error('certificate: suite')
  const certificate = {
    bytes,
    vaultId: reader.take(16),
    sequence: reader.uint(4),
    generation: reader.uint(4),
    previousHash: reader.take(32),
    ledgerCommitment: reader.take(32),
    secretCommitment: reader.take(32),
    signerSlotId: reader.take(16),
    members: parseMembers(reader.uint(2), () => ({
      slotId: reader.take(16),
      kind: reader.uint(1),
      custodianId: reader.take(16),
      signingKey: reader.take(32),
      publicKeyHash: reader.take(32),
    })),
    signature: reader.take(SIGNATURE_BYTES),
  }
  reader.end()
  return certificate
}

function parseMembers(count: number, next: () => Member): Member[] {
  if (count < 1 || count > MAX_MEMBERS) throw new Error('certificate: number of members')
  const members = Array.from({ length: count }, next)
  for (const [index, member] of members.entries()) {
    const before = members[index - 1]
    if (before !== undefined && toHex(before.slotId) >= toHex(member.slotId)) {
      throw new Error('certificate: order of members')
    }
  }
  return members
}

/** What is wrong with `next` as the certificate after `previous`; `undefined` when nothing is. */
export function faultAfter(previous: Certificate, next: Certificate): string | undefined {
  if (!isEqual(next.vaultId, previous.vaultId)) return 'another vault'
  if (next.sequence !== previous.sequence + 1) return 'sequence'
  if (!isEqual(next.previousHash, hash(previous.bytes))) return 'hash of the one before'
  const step = next.generation - previous.generation
  if (step !== 0 && step !== 1) return 'generation'
  if (
    step === 0 &&
    !(
      isEqual(next.ledgerCommitment, previous.ledgerCommitment) &&
      isEqual(next.secretCommitment, previous.secretCommitment)
    )
  ) {
    return 'other roots in the same generation'
  }
  return isSignedByMember(next, previous) ? undefined : 'signature'
}

function isSignedByMember(certificate: Certificate, authority: Certificate): boolean {
  const signer = authority.members.find((one) => isEqual(one.slotId, certificate.signerSlotId))
  return (
    signer !== undefined &&
    isSignedBy(
      signer.signingKey,
      certificate.bytes.subarray(0, -SIGNATURE_BYTES),
      certificate.signature,
    )
  )
}

/**
 * Follows the chain from the pinned certificate to the last one in the file.
 *
 * @returns the current certificate.
 * @throws Refusal `forged` when no valid chain leads there.
 */
export function currentFromPin(
  vaultId: Uint8Array,
  pinned: Certificate,
  rows: readonly CertificateRow[],
): Certificate {
  if (!isEqual(pinned.vaultId, vaultId)) throw forged('the pin is of another vault')
  const pinnedRow = rows.find((row) => row.sequence === pinned.sequence)
  if (pinnedRow === undefined) throw forged('the pinned certificate is gone')
  if (!isEqual(pinnedRow.body, pinned.bytes)) throw forged('the pinned certificate was replaced')
  let current = pinned
  for (const row of rows) {
    if (row.sequence <= pinned.sequence) continue
    const next = parseOrForged(row)
    const fault = faultAfter(current, next)
    if (fault !== undefined) throw forged(`certificate ${row.sequence}: ${fault}`)
    current = next
  }
  return current
}

function parseOrForged(row: CertificateRow): Certificate {
  try {
    return parseCertificate(row.body)
  } catch (error) {
    throw new Refusal('forged', `certificate ${row.sequence} cannot be read`, { cause: error })
  }
}

/** Checks the whole chain from sequence 1 and the members of the last one against the slots. */
export function checkCertificates(
  checklist: Checklist,
  rows: readonly CertificateRow[],
  slots: readonly SlotRow[],
): Certificate[] {
  const name = 'certificates from the first on'
  const chain: Certificate[] = []
  for (const [index, row] of rows.entries()) {
    const certificate = checklist.attempt(name, () => parseCertificate(row.body))
    if (certificate === undefined) return chain
    const fault =
      row.sequence !== index + 1 || certificate.sequence !== row.sequence
        ? 'sequence'
        : faultInPlace(chain[index - 1], certificate)
    checklist.note(`${name}: ${row.sequence}`, fault === undefined, fault)
    chain.push(certificate)
  }
  const members = chain.at(-1)?.members ?? []
  checklist.note(
    'members of the current certificate are the slots',
    members.length === slots.length &&
      members.every((member, index) => isMemberOfSlot(member, slots[index])),
  )
  return chain
}

function faultInPlace(before: Certificate | undefined, certificate: Certificate) {
  if (before !== undefined) return faultAfter(before, certificate)
  if (!isEqual(certificate.previousHash, zeros(32))) return 'hash before the first'
  return isSignedByMember(certificate, certificate) ? undefined : 'signature'
}

/** Both are in ascending order of id. */
const isMemberOfSlot = (member: Member, slot: SlotRow | undefined): boolean =>
  slot !== undefined &&
  isEqual(member.slotId, slot.id) &&
  member.kind === slot.kind &&
  isEqual(member.publicKeyHash, hash(slot.public_key))

const forged = (why: string) => new Refusal('forged', why)
