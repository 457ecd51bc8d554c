import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { argon2id } from '@noble/hashes/argon2.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { decrypt, encrypt } from '../../../electron/vault/aead.ts'
import { concat, toHex, utf8 } from '../../../electron/vault/bytes.ts'
import { hash, mac } from '../../../electron/vault/hash.ts'
import { createKdfRunner } from '../../../electron/vault/kdf.ts'
import { isSignature, sign, signingKeyOf } from '../../../electron/vault/signature.ts'
import { sodium, sodiumReady } from '../../../electron/vault/sodium.ts'
import { deriveSubkey } from '../../../electron/vault/subkeys.ts'
import argon2Vectors from '../../vectors/argon2id.json' with { type: 'json' }
import blake2bVectors from '../../vectors/blake2b.json' with { type: 'json' }
import ed25519Vectors from '../../vectors/ed25519.json' with { type: 'json' }
import xWingVectors from '../../vectors/x-wing.json' with { type: 'json' }
import xchacha from '../../vectors/xchacha20-poly1305.json' with { type: 'json' }

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const WYCHEPROOF = new URL('../../../../shared/vectors/', import.meta.url)
const KDF_WORKER = new URL('../../../electron/vault/kdf-worker.ts', import.meta.url)

beforeAll(() => sodiumReady)

function bytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

function random(length: number) {
  return fc.uint8Array({ minLength: length, maxLength: length })
}

/** A Wycheproof file, or undefined with one line that says so. */
function wycheproof<T>(name: string): T | undefined {
  const file = new URL(name, WYCHEPROOF)
  if (!existsSync(file)) {
    process.stdout.write(`Wycheproof ${name}: not there, its cases are left out\n`)
    return undefined
  }
  // A published file whose fields the test names.
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

describe('XChaCha20-Poly1305', () => {
  it('gives what the draft prints', () => {
    const { key, nonce, aad, plaintext, ciphertext, tag } = xchacha
    const encrypted = encrypt(bytes(key), bytes(nonce), bytes(aad), bytes(plaintext))
    expect(toHex(encrypted)).toBe(nonce + ciphertext + tag)
    expect(decrypt(bytes(key), bytes(aad), encrypted)).toEqual(bytes(plaintext))
  })

  it('answers to every case of Wycheproof as it should', () => {
    type Case = Record<'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag' | 'result', string>
    const file = wycheproof<{ testGroups: { ivSize: number; tests: Case[] }[] }>(
      'xchacha20_poly1305_test.json',
    )
    const cases = file?.testGroups.flatMap((group) => group.tests) ?? []
    for (const { key, iv, aad, msg, ct, tag, result } of cases) {
      const opened = decrypt(bytes(key), bytes(aad), bytes(iv + ct + tag))
      // A nonce of another length only shifts what is read as ciphertext: it must not open either.
      expect(opened === undefined ? 'invalid' : toHex(opened)).toBe(
        result === 'valid' ? msg : 'invalid',
      )
      if (result !== 'valid') continue
      expect(toHex(encrypt(bytes(key), bytes(iv), bytes(aad), bytes(msg)))).toBe(iv + ct + tag)
    }
    expect(cases).toHaveLength(file === undefined ? 0 : 315)
  })

  it('agrees with a second implementation', () => {
    fc.assert(
      fc.property(
        random(32),
        random(24),
        fc.uint8Array(),
        fc.uint8Array(),
        (key, nonce, context, plaintext) => {
          const theirs = xchacha20poly1305(key, nonce, context).encrypt(plaintext)
          expect(encrypt(key, nonce, context, plaintext)).toEqual(concat(nonce, theirs))
        },
      ),
    )
  })
})

describe('BLAKE2b', () => {
  it('gives what the RFC prints for "abc"', () => {
    expect(toHex(sodium.crypto_generichash(64, utf8('abc'), null))).toBe(blake2bVectors.abc)
  })

  it('passes the self-test of the RFC', () => {
    const { digestBytes, inputBytes, result } = blake2bVectors.selfTest
    const digests: Uint8Array[] = []
    const digest = (length: number, input: Uint8Array, key: Uint8Array | null) => {
      if (length !== 32) return sodium.crypto_generichash(length, input, key)
      return key === null ? hash(input) : mac(key, input)
    }
    for (const length of digestBytes) {
      for (const size of inputBytes) {
        const input = selfTestSequence(size, size)
        digests.push(digest(length, input, null))
        digests.push(digest(length, input, selfTestSequence(length, length)))
      }
    }
    expect(toHex(hash(concat(...digests)))).toBe(result)
  })

  it('agrees with a second implementation, also as the derivation of subkeys', () => {
    fc.assert(
      fc.property(random(32), fc.uint8Array({ maxLength: 300 }), (key, input) => {
        expect(hash(input)).toEqual(blake2b(input, { dkLen: 32 }))
        expect(mac(key, input)).toEqual(blake2b(input, { dkLen: 32, key }))
        const salt = concat(Uint8Array.of(1), new Uint8Array(15))
        const personalization = concat(utf8('overview'), new Uint8Array(8))
        const derived = blake2b(new Uint8Array(0), { dkLen: 32, key, salt, personalization })
        expect(deriveSubkey(key, 'overview')).toEqual(derived)
      }),
    )
  })
})

/** RFC 7693, appendix E: a deterministic sequence. */
function selfTestSequence(length: number, seed: number): Uint8Array {
  let a = Math.imul(0xdead4bad, seed) >>> 0
  let b = 1
  return Uint8Array.from({ length }, () => {
    const t = (a + b) >>> 0
    a = b
    b = t
    return (t >>> 24) & 0xff
  })
}

describe('X-Wing', () => {
  it.each(xWingVectors)('gives what the draft prints for seed $seed', (vector) => {
    const pair = sodium.crypto_kem_xwing_seed_keypair(bytes(vector.seed))
    const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc_deterministic(
      pair.publicKey,
      bytes(vector.eseed),
    )
    expect(sha3(pair.publicKey)).toBe(vector.publicKeySha3)
    expect(sha3(ciphertext)).toBe(vector.ciphertextSha3)
    expect(toHex(sharedSecret)).toBe(vector.sharedSecret)
    expect(toHex(sodium.crypto_kem_xwing_dec(ciphertext, pair.privateKey))).toBe(
      vector.sharedSecret,
    )
  })

  it('agrees with a second implementation, each opening what the other sealed', () => {
    fc.assert(
      fc.property(random(32), (seed) => {
        const ours = sodium.crypto_kem_xwing_seed_keypair(seed)
        const theirs = xWing.keygen(seed)
        expect(theirs.publicKey).toEqual(ours.publicKey)
        const sealed = sodium.crypto_kem_xwing_enc(ours.publicKey)
        expect(xWing.decapsulate(sealed.ciphertext, theirs.secretKey)).toEqual(sealed.sharedSecret)
        const { cipherText, sharedSecret } = xWing.encapsulate(theirs.publicKey)
        expect(sodium.crypto_kem_xwing_dec(cipherText, ours.privateKey)).toEqual(sharedSecret)
      }),
      { numRuns: 10 },
    )
  })
})

function sha3(input: Uint8Array): string {
  return createHash('sha3-256').update(input).digest('hex')
}

describe('Ed25519', () => {
  it.each(ed25519Vectors)(
    'gives what the RFC prints for $publicKey',
    ({ seed, publicKey, message, signature }) => {
      expect(toHex(signingKeyOf(bytes(seed)))).toBe(publicKey)
      expect(toHex(sign(bytes(seed), bytes(message)))).toBe(signature)
      expect(isSignature(bytes(publicKey), bytes(message), bytes(signature))).toBe(true)
      expect(isSignature(bytes(publicKey), bytes(`${message}00`), bytes(signature))).toBe(false)
    },
  )

  it('answers to every case of Wycheproof as it should', () => {
    type Group = { publicKey: { pk: string }; tests: Record<'msg' | 'sig' | 'result', string>[] }
    const file = wycheproof<{ testGroups: Group[] }>('ed25519_test.json')
    let cases = 0
    for (const { publicKey, tests } of file?.testGroups ?? []) {
      for (const { msg, sig, result } of tests) {
        cases++
        expect(isSignature(bytes(publicKey.pk), bytes(msg), bytes(sig))).toBe(result === 'valid')
      }
    }
    expect(cases).toBe(file === undefined ? 0 : 151)
  })
})

describe('Argon2id', () => {
  it('is what the RFC prints in the second implementation, and that agrees with ours', () => {
    const { password, salt, secret, associatedData, passes, memoryKib, lanes, tag } =
      argon2Vectors.rfc9106
    const options = { t: passes, m: memoryKib, p: lanes, dkLen: 32 }
    const published = argon2id(bytes(password), bytes(salt), {
      ...options,
      key: bytes(secret),
      personalization: bytes(associatedData),
    })
    expect(toHex(published)).toBe(tag)
    fc.assert(
      fc.property(
        fc.uint8Array(),
        random(16),
        fc.integer({ min: 1, max: 4 }),
        (passphrase, ownSalt, t) => {
          const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13
          const ours = sodium.crypto_pwhash(32, passphrase, ownSalt, t, 64 * 1024, algorithm)
          expect(ours).toEqual(argon2id(passphrase, ownSalt, { t, m: 64, p: 1, dkLen: 32 }))
        },
      ),
      { numRuns: 10 },
    )
  })

  it('in its worker gives what the reference program prints', async () => {
    const deriveKey = createKdfRunner(KDF_WORKER)
    deriveKey.warm()
    for (const { password, salt, passes, memoryKib, tag } of argon2Vectors.reference) {
      const cost = { opsLimit: passes, memLimitBytes: memoryKib * 1024 }
      expect(toHex(await deriveKey(utf8(password), utf8(salt), cost))).toBe(tag)
    }
  })
})
