import { z } from 'zod'
import { AUDIT_CALLS } from './contract/audit.ts'
import { BACKUP_CALLS } from './contract/backups.ts'
import { CALENDAR_CALLS } from './contract/calendar.ts'
import { call, id, none } from './contract/call.ts'
import { CASE_CALLS } from './contract/cases.ts'
import { CHECK_CALLS } from './contract/checks.ts'
import { CUSTODIAN_CALLS } from './contract/custodians.ts'
import { DOCUMENT_CALLS } from './contract/documents.ts'
import { DUE_LIST_CALLS } from './contract/due-list.ts'
import { EXCHANGE_CALLS } from './contract/exchange.ts'
import { HANDOVER_CALLS } from './contract/handover.ts'
import { LETTER_CALLS } from './contract/letters.ts'
import { MERGE_CALLS } from './contract/merge.ts'
import { REPORT_CALLS } from './contract/reports.ts'
import type { FieldFinding } from './finding.ts'
import type { ImportPreview, ImportResult, ImportSource } from './import.ts'
import { ImportMapping, ImportPlan } from './import.ts'
import type { LedgerRow } from './ledger-row.ts'
import type { GeneratedPassword, PasswordAssessment } from './password.ts'
import { GeneratorOptions } from './password.ts'
import { Preferences } from './preferences.ts'
import { CREDENTIAL_ORIGINS } from './records/credential.ts'
import { CalendarDayField, RecordId } from './records/fields.ts'
import type { LedgerRecord } from './records/record.ts'
import { FORM_KINDS, RECORD_KINDS } from './records/record.ts'
import type { Reminder } from './reminder.ts'
import type { CredentialView, DrawerView, HealthSummary, SlotLine, VaultStatus } from './views.ts'

const passphrase = z.string().min(1).max(1024)
const secretValue = z.string().min(1).max(64)

/** Every call a window may make. Adding one is one line here; `tsc` then names the missing handler. */
export const CONTRACT = {
  // — the app and the vault file —
  'app.status': call(none)<VaultStatus>(),
  'preferences.save': call(Preferences)<Preferences>(),
  /** Opens the system's file dialog; the chosen path stays in the vault process. `create` asks where to save. */
  'vault.choose': call(z.strictObject({ purpose: z.enum(['open', 'create']) }))<VaultStatus>(),
  /** Chooses one of the recently opened vaults by its place in the list. */
  'vault.chooseRecent': call(z.strictObject({ index: z.int().min(0).max(20) }))<VaultStatus>(),
  'vault.forgetRecent': call(z.strictObject({ index: z.int().min(0).max(20) }))<VaultStatus>(),
  'vault.assessPassphrase': call(
    z.strictObject({ passphrase: z.string().max(1024) }),
  )<PasswordAssessment>(),
  'vault.create': call(
    z.strictObject({ passphrase, custodianName: z.string().trim().min(1).max(60) }),
  )<VaultStatus>(),
  /** Told at the first key of a passphrase: makes ready what will derive its key. */
  'vault.expectPassphrase': call(none)<void>(),
  'vault.unlock': call(
    z.strictObject({
      secret: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), passphrase }),
        z.strictObject({ kind: z.literal('recovery-kit'), code: z.string().max(200) }),
        /** Two parts of a kit in parts. */
        z.strictObject({
          kind: z.literal('recovery-shares'),
          codes: z.tuple([z.string().max(200), z.string().max(200)]),
        }),
        /** The first opening of who joins; `confirmed` is of `join.look`. */
        z.strictObject({
          kind: z.literal('join'),
          id: RecordId,
          passphrase,
          confirmed: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      ]),
      isReadOnly: z.boolean().optional(),
      /** Set when the person says that the older file was restored on purpose. */
      rollbackReason: z.string().trim().min(1).max(500).optional(),
    }),
  )<VaultStatus>(),
  'vault.lock': call(none)<void>(),
  /** Told when something typed is not saved, so that a lock can ask or say so; never what it is. */
  'vault.noteUnsaved': call(z.strictObject({ isUnsaved: z.boolean() }))<void>(),
  'vault.changePassphrase': call(z.strictObject({ current: passphrase, next: passphrase }))<void>(),
  /** Measures this machine and gives the passphrase slot a KDF cost of about one second. */
  'vault.calibrate': call(z.strictObject({ passphrase }))<{
    opsLimit: number
    memLimitBytes: number
    measuredMs: number
  }>(),
  'vault.slots': call(none)<SlotLine[]>(),
  'vault.checkWords': call(none)<{ words: string[]; revision: number }>(),
  /** In evidence mode: what differs from a backup the person picks. */
  'vault.compareWithBackup': call(z.strictObject({ passphrase }))<
    | {
        differences: {
          recordId: string
          title?: string
          kind: 'only-here' | 'only-there' | 'changed'
        }[]
      }
    | undefined
  >(),

  // — recovery kit: shown once, printed, two groups retyped —
  'kit.prepare': call(none)<{
    groups: string[]
    askedGroups: [number, number]
    checkWords: string[]
    revision: number
    vaultId: string
  }>(),
  'kit.print': call(none)<boolean>(),
  'kit.confirm': call(
    z.strictObject({ groups: z.tuple([z.string().max(20), z.string().max(20)]) }),
  )<void>(),
  'kit.discard': call(none)<void>(),

  // — ledger —
  /** A batch of 台账 from `from` on; `total` tells how many there are. */
  'ledger.rows': call(z.strictObject({ from: z.int().min(0), count: z.int().min(1).max(20_000) }))<{
    rows: LedgerRow[]
    total: number
  }>(),
  /** The ordinals of those lines of 台账 that match, best first: ten thousand ids would take longer than the search. */
  'ledger.search': call(z.strictObject({ query: z.string().max(200) }))<{
    ordinals: Uint32Array
  }>(),
  /** Everything, for Ctrl/Cmd+K: at most 50 records of any kind, best first. */
  'ledger.searchEverywhere': call(z.strictObject({ query: z.string().max(200) }))<{
    hits: { id: string; kind: string; title: string; subtitle?: string; rowId?: string }[]
  }>(),
  'ledger.drawer': call(id)<DrawerView>(),
  'ledger.health': call(none)<HealthSummary>(),
  'ledger.exportTemplate': call(none)<{ fileName: string } | undefined>(),
  /** Writes 台账 without any secret as xlsx or csv to a file the person picks. */
  'ledger.export': call(
    z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      ids: z.array(RecordId).max(100_000).optional(),
    }),
  )<{ fileName: string; rowCount: number } | undefined>(),

  'records.list': call(
    z.strictObject({ kind: z.enum(RECORD_KINDS), trashed: z.boolean().optional() }),
  )<LedgerRecord[]>(),
  'records.read': call(id)<LedgerRecord>(),
  /** What is to be said of a draft before it is saved. `data` is the form's content, also incomplete. */
  'records.check': call(
    z.strictObject({ kind: z.enum(FORM_KINDS), id: RecordId.optional(), data: z.unknown() }),
  )<FieldFinding[]>(),
  /** Creates (no `id`) or changes a record. `secret` is merged: absent keys stay. */
  'records.save': call(
    z.strictObject({
      kind: z.enum(FORM_KINDS),
      id: RecordId.optional(),
      expectedRevision: z.int().optional(),
      data: z.unknown(),
      secret: z.unknown().optional(),
    }),
  )<{ record: LedgerRecord; undoToken: number }>(),
  /** A new filing in one go: entity (new or known), service, domains, in one transaction. */
  'records.createFiling': call(
    z.strictObject({
      entity: z.union([z.strictObject({ id: RecordId }), z.strictObject({ data: z.unknown() })]),
      service: z.unknown().optional(),
      domains: z.array(z.unknown()).max(50),
    }),
  )<{ entityId: string; serviceId?: string; undoToken: number }>(),
  'records.trash': call(z.strictObject({ ids: z.array(RecordId).min(1).max(10_000) }))<{
    undoToken: number
    count: number
  }>(),
  'records.restore': call(z.strictObject({ ids: z.array(RecordId).min(1).max(10_000) }))<{
    undoToken: number
    count: number
  }>(),
  /** Gone for good: only from the trash. */
  'records.purge': call(z.strictObject({ ids: z.array(RecordId).min(1).max(10_000) }))<{
    count: number
  }>(),
  'records.undo': call(z.strictObject({ undoToken: z.int() }))<void>(),
  /** Reads a contact's ID number, shown on request and audited. */
  'contacts.revealId': call(id)<{ idNumber?: string }>(),

  // — credentials —
  /** Every credential that is not in the trash, with its state and due days worked out. */
  'credentials.list': call(none)<CredentialView[]>(),
  'credentials.reveal': call(id)<{
    value?: string
    totp?: { code: string; secondsLeft: number }
    privateNotes?: string
  }>(),
  'credentials.copyPassword': call(id)<{ clearsAfterSeconds: number }>(),
  'credentials.copyTotp': call(id)<{ clearsAfterSeconds: number }>(),
  'credentials.copyAccount': call(id)<void>(),
  /** A password by the policy, that none of the filing's facts is part of. */
  'credentials.generate': call(
    z.strictObject({ options: GeneratorOptions, id: RecordId.optional() }),
  )<GeneratedPassword>(),
  /** Strength and rule findings of a typed value for this credential. */
  'credentials.assess': call(
    z.strictObject({
      value: z.string().max(200),
      origin: z.enum(CREDENTIAL_ORIGINS),
      id: RecordId.optional(),
      serviceId: RecordId.optional(),
      entityId: RecordId.optional(),
    }),
  )<PasswordAssessment>(),
  /** Registers a new value: the old one goes to the history, must-change and snooze end (unless issued or temporary). */
  'credentials.register': call(
    z.strictObject({
      id: RecordId,
      value: secretValue,
      origin: z.enum(CREDENTIAL_ORIGINS),
      changedOn: CalendarDayField.optional(),
      obtainedFrom: z.string().trim().max(200).optional(),
      channelId: RecordId.optional(),
    }),
  )<{ record: LedgerRecord; undoToken: number }>(),
  /** Past values without the values: which there were and until when. */
  'credentials.history': call(id)<{ setOn?: string; replacedAt: number; origin: string }[]>(),
  'credentials.revealPast': call(z.strictObject({ id: RecordId, index: z.int().min(0).max(49) }))<{
    value: string
  }>(),
  'credentials.setMustChange': call(
    z.strictObject({
      id: RecordId,
      reason: z.enum(['handover', 'leaked', 'agency-ended']).nullable(),
    }),
  )<{ record: LedgerRecord; undoToken: number }>(),

  // — reminders —
  'reminders.list': call(none)<Reminder[]>(),
  'reminders.snooze': call(
    z.strictObject({
      id: z.string().max(80),
      untilOn: CalendarDayField,
      reason: z.string().trim().min(1).max(200),
    }),
  )<{ undoToken: number }>(),
  'reminders.unsnooze': call(z.strictObject({ id: z.string().max(80) }))<{ undoToken: number }>(),

  // — import of the spreadsheet they have today —
  'import.choose': call(none)<ImportSource | undefined>(),
  'import.preview': call(z.strictObject({ mapping: ImportMapping }))<ImportPreview>(),
  'import.commit': call(z.strictObject({ plan: ImportPlan }))<ImportResult>(),
  'import.cancel': call(none)<void>(),

  // — audit, reports —
  ...AUDIT_CALLS,
  ...REPORT_CALLS,

  // — moving in from other password managers, and out —
  ...EXCHANGE_CALLS,

  // — the outside, by id only —
  /** Opens one of the allow-listed addresses in the system browser after showing it. */
  'shell.openLink': call(
    z.strictObject({ link: z.enum(['miit-filing', 'police-filing']) }),
  )<boolean>(),

  // — recovery cases, documents, letters, quarterly checks —
  ...CASE_CALLS,
  ...DOCUMENT_CALLS,
  ...LETTER_CALLS,
  ...CHECK_CALLS,

  // — backups —
  ...BACKUP_CALLS,
  ...HANDOVER_CALLS,
  ...MERGE_CALLS,
  ...DUE_LIST_CALLS,

  // — custodians —
  ...CUSTODIAN_CALLS,
  ...CALENDAR_CALLS,
} as const

export type Contract = typeof CONTRACT
export type CallName = keyof Contract
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
export type CallOutput<N extends CallName> = Contract[N]['output']

/** What travels over the port. `facts` fill the gaps of an error's message. */
export type CallRequest = { call: number; name: string; input: unknown }
export type CallReply =
  | { call: number; ok: true; value: unknown }
  | {
      call: number
      ok: false
      error: { code: string; facts: Readonly<Record<string, string | number>> }
    }

/** What a long task is at. */
export type ProgressStep = 'open' | 'copy' | 'seal' | 'check' | 'make' | 'write'

/** What the vault process tells a window unasked. */
export type VaultEvent =
  /** `places`: where each of `upserted` stands among all lines now, from 0 and rising. */
  | {
      event: 'ledger-changed'
      upserted: LedgerRow[]
      places: number[]
      removedIds: string[]
      total: number
    }
  | { event: 'reminders-changed'; danger: number; due: number; soon: number }
  | {
      event: 'progress'
      task:
        | 'read'
        | 'import'
        | 'export'
        | 'rekey'
        | 'unlock'
        | 'create'
        | 'files'
        | 'backup'
        | 'merge'
        | 'compare'
        | 'verify'
        | 'report'
      /** Where a task has several: `done` counts anew in each. A `total` of 0: it cannot be said how far it is. */
      step?: ProgressStep
      done: number
      total: number
    }
  | { event: 'clipboard-cleared' }
  /** The findings in `app.status` are others than before. */
  | { event: 'findings-changed' }
  /** A backup began, was made, or failed. */
  | { event: 'backups-changed' }
  | { event: 'preferences-changed'; preferences: Preferences }
