import { sodium } from './sodium.ts'

/** Signs by Ed25519 (RFC 8032). @param seed - 32 bytes. @returns 64 bytes. */
export function sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  const { privateKey } = sodium.crypto_sign_seed_keypair(seed)
  const signature = sodium.crypto_sign_detached(message, privateKey)
  sodium.memzero(privateKey)
  return signature
}

/** The public key, 32 bytes, of a seed. */
export function signingKeyOf(seed: Uint8Array): Uint8Array {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed)
  sodium.memzero(privateKey)
  return publicKey
}

/** Whether a signature is right. Anything that is no signature or no key is simply not right. */
export function isSignature(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  return sodium.crypto_sign_verify_detached(signature, message, publicKey)
}
