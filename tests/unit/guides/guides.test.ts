import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../../shared/guides/error-codes.ts'
import type { Guide } from '../../../shared/guides/guide.ts'
import { GUIDE_IDS } from '../../../shared/guides/guide.ts'
import { GUIDES, guideOf } from '../../../shared/guides/guide-list.ts'
import { PRE_FLIGHT } from '../../../shared/guides/pre-flight.ts'
import { RANKING_RULES } from '../../../shared/guides/triage-ranking.ts'
import { NO_PORTAL_ENTRY, SMS_WARNING } from '../../../shared/guides/warning.ts'
import { GuideSchema, NoteSchema, WordsSchema } from './guide-schema.ts'
import { targetsOf, walksOf } from './guide-walk.ts'

const FOLDER = new URL('../../../shared/guides/', import.meta.url)

/** Guides that end with an outcome: the routes and the special cases. */
const RECOVERIES = GUIDES.filter(({ kind }) => kind === 'route' || kind === 'special-case')

describe('the list of guides', () => {
  it('holds every guide that has a file', async () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))
    const modules = await Promise.all(
      files.map(async (name) => Object.values(await import(new URL(name, FOLDER).href))),
    )
    const written = new Set(modules.flat().filter(isGuide))
    expect([...written].map(({ id }) => id).sort()).toEqual(GUIDES.map(({ id }) => id).sort())
  })

  it('holds each known id once, and finds it by its id', () => {
    expect(GUIDES.map(({ id }) => id).sort()).toEqual([...GUIDE_IDS].sort())
    expect(twice(GUIDES.map(({ code }) => code))).toEqual([])
    for (const guide of GUIDES) expect(guideOf(guide.id)).toBe(guide)
    expect(guideOf('from-a-later-version')).toBeUndefined()
  })

  it('leads to every guide from the triage or from another guide', () => {
    const reached = new Set<string>(RANKING_RULES.map(({ guide }) => guide))
    for (const id of reached) {
      const guide = guideOf(id)
      if (guide === undefined) continue
      for (const { to } of targetsOf(guide)) if ('guide' in to) reached.add(to.guide)
    }
    expect(GUIDES.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual(['quarterly'])
  })
})

describe.each(GUIDES)('guide $code', (guide) => {
  it('is written as the schema wants it, in both languages', () => {
    expect(GuideSchema.safeParse(guide).error?.issues ?? []).toEqual([])
  })

  it('uses every id once', () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    const lists = [guide.steps, guide.materials, guide.clocks, guide.notes, guide.preconditions]
    for (const list of lists) expect(twice(ids(list))).toEqual([])
    for (const step of guide.steps) {
      expect(twice(ids(step.question?.answers ?? []))).toEqual([])
      expect(twice(ids(step.findings ?? []))).toEqual([])
    }
  })

  it('branches only to steps and guides that exist', () => {
    const lost = targetsOf(guide).filter(({ to }) => {
      if ('guide' in to) return guideOf(to.guide) === undefined || to.guide === guide.id
      return 'step' in to && !guide.steps.some((step) => step.id === to.step)
    })
    expect(lost).toEqual([])
  })

  it('makes a step depend only on answers of a question before it', () => {
    for (const [index, { id, onlyIf }] of guide.steps.entries()) {
      if (onlyIf === undefined) continue
      const asked = guide.steps.findIndex((step) => step.id === onlyIf.step)
      const known = guide.steps[asked]?.question?.answers.map((answer) => answer.id) ?? []
      expect(asked, id).toBeGreaterThanOrEqual(0)
      expect(asked, id).toBeLessThan(index)
      expect(known, id).toEqual(expect.arrayContaining([...onlyIf.answers]))
    }
  })

  it('leaves no step that cannot be reached', () => {
    const reached = new Set(walksOf(guide).flatMap(({ steps }) => steps))
    expect(guide.steps.filter((step) => !reached.has(step)).map(({ id }) => id)).toEqual([])
  })

  it('starts and stops every clock, and no clock that it does not have', () => {
    const known = guide.clocks.map(({ id }) => id).sort()
    const named = (key: 'startsClocks' | 'stopsClocks') =>
      [...new Set(guide.steps.flatMap((step) => step[key] ?? []))].sort()
    expect(named('startsClocks')).toEqual(known)
    expect(named('stopsClocks')).toEqual(known)
  })

  it('leaves no clock running when it is gone to its end', () => {
    for (const { steps, leadsTo } of walksOf(guide)) {
      if (leadsTo !== undefined && !('end' in leadsTo)) continue
      const running = new Set<string>()
      for (const { startsClocks, stopsClocks } of steps) {
        for (const id of stopsClocks ?? []) running.delete(id)
        for (const id of startsClocks ?? []) running.add(id)
      }
      expect([...running], steps.map(({ id }) => id).join(' → ')).toEqual([])
    }
  })
})

describe.each(RECOVERIES)('recovery $code', (guide) => {
  it('opens with the common pre-flight, in its order', () => {
    const opening = guide.steps.slice(0, PRE_FLIGHT.length)
    expect(opening.map(({ id, text }) => [id, text])).toEqual(
      PRE_FLIGHT.map(({ id, text }) => [id, text]),
    )
    expect(opening.every((step) => step.isPreFlight)).toBe(true)
    expect(guide.steps.slice(PRE_FLIGHT.length).some((step) => step.isPreFlight)).toBe(false)
  })

  it('ends every walk with outcome, change at once, registration and the ledger', () => {
    const through = walksOf(guide).filter(({ leadsTo }) => leadsTo === undefined)
    expect(through.length).toBeGreaterThan(0)
    for (const { steps } of through) {
      const place = (found: (step: Guide['steps'][number]) => boolean) => steps.findIndex(found)
      const outcome = place((step) => step.isOutcome === true)
      const change = place((step) => step.onlyIfOutcome?.includes('sent') === true)
      const registration = place((step) => step.isRegistration === true)
      expect(outcome).toBeGreaterThan(0)
      expect(change).toBeGreaterThan(outcome)
      expect(registration).toBeGreaterThan(change)
      expect(steps.at(-1)?.id).toBe('update-ledger')
      expect(registration).toBeLessThan(steps.length - 1)
    }
    expect(guide.steps.filter((step) => step.isOutcome)).toHaveLength(1)
    expect(guide.outcomes.length).toBeGreaterThan(0)
  })

  it('asks for a change at once for exactly the outcomes that leave a seen password', () => {
    const asked = guide.steps.filter((step) => step.id === 'change-at-once')
    expect(asked.map((step) => step.onlyIfOutcome)).toEqual([['sent', 'temporary']])
  })

  it('leads to M where the portal has no entry', () => {
    if (!guide.isRetiredByMessages) {
      expect(guide.id).toBe('m')
      return
    }
    expect(guide.failures).toContain(NO_PORTAL_ENTRY)
  })
})

describe('what guides have in common', () => {
  it('says since when and by whom messages took the password’s place', () => {
    expect(NoteSchema.safeParse(SMS_WARNING).error?.issues ?? []).toEqual([])
    expect(SMS_WARNING.text.zh).toContain('2020-08-17 起全国系统改为短信核验，入口可能已不存在')
    expect(NO_PORTAL_ENTRY.when.zh).toBe('门户无找回入口')
    expect(NO_PORTAL_ENTRY.to).toEqual({ guide: 'm' })
  })

  it('ends troubles and checks by their steps, without an outcome', () => {
    for (const guide of GUIDES) {
      if (RECOVERIES.includes(guide)) continue
      expect(guide.outcomes).toEqual([])
      expect(guide.steps.some((step) => step.isOutcome)).toBe(false)
    }
  })

  it('turns each finding of the quarterly check into a task', () => {
    const quarterly = guideOf('quarterly')
    for (const step of quarterly?.steps ?? []) expect(step.findings, step.id).toBeDefined()
    const shell = quarterly?.steps.find(({ id }) => id === 'provider-active')?.findings?.[0]
    expect(shell?.tone).toBe('danger')
    expect(shell?.within).toEqual({ unit: 'calendar-days', count: 7 })
  })

  it('explains each old error code once, and leads to a step that exists', () => {
    expect(twice(ERROR_CODES.map(({ code }) => code))).toEqual([])
    for (const { code, meaning, advice, to } of ERROR_CODES) {
      expect(WordsSchema.safeParse(meaning).success, code).toBe(true)
      expect(WordsSchema.safeParse(advice).success, code).toBe(true)
      const steps = guideOf(to.guide)?.steps.map(({ id }) => id) ?? []
      if (to.step !== undefined) expect(steps, code).toContain(to.step)
    }
  })
})

function isGuide(value: unknown): value is Guide {
  return typeof value === 'object' && value !== null && 'steps' in value && 'code' in value
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
