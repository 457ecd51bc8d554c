import { beforeEach, describe, expect, it } from 'vitest'
import { demoChanges } from '../../../electron/demo/demo.ts'
import { warmSearch } from '../../../electron/ledger/search/warm-up.ts'
import { addDays, addMonths } from '../../../shared/calendar-day.ts'
import type { LedgerRow } from '../../../shared/ledger-row.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import type { DrawerView, HealthSummary } from '../../../shared/views.ts'
import { buildLargeLedger } from '../../support/large-ledger.ts'
import { NOW, openTestSession, type TestSession, TODAY } from '../../support/ledger-session.ts'

describe('the demo’s ledger', () => {
  let test: TestSession
  let rows: readonly LedgerRow[]

  beforeEach(async () => {
    test = await openTestSession(demoChanges(NOW))
    rows = (await test.call['ledger.rows']({ from: 0, count: 100 })).rows
  })

  const rowNamed = (name: string) => {
    const row = rows.find((one) => one.name === name)
    if (row === undefined) throw new Error(`there is no line ${name}`)
    return row
  }
  const drawerOf = (name: string) =>
    test.call['ledger.drawer']({ id: rowNamed(name).id }) as DrawerView

  it('has a line for each service, by entity in the order of pinyin, and by serial', () => {
    expect(rows.map((row) => row.name)).toEqual([
      '锦里文化网',
      '锦里导览',
      '星河云官网',
      '星河云盘',
      '云帆商城',
      '云帆论坛',
      '云帆会员',
    ])
    expect(rowNamed('云帆商城')).toMatchObject({
      entityName: '云帆商贸（深圳）有限公司',
      serviceKind: 'website',
      filingNumber: '粤ICP备08000246号-1',
      province: '粤',
      domains: ['yunfan.example'],
      providerNames: ['南湾数据中心'],
      responsibleName: '黄一帆',
      filedOn: '2008-06-18',
      credentialState: 'issued',
      dueOn: addMonths(TODAY, -5),
    })
    expect(rowNamed('星河云官网').domains).toEqual(['xinghe.example', '星河云.example'])
  })

  it('gives the lines in batches', async () => {
    const { rows: batch, total } = await test.call['ledger.rows']({ from: 5, count: 5 })
    expect(total).toBe(7)
    expect(batch.map((row) => row.name)).toEqual(['云帆论坛', '云帆会员'])
  })

  it('shows in a drawer all that belongs to a filing', () => {
    const drawer = drawerOf('锦里文化网')
    expect(drawer.entity.data.shortName).toBe('锦里文化')
    expect(drawer.service?.data.name).toBe('锦里文化网')
    expect(drawer.siblings).toEqual([
      expect.objectContaining({ name: '锦里导览', filingNumber: '蜀ICP备2021000357号-2K' }),
    ])
    expect(drawer.domains.map((one) => one.data.name)).toEqual(['jinli.example'])
    expect(drawer.providers.map((one) => one.data.name)).toEqual(['云枢计算'])
    expect(drawer.credentials.map((one) => [one.data.label, one.state])).toEqual([
      ['锦里文化 备案密码', 'issued'],
      ['云枢计算 域名账号', 'current'],
      ['四川管局平台 账号', 'issued'],
    ])
    expect(drawer.contacts.map((one) => one.data.name).sort()).toEqual(['吴前任', '周锦'])
    expect(drawer.bureau).toEqual({ province: '四川省', name: '四川省通信管理局' })
    expect(drawer.reminders.map((one) => one.kind)).toContain('must-change')
  })

  it('shows the channels that get the codes, and who holds them', () => {
    const drawer = drawerOf('星河云官网')
    expect(drawer.channels.map((one) => one.data.value).sort()).toEqual([
      '15400001002',
      'beian@xinghe.example',
    ])
    expect(drawer.contacts.map((one) => one.data.name)).toContain('林备安')
  })

  it('tells in the timeline what happened, newest first, and nothing of other filings', async () => {
    const credential = drawerOf('锦里文化网').credentials[0]
    const other = drawerOf('星河云官网').credentials[0]
    test.call['credentials.reveal']({ id: credential?.id ?? '' })
    test.call['credentials.reveal']({ id: other?.id ?? '' })
    await test.call['credentials.setMustChange']({ id: credential?.id ?? '', reason: 'leaked' })
    const { timeline } = drawerOf('锦里文化网')
    expect(timeline.slice(0, 2)).toMatchObject([
      { action: 'credential.must-change', title: '锦里文化 备案密码', facts: { reason: 'leaked' } },
      { action: 'credential.reveal', custodianName: '林备案' },
    ])
  })

  it('has no drawer for what is in the trash', async () => {
    const { id } = rowNamed('锦里导览')
    await test.call['records.trash']({ ids: [id] })
    expect(() => test.call['ledger.drawer']({ id })).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })

  it('sums up its health', () => {
    const health = test.call['ledger.health'](undefined) as HealthSummary
    expect(health).toMatchObject({
      today: TODAY,
      counts: { entities: 3, services: 7, domains: 6, credentials: 11, contacts: 6 },
      credentialStates: { issued: 3, overdue: 1, unknown: 1, due: 1, current: 4, retired: 1 },
      healthyShare: 0.4,
      withoutProvider: 1,
      withoutFilingNumber: 0,
    })
    expect(health.now.map((one) => one.urgency)).toEqual(
      [...health.now.map((one) => one.urgency)].sort(),
    )
    expect(health.nowTotal).toBe(health.now.length)
    expect(health.kitAgeDays).toBeUndefined()
    const days = health.ahead.map((one) => one.day)
    expect(days).toEqual([...days].sort())
    expect(days.every((day) => day >= TODAY && day <= addDays(TODAY, 90))).toBe(true)
    expect(health.ahead.find((one) => one.day === addDays(TODAY, 5))).toMatchObject({
      count: 1,
      worst: 'danger',
      titles: ['yunfan.example'],
    })
  })

  it('names first what 提醒 has first, without what is put off or only soon', async () => {
    await putOffTheFirst(test)
    expect(healthNow(test)).toEqual(urgentOf(test))
  })

  it('renames a provider on every line at once', async () => {
    const provider = drawerOf('云帆商城').providers.find((one) => one.data.name.startsWith('南湾'))
    await test.call['records.save']({
      kind: 'provider',
      id: provider?.id,
      data: { ...provider?.data, name: '北岸数据中心' },
    })
    expect(await test.found('beian shuju')).toHaveLength(1)
    expect(await test.found('南湾数据')).toEqual([])
  })
})

describe('a large ledger', () => {
  it('names of all that is due the first fifty of 提醒', async () => {
    const test = await openTestSession(buildLargeLedger(400, 3))
    const urgent = urgentOf(test)
    expect(urgent.length).toBeGreaterThan(50)
    expect(healthNow(test)).toEqual(urgent.slice(0, 50))
    expect((test.call['ledger.health'](undefined) as HealthSummary).nowTotal).toBe(urgent.length)
  })

  it('is told in slices, and search is right before and after it was made ready', async () => {
    const test = await openTestSession(buildLargeLedger(400, 3))
    const { rows, total } = await test.call['ledger.rows']({ from: 0, count: 50 })
    expect([rows.length, total]).toEqual([50, 400])
    const early = await test.call['ledger.search']({ query: 'xitong' })
    const names = await test.call['ledger.search']({ query: 'guanwang' })
    await warmSearch(test.session)
    expect(await test.call['ledger.search']({ query: 'xitong' })).toEqual(early)
    expect(await test.call['ledger.search']({ query: 'guanwang' })).toEqual(names)
    expect(names.ordinals.length).toBeGreaterThan(10)
  })

  it('is the same for the same seed, and another for another', () => {
    expect(buildLargeLedger(20, 5)).toEqual(buildLargeLedger(20, 5))
    expect(buildLargeLedger(20, 5)).not.toEqual(buildLargeLedger(20, 6))
  })

  it('has about four records a service', () => {
    expect(buildLargeLedger(1_000).length).toBeGreaterThan(3_500)
    expect(buildLargeLedger(1_000).length).toBeLessThan(4_500)
  })
})

const healthNow = (test: TestSession) =>
  (test.call['ledger.health'](undefined) as HealthSummary).now

const urgentOf = (test: TestSession) =>
  (test.call['reminders.list'](undefined) as Reminder[]).filter(
    ({ urgency, snoozedUntilOn }) => urgency !== 'soon' && snoozedUntilOn === undefined,
  )

async function putOffTheFirst(test: TestSession): Promise<void> {
  const first = urgentOf(test).find(({ kind }) => kind === 'rotation-overdue')
  if (first === undefined) throw new Error('nothing can be put off')
  await test.call['reminders.snooze']({
    id: first.id,
    untilOn: addDays(TODAY, 3),
    reason: '等新密码',
  })
  expect(urgentOf(test)).not.toContainEqual(expect.objectContaining({ recordId: first.recordId }))
}
