import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CODE_BYTES,
  formatRecoveryCode,
  parseRecoveryCode,
} from '../../../electron/vault/recovery-kit.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const code = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })
const wrong = expect.objectContaining({ code: 'wrong-recovery-kit' })

describe('a recovery code', () => {
  it('reads back as it was written, in eight groups of five', () => {
    fc.assert(
      fc.property(code, (bytes) => {
        const groups = formatRecoveryCode(bytes)
        expect(groups).toHaveLength(8)
        for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(parseRecoveryCode(groups.join('-'))).toEqual(bytes)
      }),
    )
  })

  it('reads lower case, the letters that look like digits, and any spaces and dashes', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('', ' ', ' - ', '–', '\n'), (bytes, separator) => {
        const typed = formatRecoveryCode(bytes)
          .join(separator)
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
        expect(parseRecoveryCode(typed)).toEqual(bytes)
      }),
    )
  })

  it('does not read with any single wrong digit, and says which group', () => {
    fc.assert(
      fc.property(code, fc.nat(39), fc.constantFrom(...ALPHABET), (bytes, at, digit) => {
        const typed = [...formatRecoveryCode(bytes).join('')]
        fc.pre(typed[at] !== digit)
        typed[at] = digit
        expect(() => parseRecoveryCode(typed.join(''))).toThrow(
          expect.objectContaining({
            code: 'wrong-recovery-kit',
            facts: { group: Math.floor(at / 5) + 1 },
          }),
        )
      }),
    )
  })

  it('does not read with two digits of a group swapped, or two groups', () => {
    fc.assert(
      fc.property(code, fc.nat(7), fc.nat(4), fc.nat(4), fc.nat(7), (bytes, group, a, b, other) => {
        const groups = formatRecoveryCode(bytes).map((one) => [...one])
        const swapped = groups.map((one) => [...one])
        const own = swapped[group] ?? []
        fc.pre(own[a] !== own[b])
        ;[own[a], own[b]] = [own[b] ?? '', own[a] ?? '']
        expect(() => parseRecoveryCode(swapped.flat().join(''))).toThrow(wrong)
        fc.pre(group !== other)
        const moved = [...groups]
        ;[moved[group], moved[other]] = [groups[other] ?? [], groups[group] ?? []]
        expect(() => parseRecoveryCode(moved.flat().join(''))).toThrow(wrong)
      }),
    )
  })

  it('does not read with another length or with signs that are none of it', () => {
    const typed = formatRecoveryCode(new Uint8Array(CODE_BYTES)).join('-')
    for (const text of [
      '',
      '0',
      typed.slice(0, -1),
      `${typed}0`,
      typed.replace('0', 'U'),
      typed.replace('0', '*'),
    ]) {
      expect(() => parseRecoveryCode(text)).toThrow(wrong)
    }
  })
})
