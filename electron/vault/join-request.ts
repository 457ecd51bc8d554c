import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import {
  concat,
  createByteReader,
  fromUtf8,
  isEqual,
  lengthPrefixed,
  toHex,
  u16,
  u32,
  u64,
  utf8,
} from './bytes.ts'
import { fingerprintOf, slowDigest } from './fingerprint.ts'
import { hash } from './hash.ts'
import {
  type DeriveKey,
  encodePassphraseParameters,
  type KdfCost,
  SALT_BYTES,
} from './passphrase.ts'
import { open, type Place, seal } from './seal.ts'
import { isSignature, sign, signingKeyOf } from './signature.ts'
import type { SlotSeeds } from './slot.ts'
import { derivePassphraseKey } from './slot-finding.ts'
import { makeSeeds } from './slot-making.ts'
import { sodium, sodiumReady } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

/** What somebody who joins hands to a custodian, as read. */
export type JoinRequest = {
  /** 32 hex digits. */
  id: string
  name: string
  /** Unix ms. */
  createdAt: number
  /** Six words over the whole request, to be compared aloud. */
  fingerprint: string[]
}

/** Both halves of a request: `local` stays on the joiner's machine, `request` goes to a custodian. */
export type MadeJoinRequest = { local: Uint8Array; request: Uint8Array }

/** A request's fields, whose signature and bounds are right. */
export type RequestFields = {
  bytes: Uint8Array
  /** 16 bytes. */
  id: Uint8Array
  name: string
  createdAt: number
  /** What the joiner's passphrase will cost. */
  cost: KdfCost
  publicKey: Uint8Array
  signingKey: Uint8Array
}

/** What a joiner's machine keeps, opened. */
export type JoinKeys = { request: RequestFields; seeds: SlotSeeds }

const REQUEST_MAGIC = utf8('BEIANJRQ')
const LOCAL_MAGIC = utf8('BEIANJLC')
const VERSION = 1
const MAX_NAME_BYTES = 240
const KEM_KEY_BYTES = 1216
const SIGNATURE_BYTES = 64

/**
 * Makes the keys of somebody who joins.
 *
 * @returns `local`, the seeds sealed under the passphrase; `request`, some 1.4 kB without any secret.
 * @throws VaultError `kdf-parameters-refused`, `invalid-value` for a name that is empty or too long
 */
export async function createJoinRequest(
  passphrase: Uint8Array,
  kdf: KdfCost,
  { name, createdAt }: { name: string; createdAt: number },
  deriveKey: DeriveKey,
): Promise<MadeJoinRequest> {
  await sodiumReady
  const nameBytes = utf8(name)
  if (name.trim() === '' || nameBytes.length > MAX_NAME_BYTES) {
    throw new VaultError('invalid-value', 'a joiner has a name')
  }
  const salt = new Uint8Array(randomBytes(SALT_BYTES))
  const parameters = encodePassphraseParameters(kdf, salt)
  const slotKey = await derivePassphraseKey(parameters, passphrase, deriveKey)
  const seeds = makeSeeds()
  const { publicKey, privateKey } = sodium.crypto_kem_xwing_seed_keypair(seeds.kem)
  const body = concat(
    REQUEST_MAGIC,
    u16(VERSION),
    lengthPrefixed(nameBytes),
    u64(createdAt),
    u32(kdf.opsLimit),
    u64(kdf.memLimitBytes),
    publicKey,
    signingKeyOf(seeds.signing),
  )
  const request = concat(body, sign(seeds.signing, body))
  const wrapKey = deriveSubkey(slotKey, 'wrap')
  const both = concat(seeds.kem, seeds.signing)
  const sealed = seal(wrapKey, localPlace(idOf(request)), both)
  for (const secret of [slotKey, wrapKey, both, seeds.kem, seeds.signing, privateKey]) {
    sodium.memzero(secret)
  }
  const local = concat(LOCAL_MAGIC, u16(VERSION), salt, lengthPrefixed(request), sealed)
  return { local, request }
}

/**
 * Reads a request that somebody brought.
 *
 * @throws VaultError `join-request-unreadable`
 */
export function parseJoinRequest(request: Uint8Array): JoinRequest {
  const { id, name, createdAt, bytes } = readRequest(request)
  const fingerprint = fingerprintOf(slowDigest('beian-join-request', bytes))
  return { id: toHex(id), name, createdAt, fingerprint }
}

/** @throws VaultError `join-request-unreadable` */
export function readRequest(request: Uint8Array): RequestFields {
  try {
    return checkedRequest(request)
  } catch (cause) {
    throw new VaultError('join-request-unreadable', 'this is no request to join', { cause })
  }
}

/**
 * Opens what a joiner's machine keeps.
 *
 * @throws VaultError `wrong-passphrase`, `join-request-unreadable`, `kdf-parameters-refused`
 */
export async function openLocal(
  local: Uint8Array,
  passphrase: Uint8Array,
  deriveKey: DeriveKey,
): Promise<JoinKeys> {
  const { salt, request, sealed } = readLocal(local)
  const parameters = encodePassphraseParameters(request.cost, salt)
  const slotKey = await derivePassphraseKey(parameters, passphrase, deriveKey)
  const wrapKey = deriveSubkey(slotKey, 'wrap')
  try {
    const both = open(wrapKey, localPlace(request.id), sealed)
    const seeds = { kem: both.slice(0, 32), signing: both.slice(32) }
    sodium.memzero(both)
    return { request, seeds }
  } catch (cause) {
    throw new VaultError('wrong-passphrase', 'the passphrase does not open the joining keys', {
      cause,
      facts: { reason: 'join-local' },
    })
  } finally {
    for (const secret of [slotKey, wrapKey]) sodium.memzero(secret)
  }
}

function readLocal(local: Uint8Array) {
  try {
    const reader = createByteReader(local)
    if (!isEqual(reader.take(8), LOCAL_MAGIC) || reader.u16() !== VERSION) throw unreadable()
    const salt = reader.take(SALT_BYTES)
    const request = checkedRequest(reader.lengthPrefixed())
    return { salt, request, sealed: reader.rest() }
  } catch (cause) {
    throw new VaultError('join-request-unreadable', 'these are no keys of a joiner', { cause })
  }
}

function checkedRequest(request: Uint8Array): RequestFields {
  const reader = createByteReader(request)
  if (!isEqual(reader.take(8), REQUEST_MAGIC) || reader.u16() !== VERSION) throw unreadable()
  const nameBytes = reader.lengthPrefixed()
  const createdAt = reader.u64()
  const cost = { opsLimit: reader.u32(), memLimitBytes: reader.u64() }
  const publicKey = reader.take(KEM_KEY_BYTES)
  const signingKey = reader.take(32)
  const signature = reader.take(SIGNATURE_BYTES)
  reader.end()
  const name = fromUtf8(nameBytes)
  // The cost's bounds are those of a passphrase.
  encodePassphraseParameters(cost, new Uint8Array(SALT_BYTES))
  // A key that nothing can be sealed to is none.
  const { sharedSecret } = sodium.crypto_kem_xwing_enc(publicKey)
  sodium.memzero(sharedSecret)
  const isRight =
    name.trim() !== '' &&
    nameBytes.length <= MAX_NAME_BYTES &&
    isSignature(signingKey, request.subarray(0, -SIGNATURE_BYTES), signature)
  if (!isRight) throw unreadable()
  const bytes = Uint8Array.from(request)
  return { bytes, id: idOf(bytes), name, createdAt, cost, publicKey, signingKey }
}

function unreadable(): VaultError {
  return new VaultError('join-request-unreadable', 'another mark, version or signature')
}

function idOf(request: Uint8Array): Uint8Array {
  return hash(request).slice(0, 16)
}

/** Sealed before there is a vault: in the place of none. */
function localPlace(requestId: Uint8Array): Place {
  const vaultId = new Uint8Array(16)
  return { vaultId, table: 'slot', part: 5, row: requestId, generation: 0, revision: 0 }
}
