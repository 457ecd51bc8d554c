import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { decrypt, encrypt, NONCE_BYTES } from './aead.ts'
import { utf8, writeU32, writeU64 } from './bytes.ts'
import { pad, unpad } from './padding.ts'
import { sodium } from './sodium.ts'

/** The one cipher suite of format 1. */
export const SUITE = 1
const SCHEMA = 1
const CONTEXT_BYTES = 60
const DOMAIN = utf8('beian-seal')

const TABLES = { vault: 1, slot: 3, record: 4, attachment: 5, audit: 6 } as const

/** Where a sealed blob stands. It is authenticated, not stored: a blob moved anywhere else does not open. */
export type Place = {
  vaultId: Uint8Array
  table: keyof typeof TABLES
  part: number
  /** 16 bytes. */
  row: Uint8Array
  generation: number
  revision: number
}

/**
 * Encrypts and authenticates `plaintext` for one place in the vault.
 *
 * The result is nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes) over the plaintext padded to 256-byte
 * buckets. Nonces are random, which 24 bytes make safe for the life of a key.
 *
 * @param key - 32 bytes.
 * @see AEAD_XChaCha20_Poly1305, draft-irtf-cfrg-xchacha-03, section 2.
 */
export function seal(key: Uint8Array, place: Place, plaintext: Uint8Array): Uint8Array {
  const padded = pad(plaintext)
  const sealed = encrypt(key, randomBytes(NONCE_BYTES), contextOf(place), padded)
  sodium.memzero(padded)
  return sealed
}

/**
 * Opens what `seal` made for the same place.
 *
 * @throws VaultError `vault-damaged`. Short, altered, wrong key and wrong place can't be told apart.
 */
export function open(key: Uint8Array, place: Place, sealed: Uint8Array): Uint8Array {
  const padded = decrypt(key, contextOf(place), sealed)
  if (padded === undefined) throw damaged(place)
  return unpad(padded)
}

function damaged(place: Place): VaultError {
  return new VaultError('vault-damaged', `a sealed value of ${place.table} does not open`, {
    facts: { table: place.table },
  })
}

function contextOf(place: Place): Uint8Array {
  const context = new Uint8Array(CONTEXT_BYTES)
  context.set(DOMAIN)
  context[11] = SUITE
  context.set(place.vaultId, 12)
  context[28] = TABLES[place.table]
  context[29] = place.part
  context.set(place.row, 30)
  writeU32(context, 46, place.generation)
  writeU64(context, 50, place.revision)
  context[59] = SCHEMA
  return context
}
