import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseChange, ClockView } from '../../../shared/case-view.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import { type CaseSession, openCaseSession } from './case-session.ts'

const HOUR_MS = 3_600_000

describe('clocks of a case', () => {
  let test: CaseSession
  beforeEach(async () => {
    test = await openCaseSession()
  })

  const running = ({ case: view }: CaseChange) =>
    view.clocks.filter((clock) => clock.stoppedAt === undefined)
  const clockOf = (change: CaseChange, clockId: string): ClockView | undefined =>
    change.case.clocks.find((clock) => clock.clockId === clockId)
  const reminders = () =>
    (test.call['reminders.list'](undefined) as Reminder[]).filter((one) =>
      one.kind.startsWith('case-'),
    )

  function atBureau(changes: object = {}) {
    const { id } = test.open('b').line
    test.passTo(id, 'submit')
    return test.step(id, 'submit', changes)
  }

  it('start with the step, as a range of working days that the holidays move', () => {
    test.clock.now = Date.parse('2026-02-13T10:00:00+08:00')
    const window = clockOf(atBureau(), 'bureau-window')
    expect(window).toMatchObject({
      unit: 'working-days',
      from: 3,
      to: 15,
      startedOn: '2026-02-13',
      earliestOn: '2026-02-25',
      dueOn: '2026-03-12',
      state: 'running',
      daysLeft: 27,
      workingDaysLeft: 15,
      isEstimated: false,
      isNamed: false,
    })
  })

  it('say so when they reach into a year whose holidays are not known, until they are', () => {
    test.clock.now = Date.parse('2026-12-28T10:00:00+08:00')
    const { id } = atBureau().case.line
    const window = () => test.resolve('cases.read', { id }).clocks.find((one) => one.to === 15)
    expect(window()).toMatchObject({ dueOn: '2027-01-19', isEstimated: true })
    const days = [
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2027-01-02', isOffDay: true },
      { name: '元旦', date: '2027-01-03', isOffDay: true },
      { name: '元旦', date: '2027-01-10', isOffDay: false },
    ]
    const text = JSON.stringify({ year: 2027, days })
    expect(test.resolve('calendar.previewNotice', { text }).year).toBe(2027)
    const { undoToken } = test.resolve('calendar.importNotice', {
      text,
      source: '国办发明电〔2026〕1号',
    })
    expect(window()).toMatchObject({ dueOn: '2027-01-18', isEstimated: false })
    test.resolve('records.undo', { undoToken })
    expect(window()?.isEstimated).toBe(true)
  })

  it('of the SMS check run for 24 hours to the minute, and are overdue after', () => {
    const { id } = test.open('m').line
    test.passTo(id, 'provider-review')
    const started = test.step(id, 'provider-review', { doneOn: '2026-11-22', doneTime: '09:12' })
    const at = Date.parse('2026-11-22T09:12:00+08:00')
    expect(clockOf(started, 'provider-review')?.state).toBe('stopped')
    expect(clockOf(started, 'sms-check')).toMatchObject({
      unit: 'hours',
      party: 'us',
      startedAt: at,
      dueAt: at + 24 * HOUR_MS,
      dueOn: '2026-11-23',
      state: 'running',
    })
    const state = () => test.resolve('cases.read', { id }).line.worstClock?.state
    test.clock.now = at + 24 * HOUR_MS
    expect(state()).toBe('running')
    test.clock.now += 1
    expect(state()).toBe('overdue')
    const done = test.step(id, 'sms-check')
    expect(clockOf(done, 'sms-check')?.state).toBe('stopped-late')
    expect(clockOf(done, 'bureau-review')?.state).toBe('running')
  })

  it('take a day without a time from its first moment, so that none is thought longer than it is', () => {
    const { id } = test.open('m').line
    test.passTo(id, 'provider-review')
    const started = test.step(id, 'provider-review', { doneOn: '2026-11-21' })
    expect(clockOf(started, 'sms-check')).toMatchObject({
      startedAt: Date.parse('2026-11-21T00:00:00+08:00'),
      state: 'overdue',
    })
  })

  it('of a returned order stop, and start anew with the next one', () => {
    const { id } = test.open('m').line
    test.passTo(id, 'sms-check')
    const returned = test.step(id, 'sms-check', { state: 'failed', branch: 2 })
    expect(returned.case.line.nextStep?.stepId).toBe('submit-change')
    expect(running(returned)).toEqual([])
    const again = test.step(id, 'submit-change')
    expect(running(again).map((one) => one.clockId)).toEqual(['provider-review'])
    expect(again.case.clocks.filter((one) => one.clockId === 'provider-review')).toHaveLength(2)
  })

  it('count calendar days where the rule says so: the ladder of complaints', () => {
    const { id } = test.open('c').line
    test.passTo(id, 'open-ticket')
    test.step(id, 'open-ticket')
    test.resolve('cases.switchGuide', { id, guideId: 't4', reason: '接入商推诿' })
    test.step(id, 'complete-papers', { answer: 'refused' })
    test.passTo(id, 'complain-to-provider')
    const complained = test.step(id, 'complain-to-provider', { reference: '投诉单 7' })
    expect(clockOf(complained, 'provider-complaint')).toMatchObject({
      unit: 'calendar-days',
      from: 15,
      dueOn: '2026-12-07',
      earliestOn: '2026-12-07',
    })
    // The provider's own clock goes on beside it.
    expect(
      running(complained)
        .map((one) => one.guideId)
        .sort(),
    ).toEqual(['c', 't4'])
    const back = test.resolve('cases.switchGuide', { id, guideId: 'm', reason: '换一条路' })
    expect(
      running(back)
        .map((one) => one.guideId)
        .sort(),
    ).toEqual(['c', 't4'])
  })

  it('of a way that is given up stop with it', () => {
    const { id } = atBureau().case.line
    const left = test.resolve('cases.switchGuide', { id, guideId: 'm', reason: '管局不再办理' })
    expect(running(left)).toEqual([])
  })

  it('are started, stopped and given another day by hand', () => {
    const { id } = test.open('b').line
    expect(test.resolve('cases.read', { id }).clocksToStart.map((one) => one.clockId)).toEqual([
      'bureau-window',
      'first-inquiry',
    ])
    const started = test.resolve('cases.startClock', {
      id,
      clockId: 'bureau-window',
      startedOn: '2026-11-20',
    })
    const clock = clockOf(started, 'bureau-window')
    const clockRecordId = clock?.id ?? ''
    const named = test.resolve('cases.setClockDue', { id, clockRecordId, dueOn: '2026-11-25' })
    expect(clockOf(named, 'bureau-window')).toMatchObject({
      isNamed: true,
      dueOn: '2026-11-25',
      earliestOn: '2026-11-25',
      daysLeft: 3,
    })
    const unnamed = test.resolve('cases.setClockDue', { id, clockRecordId, dueOn: null })
    expect(clockOf(unnamed, 'bureau-window')).toMatchObject({ isNamed: false, dueOn: clock?.dueOn })
    const stopped = test.resolve('cases.stopClock', { id, clockRecordId })
    expect(clockOf(stopped, 'bureau-window')?.state).toBe('stopped')
    expect(() => test.resolve('cases.stopClock', { id, clockRecordId })).toThrow(
      expect.objectContaining({ code: 'invalid-value' }),
    )
    expect(() => test.resolve('cases.startClock', { id, clockId: 'sms-check' })).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })

  it('go by what this vault knows of a bureau or provider, and say so', async () => {
    const add = (changes: object) =>
      test.resolve('guides.saveAddition', {
        guideId: 'b',
        clockId: 'bureau-window',
        from: 5,
        to: 8,
        source: '电话答复',
        verifiedOn: '2026-11-01',
        ...changes,
      }).addition.id
    const { id } = atBureau().case.line
    const window = () =>
      test.resolve('cases.read', { id }).clocks.find((one) => one.clockId === 'bureau-window')
    add({ province: '粤', to: 30 })
    expect(window()?.override).toBeUndefined()
    add({ to: 20 })
    expect(window()).toMatchObject({
      to: 20,
      override: { scope: 'all', guideFrom: 3, guideTo: 15 },
    })
    const ofProvince = add({ province: '京' })
    expect(window()).toMatchObject({
      from: 5,
      to: 8,
      dueOn: '2026-12-02',
      override: { scope: 'province', additionId: ofProvince, source: '电话答复' },
    })
    const ofProvider = add({ providerId: test.ids.provider, to: 9 })
    expect(window()?.override?.scope).toBe('provider')
    test.resolve('guides.removeAddition', { id: ofProvider })
    expect(window()?.override?.scope).toBe('province')
  })

  it('are told in 提醒: near, overdue, and what waits for us', () => {
    const { id } = test.open('m').line
    expect(reminders()).toMatchObject([{ kind: 'case-waiting', urgency: 'soon', recordId: id }])
    test.passTo(id, 'submit-change')
    test.step(id, 'submit-change')
    // With the provider until the 24th: nothing for us to do.
    expect(reminders()).toEqual([])
    test.clock.now += 24 * HOUR_MS
    expect(reminders()).toMatchObject([
      { kind: 'case-clock-due', urgency: 'due', dueOn: '2026-11-24' },
    ])
    test.clock.now += 48 * HOUR_MS
    expect(reminders()).toMatchObject([
      { kind: 'case-clock-overdue', urgency: 'danger', daysLeft: -1, entityId: test.ids.entity },
    ])
    test.step(id, 'provider-review')
    expect(reminders()).toMatchObject([{ kind: 'case-clock-due', urgency: 'danger' }])
    test.resolve('cases.close', { id, reason: '不办了' })
    expect(reminders()).toEqual([])
  })

  it('of hours are overdue in 提醒 from the minute they run out', () => {
    const { id } = test.open('m').line
    test.passTo(id, 'submit-change')
    test.step(id, 'submit-change')
    test.step(id, 'provider-review')
    test.clock.now += 24 * HOUR_MS
    expect(reminders()).toMatchObject([{ kind: 'case-clock-due', urgency: 'danger' }])
    test.clock.now += 60_000
    expect(reminders()).toMatchObject([
      { id: `case-clock-overdue:${id}`, kind: 'case-clock-overdue', daysLeft: 0 },
    ])
  })

  it('are told of anew when a notice moves them', () => {
    test.clock.now = Date.parse('2026-12-29T10:00:00+08:00')
    const { id } = test.open('m').line
    test.passTo(id, 'submit-change')
    test.step(id, 'submit-change')
    expect(reminders()).toMatchObject([])
    test.clock.now += 48 * HOUR_MS
    expect(reminders()).toMatchObject([{ kind: 'case-clock-due', dueOn: '2026-12-31' }])
    const days = [
      { name: '元旦', date: '2026-12-30', isOffDay: true },
      { name: '元旦', date: '2026-12-31', isOffDay: true },
      { name: '元旦', date: '2027-01-01', isOffDay: true },
    ]
    test.resolve('calendar.importNotice', {
      text: JSON.stringify({ year: 2027, days }),
      source: '通知',
    })
    expect(reminders()).toEqual([])
  })

  it('wait no more for what was put off, until the case moves', () => {
    const { id } = test.open('m').line
    const [waiting] = reminders()
    test.call['reminders.snooze']({
      id: waiting?.id ?? '',
      untilOn: '2026-11-30',
      reason: '负责人出差',
    })
    expect(reminders()).toMatchObject([{ snoozedUntilOn: '2026-11-30' }])
    test.step(id, 'confirm-filed', { answer: 'filed' })
    expect(reminders()[0]?.snoozedUntilOn).toBeUndefined()
  })

  it('of a case that nobody touched for a week are due', () => {
    test.open('a1')
    test.clock.now += 7 * 24 * HOUR_MS
    expect(reminders()).toMatchObject([{ kind: 'case-waiting', urgency: 'due' }])
  })
})

describe('additions to a guide', () => {
  it.each([
    ['neither a note nor figures', {}, 'note', 'required'],
    ['half a range', { clockId: 'bureau-window', from: 3 }, 'to', 'required'],
    [
      'a range the wrong way round',
      { clockId: 'bureau-window', from: 9, to: 3 },
      'to',
      'not-allowed',
    ],
    ['figures of nothing', { from: 1, to: 3 }, 'clockId', 'required'],
    [
      'a deadline of the law',
      { guideId: 'm', clockId: 'sms-check', from: 1, to: 48 },
      'clockId',
      'not-allowed',
    ],
  ])('are refused with %s', async (_name, changes, field, code) => {
    const test = await openCaseSession()
    expect(() =>
      test.resolve('guides.saveAddition', { guideId: 'b', ...changes } as { guideId: 'b' }),
    ).toThrow(expect.objectContaining({ facts: { field, code } }))
  })

  it('are shown with the step they are about, where they are true', async () => {
    const test = await openCaseSession()
    const note = '窗口周三下午不办公'
    const input = { guideId: 'b', stepId: 'submit', note } as const
    test.resolve('guides.saveAddition', { ...input, province: '粤' })
    const { addition } = test.resolve('guides.saveAddition', { ...input, province: '京' })
    expect(test.resolve('guides.list', undefined)).toHaveLength(2)
    const view = test.open('b')
    const notes = view.guides[0]?.steps.find((one) => one.stepId === 'submit')?.additions
    expect(notes?.map((one) => one.id)).toEqual([addition.id])
    const changed = test.resolve('guides.saveAddition', {
      ...input,
      id: addition.id,
      expectedRevision: addition.revision,
      note: '周四也不办公',
    })
    expect(changed.addition.note).toBe('周四也不办公')
    expect(() =>
      test.resolve('guides.saveAddition', {
        ...input,
        id: addition.id,
        expectedRevision: addition.revision,
      }),
    ).toThrow(expect.objectContaining({ code: 'record-changed-meanwhile' }))
  })
})

describe('the calendar of a vault', () => {
  it('tells what is known of each year, and whose word it is', async () => {
    const test = await openCaseSession()
    const years = () =>
      test.resolve('calendar.list', undefined).map((one) => [one.year, one.source])
    expect(years()).toEqual([
      [2024, 'shipped'],
      [2025, 'shipped'],
      [2026, 'shipped'],
      [2027, 'estimated'],
      [2028, 'estimated'],
    ])
    const text = JSON.stringify({
      year: 2027,
      days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
    })
    test.resolve('calendar.importNotice', { text, source: '国务院办公厅通知' })
    const notice = test.resolve('calendar.list', undefined).find((one) => one.year === 2027)?.notice
    expect(notice).toMatchObject({
      source: '国务院办公厅通知',
      person: '林备案',
      importedOn: '2026-11-22',
    })
    expect(test.resolve('calendar.previewNotice', { text }).replacesId).toBe(notice?.id)
    test.resolve('calendar.importNotice', { text, source: '更正' })
    expect(test.resolve('records.list', { kind: 'holiday-notice' })).toHaveLength(1)
    test.resolve('calendar.removeNotice', { id: notice?.id ?? '' })
    expect(years()[3]).toEqual([2027, 'estimated'])
    expect(() => test.resolve('calendar.importNotice', { text: '不是通知', source: '无' })).toThrow(
      expect.objectContaining({ code: 'invalid-value' }),
    )
  })
})
