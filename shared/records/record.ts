import type { z } from 'zod'
import { Backup } from './backup.ts'
import { Channel } from './channel.ts'
import { Check } from './check.ts'
import { CompanyRule } from './company-rule.ts'
import { Contact, ContactSecret } from './contact.ts'
import { Credential, CredentialSecret } from './credential.ts'
import { Custodian } from './custodian.ts'
import { Document } from './document.ts'
import { Domain } from './domain.ts'
import { Drill } from './drill.ts'
import { Entity } from './entity.ts'
import { GuideAddition } from './guide-addition.ts'
import { Handover } from './handover.ts'
import { HolidayNotice } from './holiday-notice.ts'
import { Letter } from './letter.ts'
import { Provider } from './provider.ts'
import { RecoveryCase } from './recovery-case.ts'
import { Service } from './service.ts'
import { Task } from './task.ts'

/** The kinds of record the ledger holds, each with the schema of its sealed overview. */
export const RECORD_SCHEMAS = {
  entity: Entity,
  service: Service,
  domain: Domain,
  provider: Provider,
  contact: Contact,
  channel: Channel,
  credential: Credential,
  document: Document,
  case: RecoveryCase,
  check: Check,
  task: Task,
  letter: Letter,
  'guide-addition': GuideAddition,
  'holiday-notice': HolidayNotice,
  custodian: Custodian,
  'company-rule': CompanyRule,
  handover: Handover,
  backup: Backup,
  drill: Drill,
} as const

/** Kinds that have a part sealed under the secret root. */
export const SECRET_SCHEMAS = { contact: ContactSecret, credential: CredentialSecret } as const

export type RecordKind = keyof typeof RECORD_SCHEMAS
export const RECORD_KINDS = [
  'entity',
  'service',
  'domain',
  'provider',
  'contact',
  'channel',
  'credential',
  'document',
  'case',
  'check',
  'task',
  'letter',
  'guide-addition',
  'holiday-notice',
  'custodian',
  'company-rule',
  'handover',
  'backup',
  'drill',
] as const satisfies readonly RecordKind[]

/** Kinds that are written through a form, field by field; the others change by acts of their own, such as a case's step. */
export const FORM_KINDS = [
  'entity',
  'service',
  'domain',
  'provider',
  'contact',
  'channel',
  'credential',
  'document',
  'task',
] as const satisfies readonly RecordKind[]
export type FormKind = (typeof FORM_KINDS)[number]

export function isFormKind(kind: RecordKind): kind is FormKind {
  return FORM_KINDS.some((one) => one === kind)
}

/** Kinds whose reminder can be put off. */
export type SnoozableKind = {
  [K in RecordKind]: 'snoozedUntilOn' extends keyof RecordData<K> ? K : never
}[RecordKind]

export type RecordData<K extends RecordKind> = z.infer<(typeof RECORD_SCHEMAS)[K]>

/**
 * What a record's overview holds in the file: its kind, its data and when it was
 * made and changed. `trashedAt` set = in the trash.
 */
export type RecordOverview<K extends RecordKind = RecordKind> = {
  [P in K]: {
    kind: P
    data: RecordData<P>
    createdAt: number
    updatedAt: number
    trashedAt?: number
  }
}[K]

/** A record as the window sees it: never its secret. */
export type LedgerRecord<K extends RecordKind = RecordKind> = RecordOverview<K> & {
  id: string
  revision: number
  hasSecret: boolean
}
