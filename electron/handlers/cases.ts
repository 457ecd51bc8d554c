import { dayOf } from '../../shared/calendar-day.ts'
import type { CASE_CALLS } from '../../shared/contract/cases.ts'
import { additionsOf } from '../cases/additions.ts'
import {
  closeCase,
  removeLogEntry,
  reopenCase,
  saveLogEntry,
  setMaterial,
  switchGuide,
} from '../cases/case-acts.ts'
import { readCase } from '../cases/change.ts'
import { setClockDue, startClock, stopClock } from '../cases/clock-acts.ts'
import { removeAddition, saveAddition } from '../cases/guide-additions.ts'
import { listCases } from '../cases/list.ts'
import { changeCaseScope, openCase } from '../cases/open.ts'
import { recordOutcome } from '../cases/outcome.ts'
import { copyPortalValue, preflight } from '../cases/preflight.ts'
import { printCase } from '../cases/print.ts'
import { recordStep, undoStep } from '../cases/step-acts.ts'
import { triage } from '../cases/triage.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Recovery cases and guides. */
export function casesHandlers(session: Session): Pick<Handlers, keyof typeof CASE_CALLS> {
  return {
    'cases.triage': ({ answers, ...scope }) =>
      triage(session.open().ledger, scope, answers, dayOf(session.now())),
    'cases.open': (input) => openCase(session, input),
    'cases.list': (filter) => listCases(session.open().ledger, filter, session.now()),
    'cases.read': ({ id }) => readCase(session, id),
    'cases.change': (input) => changeCaseScope(session, input),
    'cases.recordStep': (input) => recordStep(session, input),
    'cases.undoStep': ({ id, stepId }) => undoStep(session, id, stepId),
    'cases.setMaterial': (input) => setMaterial(session, input),
    'cases.saveLogEntry': (input) => saveLogEntry(session, input),
    'cases.removeLogEntry': ({ id, entryId }) => removeLogEntry(session, id, entryId),
    'cases.startClock': (input) => startClock(session, input),
    'cases.stopClock': ({ id, clockRecordId }) => stopClock(session, id, clockRecordId),
    'cases.setClockDue': ({ id, clockRecordId, dueOn }) =>
      setClockDue(session, id, clockRecordId, dueOn),
    'cases.switchGuide': ({ id, guideId, reason }) => switchGuide(session, id, guideId, reason),
    'cases.recordOutcome': (input) => recordOutcome(session, input),
    'cases.close': (input) => closeCase(session, input),
    'cases.reopen': ({ id, reason }) => reopenCase(session, id, reason),
    'cases.print': ({ id }) => printCase(session, id),
    'cases.preflight': (input) => preflight(session, input),
    'cases.copyValue': (input) => copyPortalValue(session, input),
    'guides.list': () => additionsOf(session.open().ledger),
    'guides.saveAddition': (input) => saveAddition(session, input),
    'guides.removeAddition': ({ id }) => removeAddition(session, id),
  }
}
