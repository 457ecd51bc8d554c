import { VaultError } from '../../shared/errors.ts'
import { concat, createByteReader, isEqual, toHex, u8, u16, u32, utf8 } from './bytes.ts'
import { hash } from './hash.ts'
import { SUITE } from './seal.ts'
import { isSignature, sign } from './signature.ts'
import { isJoinKind, SLOT_KINDS } from './slot-kinds.ts'

/** Most slots a vault holds. */
export const MAX_SLOTS = 64

const MAGIC = utf8('BEIANCRT')
const SIGNATURE_BYTES = 64

/** A slot as the certificate names it. */
export type Member = {
  slotId: Uint8Array
  kind: number
  custodianId: Uint8Array
  /** Ed25519, 32 bytes. */
  signingKey: Uint8Array
  /** BLAKE2b-256 of the slot's X-Wing public key. */
  publicKeyDigest: Uint8Array
}

/** Who belongs to the vault, and which roots are real: signed, and chained to the one before. */
export type Certificate = {
  bytes: Uint8Array
  sequence: number
  generation: number
  /** BLAKE2b-256 of the previous certificate; zeros in the first. */
  previous: Uint8Array
  ledgerCommitment: Uint8Array
  secretCommitment: Uint8Array
  signerSlotId: Uint8Array
  members: readonly Member[]
}

export type CertificateDraft = Omit<Certificate, 'bytes' | 'sequence' | 'previous'> & {
  vaultId: Uint8Array
  previous: Certificate | undefined
}

/**
 * Makes and signs the next certificate.
 *
 * @param signingSeed - the signer's Ed25519 seed, 32 bytes.
 */
export function issueCertificate(draft: CertificateDraft, signingSeed: Uint8Array): Certificate {
  const { previous, ...rest } = draft
  const members = [...draft.members].sort((a, b) => Buffer.compare(a.slotId, b.slotId))
  const sequence = (previous?.sequence ?? 0) + 1
  const previousHash = previous === undefined ? new Uint8Array(32) : hash(previous.bytes)
  const body = concat(
    MAGIC,
    u16(SUITE),
    draft.vaultId,
    u32(sequence),
    u32(draft.generation),
    previousHash,
    draft.ledgerCommitment,
    draft.secretCommitment,
    draft.signerSlotId,
    u16(members.length),
    ...members.flatMap((member) => [
      member.slotId,
      u8(member.kind),
      member.custodianId,
      member.signingKey,
      member.publicKeyDigest,
    ]),
  )
  const bytes = concat(body, sign(signingSeed, body))
  return { ...rest, members, sequence, previous: previousHash, bytes }
}

/**
 * Reads a certificate's fields. Who signed it is for `isSuccessor` to judge.
 *
 * @throws VaultError `vault-damaged`
 */
export function parseCertificate(bytes: Uint8Array, vaultId: Uint8Array): Certificate {
  const reader = createByteReader(bytes)
  if (
    !isEqual(reader.take(8), MAGIC) ||
    reader.u16() !== SUITE ||
    !isEqual(reader.take(16), vaultId)
  ) {
    throw new VaultError('vault-damaged', 'a certificate is not of this vault')
  }
  const sequence = reader.u32()
  const generation = reader.u32()
  const previous = reader.take(32)
  const ledgerCommitment = reader.take(32)
  const secretCommitment = reader.take(32)
  const signerSlotId = reader.take(16)
  const count = reader.u16()
  if (count < 1 || count > MAX_SLOTS)
    throw new VaultError('vault-damaged', 'a certificate names too many')
  const members: Member[] = []
  for (let index = 0; index < count; index++) {
    members.push({
      slotId: reader.take(16),
      kind: reader.u8(),
      custodianId: reader.take(16),
      signingKey: reader.take(32),
      publicKeyDigest: reader.take(32),
    })
    // Strictly ascending: nobody is named twice.
    const [before, last] = members.slice(-2)
    if (before && last && Buffer.compare(before.slotId, last.slotId) >= 0)
      throw new VaultError('vault-damaged', 'a certificate names its members out of order')
  }
  reader.take(SIGNATURE_BYTES)
  reader.end()
  return {
    bytes: Uint8Array.from(bytes),
    sequence,
    generation,
    previous,
    ledgerCommitment,
    secretCommitment,
    signerSlotId,
    members,
  }
}

/** Adds the ids of everybody whom a certificate names, as hex. */
export function nameCustodians(named: Set<string>, { members }: Certificate): void {
  for (const { custodianId } of members) named.add(toHex(custodianId))
}

/**
 * Whether `next` follows `previous` by the signature of somebody whom `previous` lets sign such a change.
 *
 * @param named - the custodian ids, as hex, of `previous` and of every certificate before it.
 */
export function isSuccessor(
  previous: Certificate,
  next: Certificate,
  named: ReadonlySet<string>,
): boolean {
  if (next.sequence !== previous.sequence + 1) return false
  if (!isEqual(next.previous, hash(previous.bytes))) return false
  const hasSameRoots =
    isEqual(next.ledgerCommitment, previous.ledgerCommitment) &&
    isEqual(next.secretCommitment, previous.secretCommitment)
  const isRosterChange = next.generation === previous.generation && hasSameRoots
  const isNewGeneration = next.generation === previous.generation + 1
  if (!isRosterChange && !isNewGeneration) return false
  const signer = previous.members.find((member) => isEqual(member.slotId, next.signerSlotId))
  if (signer === undefined) return false
  if (!mayDecide(signer) && !(isRosterChange && isOwnRenewal(previous, next, signer))) return false
  if (!namesNobodyElse(previous, next, signer, named)) return false
  return isSignedByMember(next, previous.members)
}

const DECIDING_KINDS: readonly number[] = [SLOT_KINDS.passphrase, SLOT_KINDS.recoveryKit]

/** Whether a member may sign any change of the members, and new generations. */
export function mayDecide(member: Pick<Member, 'kind'>): boolean {
  return DECIDING_KINDS.includes(member.kind)
}

/** What anybody else may sign: that their own slot has new keys, and is of the kind it is to become. */
const RENEWED_KINDS: Readonly<Record<number, number>> = {
  [SLOT_KINDS.nextCustodian]: SLOT_KINDS.passphrase,
  [SLOT_KINDS.auditorPassphrase]: SLOT_KINDS.auditorPassphrase,
  [SLOT_KINDS.nextAuditor]: SLOT_KINDS.auditorPassphrase,
}

/** Whether nothing differs but the signer's own keys, and the kind as it must. */
function isOwnRenewal(previous: Certificate, next: Certificate, signer: Member): boolean {
  const renewedKind = RENEWED_KINDS[signer.kind]
  if (renewedKind === undefined || next.members.length !== previous.members.length) return false
  return previous.members.every((before, index) => {
    const after = next.members[index]
    if (after === undefined) return false
    if (!isEqual(after.slotId, before.slotId)) return false
    if (!isEqual(after.custodianId, before.custodianId)) return false
    return before === signer ? after.kind === renewedKind : isSameMember(after, before)
  })
}

/**
 * Whether every slot that is new, or is not as it was, belongs to the signer or to somebody whom no
 * certificate named yet: a key that the signer knows must never sign as another.
 */
function namesNobodyElse(
  previous: Certificate,
  next: Certificate,
  signer: Member,
  named: ReadonlySet<string>,
): boolean {
  const slots = new Map(previous.members.map((member) => [toHex(member.slotId), member]))
  const newcomers = new Set<string>()
  return next.members.every((member) => {
    const before = slots.get(toHex(member.slotId))
    if (before !== undefined && isSameMember(member, before)) return true
    const id = toHex(member.custodianId)
    if (!named.has(id) && !newcomers.has(id)) {
      newcomers.add(id)
      return true
    }
    // Who joins under the signer's own id would share it with them.
    return isEqual(member.custodianId, signer.custodianId) && !isJoinKind(member.kind)
  })
}

function isSameMember(one: Member, other: Member): boolean {
  return (
    one.kind === other.kind &&
    isEqual(one.custodianId, other.custodianId) &&
    isEqual(one.signingKey, other.signingKey) &&
    isEqual(one.publicKeyDigest, other.publicKeyDigest)
  )
}

/** Whether the signer is among `members` and the signature is right. The first certificate signs itself. */
export function isSignedByMember(certificate: Certificate, members: readonly Member[]): boolean {
  const signer = members.find((member) => isEqual(member.slotId, certificate.signerSlotId))
  if (signer === undefined) return false
  const { bytes } = certificate
  const split = bytes.length - SIGNATURE_BYTES
  return isSignature(signer.signingKey, bytes.subarray(0, split), bytes.subarray(split))
}
