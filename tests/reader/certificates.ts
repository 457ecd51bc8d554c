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

/**
 * What is wrong with `next` as the certificate after the last of `earlier`; `undefined` when nothing is.
 *
 * @param earlier - from the first on.
 */
export function faultAfter(earlier: readonly Certificate[], next: Certificate): string | undefined {
  const previous = earlier.at(-1)
  if (previous === undefined) return faultOfFirst(next)
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
  if (!mayHaveSigned(previous, next)) return 'a change its signer may not make'
  if (!namesOwnOrNew(earlier, previous, next)) return 'somebody else’s custodian id'
  return isSignedByMember(next, previous) ? undefined : 'signature'
}

/** Section 5: what is added or changed is the signer's own, or of a custodian id never named before. */
function namesOwnOrNew(
  earlier: readonly Certificate[],
  previous: Certificate,
  next: Certificate,
): boolean {
  const signer = previous.members.find((one) => isEqual(one.slotId, next.signerSlotId))
  const kept = previous.members.map((one) => describe(one, false))
  const touched = next.members.filter((one) => !kept.includes(describe(one, false)))
  const known = new Set(earlier.flatMap(({ members }) => members.map(custodianOf)))
  const own = signer && custodianOf(signer)
  const foreign = touched.filter(
    (one) => custodianOf(one) !== own || one.kind === 4 || one.kind === 6,
  )
  const ids = foreign.map(custodianOf)
  return new Set(ids).size === ids.length && ids.every((id) => !known.has(id))
}

const custodianOf = (member: Member): string => toHex(member.custodianId)

/** The kind that a signer who may only renew itself has afterwards. */
const RENEWED: Readonly<Record<number, number>> = { 4: 1, 5: 5, 6: 5 }

/** Section 5: kinds 1 and 2 may change anything, 4, 5 and 6 only their own keys. */
function mayHaveSigned(previous: Certificate, next: Certificate): boolean {
  const signer = previous.members.find((one) => isEqual(one.slotId, next.signerSlotId))
  if (signer === undefined) return false
  if (signer.kind === 1 || signer.kind === 2) return true
  const expected = previous.members.map((one) => describe(one, one === signer))
  const found = next.members.map((one, index) => describe(one, previous.members[index] === signer))
  const after = next.members[previous.members.indexOf(signer)]
  return (
    next.generation === previous.generation &&
    after?.kind === RENEWED[signer.kind] &&
    expected.join() === found.join()
  )
}

/** A member as text; of one that may be renewed only what must stay. */
function describe(member: Member, isRenewed: boolean): string {
  const who = `${toHex(member.slotId)} ${toHex(member.custodianId)}`
  if (isRenewed) return who
  return `${who} ${member.kind} ${toHex(member.signingKey)} ${toHex(member.publicKeyHash)}`
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
 * Follows the chain from the pinned certificate as far as each one is valid after the one before it.
 *
 * @returns the last one that is. The file's rows are judged as a whole by `checkCertificates`.
 * @throws Refusal `forged` when the pin is of another vault.
 */
export function currentFromPin(
  vaultId: Uint8Array,
  pinned: Certificate,
  rows: readonly CertificateRow[],
): Certificate {
  if (!isEqual(pinned.vaultId, vaultId)) {
    throw new Refusal('forged', 'the pin is of another vault')
  }
  const before = rows.filter((row) => row.sequence < pinned.sequence)
  const followed = [...before.flatMap((row) => parseIfSound(row.body) ?? []), pinned]
  for (const row of rows) {
    if (row.sequence <= pinned.sequence) continue
    const next = parseIfSound(row.body)
    if (next === undefined || faultAfter(followed, next) !== undefined) break
    followed.push(next)
  }
  return followed.at(-1) ?? pinned
}

function parseIfSound(body: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(body)
  } catch {
    return undefined
  }
}

/** Checks the whole chain from sequence 1, the pin's place in it, and the slots against its end. */
export function checkCertificates(
  checklist: Checklist,
  pinned: Certificate,
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
        : faultAfter(chain, certificate)
    checklist.note(`${name}: ${row.sequence}`, fault === undefined, fault)
    chain.push(certificate)
  }
  const inFile = chain[pinned.sequence - 1]
  checklist.note(
    'the pinned certificate is in its place',
    inFile !== undefined && isEqual(inFile.bytes, pinned.bytes),
  )
  const members = chain.at(-1)?.members ?? []
  checklist.note(
    'members of the current certificate are the slots',
    members.length === slots.length &&
      members.every((member, index) => isMemberOfSlot(member, slots[index])),
  )
  return chain
}

function faultOfFirst(certificate: Certificate): string | undefined {
  if (!isEqual(certificate.previousHash, zeros(32))) return 'hash before the first'
  return isSignedByMember(certificate, certificate) ? undefined : 'signature'
}

/** Both are in ascending order of id. */
const isMemberOfSlot = (member: Member, slot: SlotRow | undefined): boolean =>
  slot !== undefined &&
  isEqual(member.slotId, slot.id) &&
  member.kind === slot.kind &&
  isEqual(member.publicKeyHash, hash(slot.public_key))
