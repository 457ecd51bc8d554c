import type { CalendarDay } from '../../shared/calendar-day.ts'
import { refusal, warning } from '../../shared/field/checked.ts'
import type { CheckedDraft, Draft } from '../../shared/field/record-check.ts'
import { checkDraft } from '../../shared/field/record-check.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type { Entity } from '../../shared/records/entity.ts'
import type { FormKind, LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import type { RecordId } from '../vault/vault.ts'
import { referencesOf } from './references.ts'
import type { RecordStore } from './store.ts'
import { liveRecord, liveRecords, recordOf } from './store.ts'

/** What a draft is compared with besides the ledger: records that come with it in the same change. */
export type CheckOptions = {
  today: CalendarDay
  /** The record that the draft replaces. */
  id?: RecordId | undefined
  /** The entity that is made together with a service. */
  entity?: Partial<Entity> | undefined
}

/**
 * Everything to be said of a draft: its fields, its fields against each other, and the ledger
 * against it (numbers and domains that are there already, people who have left, records that are gone).
 */
export function checkRecord(
  store: RecordStore,
  kind: FormKind,
  draft: Draft,
  options: CheckOptions,
): CheckedDraft {
  const entity = options.entity ?? entityOf(store, draft)
  const { today } = options
  const checked = checkDraft(kind, draft, entity === undefined ? { today } : { today, entity })
  return {
    data: checked.data,
    findings: [
      ...checked.findings,
      ...duplicateFindings(store, kind, checked.data, options.id),
      ...referenceFindings(store, kind, checked.data, options),
    ],
  }
}

function entityOf(store: RecordStore, draft: Draft): Partial<Entity> | undefined {
  const service = liveRecord(store, 'service', textOf(draft, 'serviceId'))
  return liveRecord(store, 'entity', service?.data.entityId ?? textOf(draft, 'entityId'))?.data
}

function duplicateFindings(
  store: RecordStore,
  kind: FormKind,
  data: Draft,
  id: RecordId | undefined,
): FieldFinding[] {
  const find = <K extends RecordKind>(of: K, isSame: (record: LedgerRecord<K>) => boolean) => {
    for (const record of liveRecords(store, of)) {
      if (record.id !== id && isSame(record)) return record
    }
    return undefined
  }
  const findings: FieldFinding[] = []
  const say = (field: string, code: Parameters<typeof warning>[0], name: string | undefined) => {
    if (name !== undefined) findings.push({ ...warning(code, { name }), field })
  }
  const number = textOf(data, 'filingNumber')
  const name = textOf(data, 'name')
  if (kind === 'entity') {
    const code = textOf(data, 'creditCode')
    if (number !== undefined) {
      const same = find('entity', (one) => one.data.filingNumber === number)
      say('filingNumber', 'duplicate-filing-number', same?.data.name)
    }
    if (code !== undefined) {
      const same = find('entity', (one) => one.data.creditCode === code)
      say('creditCode', 'duplicate-credit-code', same?.data.name)
    }
    say('name', 'duplicate-name', find('entity', (one) => one.data.name === name)?.data.name)
  }
  // A number without a serial is the subject's and rightly stands at several of its services.
  if (kind === 'service' && number?.includes('-')) {
    const same = find('service', (one) => one.data.filingNumber === number)
    say('filingNumber', 'duplicate-filing-number', same?.data.name)
  }
  if (kind === 'domain') {
    const same = find('domain', (one) => one.data.name === name)
    const service = recordOf(store, 'service', same?.data.serviceId)
    say('name', 'duplicate-domain', same && (service?.data.name ?? same.data.name))
  }
  if (kind === 'provider') {
    say('name', 'duplicate-name', find('provider', (one) => one.data.name === name)?.data.name)
  }
  return findings
}

function referenceFindings(
  store: RecordStore,
  kind: FormKind,
  data: Draft,
  { id, entity }: CheckOptions,
): FieldFinding[] {
  const findings: FieldFinding[] = []
  const before = id === undefined ? undefined : store.records.get(id)
  const known = new Set(before === undefined ? [] : referencesOf(before).map((one) => one.id))
  for (const reference of draftReferences(kind, data)) {
    const { field } = reference
    // Made in the same change as the draft, so not in the ledger yet.
    if ((field === 'entityId' || field === 'serviceId') && entity !== undefined) continue
    const target = recordOf(store, reference.kind, reference.id)
    // What was in the trash already when the record named it may stay named.
    if (target === undefined || (target.trashedAt !== undefined && !known.has(reference.id))) {
      findings.push({ ...refusal('reference-missing'), field })
    } else if (target.kind === 'provider') {
      const role = PROVIDER_ROLE_OF[field]
      if (role !== undefined && !target.data.roles.includes(role)) {
        findings.push({ ...warning('provider-role-missing', { name: target.data.name }), field })
      }
    } else if (target.kind === 'contact' && target.data.leftOn !== undefined) {
      findings.push({ ...warning('contact-has-left', { name: target.data.name }), field })
    }
  }
  return findings
}

const PROVIDER_ROLE_OF: Readonly<Record<string, 'access' | 'registrar'>> = {
  providerIds: 'access',
  registrarId: 'registrar',
}

function draftReferences(kind: FormKind, data: Draft) {
  const providerIds = Array.isArray(data['providerIds']) ? data['providerIds'] : []
  // `as`: of a draft only the fields that name records are looked at, and those were made sure of here.
  const named = Object.fromEntries(
    Object.entries(data).filter(
      ([field, value]) => field.endsWith('Id') && typeof value === 'string',
    ),
  )
  const record = { kind, data: { ...named, providerIds } } as unknown as LedgerRecord
  return referencesOf(record).filter(({ id }) => typeof id === 'string')
}

function textOf(data: Draft, field: string): string | undefined {
  const value = data[field]
  return typeof value === 'string' ? value : undefined
}
