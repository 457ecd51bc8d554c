import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { pad, unpad } from '../../../electron/vault/padding.ts'
import { open, type Place, seal } from '../../../electron/vault/seal.ts'
import { sodiumReady } from '../../../electron/vault/sodium.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

beforeAll(() => sodiumReady)

const damaged = expect.objectContaining({ code: 'vault-damaged' })
const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
const id = fc.uint8Array({ minLength: 16, maxLength: 16 })
const place: fc.Arbitrary<Place> = fc.record({
  vaultId: id,
  table: fc.constantFrom('vault', 'slot', 'record', 'attachment', 'audit'),
  part: fc.integer({ min: 1, max: 4 }),
  row: id,
  generation: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  revision: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
})

describe('a sealed value', () => {
  it('opens to what was sealed, and its length tells only a bucket of 256 bytes', () => {
    fc.assert(
      fc.property(key, place, fc.uint8Array({ maxLength: 2000 }), (k, p, plaintext) => {
        const sealed = seal(k, p, plaintext)
        expect(sealed.length).toBe(40 + 256 * (Math.floor(plaintext.length / 256) + 1))
        expect(open(k, p, sealed)).toEqual(plaintext)
      }),
    )
  })

  it('is never the same twice', () => {
    const p = {
      vaultId: new Uint8Array(16),
      table: 'record',
      part: 1,
      row: new Uint8Array(16),
      generation: 1,
      revision: 1,
    } as const
    const once = seal(new Uint8Array(32), p, new Uint8Array(3))
    expect(seal(new Uint8Array(32), p, new Uint8Array(3))).not.toEqual(once)
  })

  it('does not open with any bit flipped, cut short or made longer', () => {
    fc.assert(
      fc.property(
        key,
        place,
        fc.uint8Array({ maxLength: 600 }),
        fc.nat(),
        fc.nat(7),
        (k, p, plaintext, at, bit) => {
          const sealed = seal(k, p, plaintext)
          const flipped = Uint8Array.from(sealed)
          const index = at % sealed.length
          flipped[index] = (flipped[index] ?? 0) ^ (1 << bit)
          expect(() => open(k, p, flipped)).toThrow(damaged)
          expect(() => open(k, p, sealed.subarray(0, index))).toThrow(damaged)
          expect(() => open(k, p, Uint8Array.from([...sealed, 0]))).toThrow(damaged)
        },
      ),
    )
  })

  it('does not open in any other place or with another key', () => {
    fc.assert(
      fc.property(key, place, place, key, fc.uint8Array(), (k, p, other, otherKey, plaintext) => {
        const sealed = seal(k, p, plaintext)
        for (const field of [
          'vaultId',
          'table',
          'part',
          'row',
          'generation',
          'revision',
        ] as const) {
          fc.pre(JSON.stringify(p[field]) !== JSON.stringify(other[field]))
          expect(() => open(k, { ...p, [field]: other[field] }, sealed)).toThrow(damaged)
        }
        expect(() => open(otherKey, p, sealed)).toThrow(damaged)
      }),
    )
  })
})

describe('padding', () => {
  it('comes off again, whatever the content ends with', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1100 }), fc.nat(40), (content, zeros) => {
        const plaintext = Uint8Array.from([...content, 0x80, ...new Uint8Array(zeros)])
        expect(unpad(pad(plaintext))).toEqual(plaintext)
        expect(pad(plaintext).length % 256).toBe(0)
      }),
    )
  })

  it('is refused when it is not there', () => {
    for (const bytes of [[], [0, 0], [1], [0x80, 1]]) {
      expect(() => unpad(Uint8Array.from(bytes))).toThrow(damaged)
    }
  })
})
