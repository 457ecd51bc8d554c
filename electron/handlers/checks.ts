import { dayOf } from '../../shared/calendar-day.ts'
import type { CHECK_CALLS } from '../../shared/contract/checks.ts'
import { beginChecks, discardChecks, finishChecks, recordItem } from '../checks/acts.ts'
import { checkHistory } from '../checks/history.ts'
import { checkPass, copyChecked } from '../checks/pass.ts'
import { checkPlan } from '../checks/plan.ts'
import { finishTask, taskLines } from '../checks/tasks.ts'
import { verifyChannel } from '../checks/verify-channel.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Quarterly checks and tasks. */
export function checksHandlers(session: Session): Pick<Handlers, keyof typeof CHECK_CALLS> {
  return {
    'checks.plan': () => checkPlan(session.open().ledger, dayOf(session.now())),
    'checks.begin': ({ serviceIds }) => beginChecks(session, serviceIds),
    'checks.read': ({ ids }) => checkPass(session.open(), ids, session.now()),
    'checks.record': ({ ids, forIds, ...result }) => recordItem(session, ids, forIds, result),
    'checks.verifyChannel': ({ ids, channel, on }) => verifyChannel(session, ids, channel, on),
    'checks.finish': ({ ids, notes }) => finishChecks(session, ids, notes),
    'checks.discard': ({ ids }) => discardChecks(session, ids),
    'checks.copyValue': ({ id, value }) => copyChecked(session, id, value),
    'checks.history': ({ id }) => checkHistory(session.open().ledger, id),
    'tasks.list': ({ state }) =>
      taskLines(session.open().ledger, session.now()).filter(
        ({ data }) => (data.doneOn === undefined) === (state === 'open'),
      ),
    'tasks.finish': ({ id, result }) => finishTask(session, id, result),
  }
}
