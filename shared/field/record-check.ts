import type { CalendarDay } from '../calendar-day.ts'
import type { Checked, FieldFinding } from '../finding.ts'
import type { Contact } from '../records/contact.ts'
import type { Entity } from '../records/entity.ts'
import type { FormKind } from '../records/record.ts'
import { refusal } from './checked.ts'
import { crossFindings } from './cross-check.ts'
import { checkFieldText, FIELD_RULES } from './field-rules.ts'
import { checkIdNumber } from './id-number.ts'

/** What a draft is judged against. */
export type DraftContext = {
  today: CalendarDay
  /** The entity that a service, domain or credential belongs to, where it is known. */
  entity?: Partial<Pick<Entity, 'name' | 'province' | 'filingNumber'>>
}

/** A form's content, complete or not. */
export type Draft = Readonly<Record<string, unknown>>

/** A draft with its numbers normalised, and everything to be said of it. */
export type CheckedDraft = { data: Record<string, unknown>; findings: FieldFinding[] }

/**
 * Judges a draft of any kind: the form shows it while typing, and saving enforces it
 * again. Empty optional fields are left out of the result; a refused value stays as typed.
 */
export function checkDraft(kind: FormKind, draft: Draft, context: DraftContext): CheckedDraft {
  const data: Record<string, unknown> = {}
  const findings: FieldFinding[] = []
  for (const [field, value] of Object.entries(draft)) {
    const isText = typeof value === 'string'
    if (value === undefined || value === null || (isText && value.trim() === '')) continue
    data[field] = isText && field !== 'notes' ? value.trim() : value
  }
  for (const [field, rule] of Object.entries(FIELD_RULES[kind])) {
    const value = data[field]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) {
      if (rule.isRequired) findings.push({ ...refusal('required'), field })
      continue
    }
    if (typeof value !== 'string') continue
    const checked = checkFieldText(rule, value, data, context.today)
    for (const finding of checked.findings) findings.push({ ...finding, field })
    if (checked.value !== undefined) data[field] = checked.value
  }
  findings.push(...crossFindings(kind, data, context))
  return { data, findings }
}

/** The number of a contact's ID, with the kind the form says it is; a resident ID unless it says. */
export function checkContactId(
  idNumber: string,
  kind: Contact['idKind'],
  today: CalendarDay,
): Checked {
  const checked = checkIdNumber(idNumber, kind ?? 'resident-id', today)
  return {
    ...checked,
    findings: checked.findings.map((finding) => ({ ...finding, field: 'idNumber' })),
  }
}

/** Whether any finding forbids saving. */
export function isRefused(findings: readonly FieldFinding[]): boolean {
  return findings.some((finding) => finding.severity === 'refused')
}
