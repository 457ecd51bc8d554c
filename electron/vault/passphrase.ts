import { VaultError } from '../../shared/errors.ts'
import { concat, createByteReader, fromUtf8, u8, u32, u64, utf8 } from './bytes.ts'

/** What one guess of a passphrase costs. */
export type KdfCost = { opsLimit: number; memLimitBytes: number }

/** Runs one Argon2id. @returns 32 bytes. */
export type DeriveKey = (
  passphrase: Uint8Array,
  salt: Uint8Array,
  cost: KdfCost,
) => Promise<Uint8Array>

export const SALT_BYTES = 16
const MIB = 1024 * 1024

/** Below is too cheap for a thief, above is an attack on our memory. */
export const KDF_BOUNDS = {
  minOpsLimit: 3,
  maxOpsLimit: 10,
  minMemLimitBytes: 64 * MIB,
  maxMemLimitBytes: 1024 * MIB,
} as const

/** Most that is derived for one unlock, in bytes times passes: some two minutes where 256 MiB take a second. */
export const MAX_UNLOCK_WORK = 64 * 1024 * MIB

export const DEFAULT_KDF_COST: KdfCost = { opsLimit: 3, memLimitBytes: 256 * MIB }

const ARGON2ID = 1
const JOIN = 5

export function isAcceptableCost(cost: KdfCost): boolean {
  const { opsLimit, memLimitBytes } = cost
  return (
    Number.isInteger(opsLimit) &&
    opsLimit >= KDF_BOUNDS.minOpsLimit &&
    opsLimit <= KDF_BOUNDS.maxOpsLimit &&
    memLimitBytes % 1024 === 0 &&
    memLimitBytes >= KDF_BOUNDS.minMemLimitBytes &&
    memLimitBytes <= KDF_BOUNDS.maxMemLimitBytes
  )
}

/** @throws VaultError `kdf-parameters-refused` */
export function encodePassphraseParameters(cost: KdfCost, salt: Uint8Array): Uint8Array {
  if (!isAcceptableCost(cost)) throw costRefused(cost)
  return concat(u8(ARGON2ID), u32(cost.opsLimit), u64(cost.memLimitBytes), salt)
}

/**
 * Reads a passphrase slot's parameters, which anybody can alter: the bounds are checked here, before
 * any memory is taken.
 *
 * @throws VaultError `kdf-parameters-refused`
 */
export function decodePassphraseParameters(parameters: Uint8Array): KdfCost & { salt: Uint8Array } {
  const { rest, ...cost } = decodeCost(parameters, ARGON2ID)
  return { ...cost, salt: rest }
}

/** Cost, and the 16 bytes after it. @throws VaultError `kdf-parameters-refused` */
function decodeCost(parameters: Uint8Array, type: number): KdfCost & { rest: Uint8Array } {
  const refused = costRefused({ opsLimit: 0, memLimitBytes: 0 })
  if (parameters.length !== 29 || parameters[0] !== type) throw refused
  const reader = createByteReader(parameters.subarray(1))
  const opsLimit = reader.u32()
  const memLimitBytes = Number(
    new DataView(parameters.buffer, parameters.byteOffset + 5).getBigUint64(0),
  )
  reader.take(8)
  const cost = { opsLimit, memLimitBytes }
  if (!isAcceptableCost(cost)) throw costRefused(cost)
  return { ...cost, rest: reader.take(SALT_BYTES) }
}

/**
 * The parameters of a joiner's slot: what their passphrase will cost, and which request it was.
 *
 * @param requestId - 16 bytes.
 * @throws VaultError `kdf-parameters-refused`
 */
export function encodeJoinParameters(cost: KdfCost, requestId: Uint8Array): Uint8Array {
  if (!isAcceptableCost(cost)) throw costRefused(cost)
  return concat(u8(JOIN), u32(cost.opsLimit), u64(cost.memLimitBytes), requestId)
}

/**
 * What one derivation costs, or will cost once a joiner is in, in bytes times passes; nothing where it is
 * refused anyway, or needs none.
 */
export function costOf(parameters: Uint8Array): number {
  try {
    const { opsLimit, memLimitBytes } = decodeCost(
      parameters,
      parameters[0] === JOIN ? JOIN : ARGON2ID,
    )
    return opsLimit * memLimitBytes
  } catch {
    return 0
  }
}

/**
 * The bytes Argon2id takes: the NFKC form, so that the same characters typed on another system or with
 * another input method give the same key.
 *
 * @throws VaultError `wrong-passphrase` when the bytes are not UTF-8.
 */
export function normalizePassphrase(passphrase: Uint8Array): Uint8Array {
  try {
    return utf8(fromUtf8(passphrase).normalize('NFKC'))
  } catch {
    throw new VaultError('wrong-passphrase', 'the passphrase is not text')
  }
}

function costRefused(cost: KdfCost): VaultError {
  return new VaultError('kdf-parameters-refused', 'the cost of guessing is out of bounds', {
    facts: { opsLimit: cost.opsLimit, memLimitMiB: Math.round(cost.memLimitBytes / MIB) },
  })
}
