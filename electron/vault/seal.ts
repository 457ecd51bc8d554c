import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { decrypt, decryptWith, encrypt } from './aead.ts'
import { utf8, writeU32, writeU64 } from './bytes.ts'
import { pad, unpad } from './padding.ts'
import { sodium } from './sodium.ts'
import { NONCE_BYTES } from './sodium-heap.ts'

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

/**
 * Opens what `seal` made, for `read` to look at in place: no copy of the plaintext is made, and it is wiped
 * when `read` returns. `read` must keep no part of it and call nothing of libsodium.
 *
 * @throws VaultError `vault-damaged`, as `open`, and what `read` throws.
 */
export function openWith<T>(
  key: Uint8Array,
  place: Place,
  sealed: Uint8Array,
  read: (plaintext: Uint8Array) => T,
): T {
  const opened = decryptWith(key, contextOf(place), sealed, (padded) => read(unpad(padded)))
  if (opened === undefined) throw damaged(place)
  return opened.value
}

function damaged(place: Place): VaultError {
  return new VaultError('vault-damaged', `a sealed value of ${place.table} does not open`, {
    facts: { table: place.table },
  })
}

/** Used again and again: it holds no secret, and the cipher takes a copy before the next is asked for. */
const context = new Uint8Array(CONTEXT_BYTES)

function contextOf(place: Place): Uint8Array {
  // Whole: nothing of the place before may show through where a field were shorter than it should be.
  context.fill(0)
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
