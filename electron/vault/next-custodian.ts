import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { concat, idBytes, isEqual, lengthPrefixed, toHex, u8, utf8 } from './bytes.ts'
import type { Certificate, Member } from './certificate.ts'
import { tryParseCertificate } from './certificate-chain.ts'
import { fingerprintOf, slowDigest } from './fingerprint.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'
import { readRequest } from './join-request.ts'
import { encodeJoinParameters } from './passphrase.ts'
import { changeMembers, rosterEntry, writeRoster } from './roster.ts'
import { type SlotIdentity, sealLabel } from './slot.ts'
import { isJoinKind, SLOT_KINDS, type SlotScope } from './slot-kinds.ts'
import { sealRoots } from './slot-roots.ts'
import { transact } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

export type NextCustodian = {
  custodianName: string
  scope: SlotScope
  /** Unix ms. */
  expiresAt: number
}

/**
 * Seals the vault to a joiner's public key and names their signing key in a new certificate.
 *
 * @throws VaultError `join-request-unreadable`, also with fact `reason` = `used`; `invalid-value` for a time
 * that is over; `slots-full`
 */
export function addNextCustodian(
  core: VaultCore,
  request: Uint8Array,
  { custodianName, scope, expiresAt }: NextCustodian,
): { slotId: string; custodianId: string; vaultWords: string[] } {
  const { id: requestId, name, cost, publicKey, signingKey } = readRequest(request)
  const { vaultId, state, context } = core
  if (expiresAt <= context.now()) throw new VaultError('invalid-value', 'the time is over already')
  const publicKeyDigest = hash(publicKey)
  if (isKeyKnown(vaultId, core.queries.certificates.all(), publicKeyDigest)) {
    throw new VaultError('join-request-unreadable', 'the request was used before', {
      facts: { reason: 'used' },
    })
  }
  const id = new Uint8Array(randomBytes(16))
  const kind = scope === 'all' ? SLOT_KINDS.nextCustodian : SLOT_KINDS.nextAuditor
  const custodianId = new Uint8Array(randomBytes(16))
  const member = { slotId: id, kind, custodianId, signingKey, publicKeyDigest }
  const parameters = encodeJoinParameters(cost, requestId)
  const entry = rosterEntry(core, 'slot.join-added', {
    slotId: toHex(id),
    requestId: toHex(requestId),
    ofCustodian: toHex(custodianId),
    name: custodianName,
    requestName: name,
    scope,
    expiresAt,
  })
  transact(core, [entry], (draft) => {
    const certificate = changeMembers(core, draft, [member], [])
    const { generation, keys } = state
    const label = { label: custodianName, custodianName, createdAt: context.now(), expiresAt }
    const slot = {
      id,
      kind,
      parameters,
      publicKey,
      commitment: joinCommitment({ vaultId, id, kind, parameters }, publicKey),
      // Only the joiner can make these, and does at their first opening.
      wrappedSeed: new Uint8Array(0),
      pin: new Uint8Array(0),
      sealedRoots: sealRoots(vaultId, { id, kind, publicKey }, generation, keys),
      sealedLabel: sealLabel(vaultId, id, generation, keys, label),
    }
    writeRoster(core, draft, certificate, [slot], [])
  })
  return {
    slotId: toHex(id),
    custodianId: toHex(custodianId),
    vaultWords: vaultWords(core, toHex(id)),
  }
}

/** What stands in a joiner's slot for the commitment of a key: there is no secret in it. */
export function joinCommitment(identity: SlotIdentity, publicKey: Uint8Array): Uint8Array {
  const { vaultId, id, kind, parameters } = identity
  const domain = utf8('beian-join-slot')
  return hash(concat(domain, vaultId, id, u8(kind), lengthPrefixed(parameters), publicKey))
}

/**
 * The certificate that let a joiner in: the first that names this slot with these keys.
 */
export function findAdmission(
  vaultId: Uint8Array,
  rows: readonly CertificateRow[],
  member: Pick<Member, 'slotId' | 'publicKeyDigest'>,
): { certificate: Certificate; member: Member } | undefined {
  for (const row of rows) {
    const certificate = tryParseCertificate(vaultId, row)
    const found = certificate?.members.find(
      (one) =>
        isEqual(one.slotId, member.slotId) && isEqual(one.publicKeyDigest, member.publicKeyDigest),
    )
    if (certificate && found) return { certificate, member: found }
  }
  return undefined
}

/** What the words of a vault stand for, 32 bytes: its id and the certificate that let a joiner in. */
export function admissionDigest(vaultId: Uint8Array, certificate: Certificate): Uint8Array {
  return slowDigest('beian-vault-words', concat(vaultId, hash(certificate.bytes)))
}

/**
 * Six words for the vault and the certificate that let this joiner in; without one, for the newest.
 *
 * @throws VaultError `record-not-found` where no joiner waits with this slot
 */
export function vaultWords(core: VaultCore, slotId?: string): string[] {
  const { vaultId, state, queries } = core
  if (slotId === undefined) return fingerprintOf(admissionDigest(vaultId, state.certificate))
  const bytes = idBytes(slotId)
  const member = state.certificate.members.find(
    (one) => isEqual(one.slotId, bytes) && isJoinKind(one.kind),
  )
  const admission = member && findAdmission(vaultId, queries.certificates.all(), member)
  if (admission === undefined) throw new VaultError('record-not-found', 'nobody joins by this slot')
  return fingerprintOf(admissionDigest(vaultId, admission.certificate))
}

/** Whether any certificate ever named this public key. */
export function isKeyKnown(
  vaultId: Uint8Array,
  rows: readonly CertificateRow[],
  publicKeyDigest: Uint8Array,
): boolean {
  return rows.some((row) =>
    tryParseCertificate(vaultId, row)?.members.some((member) =>
      isEqual(member.publicKeyDigest, publicKeyDigest),
    ),
  )
}
