import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Draft } from '../../shared/field/record-check.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type {
  FormKind,
  LedgerRecord,
  RecordData,
  RecordOverview,
} from '../../shared/records/record.ts'
import { RECORD_SCHEMAS } from '../../shared/records/record.ts'
import { blockingReason } from '../cases/blocking.ts'
import type { Session } from '../session.ts'
import type { JsonObject, RecordId } from '../vault/vault.ts'
import type { CheckOptions } from './check.ts'
import { checkRecord } from './check.ts'
import { invalidValue } from './invalid-value.ts'
import type { Ledger } from './ledger.ts'
import { keepRegistration } from './registered.ts'
import { mergeSecret } from './secret-merge.ts'
import type { StagedFile } from './staged-files.ts'
import { attachmentsOf, resolveFiles } from './staged-files.ts'
import type { RecordStore } from './store.ts'
import { newRecordId, requireLive } from './store.ts'
import type { LedgerChange } from './write.ts'
import { writeRecords } from './write.ts'

export type SaveInput = {
  kind: FormKind
  id?: RecordId | undefined
  expectedRevision?: number | undefined
  data: unknown
  secret?: unknown
}

/**
 * Creates a record or changes one, after all checks of the form were made again.
 *
 * @throws VaultError `invalid-value` (with the field and the finding's code), `record-not-found`,
 * `record-changed-meanwhile`
 */
export function saveRecord(
  session: Session,
  input: SaveInput,
): { record: LedgerRecord; undoToken: number } {
  const { vault, ledger } = session.open()
  const now = session.now()
  const today = dayOf(now)
  const { kind } = input
  const before = input.id === undefined ? undefined : requireLive(ledger, kind, input.id)
  if (before !== undefined && (input.expectedRevision ?? before.revision) !== before.revision) {
    throw new VaultError('record-changed-meanwhile', 'the record was changed by another save')
  }
  const id = before?.id ?? newRecordId()
  const draft = requireDraft(input.data)
  const drafted = newOverview(ledger, kind, draft, { today, id: before?.id }, before, now)
  const checked = before === undefined ? drafted : keepBlock(ledger, drafted, before.id)
  const { overview, added } = withFiles(ledger, before, checked)
  const touchesSecret = input.secret !== undefined
  const stored = touchesSecret && before?.hasSecret === true ? vault.peekSecret(id) : undefined
  const secret = touchesSecret
    ? mergeSecret(session, overview, id, stored, input.secret, now)
    : undefined
  const registered = { registeredAt: now, registeredBy: vault.custodianId }
  const change: LedgerChange = {
    type: 'put',
    id,
    overview: keepRegistration(overview, before, { before: stored, after: secret }, registered),
    expectedRevision: before?.revision ?? 0,
    ...(secret !== undefined && { secret }),
  }
  const action = before === undefined ? 'record.create' : 'record.update'
  const { undoToken } = writeRecords(
    session,
    [change],
    [{ action, recordId: id, facts: factsOf(input, overview, before) }],
    attachmentsOf(id, added),
  )
  for (const { file } of added) ledger.staged.delete(file.attachmentId)
  return { record: requireLive(ledger, kind, id), undoToken }
}

/** That a password was marked as no longer used is told by itself: it is still a password (交接). */
function factsOf(
  { kind, secret }: SaveInput,
  overview: RecordOverview,
  before: LedgerRecord | undefined,
): Record<string, string | number> {
  const wasRetired = before?.kind === 'credential' && before.data.isRetired
  const isRetired = overview.kind === 'credential' && overview.data.isRetired
  const facts = { kind, secretTouched: secret === undefined ? 0 : 1 }
  return isRetired && !wasRetired ? { ...facts, retired: 1 } : facts
}

/**
 * A paper's files are the ones it has and those that wait for it: a form cannot name others.
 *
 * @throws VaultError `invalid-value` for the field `files`
 */
function withFiles(
  ledger: Ledger,
  before: LedgerRecord | undefined,
  overview: RecordOverview,
): { overview: RecordOverview; added: readonly StagedFile[] } {
  if (overview.kind !== 'document') return { overview, added: [] }
  const known = before?.kind === 'document' ? before.data.files : []
  const resolved = resolveFiles(ledger.staged, known, overview.data.files)
  if (resolved === undefined) throw invalidValue('files', 'not-allowed')
  const { files, added } = resolved
  return { overview: { ...overview, data: { ...overview.data, files } }, added }
}

/**
 * The overview of a checked draft.
 *
 * @throws VaultError `invalid-value` when a finding refuses it or it does not fit the schema.
 */
export function newOverview<K extends FormKind>(
  store: RecordStore,
  kind: K,
  draft: Draft,
  options: CheckOptions,
  before: LedgerRecord | undefined,
  now: number,
): RecordOverview<K> {
  const { data, findings } = checkRecord(store, kind, draft, options)
  throwRefused(findings)
  const parsed = RECORD_SCHEMAS[kind].safeParse(completed(kind, data))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    throw invalidValue(String(issue?.path[0] ?? unknown ?? ''), 'not-allowed')
  }
  const checked = endSnooze(kind, before, parsed.data as JsonObject)
  const createdAt = before?.createdAt ?? now
  // `as`: the data were parsed with the schema of this very kind.
  return { kind, data: checked, createdAt, updatedAt: now } as RecordOverview<K>
}

/**
 * 立即修改 of a case is ended by a registered new password alone, not by the form.
 *
 * @throws VaultError `invalid-value` when the form would say that the value is no longer used.
 */
function keepBlock(
  store: RecordStore,
  overview: RecordOverview<FormKind>,
  id: RecordId,
): RecordOverview<FormKind> {
  if (overview.kind !== 'credential') return overview
  const reason = blockingReason(store, id)
  if (reason === undefined) return overview
  if (overview.data.isRetired) throw invalidValue('isRetired', 'not-allowed')
  const { mustChangeReason = reason } = overview.data
  return { ...overview, data: { ...overview.data, mustChangeReason } }
}

/** @throws VaultError `invalid-value` for the first finding that refuses. */
export function throwRefused(findings: readonly FieldFinding[]): void {
  const first = findings.find((finding) => finding.severity === 'refused')
  if (first !== undefined) throw invalidValue(first.field ?? '', first.code)
}

/** @throws VaultError `invalid-value` when it is no object at all. */
export function requireDraft(data: unknown): Draft {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw invalidValue('', 'not-allowed')
  }
  // `as`: an object of unknown values; every field of it is checked next.
  return data as Draft
}

/** What a form may leave out and the schema wants. */
function completed(kind: FormKind, data: Record<string, unknown>): Record<string, unknown> {
  if (kind === 'service') {
    // Who saves the form has seen that there is no provider in it.
    const { isProviderUnknown: _, ...rest } = data
    return { providerIds: [], ...rest }
  }
  if (kind === 'contact') return { roles: [], ...data }
  if (kind === 'document') return { files: [], ...data }
  if (kind !== 'credential') return data
  const { origin, mustChangeReason } = data
  const isHandedOut = origin === 'issued' || origin === 'temporary'
  const reason = mustChangeReason ?? (isHandedOut ? origin : undefined)
  return {
    isRetired: false,
    ...data,
    ...(reason === undefined ? {} : { mustChangeReason: reason }),
  }
}

/** What a record's reminder is about. When it changes, the snooze is over. */
const REMINDER_FIELDS: { readonly [K in FormKind]: readonly (keyof RecordData<K>)[] } = {
  entity: ['licenceValidUntilOn'],
  service: ['providerIds', 'status'],
  domain: ['expiresOn'],
  provider: [],
  contact: ['idValidUntilOn', 'leftOn'],
  channel: ['verifiedOn', 'value'],
  document: ['validUntilOn'],
  task: ['dueOn', 'doneOn'],
  credential: ['changedOn', 'origin', 'mustChangeReason', 'rotationMonths', 'isRetired'],
}

function endSnooze(kind: FormKind, before: LedgerRecord | undefined, data: JsonObject): JsonObject {
  if (before === undefined || data['snoozedUntilOn'] === undefined) return data
  // `as`: read by names that the table above takes from the record's own type.
  const old = before.data as JsonObject
  const isSame = REMINDER_FIELDS[kind].every(
    (field) => JSON.stringify(old[field]) === JSON.stringify(data[field]),
  )
  if (isSame) return data
  const { snoozedUntilOn: _until, snoozeReason: _reason, ...rest } = data
  return rest
}
