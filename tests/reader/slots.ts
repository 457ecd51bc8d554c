import { argon2id } from '@noble/hashes/argon2.js'
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js'
import { ascii, concat, createByteReader, isEqual, lengthPrefixed, uint } from './bytes.ts'
import { type Certificate, parseCertificate } from './certificates.ts'
import type { SlotRow } from './container.ts'
import { mac, slotKeys } from './keys.ts'
import { parseRecoveryCode } from './recovery-code.ts'
import { Refusal } from './refusal.ts'
import { openSealed } from './sealed.ts'

export const SLOT_KINDS = { passphrase: 1, 'recovery-kit': 2 } as const

/** What a person brings to open the vault. */
export type Credential =
  | { kind: 'passphrase'; passphrase: Uint8Array }
  | { kind: 'recovery-kit'; code: string }

export type KdfCost = { opsLimit: number; memLimitBytes: number }

export type OpenSlot = {
  row: SlotRow
  kdf: KdfCost | undefined
  custodianId: Uint8Array
  decapsulationKey: Uint8Array
  signingSeed: Uint8Array
  pinned: Certificate
}

const MAX_SLOTS = 64
const MEBIBYTE = 1024 * 1024
const CIPHERTEXT_BYTES = 1120

/** Section 4. @throws Refusal `refused-parameters`, before any memory is taken. */
export function parsePassphraseParameters(parameters: Uint8Array): KdfCost & { salt: Uint8Array } {
  const refused = (what: string) => new Refusal('refused-parameters', `slot parameters: ${what}`)
  if (parameters.length !== 29 || parameters[0] !== 1) throw refused('form')
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
  credential: Credential,
): OpenSlot {
  if (rows.length > MAX_SLOTS) throw new Refusal('damaged', 'more than 64 slots')
  const keyOf = createSlotKeyDeriver(vaultId, credential)
  for (const row of rows) {
    if (row.kind !== SLOT_KINDS[credential.kind]) continue
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

function createSlotKeyDeriver(vaultId: Uint8Array, credential: Credential) {
  if (credential.kind === 'recovery-kit') {
    const code = parseRecoveryCode(credential.code)
    return (row: SlotRow) => ({
      slotKey: mac(code, ascii('beian-recovery-kit'), vaultId, parseKitSalt(row.parameters)),
      kdf: undefined,
    })
  }
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    credential.passphrase,
  )
  const passphrase = new TextEncoder().encode(text.normalize('NFKC'))
  return (row: SlotRow) => {
    const { salt, ...kdf } = parsePassphraseParameters(row.parameters)
    const cost = { t: kdf.opsLimit, m: kdf.memLimitBytes / 1024, p: 1, dkLen: 32 }
    return { slotKey: argon2id(passphrase, salt, cost), kdf }
  }
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

export type Roots = { ledgerRoot: Uint8Array; secretRoot: Uint8Array }

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
    if (roots.length !== 64) throw new Error('sealed roots: length')
    return { ledgerRoot: roots.slice(0, 32), secretRoot: roots.slice(32) }
  } catch (error) {
    throw new Refusal('forged', 'the roots are not those of the certificate', { cause: error })
  }
}
