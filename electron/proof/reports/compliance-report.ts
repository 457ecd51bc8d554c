import { daysBetween } from '../../../shared/calendar-day.ts'
import type { CredentialState } from '../../../shared/credential-state.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import type { ReportFigure } from '../../../shared/reports/report.ts'
import { type Rotation, rotationOf } from '../../../shared/rotation.ts'
import { isChecked, standingOf } from '../../checks/standing.ts'
import { liveRecord, liveRecords, usersOf } from '../../ledger/store.ts'
import { placeOf } from '../../ledger/titles.ts'
import { quartersOf } from './quarters.ts'
import { type ReportBody, type ReportContext, rate, table } from './report-context.ts'

type Rated = { credential: LedgerRecord<'credential'> } & Rotation

/** Whether passwords are changed and services checked as the rules want, and where they are not. */
export function complianceReport(context: ReportContext): ReportBody {
  const { open, words, choice, today } = context
  const { ledger } = open
  const text = words.compliance
  const rated: Rated[] = [...liveRecords(ledger, 'credential')]
    .map((credential) => ({
      credential,
      ...rotationOf(credential.data, credential.hasSecret, today),
    }))
    .filter(({ state }) => state !== 'retired')
  const inTime = rated.filter(({ state }) => isInTime(state))
  const services = [...liveRecords(ledger, 'service')].filter(isChecked)
  const checked = services.filter(({ id }) => wasChecked(context, id, choice.fromOn, choice.toOn))
  const registered = registrations(context, choice.fromOn, choice.toOn)
  const openTasks = [...liveRecords(ledger, 'task')].filter(
    ({ data }) => data.origin === 'check' && data.doneOn === undefined,
  )
  const quarters = quartersOf(choice.fromOn, choice.toOn).map(({ year, quarter, fromOn, toOn }) => {
    const due = services.filter(({ data }) => data.filedOn === undefined || data.filedOn <= toOn)
    const done = due.filter(({ id }) => wasChecked(context, id, fromOn, toOn))
    return [
      text.quarter(year, quarter),
      String(due.length),
      String(done.length),
      rate(done.length, due.length),
      String(registrations(context, fromOn, toOn)),
    ]
  })
  return {
    figures: [
      figure(text.figures.inUse, rated.length),
      figure(text.figures.inTime, inTime.length),
      share(text.figures.rate, inTime.length, rated.length),
      figure(text.figures.changed, registered),
      figure(text.figures.services, services.length),
      figure(text.figures.checked, checked.length),
      share(text.figures.checkRate, checked.length, services.length),
      { ...figure(text.figures.openTasks, openTasks.length), ...toneOf(openTasks.length) },
    ],
    tables: [
      table(text.quarters, text.quarterColumns, [22, 14, 14, 14, 14], quarters, words),
      table(
        text.entities,
        text.entityColumns,
        [34, 10, 9, 10, 9, 12, 8, 10],
        byEntity(context, rated),
        words,
      ),
      table(
        text.failing,
        text.failingColumns,
        [26, 26, 12, 12, 12, 10],
        failing(context, rated),
        words,
      ),
      table(
        text.checks,
        text.checkColumns,
        [22, 22, 11, 12, 12, 10, 10],
        checkRows(context, services),
        words,
      ),
    ],
    notes: [text.rule],
  }
}

/** Changed within six months: what the rules ask for. A window that is open is still in time. */
function isInTime(state: CredentialState): boolean {
  return state === 'current' || state === 'due'
}

function byEntity({ open, words }: ReportContext, rated: readonly Rated[]): string[][] {
  const groups = new Map<string, Rated[]>()
  for (const one of rated) {
    const { data } = one.credential
    const service = liveRecord(open.ledger, 'service', data.serviceId)
    const entityId = service?.data.entityId ?? data.entityId
    const name = liveRecord(open.ledger, 'entity', entityId)?.data.name
    const key = name ?? words.compliance.noEntity
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups]
    .map(([name, group]) => {
      const of = (state: CredentialState) => group.filter((one) => one.state === state).length
      const good = group.filter(({ state }) => isInTime(state)).length
      const counts = [
        group.length,
        of('current'),
        of('due'),
        of('overdue'),
        of('issued'),
        of('unknown'),
      ]
      return {
        good: good / group.length,
        row: [name, ...counts.map(String), rate(good, group.length)],
      }
    })
    .sort((a, b) => a.good - b.good || compareText(a.row[0], b.row[0]))
    .map(({ row }) => row)
}

function failing({ open, words, today }: ReportContext, rated: readonly Rated[]): string[][] {
  return rated
    .filter(({ state }) => !isInTime(state))
    .sort((a, b) => compareText(a.overdueOn ?? '', b.overdueOn ?? ''))
    .map(({ credential, state, overdueOn }) => {
      const late = overdueOn === undefined ? 0 : daysBetween(overdueOn, today)
      return [
        credential.data.label,
        placeOf(open.ledger, credential).subject ?? '',
        words.state[state],
        credential.data.changedOn ?? '',
        overdueOn ?? '',
        late > 0 ? words.days(late) : '',
      ]
    })
}

function checkRows(
  { open, words, today }: ReportContext,
  services: readonly LedgerRecord<'service'>[],
): string[][] {
  const rows = services.map((service) => {
    const { standing, last } = standingOf(open.ledger, service, today)
    const problems = last?.data.items.filter(({ result }) => result === 'problem').length ?? 0
    const tasks = usersOf(open.ledger, service.id, 'task').filter(
      ({ data }) => data.doneOn === undefined,
    )
    return [
      service.data.name,
      service.data.filingNumber ?? '',
      words.standing[standing],
      last?.data.finishedOn ?? '',
      last?.data.person ?? '',
      last === undefined ? '' : String(problems),
      String(tasks.length),
    ]
  })
  // What was never checked first, then the longest ago.
  return rows.sort((a, b) => compareText(a[3], b[3]) || compareText(a[0], b[0]))
}

function wasChecked(
  { open }: ReportContext,
  serviceId: string,
  fromOn: string,
  toOn: string,
): boolean {
  return usersOf(open.ledger, serviceId, 'check').some(
    ({ data: { finishedOn = '' } }) => finishedOn >= fromOn && finishedOn <= toOn,
  )
}

/** Passwords registered, by the evidence of the trail. */
function registrations({ index }: ReportContext, fromOn: string, toOn: string): number {
  let count = 0
  index.each(fromOn, toOn, ({ action }) => {
    if (action === 'credential.register' || action === 'case.registered') count += 1
  })
  return count
}

function figure(label: string, value: number): ReportFigure {
  return { label, value: String(value) }
}

function share(label: string, part: number, whole: number): ReportFigure {
  return { label, value: rate(part, whole), ...toneOf(whole - part) }
}

function toneOf(missing: number): Pick<ReportFigure, 'tone'> {
  return { tone: missing === 0 ? 'good' : 'danger' }
}

function compareText(a = '', b = ''): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
