import { describe, expect, it } from 'vitest'
import { rankWays } from '../../../electron/cases/triage.ts'
import type { Fact, GuideId } from '../../../shared/guides/guide.ts'
import { FACTS } from '../../../shared/guides/guide.ts'
import { TRIAGE_QUESTIONS } from '../../../shared/guides/triage.ts'
import { RANKING_RULES } from '../../../shared/guides/triage-ranking.ts'
import type { TriageAnswer } from '../../../shared/guides/triage-rule.ts'
import { RankingRuleSchema, TriageQuestionSchema } from './guide-schema.ts'

/** A filing about which all is well but the password. */
const KNOWN: Partial<Record<Fact, TriageAnswer>> = {
  'domain-filed': 'yes',
  'entity-changed': 'no',
  'other-province': 'no',
  'filed-before-2009': 'no',
  'portal-has-entry': 'yes',
  'phone-works': 'yes',
  'mailbox-works': 'yes',
  'provider-known': 'yes',
  'provider-account-works': 'yes',
  'has-access-provider': 'yes',
  'filed-by-agency': 'yes',
  'bureau-platform': 'no',
  'initial-password-missing': 'no',
  'responsible-identity-known': 'yes',
  'certificate-known': 'yes',
  'filing-number-known': 'yes',
  'domain-known': 'yes',
}

describe('the questions', () => {
  it('are written in both languages and say why they matter', () => {
    for (const question of TRIAGE_QUESTIONS) {
      expect(TriageQuestionSchema.safeParse(question).error?.issues ?? []).toEqual([])
    }
  })

  it('ask each fact once', () => {
    expect(TRIAGE_QUESTIONS.map(({ id }) => id).sort()).toEqual([...FACTS].sort())
  })
})

describe('the ranking rules', () => {
  it('are written as the schema wants them, one a guide', () => {
    for (const rule of RANKING_RULES) {
      expect(RankingRuleSchema.safeParse(rule).error?.issues ?? []).toEqual([])
      expect(rule.triggers.length > 0, rule.guide).toBe(rule.triggeredOrder !== undefined)
    }
    const guides = RANKING_RULES.map(({ guide }) => guide)
    expect(new Set(guides).size).toBe(guides.length)
  })

  it('rank self-service, provider, bureau and agency as the articles do', () => {
    expect(order(KNOWN).slice(0, 6)).toEqual(['a1', 'a2', 'c', 'b', 'd', 'm'])
  })

  it('ask about a changed entity, another province and an old filing before all else', () => {
    const special: typeof KNOWN = {
      ...KNOWN,
      'entity-changed': 'yes',
      'other-province': 'yes',
      'filed-before-2009': 'yes',
    }
    expect(order(special).slice(0, 4)).toEqual(['e', 'f', 'g', 'a1'])
  })

  it('put M first where the portal has no entry, and self-service out', () => {
    const ways = rank({ ...KNOWN, 'portal-has-entry': 'no' })
    expect(ways[0]?.guideId).toBe('m')
    const standing = (id: GuideId) => ways.find(({ guideId }) => guideId === id)?.standing
    expect(standing('a1')).toBe('excluded')
    expect(standing('a2')).toBe('excluded')
  })

  it('offer the mailbox, then the provider, where the phone is dead', () => {
    const ways = rank({ ...KNOWN, 'phone-works': 'no' })
    expect(ways.slice(0, 2).map(({ guideId }) => guideId)).toEqual(['a2', 'c'])
    const a1 = ways.find(({ guideId }) => guideId === 'a1')
    expect(a1?.standing).toBe('lacking')
    expect(a1?.missing.map(({ zh }) => zh).join()).toContain('登记的手机收不了短信')
  })

  it('find the platform first where nobody knows it', () => {
    expect(order({ ...KNOWN, 'provider-known': 'no' })[0]).toBe('t6')
  })

  it('say of an unfiled domain that there is nothing to recover', () => {
    const ways = rank({ 'domain-filed': 'no' })
    expect(ways.every(({ standing }) => standing === 'excluded')).toBe(true)
    expect(ways[0]?.why[0]?.zh).toContain('没有备案')
  })

  it('name everything still to be found out where nothing is known', () => {
    const a1 = rank({}).find(({ guideId }) => guideId === 'a1')
    expect(a1?.unknown).toHaveLength(4)
    expect(a1?.missing).toEqual([])
  })
})

function rank(answers: Partial<Record<Fact, TriageAnswer>>) {
  return rankWays(RANKING_RULES, (fact) => answers[fact] ?? 'unknown')
}

function order(answers: Partial<Record<Fact, TriageAnswer>>): GuideId[] {
  return rank(answers)
    .filter(({ standing }) => standing !== 'excluded')
    .map(({ guideId }) => guideId)
}
