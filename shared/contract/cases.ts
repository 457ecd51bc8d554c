import { z } from 'zod'
import type {
  CaseChange,
  CaseLine,
  CaseView,
  GuideAdditionView,
  PreflightView,
} from '../case-view.ts'
import { FACTS, GUIDE_IDS, PORTAL_VALUES } from '../guides/guide.ts'
import { TRIAGE_ANSWERS } from '../guides/triage-rule.ts'
import { CalendarDayField, Line, RecordId, Text } from '../records/fields.ts'
import { MATERIAL_STATES, OUTCOME_KINDS } from '../records/recovery-case.ts'
import type { TriageView } from '../triage-view.ts'
import { call, id, none } from './call.ts'

const guideId = z.enum(GUIDE_IDS)
const key = z.string().regex(/^[a-z0-9-]{1,60}$/)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const documentIds = z.array(RecordId).max(20)
const answers = z.partialRecord(z.enum(FACTS), z.enum(TRIAGE_ANSWERS))

/** What was lost, and whose it is. */
const scope = {
  entityId: RecordId,
  serviceIds: z.array(RecordId).max(500),
  credentialIds: z.array(RecordId).max(50),
  providerId: RecordId.optional(),
}

/** How a step was gone. `person` is the custodian, `doneOn` today unless told. */
const details = {
  doneOn: CalendarDayField.optional(),
  /** `HH:MM` in Shanghai; clocks in hours start by it. */
  doneTime: time.optional(),
  person: Line.optional(),
  channel: Line.optional(),
  reference: Line.optional(),
  note: Text.optional(),
  documentIds: documentIds.optional(),
}

/** Recovery cases and guides. */
export const CASE_CALLS = {
  /** What the ledger knows, and the ways that fit, best first. A person's `answers` count more than the ledger. */
  'cases.triage': call(z.strictObject({ ...scope, answers }))<TriageView>(),
  'cases.open': call(
    z.strictObject({ ...scope, answers, guideId, title: Line.optional() }),
  )<CaseChange>(),
  /** Open ones by their worst clock, then finished ones, newest first. `query` looks at everything written in them. */
  'cases.list': call(
    z.strictObject({
      state: z.enum(['open', 'finished', 'all']),
      query: z.string().max(200).optional(),
      entityId: RecordId.optional(),
    }),
  )<CaseLine[]>(),
  'cases.read': call(id)<CaseView>(),
  /** Title, scope, lessons; absent keys stay as they are. */
  'cases.change': call(
    z.strictObject({
      id: RecordId,
      title: Line.optional(),
      serviceIds: scope.serviceIds.optional(),
      credentialIds: scope.credentialIds.optional(),
      providerId: RecordId.nullable().optional(),
      lessons: Text.optional(),
    }),
  )<CaseChange>(),

  /**
   * Records a step as done, skipped (`note` says why, unless it is optional) or failed. A step with a
   * question needs its `answer`. `isCorrection` takes the place of the last record of the step.
   */
  'cases.recordStep': call(
    z.strictObject({
      id: RecordId,
      stepId: key,
      state: z.enum(['done', 'skipped', 'failed']),
      answer: key.optional(),
      branch: z.int().min(0).max(50).optional(),
      isCorrection: z.boolean().optional(),
      ...details,
    }),
  )<CaseChange>(),
  /** Takes the last record of a step away, with the clocks that it started. */
  'cases.undoStep': call(z.strictObject({ id: RecordId, stepId: key }))<CaseChange>(),
  /** Absent keys stay; null takes away. `state` null: worked out from 资料 again. */
  'cases.setMaterial': call(
    z.strictObject({
      id: RecordId,
      needId: key,
      state: z.enum(MATERIAL_STATES).nullable().optional(),
      documentId: RecordId.nullable().optional(),
      letterId: RecordId.nullable().optional(),
      note: Line.nullable().optional(),
    }),
  )<CaseChange>(),
  /** 沟通记录: adds an entry, or changes the one with this `entryId`. */
  'cases.saveLogEntry': call(
    z.strictObject({
      id: RecordId,
      entryId: RecordId.optional(),
      on: CalendarDayField,
      time: time.optional(),
      withWhom: Line,
      channel: Line,
      reference: Line.optional(),
      said: z.string().trim().min(1).max(10_000),
      documentIds: documentIds.optional(),
    }),
  )<CaseChange>(),
  'cases.removeLogEntry': call(z.strictObject({ id: RecordId, entryId: RecordId }))<CaseChange>(),
  /** By hand, for a clock that no step starts. From now unless told. */
  'cases.startClock': call(
    z.strictObject({
      id: RecordId,
      clockId: key,
      startedOn: CalendarDayField.optional(),
      startedTime: time.optional(),
    }),
  )<CaseChange>(),
  'cases.stopClock': call(z.strictObject({ id: RecordId, clockRecordId: RecordId }))<CaseChange>(),
  /** The day a notice, bureau or provider named; null: by the guide again. */
  'cases.setClockDue': call(
    z.strictObject({
      id: RecordId,
      clockRecordId: RecordId,
      dueOn: CalendarDayField.nullable(),
    }),
  )<CaseChange>(),
  /** To another guide, such as 门户无找回入口 → M, and back. What was done stays. */
  'cases.switchGuide': call(z.strictObject({ id: RecordId, guideId, reason: Line }))<CaseChange>(),
  /** `sent` and `temporary` open 立即修改, which only a registered new password ends. */
  'cases.recordOutcome': call(
    z.strictObject({
      id: RecordId,
      kind: z.enum(OUTCOME_KINDS),
      /** Needed unless the contact changed or only an account was regained. */
      credentialId: RecordId.optional(),
      /** Until when a sent or temporary value opens, Unix ms. */
      validUntilAt: z.number().optional(),
      ...details,
    }),
  )<CaseChange>(),
  /** @throws `invalid-value` (field `reason`, code `required`) when something hinders and no reason is given. */
  'cases.close': call(
    z.strictObject({ id: RecordId, reason: Line.optional(), lessons: Text.optional() }),
  )<CaseChange>(),
  'cases.reopen': call(z.strictObject({ id: RecordId, reason: Line }))<CaseChange>(),
  /** Prints the record of a case; false when the person cancels. */
  'cases.print': call(id)<boolean>(),

  /** The values a step asks for (of the whole guide without `stepId`), from the ledger, looked at. */
  'cases.preflight': call(
    z.strictObject({
      id: RecordId,
      stepId: key.optional(),
      serviceId: RecordId.optional(),
      domainId: RecordId.optional(),
    }),
  )<PreflightView>(),
  /** Copies one value ready to paste. ID numbers leave the clipboard again and stand in the audit trail. */
  'cases.copyValue': call(
    z.strictObject({
      id: RecordId,
      value: z.enum(PORTAL_VALUES),
      serviceId: RecordId.optional(),
      domainId: RecordId.optional(),
    }),
  )<{ clearsAfterSeconds?: number }>(),

  /** What people of this vault added to the guides. */
  'guides.list': call(none)<GuideAdditionView[]>(),
  'guides.saveAddition': call(
    z.strictObject({
      id: RecordId.optional(),
      expectedRevision: z.int().optional(),
      guideId,
      stepId: key.optional(),
      clockId: key.optional(),
      providerId: RecordId.optional(),
      province: z.string().length(1).optional(),
      note: Text.optional(),
      from: z.int().min(0).max(999).optional(),
      to: z.int().min(0).max(999).optional(),
      source: Line.optional(),
      verifiedOn: CalendarDayField.optional(),
    }),
  )<{ addition: GuideAdditionView; undoToken: number }>(),
  'guides.removeAddition': call(id)<{ undoToken: number }>(),
} as const
