import { beforeEach, describe, expect, it } from 'vitest'
import { residentCheckCharacter } from '../../../shared/field/resident-id.ts'
import { DEFAULT_GENERATOR_OPTIONS } from '../../../shared/password.ts'
import { openTestSession, type TestSession, TODAY } from '../../support/ledger-session.ts'

const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

describe('a credential', () => {
  let test: TestSession
  let id: string
  let serviceId: string

  beforeEach(async () => {
    test = await openTestSession()
    const body = '11010019931120000'
    const { record: person } = await test.call['records.save']({
      kind: 'contact',
      data: { name: '林备安', roles: ['service-responsible'], phone: '15400001002' },
      secret: { idNumber: body + residentCheckCharacter(body) },
    })
    const made = await test.call['records.createFiling']({
      entity: {
        data: {
          name: '星河云科技（北京）有限公司',
          nature: 'enterprise',
          filingNumber: '京ICP备19001358号',
        },
      },
      service: { kind: 'website', name: '官网', status: 'pending', responsibleId: person.id },
      domains: [{ name: 'pan-galaxy.example' }],
    })
    serviceId = made.serviceId ?? ''
    const { record } = await test.call['records.save']({
      kind: 'credential',
      data: {
        kind: 'filing-password',
        label: '备案密码',
        origin: 'temporary',
        rotationMonths: 3,
        entityId: made.entityId,
        serviceId,
        account: '京ICP备19001358号',
      },
      secret: { value: 'nw５８2913 ' },
    })
    id = record.id
  })

  const register = (value: string, changes: object = {}) =>
    test.call['credentials.register']({ id, value, origin: 'chosen', ...changes })
  const state = async () => (await test.call['credentials.list'](undefined))[0]?.state

  it('keeps an issued value exactly as typed and must be changed', async () => {
    expect(test.call['credentials.reveal']({ id })).toEqual({ value: 'nw５８2913 ' })
    expect(await state()).toBe('issued')
    expect(test.ledger.records.get(id)?.data).toMatchObject({ mustChangeReason: 'temporary' })
  })

  it('ends must-change and snooze with a new value, and remembers the old one', async () => {
    await test.call['reminders.snooze']({
      id: `must-change:${id}`,
      untilOn: '2026-11-30',
      reason: '等公章',
    })
    const { record } = await register('Qm7#tzL9vR!k')
    expect(await state()).toBe('current')
    expect(record.data).toMatchObject({ origin: 'chosen', changedOn: TODAY })
    expect(record.data).not.toHaveProperty('mustChangeReason')
    expect(record.data).not.toHaveProperty('snoozedUntilOn')
    const history = test.call['credentials.history']({ id })
    expect(history).toEqual([{ origin: 'temporary', replacedAt: test.clock.now }])
    expect(JSON.stringify(history)).not.toContain('2913')
    expect(test.call['credentials.revealPast']({ id, index: 0 })).toEqual({ value: 'nw５８2913 ' })
    expect(() => test.call['credentials.revealPast']({ id, index: 1 })).toThrow(
      refused('record-not-found'),
    )
  })

  it.each([
    ['Qm7#tzL', 'password-length'],
    ['Qm#z19931120', 'password-birthday'],
    ['Qm#z001002Z', 'password-mobile'],
    ['Qm#z19001358', 'password-filing-number'],
    ['Qm7#Pan-Galaxy', 'password-domain'],
    ['Qm7#Xingheyun', 'password-company-name'],
  ])('refuses %s as %s', async (value, code) => {
    expect(() => register(value)).toThrow(refused('password-refused', { code }))
    expect(await state()).toBe('issued')
  })

  it('refuses the last five values and takes the sixth again', async () => {
    const values = ['Qm7#tzL9vR!a', 'Qm7#tzL9vR!b', 'Qm7#tzL9vR!c', 'Qm7#tzL9vR!d', 'Qm7#tzL9vR!e']
    for (const value of values) await register(value)
    expect(() => register('Qm7#tzL9vR!a')).toThrow(
      refused('password-refused', { code: 'password-used-before' }),
    )
    await register('Qm7#tzL9vR!f')
    await register('Qm7#tzL9vR!a')
    expect(test.call['credentials.history']({ id })).toHaveLength(7)
  })

  it('keeps fifty past values at most', async () => {
    for (let count = 0; count < 55; count += 1)
      await register(`issued ${count}`, { origin: 'issued' })
    const history = test.call['credentials.history']({ id })
    expect(history).toHaveLength(50)
    expect(test.call['credentials.revealPast']({ id, index: 0 })).toEqual({ value: 'issued 53' })
  })

  it('notes where a value came from, and which channel gets its codes', async () => {
    const { record: channel } = await test.call['records.save']({
      kind: 'channel',
      data: { kind: 'phone', value: '15400001002' },
    })
    const { record } = await register('nw1', {
      origin: 'temporary',
      obtainedFrom: '客服工单',
      channelId: channel.id,
      changedOn: '2026-11-20',
    })
    expect(record.data).toMatchObject({
      mustChangeReason: 'temporary',
      obtainedFrom: '客服工单',
      obtainedOn: '2026-11-20',
      channelId: channel.id,
    })
    expect(() => register('Qm7#tzL9vR!k', { changedOn: '2026-11-23' })).toThrow(
      refused('invalid-value', { code: 'date-in-future' }),
    )
  })

  it('is copied through main with the time it is cleared after, and an entry before', async () => {
    await register('Qm7#tzL9vR!k')
    expect(await test.call['credentials.copyPassword']({ id })).toEqual({ clearsAfterSeconds: 30 })
    expect(test.copied).toEqual([{ text: 'Qm7#tzL9vR!k', clearAfterSeconds: 30 }])
    await test.call['credentials.copyAccount']({ id })
    expect(test.copied[1]).toEqual({ text: '京ICP备19001358号' })
    expect(test.actions().slice(0, 2)).toEqual(['credential.copy', 'credential.register'])
  })

  it('tells nothing of its secret in lists, drawers and the trail', async () => {
    await register('Qm7#tzL9vR!k')
    test.call['credentials.reveal']({ id })
    const told = JSON.stringify([
      test.call['credentials.list'](undefined),
      test.call['ledger.drawer']({ id: serviceId }),
      test.call['records.list']({ kind: 'credential' }),
      test.vault.audit({ limit: 100 }),
      test.events,
    ])
    expect(told).not.toContain('Qm7#tzL9vR!k')
    expect(told).not.toContain('2913')
  })

  it('makes TOTP codes, and refuses addresses that make none', async () => {
    const save = (totpUri: string) =>
      test.call['records.save']({
        kind: 'credential',
        data: { kind: 'totp', label: '动态口令', origin: 'unknown', rotationMonths: 3 },
        secret: { totpUri },
      })
    // RFC 6238, appendix B: the secret in base32, eight digits, at 59 seconds.
    const { record } = await save(
      'otpauth://totp/rfc6238?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8&algorithm=SHA1',
    )
    const before = test.clock.now
    test.clock.now = 59_000
    expect(test.call['credentials.reveal']({ id: record.id })).toEqual({
      totp: { code: '94287082', secondsLeft: 1 },
    })
    test.clock.now = before
    for (const uri of [
      'otpauth://hotp/a?secret=GEZDGNBV&counter=1',
      'https://a.example',
      'otpauth://totp/a',
    ]) {
      expect(() => save(uri)).toThrow(refused('invalid-value', { code: 'totp-uri' }))
    }
  })

  it('is generated by the policy of its filing', async () => {
    const { value, assessment } = await test.call['credentials.generate']({
      options: DEFAULT_GENERATOR_OPTIONS,
      id,
    })
    expect(assessment).toMatchObject({ isAccepted: true, score: 4 })
    await register(value, { origin: 'generated' })
    expect(test.call['credentials.reveal']({ id })).toEqual({ value })
  })

  it('is assessed for a filing before it is made', async () => {
    const assessment = await test.call['credentials.assess']({
      value: 'Qm7#Pan-Galaxy',
      origin: 'chosen',
      serviceId,
    })
    expect(assessment.isAccepted).toBe(false)
    expect(assessment.findings.map((finding) => finding.code)).toContain('password-domain')
  })

  it('must be changed after a handover until a new value is registered', async () => {
    await register('Qm7#tzL9vR!k')
    await test.call['credentials.setMustChange']({ id, reason: 'handover' })
    expect(await state()).toBe('issued')
    await test.call['credentials.setMustChange']({ id, reason: null })
    expect(await state()).toBe('current')
    await register('sc4471', { origin: 'issued' })
    await test.call['credentials.setMustChange']({ id, reason: null })
    expect(await state()).toBe('issued')
  })

  it('sends its old value to the history when the form changes it', async () => {
    const before = test.ledger.records.get(id)
    await test.call['records.save']({
      kind: 'credential',
      id,
      data: { ...before?.data, origin: 'imported' },
      secret: { value: 'from the sheet', privateNotes: '安全问题：无' },
    })
    expect(test.call['credentials.reveal']({ id })).toEqual({
      value: 'from the sheet',
      privateNotes: '安全问题：无',
    })
    expect(test.call['credentials.history']({ id })).toHaveLength(1)
  })
})
