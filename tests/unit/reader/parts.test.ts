import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatRecoveryCode } from '../../../electron/vault/recovery-kit.ts'
import { WORDS } from '../../reader/check-words.ts'
import { deriveKey, hash, mac } from '../../reader/keys.ts'
import { parseRecoveryCode } from '../../reader/recovery-code.ts'
import { SCHEMA } from '../../reader/schema.ts'
import { unpad } from '../../reader/sealed.ts'
import { createStreamReader, STREAM_TAGS } from '../../reader/secretstream.ts'
import { isSignedBy, signingPublicKey } from '../../reader/signature.ts'

const DOCUMENT = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8')

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

beforeAll(() => sodium.ready)

describe('the reader and the document', () => {
  it('expect the same schema, word for word', () => {
    const [, block] = /```sql\n([^`]*)```/.exec(DOCUMENT) ?? []
    expect(block?.trim().split('\n')).toEqual(SCHEMA.map(({ sql }) => sql))
  })

  it('expect the same 256 check words, no two alike', () => {
    const [, block] = /```text\n([^`]*)```/.exec(DOCUMENT) ?? []
    expect(block?.replaceAll('\n', '')).toBe(WORDS)
    expect(new Set(WORDS).size).toBe(256)
  })
})

describe('the reader’s own primitives', () => {
  it('derive, hash and authenticate as libsodium does', () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(2 ** 31 - 1),
        (key, text, id) => {
          expect(deriveKey(key, 'overview', id)).toEqual(
            sodium.crypto_kdf_derive_from_key(32, id, 'overview', key),
          )
          expect(hash(text)).toEqual(sodium.crypto_generichash(32, text, null))
          expect(mac(key, text)).toEqual(sodium.crypto_generichash(32, text, key))
        },
      ),
    )
  })

  it('verify signatures of a seed’s key, and no others', () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array({ maxLength: 300 }), (seed, text) => {
        const pair = sodium.crypto_sign_seed_keypair(seed)
        const signature = sodium.crypto_sign_detached(text, pair.privateKey)
        expect(signingPublicKey(seed)).toEqual(pair.publicKey)
        expect(isSignedBy(pair.publicKey, text, signature)).toBe(true)
        signature[0] = (signature[0] ?? 0) ^ 1
        expect(isSignedBy(pair.publicKey, text, signature)).toBe(false)
      }),
    )
  })

  it('open a secretstream of messages of any lengths', () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 100 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(bytes(32), messages, (key, plaintexts) => {
        const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
        const openChunk = createStreamReader(key, header)
        for (const [index, plaintext] of plaintexts.entries()) {
          const tag = index === plaintexts.length - 1 ? STREAM_TAGS.final : STREAM_TAGS.message
          const chunk = sodium.crypto_secretstream_xchacha20poly1305_push(
            state,
            plaintext,
            null,
            tag,
          )
          expect(openChunk(chunk)).toEqual({ tag, message: plaintext })
        }
      }),
    )
  })

  it('refuse padding without its mark, of a wrong length or longer than a bucket', () => {
    expect(unpad(Uint8Array.of(7, 0x80, 0, 0), 4)).toEqual(Uint8Array.of(7))
    for (const wrong of [
      [],
      [0, 0, 0, 0],
      [7, 0, 0, 0],
      [0x80, 0, 0],
      [0x80, 0, 0, 0, 0, 0, 0, 0],
    ]) {
      expect(() => unpad(Uint8Array.from(wrong), 4)).toThrow(/padding/)
    }
  })
})

describe('a recovery code', () => {
  it('is read back as it was made, however it is typed', () => {
    fc.assert(
      fc.property(bytes(20), (code) => {
        const printed = formatRecoveryCode(code).join('-')
        expect(parseRecoveryCode(printed)).toEqual(code)
        const typed = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
        expect(parseRecoveryCode(typed.replaceAll('1', 'l'))).toEqual(code)
      }),
    )
  })

  it('is refused with any one digit wrong, two of a group swapped, or two groups swapped', () => {
    const place = fc.nat(39)
    fc.assert(
      fc.property(bytes(20), place, fc.integer({ min: 1, max: 31 }), place, (code, at, by, to) => {
        const groups = formatRecoveryCode(code)
        const digits = [...groups.join('')]
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const wrong = [...digits]
        wrong[at] = alphabet.charAt(alphabet.indexOf(wrong[at] ?? '') ^ by)
        expect(() => parseRecoveryCode(wrong.join(''))).toThrow(/group/)

        const other = at - (at % 5) + (to % 5)
        const swapped = [...digits]
        swapped[at] = digits[other] ?? ''
        swapped[other] = digits[at] ?? ''
        if (swapped.join('') !== digits.join('')) {
          expect(() => parseRecoveryCode(swapped.join(''))).toThrow(/group/)
        }

        const [a, b] = [Math.floor(at / 5), Math.floor(to / 5)]
        if (a === b) return
        const moved = [...groups]
        moved[a] = groups[b] ?? ''
        moved[b] = groups[a] ?? ''
        expect(() => parseRecoveryCode(moved.join('-'))).toThrow(/group/)
      }),
    )
  })
})
