import { beforeEach, describe, expect, it } from 'vitest'
import { rankWays } from '../../../electron/cases/triage.ts'
import type { Fact } from '../../../shared/guides/guide.ts'
import type { RankingRule, TriageAnswer } from '../../../shared/guides/triage-rule.ts'
import type { TriageFact } from '../../../shared/triage-view.ts'
import { type CaseSession, openCaseSession } from './case-session.ts'

describe('the triage', () => {
  let test: CaseSession
  beforeEach(async () => {
    test = await openCaseSession()
  })

  const view = (answers: Partial<Record<Fact, TriageAnswer>> = {}, scope: object = {}) =>
    test.resolve('cases.triage', { ...test.scope, ...scope, answers })
  const fact = (name: Fact, answers = {}, scope = {}): TriageFact | undefined =>
    view(answers, scope).facts.find((one) => one.fact === name)
  const change = async (
    kind: 'entity' | 'service' | 'contact' | 'channel',
    id: string,
    more: object,
  ) => {
    const record = test.resolve('records.read', { id })
    await test.save(kind, { ...record.data, ...more }, { id })
  }

  it('answers from the ledger what it knows, and says where it knows it from', () => {
    const known = view().facts.map((one) => [one.fact, one.answer, one.known?.reason])
    expect(known).toEqual([
      ['domain-filed', 'yes', 'number-kept'],
      ['portal-has-entry', 'unknown', undefined],
      ['initial-password-missing', 'unknown', undefined],
      ['bureau-platform', 'unknown', undefined],
      ['phone-works', 'yes', 'channel-verified'],
      ['mailbox-works', 'unknown', 'no-channel'],
      ['provider-account-works', 'unknown', undefined],
      ['provider-known', 'yes', 'provider-kept'],
      ['certificate-known', 'yes', 'certificate-kept'],
      ['responsible-identity-known', 'yes', 'identity-kept'],
      ['domain-known', 'yes', 'domain-kept'],
      ['filing-number-known', 'yes', 'number-kept'],
      ['filed-by-agency', 'unknown', undefined],
      ['entity-changed', 'unknown', undefined],
      ['other-province', 'no', 'same-prefix'],
      ['filed-before-2009', 'no', 'filed-on'],
      ['has-access-provider', 'yes', 'provider-kept'],
      ['standing-authorization', 'no', 'no-authorization'],
    ])
    expect(fact('phone-works')?.known).toEqual({
      answer: 'yes',
      reason: 'channel-verified',
      recordId: test.ids.phone,
      title: '15400001001',
      on: '2026-10-20',
    })
  })

  it("counts what a person says more, and still shows the ledger's word", () => {
    expect(fact('phone-works', { 'phone-works': 'no' })).toMatchObject({
      answer: 'no',
      answered: 'no',
      known: { answer: 'yes' },
    })
  })

  it('does not trust a phone that nobody tried for a quarter, or whose holder has left', async () => {
    await change('channel', test.ids.phone, { verifiedOn: '2026-08-22' })
    expect(fact('phone-works')).toMatchObject({
      answer: 'unknown',
      known: { reason: 'channel-not-verified', on: '2026-08-22' },
    })
    await change('contact', test.ids.head, { leftOn: '2026-11-01' })
    expect(fact('phone-works')).toMatchObject({
      answer: 'no',
      known: { reason: 'holder-has-left', title: '沈星河', on: '2026-11-01' },
    })
  })

  it('sees another province in the number than in the address', async () => {
    await change('entity', test.ids.entity, { address: '广东省深圳市虚构路 2 号', province: '粤' })
    expect(fact('other-province')).toMatchObject({
      answer: 'yes',
      known: { reason: 'other-prefix' },
    })
  })

  it('sees a filing of before 2009 by its day, else by the year within the number', async () => {
    await change('entity', test.ids.entity, { filedOn: '2008-12-31' })
    expect(fact('filed-before-2009')).toMatchObject({ answer: 'yes', known: { on: '2008-12-31' } })
    for (const id of [test.ids.entity, test.ids.service] as const) {
      const kind = id === test.ids.entity ? 'entity' : 'service'
      const number = kind === 'entity' ? '京ICP备08001358号' : '京ICP备08001358号-1'
      const { filedOn: _on, ...data } = test.resolve('records.read', { id }).data as {
        filedOn?: string
      }
      await test.save(kind, { ...data, filingNumber: number }, { id })
    }
    expect(fact('filed-before-2009')).toMatchObject({
      answer: 'yes',
      known: { reason: 'number-year' },
    })
  })

  it('knows a shell by its running service without a provider', async () => {
    await change('service', test.ids.service, { providerIds: [] })
    expect(fact('has-access-provider')).toMatchObject({
      answer: 'no',
      known: { reason: 'no-provider' },
    })
    expect(fact('provider-known', {}, { providerId: undefined })?.answer).toBe('unknown')
  })

  it("knows the provider's account where it is kept, and not where it is what was lost", async () => {
    const account = await test.save(
      'credential',
      {
        kind: 'portal-account',
        label: '云枢计算 主账号',
        entityId: test.ids.entity,
        providerId: test.ids.provider,
        origin: 'generated',
        rotationMonths: 3,
        changedOn: '2026-11-01',
      },
      { secret: { value: 'Vt9!rkM4xC#w2Jp8' } },
    )
    expect(fact('provider-account-works')).toMatchObject({
      answer: 'yes',
      known: { reason: 'account-kept' },
    })
    expect(fact('provider-account-works', {}, { credentialIds: [account.id] })).toMatchObject({
      answer: 'no',
      known: { reason: 'account-lost' },
    })
  })

  it('knows a standing authorisation by its sealed paper, until it ends', async () => {
    const paper = {
      kind: 'standing-authorization',
      title: '密码找回授权书',
      entityId: test.ids.entity,
      sealState: 'sealed-and-signed',
      validUntilOn: '2027-03-01',
    }
    const { id } = await test.save('document', paper)
    expect(fact('standing-authorization')).toMatchObject({
      answer: 'yes',
      known: { on: '2027-03-01' },
    })
    await test.save('document', { ...paper, validUntilOn: '2026-11-21' }, { id })
    expect(fact('standing-authorization')?.answer).toBe('no')
  })

  it('offers self-service first where all is there, and M first where the portal has no entry', () => {
    const [first] = view({ 'portal-has-entry': 'yes' }).ways
    expect(first).toMatchObject({ guideId: 'a1', standing: 'fitting', missing: [], unknown: [] })
    const without = view({ 'portal-has-entry': 'no' }).ways
    expect(without[0]?.guideId).toBe('m')
    const a1 = without.find((one) => one.guideId === 'a1')
    expect(a1?.standing).toBe('excluded')
    expect(a1?.why.length).toBeGreaterThan(0)
  })

  it.each([
    ['the entity changed', { 'entity-changed': 'yes' }, 'e'],
    ['it was filed in another province', { 'other-province': 'yes' }, 'f'],
    ['it was filed before 2009', { 'filed-before-2009': 'yes' }, 'g'],
  ] as const)('asks the special case first when %s', (_name, answers, guideId) => {
    expect(view(answers).ways[0]).toMatchObject({ guideId, standing: 'triggered' })
  })

  it('names what is missing before starting', () => {
    const a1 = view({ 'portal-has-entry': 'yes', 'phone-works': 'no' }).ways.find(
      (one) => one.guideId === 'a1',
    )
    expect(a1).toMatchObject({ standing: 'lacking' })
    expect(a1?.missing).toHaveLength(1)
    const asked = view().ways.find((one) => one.guideId === 'a1')
    expect(asked).toMatchObject({ standing: 'fitting', missing: [] })
    expect(asked?.unknown).toHaveLength(1)
  })

  it('is of an entity that is there', () => {
    expect(() => view({}, { entityId: '0'.repeat(32) })).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })
})

describe('the ranking', () => {
  const words = (zh: string) => ({ zh, en: zh })
  const rule = (
    guide: RankingRule['guide'],
    order: number,
    more: Partial<RankingRule> = {},
  ): RankingRule => ({
    guide,
    order,
    why: words(guide),
    triggers: [],
    requires: [],
    prefers: [],
    excludedBy: [],
    ...more,
  })
  const on = (fact: Fact, is: TriageAnswer[] = ['yes']) => ({
    fact,
    is,
    why: words(fact),
    missing: words(`no ${fact}`),
  })
  const rank = (rules: RankingRule[], facts: Partial<Record<Fact, TriageAnswer>>) =>
    rankWays(rules, (fact) => facts[fact] ?? 'unknown').map(
      (one) => `${one.guideId} ${one.standing}`,
    )

  it('puts triggered ways first, then fitting, then lacking, then excluded', () => {
    const rules = [
      rule('a1', 10, { excludedBy: [on('portal-has-entry', ['no'])] }),
      rule('a2', 20, { requires: [on('phone-works')] }),
      rule('c', 30),
      rule('g', 90, { triggers: [on('filed-before-2009')], triggeredOrder: 2 }),
      rule('e', 80, { triggers: [on('entity-changed')], triggeredOrder: 1 }),
    ]
    const facts = {
      'portal-has-entry': 'no',
      'phone-works': 'no',
      'filed-before-2009': 'yes',
      'entity-changed': 'yes',
    } as const
    expect(rank(rules, facts)).toEqual([
      'e triggered',
      'g triggered',
      'c fitting',
      'a2 lacking',
      'a1 excluded',
    ])
  })

  it('brings a way five nearer for each preference, and takes an unknown requirement as holding', () => {
    const rules = [
      rule('a1', 10, { requires: [on('phone-works')] }),
      rule('c', 19, { prefers: [on('provider-known'), on('provider-account-works')] }),
    ]
    expect(rank(rules, {})).toEqual(['a1 fitting', 'c fitting'])
    const facts = { 'provider-known': 'yes', 'provider-account-works': 'yes' } as const
    expect(rank(rules, facts)).toEqual(['c fitting', 'a1 fitting'])
  })
})
