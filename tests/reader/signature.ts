import { createPrivateKey, createPublicKey, verify } from 'node:crypto'
import { concat } from './bytes.ts'

/** RFC 8410: what stands before the 32 bytes of a key in its DER form. */
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Whether `signature` (64 bytes) is Ed25519 by `publicKey` (32 bytes) over `message`. */
export function isSignedBy(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = createPublicKey({
    key: Buffer.from(concat(PUBLIC_KEY_PREFIX, publicKey)),
    format: 'der',
    type: 'spki',
  })
  return verify(null, message, key, signature)
}

/** The Ed25519 public key (32 bytes) of a seed (32 bytes). */
export function signingPublicKey(seed: Uint8Array): Uint8Array {
  const privateKey = createPrivateKey({
    key: Buffer.from(concat(SEED_PREFIX, seed)),
    format: 'der',
    type: 'pkcs8',
  })
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return Uint8Array.from(der.subarray(PUBLIC_KEY_PREFIX.length))
}
