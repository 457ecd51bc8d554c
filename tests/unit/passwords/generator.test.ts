import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '../../../electron/passwords/filing-facts.ts'
import { generatePassword } from '../../../electron/passwords/generator.ts'
import { policyFindings } from '../../../electron/passwords/policy.ts'
import { DEFAULT_GENERATOR_OPTIONS } from '../../../shared/password.ts'

describe('the generator', () => {
  it('makes what the policy accepts, for any options', () => {
    const specials = fc
      .uniqueArray(fc.constantFrom(...'!@#$%^&*-_=+?./~'), { minLength: 1, maxLength: 16 })
      .map((list) => list.join(''))
    fc.assert(
      fc.property(
        fc.record({
          length: fc.integer({ min: 8, max: 20 }),
          specials,
          isUnambiguous: fc.boolean(),
        }),
        (options) => {
          const value = generatePassword(options, NO_FACTS)
          expect(value).toHaveLength(options.length)
          expect(policyFindings(value, 'generated', NO_FACTS)).toEqual([])
          const used = [...value].filter((character) => /[^a-zA-Z0-9]/.test(character))
          expect(used.length).toBeGreaterThan(0)
          expect(used.every((character) => options.specials.includes(character))).toBe(true)
          if (options.isUnambiguous) expect(value).not.toMatch(/[0O1lI]/)
        },
      ),
    )
  })

  it('draws every character of its alphabet about as often', () => {
    const counts = new Map<string, number>()
    const draws = 4_000
    for (let draw = 0; draw < draws; draw += 1) {
      for (const character of generatePassword(
        { ...DEFAULT_GENERATOR_OPTIONS, length: 20 },
        NO_FACTS,
      )) {
        counts.set(character, (counts.get(character) ?? 0) + 1)
      }
    }
    // 57 letters and digits without 0 O 1 l I, and 12 specials.
    expect(counts.size).toBe(69)
    // Passwords without a digit (8 of 69 signs) are thrown away, so digits come a little oftener; far from a quarter more.
    const expected = (draws * 20) / counts.size
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(expected * 0.75)
      expect(count).toBeLessThan(expected * 1.35)
    }
  })

  it('avoids the facts of the filing', () => {
    const facts = { ...NO_FACTS, domainLabels: ['a', 'b', 'c', 'd', 'e'] }
    for (let draw = 0; draw < 50; draw += 1) {
      expect(generatePassword(DEFAULT_GENERATOR_OPTIONS, facts)).not.toMatch(/[a-e]/i)
    }
  })

  it('refuses specials that are none, and facts that leave nothing', () => {
    const refused = expect.objectContaining({ code: 'invalid-value' })
    for (const specials of ['a', ' ', '！', '!a']) {
      expect(() => generatePassword({ ...DEFAULT_GENERATOR_OPTIONS, specials }, NO_FACTS)).toThrow(
        refused,
      )
    }
    const everything = { ...NO_FACTS, domainLabels: [...'abcdefghijklmnopqrstuvwxyz'] }
    expect(() => generatePassword(DEFAULT_GENERATOR_OPTIONS, everything)).toThrow(refused)
  })

  it('does not repeat itself', () => {
    const made = Array.from({ length: 200 }, () =>
      generatePassword(DEFAULT_GENERATOR_OPTIONS, NO_FACTS),
    )
    expect(new Set(made).size).toBe(200)
  })
})
