import { argon2id } from '@noble/hashes/argon2.js'
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js'
import { ascii, concat, createByteReader, isEqual, lengthPrefixed, uint } from './bytes.ts'
import { type Certificate, parseCertificate } from './certificates.ts'
import { sixWords } from './check-words.ts'
import type { CertificateRow, SlotRow } from './container.ts'
import { openLocal } from './join.ts'
import { hash, mac, slotKeys } from './keys.ts'
import { parseRecoveryCode, splitKitKey } from './recovery-code.ts'
import { Refusal } from './refusal.ts'
import { openSealed } from './sealed.ts'

/** What a person or a machine brings to open the vault. */
export type Credential =
  | { kind: 'passphrase'; passphrase: Uint8Array }
  | { kind: 'recovery-kit'; code: string }
  | { kind: 'recovery-shares'; codes: readonly string[] }
  | { kind: 'keychain'; slotKey: Uint8Array }
  | { kind: 'join'; local: Uint8Array; passphrase: Uint8Array }

/** The kinds of slots that a credential opens, and the first byte of their parameters (section 4). */
const OPENS: Readonly<Record<Credential['kind'], { kinds: readonly number[]; type: number }>> = {
  passphrase: { kinds: [1, 5, 7], type: 1 },
  'recovery-kit': { kinds: [2], type: 2 },
  'recovery-shares': { kinds: [2], type: 3 },
  keychain: { kinds: [3], type: 4 },
  join: { kinds: [4, 6], type: 5 },
}

/** Kinds whose `sealed_roots` holds the ledger root only. */
const LEDGER_KINDS: readonly number[] = [3, 5, 6]

export type KdfCost = { opsLimit: number; memLimitBytes: number }

export type OpenSlot = {
  row: SlotRow
  kdf: KdfCost | undefined
  custodianId: Uint8Array
  decapsulationKey: Uint8Array
  signingSeed: Uint8Array
  /** Of a joiner the certificate that let them in, whose six words people compare. */
  pinned: Certificate
  vaultWords?: string[]
}

const MAX_SLOTS = 64
const MEBIBYTE = 1024 * 1024
const CIPHERTEXT_BYTES = 1120

/** Section 4. @throws Refusal `refused-parameters`, before any memory is taken. */
export function parsePassphraseParameters(
  parameters: Uint8Array,
  type = 1,
): KdfCost & { salt: Uint8Array } {
  const refused = (what: string) => new Refusal('refused-parameters', `slot parameters: ${what}`)
  if (parameters.length !== 29 || parameters[0] !== type) throw refused('form')
  const reader = createByteReader(parameters.subarray(1), 'slot parameters')
  const opsLimit = reader.uint(4)
  // In two halves: beyond 2^53 it is inexact, but out of bounds all the same.
  const memLimitBytes = reader.uint(4) * 2 ** 32 + reader.uint(4)
  if (opsLimit < 3 || opsLimit > 10) throw refused('passes')
  if (
    memLimitBytes < 64 * MEBIBYTE ||
    memLimitBytes > 1024 * MEBIBYTE ||
    memLimitBytes % 1024 !== 0
  ) {
    throw refused('memory')
  }
  return { opsLimit, memLimitBytes, salt: reader.rest() }
}

function parseKitSalt(parameters: Uint8Array): Uint8Array {
  if (parameters.length !== 17 || parameters[0] !== 2) {
    throw new Refusal('refused-parameters', 'slot parameters: form')
  }
  return parameters.slice(1)
}

/**
 * Opens the slot that belongs to a passphrase or a recovery code.
 *
 * @throws Refusal `does-not-open`, `refused-parameters`, `bad-recovery-code` or `damaged`.
 */
export function openSlot(
  vaultId: Uint8Array,
  rows: readonly SlotRow[],
  certificates: readonly CertificateRow[],
  credential: Credential,
): OpenSlot {
  if (rows.length > MAX_SLOTS) throw new Refusal('damaged', 'more than 64 slots')
  if (credential.kind === 'join') return openJoinSlot(vaultId, rows, certificates, credential)
  const keyOf = createSlotKeyDeriver(vaultId, credential)
  const { kinds, type } = OPENS[credential.kind]
  for (const row of rows) {
    if (!kinds.includes(row.kind) || row.parameters[0] !== type) continue
    const { slotKey, kdf } = keyOf(row)
    const keys = slotKeys(slotKey)
    if (!isEqual(row.commitment, commitmentOf(keys.commitment, vaultId, row))) continue
    try {
      return { row, kdf, ...openSeeds(keys.wrap, vaultId, row), ...openPin(keys.pin, vaultId, row) }
    } catch (error) {
      throw new Refusal('damaged', 'the slot is altered behind its commitment', { cause: error })
    }
  }
  throw new Refusal('does-not-open', `no slot opens with this ${credential.kind}`)
}

/** Section 4.3: the slot that waits for a joiner, whose seeds their own machine keeps. */
function openJoinSlot(
  vaultId: Uint8Array,
  rows: readonly SlotRow[],
  certificates: readonly CertificateRow[],
  credential: Extract<Credential, { kind: 'join' }>,
): OpenSlot {
  const local = openLocal(credential.local, (parameters) =>
    derivePassphraseKey(credential.passphrase, parameters),
  )
  for (const row of rows) {
    const isWaiting =
      OPENS.join.kinds.includes(row.kind) && isEqual(row.public_key, local.request.publicKey)
    if (!isWaiting) continue
    const { opsLimit, memLimitBytes, salt } = parsePassphraseParameters(row.parameters, 5)
    const isOwn =
      isEqual(salt, local.request.id) &&
      row.wrapped_seed.length === 0 &&
      row.pin.length === 0 &&
      isEqual(row.commitment, joinCommitment(vaultId, row))
    if (!isOwn) throw new Refusal('damaged', 'the joiner’s slot is altered')
    const pinned = admissionOf(row, certificates)
    const member = pinned?.members.find((one) => isEqual(one.slotId, row.id))
    if (pinned === undefined || member === undefined) break
    const { decapsulationKey, signingSeed } = local
    const kdf = { opsLimit, memLimitBytes }
    const { custodianId } = member
    const vaultWords = sixWords('beian-vault-words', concat(vaultId, hash(pinned.bytes)))
    return { row, kdf, custodianId, decapsulationKey, signingSeed, pinned, vaultWords }
  }
  throw new Refusal('does-not-open', 'no slot waits for this joiner')
}

const joinCommitment = (vaultId: Uint8Array, row: SlotRow): Uint8Array =>
  hash(
    ascii('beian-join-slot'),
    vaultId,
    row.id,
    uint(row.kind, 1),
    lengthPrefixed(row.parameters),
    row.public_key,
  )

/** The first certificate that names a slot with its public key. */
function admissionOf(
  row: SlotRow,
  certificates: readonly CertificateRow[],
): Certificate | undefined {
  const digest = hash(row.public_key)
  return certificates
    .map(({ body }) => parseCertificate(body))
    .find(({ members }) =>
      members.some((one) => isEqual(one.slotId, row.id) && isEqual(one.publicKeyHash, digest)),
    )
}

function createSlotKeyDeriver(
  vaultId: Uint8Array,
  credential: Exclude<Credential, { kind: 'join' }>,
): (row: SlotRow) => { slotKey: Uint8Array; kdf: KdfCost | undefined } {
  if (credential.kind === 'keychain') {
    return () => ({ slotKey: credential.slotKey, kdf: undefined })
  }
  if (credential.kind === 'recovery-shares') {
    return (row) => ({
      slotKey: splitKitKey(vaultId, row.parameters, credential.codes),
      kdf: undefined,
    })
  }
  if (credential.kind === 'recovery-kit') {
    const code = parseRecoveryCode(credential.code)
    return (row: SlotRow) => ({
      slotKey: mac(code, ascii('beian-recovery-kit'), vaultId, parseKitSalt(row.parameters)),
      kdf: undefined,
    })
  }
  return (row: SlotRow) => {
    const { opsLimit, memLimitBytes } = parsePassphraseParameters(row.parameters)
    const slotKey = derivePassphraseKey(credential.passphrase, row.parameters)
    return { slotKey, kdf: { opsLimit, memLimitBytes } }
  }
}

/** Argon2id of the passphrase, by the parameters of kind 1. */
function derivePassphraseKey(typed: Uint8Array, parameters: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(typed)
  const passphrase = new TextEncoder().encode(text.normalize('NFKC'))
  const { salt, opsLimit, memLimitBytes } = parsePassphraseParameters(parameters)
  return argon2id(passphrase, salt, { t: opsLimit, m: memLimitBytes / 1024, p: 1, dkLen: 32 })
}

const commitmentOf = (key: Uint8Array, vaultId: Uint8Array, row: SlotRow): Uint8Array =>
  mac(
    key,
    ascii('beian-slot-commitment'),
    vaultId,
    row.id,
    uint(row.kind, 1),
    lengthPrefixed(row.parameters),
    row.public_key,
  )

function openSeeds(wrapKey: Uint8Array, vaultId: Uint8Array, row: SlotRow) {
  const place = {
    vaultId,
    table: 'slot',
    part: 1,
    row: row.id,
    generation: 0,
    revision: 0,
  } as const
  const reader = createByteReader(openSealed(wrapKey, place, row.wrapped_seed), 'wrapped seed')
  const decapsulationKey = reader.take(32)
  const signingSeed = reader.take(32)
  reader.end()
  if (!isEqual(xWing.keygen(decapsulationKey).publicKey, row.public_key)) {
    throw new Error('the public key is not of the wrapped seed')
  }
  return { decapsulationKey, signingSeed }
}

function openPin(pinKey: Uint8Array, vaultId: Uint8Array, row: SlotRow) {
  const place = {
    vaultId,
    table: 'slot',
    part: 2,
    row: row.id,
    generation: 0,
    revision: 0,
  } as const
  const reader = createByteReader(openSealed(pinKey, place, row.pin), 'pin')
  if (!isEqual(reader.take(16), vaultId)) throw new Error('the pin is of another vault')
  if (!isEqual(reader.lengthPrefixed(), row.parameters)) throw new Error('the pin has other costs')
  const custodianId = reader.take(16)
  const pinned = parseCertificate(reader.lengthPrefixed())
  reader.end()
  return { custodianId, pinned }
}

/** Without a secret root where the kind of the slot has none. */
export type Roots = { ledgerRoot: Uint8Array; secretRoot: Uint8Array | undefined }

/**
 * Opens the roots sealed to a slot; generation and commitments are the current certificate's.
 *
 * @throws Refusal `forged` when they do not open.
 */
export function openRoots(vaultId: Uint8Array, slot: OpenSlot, certificate: Certificate): Roots {
  const { row } = slot
  try {
    if (row.sealed_roots.length < CIPHERTEXT_BYTES) throw new Error('sealed roots: length')
    const ciphertext = row.sealed_roots.subarray(0, CIPHERTEXT_BYTES)
    const key = mac(
      xWing.decapsulate(ciphertext, slot.decapsulationKey),
      ascii('beian-slot-roots'),
      vaultId,
      row.id,
      uint(certificate.generation, 4),
      concat(certificate.ledgerCommitment, certificate.secretCommitment),
      row.public_key,
      ciphertext,
    )
    const { generation } = certificate
    const place = { vaultId, table: 'slot', part: 3, row: row.id, generation, revision: 0 } as const
    const roots = openSealed(key, place, row.sealed_roots.subarray(CIPHERTEXT_BYTES))
    const isLedgerOnly = LEDGER_KINDS.includes(row.kind)
    if (roots.length !== (isLedgerOnly ? 32 : 64)) throw new Error('sealed roots: length')
    return {
      ledgerRoot: roots.slice(0, 32),
      secretRoot: isLedgerOnly ? undefined : roots.slice(32),
    }
  } catch (error) {
    throw new Refusal('forged', 'the roots are not those of the certificate', { cause: error })
  }
}
