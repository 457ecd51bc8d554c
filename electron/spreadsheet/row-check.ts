import type { CalendarDay } from '../../shared/calendar-day.ts'
import { domainToUnicode } from '../../shared/field/domain-name.ts'
import { checkContactId, checkDraft } from '../../shared/field/record-check.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type { ImportField } from '../../shared/import.ts'
import type { FormKind } from '../../shared/records/record.ts'
import type { RowCells } from './row-cells.ts'
import type { RowDraft } from './row-draft.ts'

/** Stands for a record that is not made yet, so that the validators see the field filled. */
const SOME_ID = '0'.repeat(32)
const MAX_PASSWORD_CHARS = 64

const COLUMN_OF: Readonly<Record<string, ImportField>> = {
  'entity.name': 'entity.name',
  'entity.creditCode': 'entity.creditCode',
  'entity.organizationCode': 'entity.creditCode',
  'entity.address': 'entity.address',
  'entity.filingNumber': 'entity.filingNumber',
  'entity.filedOn': 'service.filedOn',
  'entity.notes': 'service.notes',
  'service.name': 'service.name',
  'service.filingNumber': 'service.filingNumber',
  'service.filedOn': 'service.filedOn',
  'service.homeUrl': 'service.homeUrl',
  'service.preApproval': 'service.preApproval',
  'service.policeNumber': 'service.policeNumber',
  'service.notes': 'service.notes',
  'service.providerIds': 'provider.name',
  'domain.name': 'domain.names',
  'domain.owner': 'domain.owner',
  'domain.expiresOn': 'domain.expiresOn',
  'contact.name': 'contact.serviceResponsible',
  'contact.phone': 'contact.phone',
  'contact.email': 'contact.email',
  'contact.idNumber': 'contact.idNumber',
  'provider.name': 'provider.name',
  'credential.account': 'credential.account',
  'credential.changedOn': 'credential.changedOn',
}

/** Runs a row through the validators of the ledger: values normalised, findings at their columns. */
export function checkRow(draft: RowDraft, cells: RowCells, today: CalendarDay): RowDraft {
  const say = (kind: FormKind, findings: readonly FieldFinding[]) => {
    for (const finding of findings) {
      const field = COLUMN_OF[`${kind}.${finding.field ?? ''}`]
      // A subject's number may have come from the service's column.
      const at =
        field === 'entity.filingNumber' && cells.first(field) === undefined
          ? 'service.filingNumber'
          : field
      const column = at === undefined ? undefined : cells.first(at)?.column
      const isKnown = cells.findings.some(
        (one) =>
          (one.code === finding.code && one.field === at) ||
          // What lost its digits is wrong in every other way too.
          (one.code === 'import-digits-lost' && one.column !== undefined && one.column === column),
      )
      if (!isKnown) cells.find(asCode(finding), finding.severity, at, finding.facts)
    }
  }
  const check = (kind: FormKind, data: Record<string, unknown>) => {
    const checked = checkDraft(kind, data, { today, entity: draft.entity.data })
    say(kind, checked.findings)
    return checked.data
  }

  if (!isTelling(draft)) cells.find('import-nothing-told', 'refused')
  const { entity } = draft
  const checkedEntity = check('entity', {
    nature: 'other',
    ...entity.data,
    name: entity.name,
  })
  const result: RowDraft = {
    ...draft,
    entity: { ...entity, data: keep(checkedEntity, entity.data) },
    domains: draft.domains.map((domain) => {
      const { registrar, ...data } = domain
      // `as`: checkDraft returns the same fields, normalised.
      const checked = check('domain', { serviceId: SOME_ID, ...data }) as typeof domain
      return registrar === undefined ? keep(checked, data) : { ...keep(checked, data), registrar }
    }),
    people: draft.people.map((person) => checkPerson(person, draft, check, say, today)),
    passwords: checkPasswords(draft, cells),
    findings: cells.findings,
  }
  if (draft.service !== undefined) {
    const { service } = draft
    const providerIds = draft.provider === undefined ? [] : [SOME_ID]
    const checked = check('service', {
      kind: 'website',
      status: 'unknown',
      ...service.data,
      name: service.name,
      entityId: SOME_ID,
      providerIds,
    })
    result.service = { ...service, data: keep(checked, service.data) }
    if (service.data.filingNumber === undefined && entity.data.filingNumber !== undefined) {
      const isNumberTold = cells.first('service.filingNumber') !== undefined
      if (isNumberTold) cells.find('icp-number-no-serial', 'warning', 'service.filingNumber')
    }
  }
  const [first] = result.domains
  if (result.service?.isNameMadeUp === true && first !== undefined) {
    result.service = { ...result.service, name: domainToUnicode(first.name) }
  }
  result.domains = [...new Map(result.domains.map((domain) => [domain.name, domain])).values()]
  return result
}

function checkPerson(
  person: RowDraft['people'][number],
  draft: RowDraft,
  check: (kind: FormKind, data: Record<string, unknown>) => Record<string, unknown>,
  say: (kind: FormKind, findings: readonly FieldFinding[]) => void,
  today: CalendarDay,
): RowDraft['people'][number] {
  const { phones, idNumber, idKind } = person
  const checked = check('contact', {
    name: person.name,
    roles: [person.role],
    phone: phones[0],
    email: person.email,
  })
  const others = phones.slice(1).map((value) => check('channel', { kind: 'phone', value })['value'])
  const result = { ...person, name: textOr(checked['name'], person.name) }
  result.phones = [checked['phone'], ...others].filter((one) => typeof one === 'string')
  if (typeof checked['email'] === 'string') result.email = checked['email']
  if (idNumber !== undefined) {
    const id = checkContactId(idNumber, idKind, today)
    say('contact', id.findings)
    if (id.value !== undefined) result.idNumber = id.value
  }
  void draft
  return result
}

/** Only what would not be kept is refused: an imported password may be as weak as it was. */
function checkPasswords(draft: RowDraft, cells: RowCells): RowDraft['passwords'] {
  const { passwords } = draft
  for (const [value, field] of [
    [passwords.filing, 'credential.filingPassword'],
    [passwords.provider, 'credential.providerPassword'],
  ] as const) {
    if (value === undefined) continue
    if (value.length > MAX_PASSWORD_CHARS) cells.find('password-too-long', 'refused', field)
    if (value !== value.trim()) cells.find('password-edge-space', 'warning', field)
    if (/[\uff01-\uff5e\u3000]/.test(value)) cells.find('password-full-width', 'warning', field)
  }
  return passwords
}

/** Whether the row tells of any filing at all. */
function isTelling({ entity, service, passwords, domains }: RowDraft): boolean {
  return (
    service !== undefined ||
    domains.length > 0 ||
    !entity.isNameMadeUp ||
    entity.data.filingNumber !== undefined ||
    entity.data.creditCode !== undefined ||
    passwords.filing !== undefined
  )
}

/** The checked form of exactly those fields that the row told. */
function keep<T extends object>(checked: object, told: T): T {
  const names = new Set(Object.keys(told))
  // `as`: the same fields, of the same types.
  return Object.fromEntries(Object.entries(checked).filter(([name]) => names.has(name))) as T
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback
}

function asCode(finding: FieldFinding): Parameters<RowCells['find']>[0] {
  // `as`: every finding of the validators is made from a FindingCode.
  return finding.code as Parameters<RowCells['find']>[0]
}
