import { beforeEach, describe, expect, it } from 'vitest'
import { patchLedger } from '../../../electron/ledger/ledger.ts'
import { addDays, addMonths } from '../../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import { openTestSession, type TestSession, TODAY } from '../../support/ledger-session.ts'

describe('reminders', () => {
  let test: TestSession
  let entityId: string

  beforeEach(async () => {
    test = await openTestSession()
    const made = await test.call['records.createFiling']({
      entity: { data: { name: '星河云', nature: 'enterprise' } },
      domains: [],
    })
    entityId = made.entityId
  })

  const save = async (
    kind: 'credential' | 'contact' | 'channel' | 'service' | 'domain' | 'entity',
    data: object,
    extra: object = {},
  ) => (await test.call['records.save']({ kind, data, ...extra })).record
  const all = () => test.call['reminders.list'](undefined) as Reminder[]
  /** Of records: what is about the whole vault has tests of its own. */
  const list = () => all().filter(({ recordId }) => recordId !== '')
  const brief = () => list().map(({ kind, urgency, daysLeft }) => [kind, urgency, daysLeft])

  function password(changes: object) {
    const data = {
      kind: 'filing-password',
      label: '备案密码',
      origin: 'imported',
      rotationMonths: 3,
      entityId,
      ...changes,
    }
    return save('credential', data, { secret: { value: 'as it was' } })
  }

  it.each([
    ['far off', -60, []],
    ['soon due', -80, [['rotation-soon', 'soon', 11]]],
    ['due', -100, [['rotation-due', 'due', -8]]],
    ['overdue', -200, [['rotation-overdue', 'danger', -16]]],
  ])('tell of a password that is %s', async (_name, days, expected) => {
    await password({ changedOn: addDays(TODAY, days) })
    expect(brief()).toEqual(expected)
  })

  it('tell of issued passwords, unknown ages, and not of retired ones', async () => {
    await password({ origin: 'issued', changedOn: TODAY })
    expect(brief()).toEqual([['must-change', 'danger', 0]])
    const unknown = await password({})
    expect(brief()).toEqual([
      ['must-change', 'danger', 0],
      ['age-unknown', 'due', undefined],
    ])
    await save('credential', { ...unknown.data, isRetired: true }, { id: unknown.id })
    expect(brief()).toEqual([['must-change', 'danger', 0]])
  })

  it('of a provider that no spreadsheet asked for are red once the service was saved', async () => {
    const id = '5'.repeat(32)
    const put = (status: string) => {
      const data = { entityId, kind: 'website', name: '官网', status, providerIds: [] }
      const overview = { kind: 'service', data: { ...data, isProviderUnknown: true } }
      const record = { id, revision: 1, hasSecret: false, createdAt: 0, updatedAt: 0, ...overview }
      // `as`: the record an import makes.
      patchLedger(test.ledger, new Map([[id, record as LedgerRecord]]), TODAY)
    }
    put('restricted')
    expect(brief()).toEqual([['restricted-access', 'danger', undefined]])
    put('active')
    expect(brief()).toEqual([['provider-unknown', 'soon', undefined]])
    const { data } = test.call['records.read']({ id }) as LedgerRecord<'service'>
    const rows = await test.call['ledger.rows']({ from: 0, count: 9 })
    expect(rows.rows[0]?.isProviderUnknown).toBe(true)
    expect(test.call['ledger.health'](undefined)).toMatchObject({
      withoutProvider: 0,
      providersToFill: 1,
    })
    const saved = await save('service', data)
    expect(saved.data).not.toHaveProperty('isProviderUnknown')
    expect(brief()).toContainEqual(['no-access-provider', 'danger', undefined])
  })

  it('tell of domains 90, 30 and 7 days before they end, and after', async () => {
    const service = await save('service', {
      entityId,
      kind: 'website',
      name: '官网',
      status: 'pending',
    })
    for (const [index, days] of [91, 90, 30, 7, -3].entries()) {
      await save('domain', {
        serviceId: service.id,
        name: `d${index}.example`,
        expiresOn: addDays(TODAY, days),
      })
    }
    expect(brief()).toEqual([
      ['domain-expiry', 'danger', -3],
      ['domain-expiry', 'danger', 7],
      ['domain-expiry', 'due', 30],
      ['domain-expiry', 'soon', 90],
    ])
    expect(list()[0]).toMatchObject({ title: 'd4.example', subject: '官网', serviceId: service.id })
    await save('service', { ...service.data, status: 'cancelled' }, { id: service.id })
    expect(brief()).toEqual([])
  })

  it('tell of services without access, more urgently of those that run', async () => {
    await save('service', { entityId, kind: 'website', name: '甲', status: 'active' })
    await save('service', { entityId, kind: 'website', name: '乙', status: 'unknown' })
    await save('service', { entityId, kind: 'website', name: '丙', status: 'pending' })
    expect(list().map(({ title, urgency }) => [title, urgency])).toEqual([
      ['甲', 'danger'],
      ['乙', 'soon'],
    ])
  })

  it('tell of papers and channels', async () => {
    await save('contact', { name: '林备安', idValidUntilOn: addDays(TODAY, 20) })
    await save('contact', { name: '已离职', idValidUntilOn: TODAY, leftOn: addDays(TODAY, -1) })
    await save('channel', { kind: 'phone', value: '15400001001', verifiedOn: addMonths(TODAY, -3) })
    await save('channel', { kind: 'phone', value: '15400001002', verifiedOn: addMonths(TODAY, -2) })
    await save('entity', {
      name: '锦里',
      nature: 'enterprise',
      licenceValidUntilOn: addDays(TODAY, 80),
    })
    expect(brief()).toEqual([
      ['channel-unverified', 'due', 0],
      ['id-expiry', 'due', 20],
      ['licence-expiry', 'soon', 80],
    ])
  })

  it('are counted for the navigation with each change, and again on the next day', async () => {
    await password({ changedOn: addDays(TODAY, -78) })
    const soon = test.events.at(-1)
    expect(soon).toEqual({ event: 'reminders-changed', danger: 0, due: 0, soon: 1 })
    test.clock.now += 20 * 86_400_000
    expect(brief()).toEqual([['rotation-due', 'due', -7]])
  })

  it('are snoozed with a reason, stay overdue, and come back by themselves', async () => {
    const { id } = await password({ changedOn: addDays(TODAY, -200) })
    const reminderId = `rotation-overdue:${id}`
    const untilOn = addDays(TODAY, 10)
    await test.call['reminders.snooze']({ id: reminderId, untilOn, reason: '管局系统维护' })
    expect(list()).toMatchObject([{ snoozedUntilOn: untilOn, snoozeReason: '管局系统维护' }])
    expect(test.events.at(-1)).toMatchObject({ danger: 0 })
    expect(test.call['credentials.list'](undefined)).toMatchObject([{ state: 'overdue' }])
    expect(test.actions()[0]).toBe('reminder.snooze')
    test.clock.now += 10 * 86_400_000
    expect(list()[0]?.snoozedUntilOn).toBeUndefined()
  })

  it('are shown again when asked for, and after undo of it are not', async () => {
    const { id } = await save('channel', { kind: 'ukey', value: 'UKey 2' })
    const reminderId = `channel-unverified:${id}`
    await test.call['reminders.snooze']({
      id: reminderId,
      untilOn: addDays(TODAY, 3),
      reason: '出差',
    })
    const { undoToken } = await test.call['reminders.unsnooze']({ id: reminderId })
    expect(list()[0]?.snoozedUntilOn).toBeUndefined()
    await test.call['records.undo']({ undoToken })
    expect(list()[0]?.snoozeReason).toBe('出差')
  })

  it('lose their snooze when what they are about changes', async () => {
    const service = await save('service', {
      entityId,
      kind: 'website',
      name: '官网',
      status: 'pending',
    })
    const domain = await save('domain', {
      serviceId: service.id,
      name: 'a.example',
      expiresOn: addDays(TODAY, 5),
    })
    await test.call['reminders.snooze']({
      id: `domain-expiry:${domain.id}`,
      untilOn: addDays(TODAY, 3),
      reason: '已付款',
    })
    const [snoozed] = await test.call['records.list']({ kind: 'domain' })
    await save('domain', { ...snoozed?.data, notes: '已催' }, { id: domain.id })
    expect(list()[0]?.snoozeReason).toBe('已付款')
    await save('domain', { ...snoozed?.data, expiresOn: addDays(TODAY, 6) }, { id: domain.id })
    expect(list()[0]).toMatchObject({ daysLeft: 6 })
    expect(list()[0]?.snoozeReason).toBeUndefined()
  })

  it.each([
    ['today', 0],
    ['beyond a quarter', 93],
  ])('are not snoozed until %s', async (_name, days) => {
    const { id } = await save('channel', { kind: 'ukey', value: 'UKey 2' })
    expect(() =>
      test.call['reminders.snooze']({
        id: `channel-unverified:${id}`,
        untilOn: addDays(TODAY, days),
        reason: '以后再说',
      }),
    ).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })

  it('that do not exist cannot be snoozed', () => {
    expect(() =>
      test.call['reminders.snooze']({
        id: `must-change:${entityId}`,
        untilOn: addDays(TODAY, 1),
        reason: '无',
      }),
    ).toThrow(expect.objectContaining({ code: 'record-not-found' }))
  })

  it('are the same patched by many changes as worked out anew', async () => {
    const service = await save('service', {
      entityId,
      kind: 'website',
      name: '官网',
      status: 'active',
    })
    await save('domain', { serviceId: service.id, name: 'a.example', expiresOn: addDays(TODAY, 5) })
    await password({ serviceId: service.id, changedOn: addDays(TODAY, -100) })
    await save('service', { ...service.data, status: 'cancelled' }, { id: service.id })
    await save('service', { ...service.data, status: 'active', name: '新官网' }, { id: service.id })
    await test.call['records.trash']({ ids: [service.id] })
    const { undoToken } = await test.call['records.restore']({ ids: [service.id] })
    await test.call['records.undo']({ undoToken })
    await test.call['records.restore']({ ids: [service.id] })
    const patched = { list: all(), counts: test.events.at(-1) }
    const again = await openTestSession(
      [...test.vault.records()].map(({ id, overview, hasSecret }) => ({
        type: 'put',
        id,
        overview,
        ...(hasSecret ? { secret: { value: 'x', history: [] } } : {}),
      })),
    )
    expect(again.call['reminders.list'](undefined)).toEqual(patched.list)
    expect(patched.counts).toMatchObject({ danger: 2, due: 2, soon: 0 })
  })
})
