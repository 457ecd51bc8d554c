import { dayOf } from '../../shared/calendar-day.ts'
import type {
  CaseView,
  GuideAdditionView,
  GuideProgress,
  StepView,
} from '../../shared/case-view.ts'
import type { Guide } from '../../shared/guides/guide.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecoveryCase } from '../../shared/records/recovery-case.ts'
import { rotationOf } from '../../shared/rotation.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords, oldestFirst, recordOf, usersOf } from '../ledger/store.ts'
import { additionsOf, notesFor } from './additions.ts'
import { blockOf, isRegistered, needsRegistration } from './blocking.ts'
import { caseLine } from './case-line.ts'
import { clockContext, clockViews } from './clocks.ts'
import { peopleToAct } from './filing-people.ts'
import { hindrancesOf } from './hindrances.ts'
import { materialViews } from './materials.ts'
import { officeOf, provinceOfCase } from './office.ts'
import type { Standing } from './progress.ts'
import { progressOf } from './progress.ts'

/** Everything there is to see of a case, worked out now. */
export function caseView(store: RecordStore, record: LedgerRecord<'case'>, now: number): CaseView {
  const { id, data } = record
  const today = dayOf(now)
  const guide = guideOf(data.guideId)
  const additions = notesFor(additionsOf(store), officeOf(store, data))
  const clocks = clockViews(clockContext(store, data, now), data.clocks)
  const block = blockOf(store, data)
  const hasRun = (clockId: string) =>
    data.clocks.some((one) => one.guideId === data.guideId && one.clockId === clockId)
  const view: CaseView = {
    line: caseLine(store, record, now),
    record,
    services: data.serviceIds.flatMap((serviceId) => serviceLine(store, serviceId)),
    credentials: data.credentialIds.flatMap((one) => credentialLine(store, data, one, today)),
    guides: progressViews(store, data, additions),
    materials: guide === undefined ? [] : materialViews(store, guide, data, id, today),
    clocks,
    clocksToStart: (guide?.clocks ?? [])
      .filter((rule) => !hasRun(rule.id))
      .map((rule) => ({ guideId: data.guideId, clockId: rule.id, title: rule.title })),
    blocks: block === undefined ? [] : [block],
    tasks: oldestFirst(usersOf(store, id, 'task')).map(taskLine),
    letters: oldestFirst(usersOf(store, id, 'letter')).map(letterLine),
    hindrances: data.closedOn === undefined ? hindrancesOf(store, data) : [],
    people: peopleToAct(store, data, today),
    additions: additions.filter((one) => one.guideId === data.guideId && one.stepId === undefined),
  }
  const bureau = bureauOf(store, data)
  if (bureau !== undefined) view.bureau = bureau
  return view
}

/** The guides followed, the current one last; of those before it what was done. */
function progressViews(
  store: RecordStore,
  data: RecoveryCase,
  additions: readonly GuideAdditionView[],
): GuideProgress[] {
  const past = [...new Set(data.guideChanges.map((change) => change.fromGuideId))].filter(
    (guideId) => guideId !== data.guideId,
  )
  return [...past, data.guideId].flatMap((guideId): GuideProgress[] => {
    const guide = guideOf(guideId)
    if (guide === undefined) return []
    const isCurrent = guideId === data.guideId
    const { standings, settledCount, stepCount, next } = progressOf(guide, data)
    const steps = standings
      .filter(({ record }) => isCurrent || record?.guideId === guideId)
      .map((standing) =>
        stepView(store, guide, standing, isCurrent && standing === next, additions),
      )
    const leftBecause = data.guideChanges.findLast((one) => one.fromGuideId === guideId)?.reason
    const progress: GuideProgress = { guideId, isCurrent, steps, settledCount, stepCount }
    return [isCurrent || leftBecause === undefined ? progress : { ...progress, leftBecause }]
  })
}

function stepView(
  store: RecordStore,
  guide: Guide,
  { step, state, record, attempts, leadsTo }: Standing,
  isNext: boolean,
  additions: readonly GuideAdditionView[],
): StepView {
  const view: StepView = {
    guideId: guide.id,
    stepId: step.id,
    state,
    isNext,
    attempts,
    doneBy:
      step.isOutcome === true
        ? 'outcome'
        : step.isRegistration === true
          ? 'registration'
          : 'person',
    documents: (record?.documentIds ?? []).map((id) => ({
      id,
      title: recordOf(store, 'document', id)?.data.title ?? '',
    })),
    additions: additions.filter((one) => one.guideId === guide.id && one.stepId === step.id),
  }
  if (record !== undefined) view.record = record
  if (record !== undefined && record.guideId !== guide.id) view.recordedInGuideId = record.guideId
  if (leadsTo !== undefined) view.leadsTo = leadsTo
  return view
}

function serviceLine(store: RecordStore, id: string): CaseView['services'] {
  const service = recordOf(store, 'service', id)
  if (service === undefined) return []
  const { name, filingNumber } = service.data
  return [filingNumber === undefined ? { id, name } : { id, name, filingNumber }]
}

function credentialLine(
  store: RecordStore,
  data: RecoveryCase,
  id: string,
  today: string,
): CaseView['credentials'] {
  const credential = recordOf(store, 'credential', id)
  if (credential === undefined) return []
  const { label, kind } = credential.data
  const isOfOutcome = data.outcome?.credentialId === id
  const registeredAt = data.registrations.findLast((one) => one.credentialId === id)?.at
  return [
    {
      id,
      label,
      kind,
      state: rotationOf(credential.data, credential.hasSecret, today).state,
      isWaitedFor: isOfOutcome && needsRegistration(data) && !isRegistered(data),
      ...(registeredAt === undefined ? {} : { registeredAt }),
    },
  ]
}

function taskLine({ id, data }: LedgerRecord<'task'>): CaseView['tasks'][number] {
  const { title, dueOn, doneOn, person } = data
  return {
    id,
    title,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(person === undefined ? {} : { person }),
  }
}

function letterLine({ id, data }: LedgerRecord<'letter'>): CaseView['letters'][number] {
  const { kind, title, signedOn } = data
  return { id, kind, title, ...(signedOn === undefined ? {} : { signedOn }) }
}

/** The bureau in charge, and its contact data where somebody keeps them. */
function bureauOf(store: RecordStore, data: RecoveryCase): CaseView['bureau'] | undefined {
  const province = provinceOfCase(store, data)
  if (province === undefined) return undefined
  const bureau = { province: province.name, name: province.bureau }
  for (const provider of liveRecords(store, 'provider')) {
    const { name, roles, phone } = provider.data
    if (!roles.includes('bureau') || name !== province.bureau) continue
    return { ...bureau, providerId: provider.id, ...(phone === undefined ? {} : { phone }) }
  }
  return bureau
}
