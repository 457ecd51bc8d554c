import { describe, expect, it } from 'vitest'
import { checksHandlers } from '../../../electron/handlers/checks.ts'
import { addMonths } from '../../../shared/calendar-day.ts'
import { quarterly } from '../../../shared/guides/quarterly.ts'
import type { RecordOverview } from '../../../shared/records/record.ts'
import { NOW, openTestSession, TODAY } from '../../support/ledger-session.ts'

const DAY_MS = 86_400_000
const ids = { entity: 'e1', site: 'a1', app: 'a2', cancelled: 'a3', person: 'c1', phone: 'f1' }
const id = (short: string) => short.padEnd(32, '0')

function put(short: string, overview: Pick<RecordOverview, 'kind' | 'data'>) {
  return {
    type: 'put' as const,
    id: id(short),
    overview: { ...overview, createdAt: NOW, updatedAt: NOW } as never,
  }
}

/** One entity with two services that run and one that is cancelled, and a phone. */
async function openChecks() {
  const service = (name: string, status: 'active' | 'cancelled') => ({
    kind: 'service' as const,
    data: {
      entityId: id(ids.entity),
      kind: 'website' as const,
      name,
      status,
      providerIds: [],
      responsibleId: id(ids.person),
    },
  })
  const session = await openTestSession([
    put(ids.entity, { kind: 'entity', data: { name: '星河云', nature: 'enterprise' } }),
    put(ids.person, { kind: 'contact', data: { name: '林备安', roles: ['service-responsible'] } }),
    put(ids.phone, {
      kind: 'channel',
      data: { kind: 'phone', value: '15400001002', holderId: id(ids.person) },
    }),
    put(ids.site, service('官网', 'active')),
    put(ids.app, service('商城', 'active')),
    put(ids.cancelled, service('旧站', 'cancelled')),
  ])
  return { ...session, checks: checksHandlers(session.session) }
}

type Checks = Awaited<ReturnType<typeof openChecks>>

async function begin({ checks }: Checks, ...services: string[]) {
  const { pass } = await checks['checks.begin']({ serviceIds: services.map(id) })
  return pass.services.map((service) => service.checkId)
}

async function recordAll(
  { checks }: Checks,
  checkIds: string[],
  problems: Record<string, string[]> = {},
) {
  for (const step of quarterly.steps) {
    const findings = problems[step.id] ?? []
    await checks['checks.record']({
      ids: checkIds,
      forIds: checkIds,
      itemId: step.id,
      result: findings.length > 0 ? 'problem' : 'fine',
      findings,
    })
  }
}

describe('the plan of quarterly checks', () => {
  it('names every service that runs and was never checked, and no cancelled one', async () => {
    const { checks } = await openChecks()
    const plan = await checks['checks.plan'](undefined)
    expect(plan.counts.never).toBe(2)
    expect(plan.groups).toHaveLength(1)
    expect(plan.groups[0]?.services.map(({ name }) => name).sort()).toEqual(['商城', '官网'])
  })

  it('is due again three months after the last check, and late a month later', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site, ids.app)
    await recordAll(opened, checkIds)
    await opened.checks['checks.finish']({ ids: checkIds })
    const standing = async () =>
      (await opened.checks['checks.plan'](undefined)).groups[0]?.services[0]
    expect(await standing()).toMatchObject({ standing: 'current', dueOn: addMonths(TODAY, 3) })
    opened.clock.now += 80 * DAY_MS
    expect((await standing())?.standing).toBe('soon')
    opened.clock.now += 13 * DAY_MS
    expect((await standing())?.standing).toBe('due')
    opened.clock.now += 31 * DAY_MS
    expect((await standing())?.standing).toBe('overdue')
  })

  it('stands in 提醒 as one line for all, not as one for each service', async () => {
    const opened = await openChecks()
    const due = (await opened.call['reminders.list'](undefined)).filter(
      ({ kind }) => kind === 'check-due',
    )
    expect(due).toMatchObject([{ count: 2, urgency: 'due', recordId: '' }])
    const checkIds = await begin(opened, ids.site, ids.app)
    await recordAll(opened, checkIds)
    await opened.checks['checks.finish']({ ids: checkIds })
    const after = await opened.call['reminders.list'](undefined)
    expect(after.some(({ kind }) => kind === 'check-due')).toBe(false)
  })
})

describe('a pass', () => {
  it('goes on where it was left instead of beginning twice', async () => {
    const opened = await openChecks()
    const first = await begin(opened, ids.site)
    expect(await begin(opened, ids.site)).toEqual(first)
  })

  it('refuses services of several entities and those that are cancelled', async () => {
    const { checks, call } = await openChecks()
    const other = await call['records.createFiling']({
      entity: { data: { name: '云帆', nature: 'enterprise' } },
      service: { kind: 'website', name: '云帆官网', status: 'active' },
      domains: [],
    })
    const serviceIds = [id(ids.site), other.serviceId ?? '']
    expect(() => checks['checks.begin']({ serviceIds })).toThrow(
      expect.objectContaining({ code: 'invalid-value' }),
    )
    expect(() => checks['checks.begin']({ serviceIds: [id(ids.cancelled)] })).toThrow(
      expect.objectContaining({ code: 'invalid-value' }),
    )
  })

  it('cannot be finished while an item has no result', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site)
    expect(() => opened.checks['checks.finish']({ ids: checkIds })).toThrow(
      expect.objectContaining({
        code: 'invalid-value',
        facts: { field: 'items', code: 'required' },
      }),
    )
    await recordAll(opened, checkIds)
    const { pass } = await opened.checks['checks.finish']({ ids: checkIds })
    expect(pass.services[0]?.finishedOn).toBe(TODAY)
    expect(opened.actions()[0]).toBe('check.finish')
  })

  it('shows what the ledger says beside each item', async () => {
    const opened = await openChecks()
    const { pass } = await opened.checks['checks.begin']({ serviceIds: [id(ids.site)] })
    const values = pass.services[0]?.values ?? []
    expect(values.find(({ value }) => value === 'entity-name')?.text).toBe('星河云')
    expect(values.find(({ value }) => value === 'service-name')?.text).toBe('官网')
  })

  it('copies a value of the ledger ready to paste, and never a part of an ID number', async () => {
    const opened = await openChecks()
    const [checkId = ''] = await begin(opened, ids.site)
    await opened.checks['checks.copyValue']({ id: checkId, value: 'entity-name' })
    expect(opened.copied).toMatchObject([{ text: '星河云' }])
    await expect(
      opened.checks['checks.copyValue']({ id: checkId, value: 'responsible-id-last6' }),
    ).rejects.toMatchObject({ code: 'record-not-found' })
  })

  it('verifies a phone in the same pass, on a day that is not to come', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site)
    const verify = (on: string) =>
      opened.checks['checks.verifyChannel']({
        ids: checkIds,
        channel: { channelId: id(ids.phone) },
        on,
      })
    const { pass } = await verify(TODAY)
    expect(pass.channels).toMatchObject([{ value: '15400001002', verifiedOn: TODAY }])
    expect(() => verify('2026-11-23')).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })
})

describe('a number that stands only at a person', () => {
  it('is verified too, and registered as a channel by it', async () => {
    const opened = await openChecks()
    const person = opened.ledger.records.get(id(ids.person))
    await opened.call['records.save']({
      kind: 'contact',
      id: id(ids.person),
      expectedRevision: person?.revision,
      data: { ...person?.data, email: 'lin@xinghe.example' },
    })
    const checkIds = await begin(opened, ids.site)
    const { pass } = await opened.checks['checks.verifyChannel']({
      ids: checkIds,
      channel: { holderId: id(ids.person), kind: 'mailbox' },
      on: TODAY,
    })
    const mailboxes = pass.channels.filter(({ kind }) => kind === 'mailbox')
    expect(mailboxes).toMatchObject([{ value: 'lin@xinghe.example', verifiedOn: TODAY }])
    expect(opened.ledger.kinds.channel.size).toBe(2)
  })
})

describe('a finding', () => {
  const withFindings = quarterly.steps.filter((step) => (step.findings ?? []).length > 0)

  it('of any item becomes a task with a day, and only one', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site)
    for (const step of withFindings) {
      for (let turn = 0; turn < 2; turn++) {
        await opened.checks['checks.record']({
          ids: checkIds,
          forIds: checkIds,
          itemId: step.id,
          result: 'problem',
          findings: (step.findings ?? []).map((finding) => finding.id),
        })
      }
    }
    const tasks = await opened.checks['tasks.list']({ state: 'open' })
    expect(tasks).toHaveLength(withFindings.flatMap((step) => step.findings ?? []).length)
    expect(tasks.every(({ data }) => (data.dueOn ?? '') >= TODAY)).toBe(true)
  })

  it('that is taken back takes its open task with it', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site)
    const say = (result: 'fine' | 'problem', findings: string[]) =>
      opened.checks['checks.record']({
        ids: checkIds,
        forIds: checkIds,
        itemId: 'not-restricted',
        result,
        findings,
      })
    await say('problem', ['restricted'])
    expect(await opened.checks['tasks.list']({ state: 'open' })).toHaveLength(1)
    await say('fine', [])
    expect(await opened.checks['tasks.list']({ state: 'open' })).toHaveLength(0)
  })

  it('of restricted access makes the service red at once, until the query says otherwise', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site)
    await opened.checks['checks.record']({
      ids: checkIds,
      forIds: checkIds,
      itemId: 'not-restricted',
      result: 'problem',
      findings: ['restricted'],
    })
    const status = () => opened.ledger.records.get(id(ids.site))
    expect(status()?.data).toMatchObject({ status: 'restricted' })
    const danger = (await opened.call['reminders.list'](undefined)).filter(
      ({ urgency }) => urgency === 'danger',
    )
    expect(danger.map(({ kind }) => kind)).toContain('task-due')
    await opened.checks['checks.record']({
      ids: checkIds,
      forIds: checkIds,
      itemId: 'not-restricted',
      result: 'fine',
      findings: [],
    })
    expect(status()?.data).toMatchObject({ status: 'active' })
  })

  it('can be done as a task, and stays findable', async () => {
    const opened = await openChecks()
    const checkIds = await begin(opened, ids.site)
    await recordAll(opened, checkIds, { 'not-restricted': ['restricted'] })
    const [task] = await opened.checks['tasks.list']({ state: 'open' })
    await opened.checks['tasks.finish']({ id: task?.id ?? '', result: '已恢复' })
    expect(await opened.checks['tasks.list']({ state: 'open' })).toHaveLength(0)
    expect(await opened.checks['tasks.list']({ state: 'done' })).toMatchObject([
      { data: { doneOn: TODAY, result: '已恢复' } },
    ])
  })
})

it('keeps the history of a service, newest first', async () => {
  const opened = await openChecks()
  for (let turn = 0; turn < 2; turn++) {
    const checkIds = await begin(opened, ids.site)
    await recordAll(opened, checkIds, turn === 0 ? { 'not-restricted': ['restricted'] } : {})
    await opened.checks['checks.finish']({ ids: checkIds })
    opened.clock.now += 90 * DAY_MS
  }
  const history = await opened.checks['checks.history']({ id: id(ids.site) })
  expect(history.map(({ problemCount }) => problemCount)).toEqual([0, 1])
})
