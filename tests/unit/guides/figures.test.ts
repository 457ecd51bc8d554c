import { describe, expect, it } from 'vitest'
import type { GuideId, MaterialNeed } from '../../../shared/guides/guide.ts'
import { guideOf } from '../../../shared/guides/guide-list.ts'

type Figures = [guide: GuideId, clock: string, unit: string, from: number, to: number]

/** How long everything takes, as the sources have it. */
const CLOCKS: readonly Figures[] = [
  ['m', 'sms-check', 'hours', 24, 24],
  ['m', 'provider-review', 'working-days', 1, 2],
  ['m', 'bureau-review', 'working-days', 1, 20],
  ['c', 'provider-reset', 'working-days', 1, 3],
  ['e', 'transfer', 'working-days', 5, 10],
  ['b', 'bureau-window', 'working-days', 3, 15],
  ['f', 'bureau-window', 'working-days', 3, 15],
  ['g', 'bureau-window', 'working-days', 3, 15],
  ['b', 'first-inquiry', 'working-days', 3, 3],
  ['d', 'agency-answer', 'working-days', 3, 3],
  ['t4', 'provider-complaint', 'calendar-days', 15, 15],
  ['t4', 'appeal-acceptance', 'working-days', 5, 5],
  ['t4', 'mediation', 'calendar-days', 30, 30],
]

describe('the clocks', () => {
  it.each(CLOCKS)('%s/%s runs for %s, %i to %i', (guide, clock, unit, from, to) => {
    const rule = guideOf(guide)?.clocks.find(({ id }) => id === clock)
    expect(rule).toMatchObject({ unit, from, to })
  })

  it('lets a bureau’s or provider’s own figures take the place of guessed ones only', () => {
    const own = (guide: GuideId, clock: string) =>
      guideOf(guide)?.clocks.find(({ id }) => id === clock)?.isOverridable
    for (const guide of ['b', 'f', 'g'] as const) expect(own(guide, 'bureau-window')).toBe(true)
    expect(own('c', 'provider-reset')).toBe(true)
    for (const id of ['provider-complaint', 'appeal-acceptance', 'mediation']) {
      expect(own('t4', id)).toBe(false)
    }
    expect(own('m', 'sms-check')).toBe(false)
  })

  it('shows the same range before the start as the clocks run', () => {
    const shown = (guide: GuideId) => guideOf(guide)?.duration
    expect(shown('c')).toEqual({ unit: 'working-days', from: 1, to: 3 })
    expect(shown('e')).toEqual({ unit: 'working-days', from: 5, to: 10 })
    expect(shown('m')).toEqual({ unit: 'working-days', from: 2, to: 22 })
    for (const guide of ['b', 'f', 'g'] as const) {
      expect(shown(guide)).toEqual({ unit: 'working-days', from: 3, to: 15 })
    }
  })
})

const SEAL = 'seal'
const AGENT = 'seal-legal-representative-and-agent'
type Want = [
  need: string,
  form: MaterialNeed['form'],
  seal: MaterialNeed['seal'],
  isRequired: boolean,
]

/** The materials matrix for a unit's filing: what each guide asks for, no more and no less. */
const MATRIX: Readonly<Partial<Record<GuideId, readonly Want[]>>> = {
  a1: [
    ['domain-certificate', 'to-hand', 'none', true],
    ['licence', 'numbers-only', 'none', true],
    ['responsible-id', 'numbers-only', 'none', true],
  ],
  b: [
    ['province-form', 'original', SEAL, false],
    ['statement', 'original', SEAL, true],
    ['licence-copy', 'copy', SEAL, true],
    ['legal-representative-id', 'copy', SEAL, true],
    ['responsible-id', 'copy', 'none', true],
    ['domain-certificate', 'copy', 'none', true],
    ['authorization', 'original', AGENT, false],
    ['agent-id', 'copy', 'none', false],
    ['standing-authorization', 'copy', 'seal-and-legal-representative', false],
  ],
  c: [
    ['licence-copy', 'copy', SEAL, true],
    ['responsible-id', 'copy', 'none', true],
    ['authorization', 'original', AGENT, true],
    ['domain-certificate', 'copy', 'none', true],
    ['legal-representative-id', 'copy', SEAL, false],
    ['standing-authorization', 'copy', 'seal-and-legal-representative', false],
  ],
  d: [
    ['contract', 'to-hand', 'none', true],
    ['written-request', 'original', SEAL, true],
    ['authorization', 'original', AGENT, true],
    ['licence-shown', 'to-hand', 'none', true],
  ],
  e: [
    ['licence-old', 'copy', SEAL, true],
    ['licence-new', 'copy', SEAL, true],
    ['transfer-agreement', 'original', 'both-parties-seal-and-legal-representatives', true],
    ['notarial-certificate', 'original', 'notary', true],
    ['domain-certificate', 'copy', 'none', true],
    ['responsible-id', 'copy', 'none', true],
    ['legal-representative-id-old', 'copy', SEAL, true],
    ['legal-representative-id-new', 'copy', SEAL, true],
    ['authorization', 'original', AGENT, false],
    ['name-change-letter', 'original', SEAL, false],
  ],
  f: [
    ['licence-copy', 'copy', SEAL, true],
    ['responsible-id', 'copy', 'none', true],
    ['statement', 'original', SEAL, true],
    ['domain-certificate', 'copy', 'none', true],
    ['legal-representative-id', 'copy', SEAL, false],
    ['authorization', 'original', AGENT, false],
    ['agent-id', 'copy', 'none', false],
    ['province-form', 'original', SEAL, false],
    ['standing-authorization', 'copy', 'seal-and-legal-representative', false],
  ],
  g: [
    ['special-statement', 'original', SEAL, true],
    ['filing-archive', 'copy', 'none', true],
    ['licence-copy', 'copy', SEAL, true],
    ['responsible-id', 'copy', 'none', true],
    ['domain-certificate', 'copy', 'none', true],
    ['legal-representative-id', 'copy', SEAL, false],
    ['authorization', 'original', AGENT, false],
    ['agent-id', 'copy', 'none', false],
    ['province-form', 'original', SEAL, false],
  ],
}

describe('the materials', () => {
  it.each(Object.entries(MATRIX))('of guide %s are those of the matrix', (id, wanted) => {
    const asked = guideOf(id)?.materials.map(
      (need): Want => [need.id, need.form, need.seal, need.isRequired],
    )
    expect(asked).toEqual(wanted)
  })

  it('are the same for both ways of self-service', () => {
    expect(guideOf('a2')?.materials).toEqual(guideOf('a1')?.materials)
  })

  it('ask for both sides of the responsible person’s ID', () => {
    for (const id of ['b', 'c', 'e', 'f', 'g'] as const) {
      const need = guideOf(id)?.materials.find((one) => one.id === 'responsible-id')
      expect(need?.isBothSides, id).toBe(true)
    }
  })

  it('say that not every bureau wants the notarial certificate', () => {
    const need = guideOf('e')?.materials.find((one) => one.id === 'notarial-certificate')
    expect(need?.remark?.zh).toContain('部分管局不要求')
  })
})
