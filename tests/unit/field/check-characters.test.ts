import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCheckCharacter } from '../../../shared/field/credit-code.ts'
import { checkIcpNumber } from '../../../shared/field/icp-number.ts'
import { checkMobile } from '../../../shared/field/mobile.ts'
import { normaliseNumber } from '../../../shared/field/normalise.ts'
import {
  checkOrganizationCode,
  organizationCheckCharacter,
} from '../../../shared/field/organization-code.ts'
import { PROVINCES } from '../../../shared/field/province.ts'
import { checkResidentId, residentCheckCharacter } from '../../../shared/field/resident-id.ts'

const TODAY = '2026-11-22'
const textOf = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''))

/** A code with one character replaced by another of the alphabet. */
const withOneSlip = (code: string, alphabet: string) =>
  fc
    .record({ at: fc.nat(code.length - 1), by: fc.constantFrom(...alphabet) })
    .map(({ at, by }) => code.slice(0, at) + by + code.slice(at + 1))
    .filter((slipped) => slipped !== code)

describe('check characters', () => {
  it('of credit codes catch every single slip', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const code = textOf(alphabet, 17).map((body) => body + creditCheckCharacter(body))
    fc.assert(
      fc.property(
        code.chain((good) => fc.tuple(fc.constant(good), withOneSlip(good, alphabet))),
        ([good, slipped]) => {
          fc.pre(!/^(.)\1+$/.test(good))
          expect(checkCreditCode(good).value).toBe(good)
          expect(checkCreditCode(slipped).value).toBeUndefined()
        },
      ),
    )
  })

  it('of organization codes fit what they are made for, and no other fits', () => {
    fc.assert(
      fc.property(textOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 8), (body) => {
        fc.pre(!/^(.)\1+$/.test(body))
        const right = organizationCheckCharacter(body)
        const fitting = [...'0123456789X'].filter(
          (check) => checkOrganizationCode(`${body}-${check}`).value !== undefined,
        )
        expect(fitting).toEqual([right])
      }),
    )
  })

  it('of resident IDs catch every single slip', () => {
    const birth = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
    const id = fc
      .tuple(fc.constantFrom(...PROVINCES), textOf('0123456789', 4), birth, textOf('0123456789', 3))
      .map(([province, area, day, order]) => province.code + area + day + order)
      .map((body) => body + residentCheckCharacter(body))
    fc.assert(
      fc.property(
        id.chain((good) => fc.tuple(fc.constant(good), withOneSlip(good, '0123456789'))),
        ([good, slipped]) => {
          expect(checkResidentId(good, TODAY).value).toBe(good)
          expect(checkResidentId(slipped, TODAY).value).toBeUndefined()
        },
      ),
    )
  })
})

describe('validators', () => {
  it('take their own result again, unchanged', () => {
    const number = fc
      .tuple(
        fc.constantFrom(...PROVINCES),
        textOf('0123456789', 8),
        fc.constantFrom('', '-1', '-12A', '-3X', '-4K'),
      )
      .map(([province, digits, tail]) => `${province.icpPrefix}ICP备${digits}号${tail}`)
    fc.assert(
      fc.property(number, (typed) => {
        const once = checkIcpNumber(typed, 'any', TODAY)
        expect(once.value).toBe(typed)
        expect(checkIcpNumber(once.value ?? '', 'any', TODAY)).toEqual(once)
      }),
    )
  })

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const checked of [
          checkCreditCode(text),
          checkOrganizationCode(text),
          checkResidentId(text, TODAY),
          checkMobile(text),
          checkIcpNumber(text, 'service', TODAY),
        ]) {
          const isRefused = checked.findings.some((finding) => finding.severity === 'refused')
          expect(checked.value === undefined).toBe(isRefused)
        }
      }),
    )
  })

  it('normalise once and for all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(normaliseNumber(normaliseNumber(text))).toBe(normaliseNumber(text))
      }),
    )
  })
})
