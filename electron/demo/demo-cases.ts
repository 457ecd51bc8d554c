import { dayOf } from '../../shared/calendar-day.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { CaseStep, RecoveryCase } from '../../shared/records/recovery-case.ts'
import { progressOf } from '../cases/progress.ts'
import { withStep } from '../cases/step-acts.ts'
import { newRecordId } from '../ledger/store.ts'
import type { RecordChange, RecordId } from '../vault/vault.ts'
import type { Add, Clock, Firms } from './demo-draft.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Three recoveries: one with the SMS check running, one at the bureau's window, one that ended well. */
export function addCases(
  add: Add,
  clock: Clock,
  firms: Firms,
  made: readonly RecordChange[],
): void {
  const cases = [
    throughTheProvider(clock, firms, made),
    atTheBureau(clock, made),
    changeOfPhone(clock, firms, made),
  ]
  const serials = new Map<string, number>()
  for (const one of cases) {
    const year = one.openedOn.slice(0, 4)
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    add('case', { ...one, number: `${year}-${String(serial).padStart(3, '0')}` })
  }
}

/** 门户没有找回入口, so from A1 to M; the order went to the bureau six hours ago. */
function changeOfPhone(
  { at, days }: Clock,
  firms: Firms,
  made: readonly RecordChange[],
): RecoveryCase {
  const person = '演示保管人'
  let data = emptyCase({
    title: '星河云官网 换收码手机',
    entityId: idOf(made, 'entity', '星河云科技（北京）有限公司'),
    serviceIds: [idOf(made, 'service', '星河云官网')],
    credentialIds: [idOf(made, 'credential', '星河云官网 接入商侧密码')],
    providerId: firms.cloud,
    guideId: 'a1',
    answers: { 'portal-has-entry': 'unknown', 'phone-works': 'yes' },
    openedOn: days(-3),
  })
  data = walk(data, 'find-entry', at - 3 * DAY_MS, person)
  data = gone(data, 'find-entry', at - 3 * DAY_MS, person, { answer: 'missing' })
  data = {
    ...data,
    guideId: 'm',
    guideChanges: [
      {
        fromGuideId: 'a1',
        toGuideId: 'm',
        at: at - 3 * DAY_MS,
        reason: '门户无找回入口',
        person,
      },
    ],
    log: [
      {
        id: newRecordId(),
        on: days(-1),
        time: '10:40',
        withWhom: '云枢计算 备案客服',
        channel: '电话',
        reference: 'YS-000381',
        said: '初审已通过，今天提交管局；请两位负责人留意 12381 短信，24 小时内完成核验。',
        documentIds: [],
      },
    ],
  }
  data = walk(data, 'submit-change', at - 2 * DAY_MS, person)
  data = gone(data, 'submit-change', at - 2 * DAY_MS, person, {
    channel: '接入商控制台',
    reference: 'YS-000381',
  })
  return gone(data, 'provider-review', at - 6 * HOUR_MS, person, { channel: '电话' })
}

/** Sent by EMS four days ago; the first inquiry was made, the bureau has its working days. */
function atTheBureau({ at, days }: Clock, made: readonly RecordChange[]): RecoveryCase {
  const person = '黄一帆'
  let data = emptyCase({
    title: '云帆论坛 备案密码',
    entityId: idOf(made, 'entity', '云帆商贸（深圳）有限公司'),
    serviceIds: [idOf(made, 'service', '云帆论坛')],
    credentialIds: [idOf(made, 'credential', '云帆论坛 旧登录密码')],
    guideId: 'b',
    answers: { 'phone-works': 'no', 'portal-has-entry': 'no' },
    openedOn: days(-9),
  })
  data = walk(data, 'submit', at - 8 * DAY_MS, person)
  data = gone(data, 'submit', at - 4 * DAY_MS, person, {
    channel: 'EMS',
    reference: 'EA000000381CN',
    note: '申请表、执照和身份证复印件各一份，已盖章；底单在财务。',
  })
  data = gone(data, 'follow-up', at - DAY_MS, person, { channel: '电话' })
  return {
    ...data,
    log: [
      {
        id: newRecordId(),
        on: days(-8),
        time: '09:20',
        withWhom: '广东省通信管理局 备案岗',
        channel: '电话',
        said: '可以书面办理，用《备案密码重置申请表》，盖章后邮寄。',
        documentIds: [],
      },
      {
        id: newRecordId(),
        on: days(-1),
        time: '15:05',
        withWhom: '广东省通信管理局 备案岗',
        channel: '电话',
        reference: 'EA000000381CN',
        said: '材料已收到，排队审核，办好会打登记的联系电话。',
        documentIds: [],
      },
    ],
  }
}

/** By the provider's ticket, with a new password registered two months ago. */
function throughTheProvider(
  { at, months }: Clock,
  firms: Firms,
  made: readonly RecordChange[],
): RecoveryCase {
  const person = '周锦'
  const credentialId = idOf(made, 'credential', '锦里文化 备案密码')
  const closedOn = months(-2)
  const closedAt = Date.parse(`${closedOn}T15:30:00+08:00`)
  const openedAt = closedAt - 5 * DAY_MS
  let data = emptyCase({
    title: '锦里文化 备案密码',
    entityId: idOf(made, 'entity', '成都锦里文化传播有限公司'),
    serviceIds: [],
    credentialIds: [credentialId],
    providerId: firms.cloud,
    guideId: 'c',
    answers: { 'phone-works': 'no', 'provider-known': 'yes' },
    openedOn: dayOf(openedAt),
  })
  data = walk(data, 'open-ticket', openedAt, person)
  data = gone(data, 'open-ticket', openedAt, person, {
    channel: '接入商工单',
    reference: 'YS-000127',
  })
  data = walk(data, 'receive-password', closedAt - DAY_MS, person)
  const outcome = {
    kind: 'sent',
    at: closedAt - HOUR_MS,
    recordedAt: closedAt - HOUR_MS,
    credentialId,
    person,
  } as const
  data = { ...data, outcome }
  data = gone(data, 'receive-password', closedAt - HOUR_MS, person, { channel: '加密邮件' })
  data = walk(data, 'register-password', closedAt, person)
  data = gone(data, 'register-password', closedAt, person)
  data = walk(data, undefined, Math.min(closedAt, at), person)
  return {
    ...data,
    registrations: [{ credentialId, origin: 'chosen', at: closedAt, person }],
    closedOn,
    lessons: '离职的负责人没有交接手机号。以后换人当天就办变更备案，并在季度核查里打一次电话。',
  }
}

type Begun = Pick<
  RecoveryCase,
  | 'title'
  | 'entityId'
  | 'serviceIds'
  | 'credentialIds'
  | 'providerId'
  | 'guideId'
  | 'answers'
  | 'openedOn'
>

function emptyCase(begun: Begun): RecoveryCase {
  return {
    ...begun,
    // Given once all are made, in the order they were opened.
    number: '0',
    guideChanges: [],
    reopenedCount: 0,
    steps: [],
    materials: [],
    log: [],
    clocks: [],
    registrations: [],
  }
}

/** Goes every step before one, or all that are left, with the answers that lead simply on. */
function walk(
  begun: RecoveryCase,
  until: string | undefined,
  at: number,
  person: string,
): RecoveryCase {
  let data = begun
  const guide = guideOf(data.guideId)
  if (guide === undefined) return data
  for (;;) {
    const step = progressOf(guide, data).next?.step
    if (step === undefined || step.id === until) return data
    const answer = step.question?.answers.find((one) => one.to === undefined)?.id
    data = gone(data, step.id, at, person, answer === undefined ? {} : { answer })
  }
}

function gone(
  data: RecoveryCase,
  stepId: string,
  at: number,
  person: string,
  more: Partial<CaseStep> = {},
): RecoveryCase {
  const guide = guideOf(data.guideId)
  const step = guide?.steps.find((one) => one.id === stepId)
  if (guide === undefined || step === undefined) return data
  return withStep(data, guide, step, {
    guideId: guide.id,
    stepId,
    state: 'done',
    doneOn: dayOf(at),
    at,
    recordedAt: at,
    person,
    documentIds: [],
    ...more,
  })
}

/** A record that the demo has already, by its name. */
export function idOf(
  made: readonly RecordChange[],
  kind: 'entity' | 'service' | 'credential' | 'contact',
  name: string,
): RecordId {
  for (const change of made) {
    if (change.type !== 'put' || change.overview['kind'] !== kind) continue
    // `as`: the demo's own data of these kinds.
    const data = change.overview['data'] as { name?: string; label?: string }
    if (data.name === name || data.label === name) return change.id
  }
  throw new Error(`the demo has no ${kind} of that name`)
}
