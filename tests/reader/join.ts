import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js'
import { ascii, concat, createByteReader, isEqual, uint, zeros } from './bytes.ts'
import { sixWords } from './check-words.ts'
import { hash, slotKeys } from './keys.ts'
import { Refusal } from './refusal.ts'
import { openSealed } from './sealed.ts'
import { isSignedBy, signingPublicKey } from './signature.ts'

const SIGNATURE_BYTES = 64

/** What somebody who joins hands to a custodian (section 4.3). */
export type JoinRequest = {
  id: Uint8Array
  name: string
  madeAt: number
  opsLimit: number
  memLimitBytes: number
  publicKey: Uint8Array
  signingKey: Uint8Array
  words: string[]
}

/** What the joiner's machine keeps, opened. */
export type LocalKeys = {
  request: JoinRequest
  decapsulationKey: Uint8Array
  signingSeed: Uint8Array
}

/** @throws Refusal `damaged` */
export function parseRequest(bytes: Uint8Array): JoinRequest {
  const reader = createByteReader(bytes, 'request')
  if (!isEqual(reader.take(8), ascii('BEIANJRQ')) || reader.uint(2) !== 1) throw damaged('mark')
  const name = new TextDecoder('utf-8', { fatal: true }).decode(reader.lengthPrefixed())
  const request = {
    id: hash(bytes).slice(0, 16),
    name,
    madeAt: reader.uint(8),
    opsLimit: reader.uint(4),
    memLimitBytes: reader.uint(8),
    publicKey: reader.take(1216),
    signingKey: reader.take(32),
    words: sixWords('beian-join-request', bytes),
  }
  const signature = reader.take(SIGNATURE_BYTES)
  reader.end()
  const signed = bytes.subarray(0, -SIGNATURE_BYTES)
  if (!isSignedBy(request.signingKey, signed, signature)) throw damaged('signature')
  return request
}

/**
 * Opens what a joiner's machine keeps.
 *
 * @param slotKeyOf - the slot key for parameters of kind 1.
 * @throws Refusal `damaged`, or `does-not-open` for a wrong passphrase.
 */
export function openLocal(
  local: Uint8Array,
  slotKeyOf: (parameters: Uint8Array) => Uint8Array,
): LocalKeys {
  const reader = createByteReader(local, 'keys of a joiner')
  if (!isEqual(reader.take(8), ascii('BEIANJLC')) || reader.uint(2) !== 1) throw damaged('mark')
  const salt = reader.take(16)
  const request = parseRequest(reader.lengthPrefixed())
  const { opsLimit, memLimitBytes, id: row } = request
  const slotKey = slotKeyOf(concat(uint(1, 1), uint(opsLimit, 4), uint(memLimitBytes, 8), salt))
  const place = {
    vaultId: zeros(16),
    table: 'slot',
    part: 5,
    row,
    generation: 0,
    revision: 0,
  } as const
  try {
    const seeds = openSealed(slotKeys(slotKey).wrap, place, reader.rest())
    const decapsulationKey = seeds.slice(0, 32)
    const signingSeed = seeds.slice(32)
    const isOwn =
      seeds.length === 64 &&
      isEqual(xWing.keygen(decapsulationKey).publicKey, request.publicKey) &&
      isEqual(signingPublicKey(signingSeed), request.signingKey)
    if (!isOwn) throw damaged('seeds')
    return { request, decapsulationKey, signingSeed }
  } catch (error) {
    throw new Refusal('does-not-open', 'the joiner’s keys do not open', { cause: error })
  }
}

const damaged = (what: string) => new Refusal('damaged', `request to join: ${what}`)
