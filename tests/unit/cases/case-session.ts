import { calendarHandlers } from '../../../electron/handlers/calendar.ts'
import { casesHandlers } from '../../../electron/handlers/cases.ts'
import type { HostClient, Session } from '../../../electron/session.ts'
import type { CaseChange, StepView } from '../../../shared/case-view.ts'
import type { CallInput, CallName, CallOutput } from '../../../shared/contract.ts'
import { guideOf } from '../../../shared/guides/guide-list.ts'
import { openTestSession } from '../../support/ledger-session.ts'

type Saved = { id: string; revision: number }

/** A vault with one filing as most are, and the calls of cases on it. */
export async function openCaseSession() {
  const test = await openTestSession()
  const printed: { html: string; title: string }[] = []
  const answers = { willPrint: true }
  const host: HostClient = async (name, input) => {
    if (name !== 'print.page') return test.session.host(name, input)
    // `as`: the input and the answer of this very call.
    printed.push(input as { html: string; title: string })
    return answers.willPrint as never
  }
  const session: Session = { ...test.session, host }
  const call = { ...test.call, ...casesHandlers(session), ...calendarHandlers(session) }

  const save = async (
    kind: CallInput<'records.save'>['kind'],
    data: object,
    extra: object = {},
  ): Promise<Saved> => (await call['records.save']({ kind, data, ...extra })).record

  const entity = await save('entity', {
    name: '星河云科技（北京）有限公司',
    nature: 'enterprise',
    creditCode: '91110108MA00XY00XD',
    address: '北京市海淀区虚构路 1 号',
    province: '京',
    filingNumber: '京ICP备19001358号',
    filedOn: '2019-03-12',
  })
  const provider = await save('provider', { name: '云枢计算', roles: ['access'] })
  const head = await save(
    'contact',
    {
      name: '沈星河',
      roles: ['entity-responsible', 'legal-representative'],
      entityId: entity.id,
      phone: '15400001001',
      email: 'shen@xinghe.example',
      idKind: 'resident-id',
    },
    { secret: { idNumber: '11010519491231002X' } },
  )
  const responsible = await save('contact', {
    name: '林备安',
    roles: ['service-responsible'],
    entityId: entity.id,
    phone: '15400001002',
  })
  const phone = await save('channel', {
    kind: 'phone',
    value: '15400001001',
    holderId: head.id,
    verifiedOn: '2026-10-20',
  })
  const service = await save('service', {
    entityId: entity.id,
    kind: 'website',
    name: '星河云官网',
    filingNumber: '京ICP备19001358号-1',
    filedOn: '2019-03-12',
    status: 'active',
    providerIds: [provider.id],
    responsibleId: responsible.id,
    entityResponsibleId: head.id,
  })
  const domain = await save('domain', {
    serviceId: service.id,
    name: 'xinghe.example',
    owner: '星河云科技（北京）有限公司',
  })
  const password = await save(
    'credential',
    {
      kind: 'filing-password',
      label: '星河云 备案密码',
      entityId: entity.id,
      origin: 'imported',
      rotationMonths: 3,
      changedOn: '2026-10-01',
    },
    { secret: { value: 'as it was' } },
  )
  const scope = {
    entityId: entity.id,
    serviceIds: [service.id],
    credentialIds: [password.id],
    providerId: provider.id,
  }

  const open = (guideId: CallInput<'cases.open'>['guideId'], changes: object = {}) =>
    resolve('cases.open', { ...scope, answers: {}, guideId, ...changes }).case

  /** The answer of a call that is made at once. */
  function resolve<N extends CallName & keyof typeof call>(
    name: N,
    input: CallInput<N>,
  ): CallOutput<N> {
    // `as`: all of the calls tested here answer at once, with what the contract says.
    return (call[name] as (input: CallInput<N>) => CallOutput<N>)(input)
  }

  const step = (
    id: string,
    stepId: string,
    changes: Partial<CallInput<'cases.recordStep'>> = {},
  ): CaseChange => resolve('cases.recordStep', { id, stepId, state: 'done', ...changes })

  /** Does every open step up to one, with the answer of each question that leads simply on. */
  const passTo = (id: string, stepId: string) => {
    for (let at = 0; at < 60; at += 1) {
      const next = resolve('cases.read', { id }).line.nextStep?.stepId
      if (next === undefined || next === stepId) return
      step(id, next, answerOf(resolve('cases.read', { id }).guides.at(-1)?.guideId, next))
    }
  }

  return {
    ...test,
    session,
    call,
    resolve,
    printed,
    answers,
    save,
    open,
    step,
    passTo,
    scope,
    ids: {
      entity: entity.id,
      provider: provider.id,
      head: head.id,
      responsible: responsible.id,
      phone: phone.id,
      service: service.id,
      domain: domain.id,
      password: password.id,
    },
  }
}

export type CaseSession = Awaited<ReturnType<typeof openCaseSession>>

/** A step of the current guide. */
export function stepOf(change: CaseChange, stepId: string): StepView | undefined {
  return change.case.guides.at(-1)?.steps.find((one) => one.stepId === stepId)
}

function answerOf(guideId: string | undefined, stepId: string) {
  const step = guideOf(guideId ?? '')?.steps.find((one) => one.id === stepId)
  const answer = step?.question?.answers.find((one) => one.to === undefined)?.id
  return answer === undefined ? {} : { answer }
}
