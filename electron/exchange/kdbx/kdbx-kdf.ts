import { createCipheriv } from 'node:crypto'
import { argon2d, argon2id } from 'hash-wasm'
import { VaultError } from '../../../shared/errors.ts'
import { KDF_BOUNDS, MAX_UNLOCK_WORK } from '../../vault/passphrase.ts'
import { sha256 } from './bytes.ts'
import type { VariantMap } from './variant-map.ts'

const ARGON2D = 'ef636ddf8c29444b91f7a9a403e30a0c'
const ARGON2ID = '9e298b1956db4773b23dfc3ec6f0a1e6'
const AES_KDF = '7c02bb8279a74ac0927d114a00648238'
const AES_KDF_3 = 'c9d9f39a628a4460bf740d08c18a4fea'

/** Argon2 1.3. */
const ARGON2_VERSION = 0x13n
const MAX_LANES = 64
/** About half a minute. */
const MAX_AES_ROUNDS = 1_000_000_000n
const AES_STEP = 1_000_000
const NEW_MEMORY_BYTES = 64 * 1024 * 1024

/** What the 32-bit fields of a KDF's table are. */
export const KDF_SHORT_FIELDS: ReadonlySet<string> = new Set(['P', 'V'])

/**
 * Turns the composite key into the transformed key by the parameters of a file, which anybody can have altered:
 * the bounds are checked before any memory is taken.
 *
 * libsodium has neither Argon2d nor several lanes, and both are usual here.
 *
 * @throws VaultError `kdf-parameters-refused`, `file-unreadable` for an unknown derivation
 */
export async function transformKey(key: Uint8Array, parameters: VariantMap): Promise<Uint8Array> {
  const id = parameters.get('$UUID')
  switch (typeof id === 'object' ? Buffer.from(id).toString('hex') : '') {
    case ARGON2D:
      return await argon2d(argon2Options(key, parameters))
    case ARGON2ID:
      return await argon2id(argon2Options(key, parameters))
    case AES_KDF:
    case AES_KDF_3:
      return transformByAes(key, parameters)
    default:
      throw new VaultError('file-unreadable', 'an unknown key derivation')
  }
}

/**
 * The parameters of a new file: Argon2id, one lane, by default twelve passes of 64 MiB. That is the work of the
 * vault's three passes of 256 MiB, in as much memory as a telephone gives an app.
 */
export function newArgon2idParameters(salt: Uint8Array, passes = 12): VariantMap {
  return new Map<string, bigint | Uint8Array>([
    ['$UUID', Buffer.from(ARGON2ID, 'hex')],
    ['I', BigInt(passes)],
    ['M', BigInt(NEW_MEMORY_BYTES)],
    ['P', 1n],
    ['S', salt],
    ['V', ARGON2_VERSION],
  ])
}

function argon2Options(password: Uint8Array, parameters: VariantMap) {
  const salt = parameters.get('S')
  const iterations = small(parameters, 'I')
  const memoryBytes = small(parameters, 'M')
  const parallelism = small(parameters, 'P')
  if (typeof salt !== 'object' || salt.length < 8 || salt.length > 64) throw refused(parameters)
  // K and A (a secret key, associated data) are written by no program known.
  const isUsual =
    parameters.get('V') === ARGON2_VERSION && !parameters.has('K') && !parameters.has('A')
  const isBounded =
    iterations >= 1 &&
    memoryBytes >= 8 * 1024 * parallelism &&
    memoryBytes <= KDF_BOUNDS.maxMemLimitBytes &&
    parallelism >= 1 &&
    parallelism <= MAX_LANES &&
    iterations * memoryBytes <= MAX_UNLOCK_WORK
  if (!isUsual || !isBounded) throw refused(parameters)
  const memorySize = Math.floor(memoryBytes / 1024)
  const outputType = 'binary' as const
  return { password, salt, iterations, memorySize, parallelism, hashLength: 32, outputType }
}

/** Each half encrypted again and again: CBC over zeros does just that, in the native code of one call. */
function transformByAes(key: Uint8Array, parameters: VariantMap): Uint8Array {
  const seed = parameters.get('S')
  const rounds = parameters.get('R')
  const isSound = typeof seed === 'object' && seed.length === 32 && typeof rounds === 'bigint'
  if (!isSound || rounds < 1n || rounds > MAX_AES_ROUNDS) throw refused(parameters)
  const zeros = new Uint8Array(16 * AES_STEP)
  const half = (start: number) => {
    let block = key.subarray(start, start + 16)
    for (let left = Number(rounds); left > 0; left -= AES_STEP) {
      const count = Math.min(left, AES_STEP)
      const cipher = createCipheriv('aes-256-cbc', seed, block)
      block = new Uint8Array(cipher.update(zeros.subarray(0, 16 * count)).subarray(-16))
    }
    return block
  }
  return sha256(half(0), half(16))
}

/** A number that fits; anything else is out of any bound. */
function small(parameters: VariantMap, name: string): number {
  const value = parameters.get(name)
  const isNumber = typeof value === 'bigint' && value >= 0n && value <= 0x1_0000_0000_00n
  return isNumber ? Number(value) : Number.NaN
}

function refused(parameters: VariantMap): VaultError {
  const memory = small(parameters, 'M')
  return new VaultError('kdf-parameters-refused', 'the key derivation is out of bounds', {
    facts: {
      opsLimit: small(parameters, 'I') || 0,
      memLimitMiB: Math.round((memory || 0) / 1024 / 1024),
    },
  })
}
