import type { CalendarDay } from '../../shared/calendar-day.ts'
import { parseIcpNumber, provinceOfNumber } from '../../shared/field/icp-number.ts'
import { provinceIn } from '../../shared/field/province.ts'
import type { ImportField, ImportRowFinding } from '../../shared/import.ts'
import type { Entity } from '../../shared/records/entity.ts'
import type { Service } from '../../shared/records/service.ts'
import { isPlaceholder, splitDomains, splitList } from './cell-text.ts'
import { readDay } from './day-text.ts'
import { kindOfName, readNature, readServiceKind, readStatus } from './field-words.ts'
import { maybe } from './maybe.ts'
import { type DetailOwners, type PersonDraft, readPeople } from './people.ts'
import type { RowCells } from './row-cells.ts'
import { type RowNumbers, readNumbers } from './row-numbers.ts'
import { simplify } from './traditional.ts'
import { CELL_TYPES } from './workbook.ts'

/** What one row tells, normalised by the validators. Absent: the row does not tell it. */
export type RowDraft = {
  row: number
  entity: {
    name: string
    /** Made up from a number, since the row names nobody. */
    isNameMadeUp: boolean
    data: Partial<Omit<Entity, 'name'>>
  }
  /** Absent: the row tells of the entity only. */
  service?: { name: string; isNameMadeUp: boolean; data: Partial<Omit<Service, 'name'>> }
  domains: DomainDraft[]
  provider?: string
  people: PersonDraft[]
  passwords: PasswordsDraft
  findings: ImportRowFinding[]
  /** To be said in the filing's notes: what did not pass and was left out. */
  remark?: string
  /** Of a refused row: what it tells without the numbers that did not pass, where that is enough to import. */
  mended?: RowDraft
}

/** The entity of the row above, and its number. */
export type Above = { name: string; subject?: string }

export type DomainDraft = { name: string; expiresOn?: string; owner?: string; registrar?: string }

/** Secret: never leaves the vault process, never shown, never logged. */
export type PasswordsDraft = {
  filing?: string
  provider?: string
  account?: string
  changedOn?: CalendarDay
}

/** What the cells of one row tell, before the validators look at it. */
export function readRow(
  cells: RowCells,
  owners: DetailOwners,
  isDate1904: boolean,
  above: Above | undefined,
): RowDraft {
  const text = (field: ImportField) => cells.first(field)?.text
  const numbers = readNumbers(cells)
  const people = readPeople(cells, owners)
  const domains = readDomains(cells, isDate1904)
  const entity = readEntity(cells, numbers, above)
  const filedOn = dayOf(cells, 'service.filedOn', isDate1904)
  const notes = cells.all('service.notes').map((cell) => cell.text)
  const service = readService(cells, numbers, domains, entity.name)
  const told = { ...maybe('filedOn', filedOn), ...maybe('notes', notes.join('\n') || undefined) }
  if (service === undefined) Object.assign(entity.data, told)
  else Object.assign(service.data, told)
  return {
    row: cells.row,
    entity,
    ...maybe('service', service),
    domains,
    ...maybe('provider', text('provider.name')),
    people,
    passwords: readPasswords(cells, isDate1904),
    findings: cells.findings,
  }
}

function readEntity(
  cells: RowCells,
  numbers: RowNumbers,
  above: Above | undefined,
): RowDraft['entity'] {
  const text = (field: ImportField) => cells.first(field)?.text
  const code = text('entity.creditCode')?.normalize('NFKC').replace(/\s/g, '')
  const isOrganizationCode = code !== undefined && /^[0-9A-Z]{8}-?[0-9X]$/i.test(code)
  const address = text('entity.address')
  const name = text('entity.name') ?? nameFromAbove(cells, numbers, code, above)
  const province = provinceOfNumber(numbers.subject ?? '') ?? provinceIn(address ?? '')
  const nature = text('entity.nature')
  return {
    name: name ?? numbers.subject ?? code ?? '未填写主体',
    isNameMadeUp: name === undefined,
    data: {
      ...(nature === undefined && name === undefined
        ? {}
        : { nature: readNature(nature, isOrganizationCode ? undefined : code, name ?? '') }),
      ...maybe(isOrganizationCode ? 'organizationCode' : 'creditCode', code),
      ...maybe('address', address),
      ...maybe('filingNumber', numbers.subject),
      ...maybe('province', province?.icpPrefix),
    },
  }
}

/** An empty name under a filled one continues it, unless the row's number is of somebody else. */
function nameFromAbove(
  cells: RowCells,
  numbers: RowNumbers,
  code: string | undefined,
  above: Above | undefined,
): string | undefined {
  const isOther =
    above === undefined ||
    code !== undefined ||
    (numbers.subject !== undefined &&
      above.subject !== undefined &&
      numbers.subject !== above.subject)
  if (!isOther) {
    cells.find('import-filled-from-above', 'warning', 'entity.name', { name: above.name })
    return above.name
  }
  cells.find('import-entity-unnamed', 'warning', 'entity.name')
  return undefined
}

function readService(
  cells: RowCells,
  numbers: RowNumbers,
  domains: readonly DomainDraft[],
  entityName: string,
): RowDraft['service'] {
  const text = (field: ImportField) => cells.first(field)?.text
  const named = text('service.name')
  const homeUrl = text('service.homeUrl') ?? addressIn(text('domain.names'))
  const police = text('service.policeNumber')
  const policeNumber = police === undefined ? undefined : simplify(police)
  const kind = readKind(cells, numbers, named)
  const isTold =
    named !== undefined ||
    numbers.service !== undefined ||
    domains.length > 0 ||
    homeUrl !== undefined ||
    policeNumber !== undefined
  if (!isTold) return undefined
  return {
    name: named ?? domains[0]?.name ?? numbers.service ?? entityName,
    isNameMadeUp: named === undefined,
    data: {
      ...maybe('kind', kind),
      ...maybe('filingNumber', numbers.service),
      ...maybe('status', statusOf(cells, numbers)),
      ...maybe('homeUrl', homeUrl),
      ...maybe('preApproval', text('service.preApproval')),
      ...maybe('policeNumber', policeNumber),
      ...(cells.isMapped('provider.name') ? {} : { isProviderUnknown: true as const }),
    },
  }
}

/** Whether the row makes a service in use whose provider is to be filled in. */
export function lacksProvider({ service }: RowDraft): boolean {
  const status = service?.data.status
  return service?.data.isProviderUnknown === true && status !== 'cancelled' && status !== 'pending'
}

/** The one address that a column of domains holds in place of a name. */
function addressIn(cell: string | undefined): string | undefined {
  return cell !== undefined && /^https?:\/\/\S+$/i.test(cell) ? cell : undefined
}

function readKind(
  cells: RowCells,
  numbers: RowNumbers,
  name: string | undefined,
): Service['kind'] | undefined {
  const cell = cells.first('service.kind')
  const told = cell === undefined ? undefined : readServiceKind(cell.text)
  if (cell !== undefined && told === undefined) cells.find('import-kind-unknown', 'warning', cell)
  const number = parseIcpNumber(numbers.service ?? '')
  const ofLetter = number?.serviceKind === 'website' ? undefined : number?.serviceKind
  // A letter at the number's end is the register's own word; the column may say 首次备案.
  return ofLetter ?? told ?? (number?.serviceKind ? undefined : kindOfName(name ?? ''))
}

function statusOf(cells: RowCells, numbers: RowNumbers): Service['status'] | undefined {
  const cell = cells.first('service.status')
  if (cell === undefined) return numbers.status
  const status = readStatus(cell.text, cell.header)
  if (status === undefined) cells.find('import-status-unknown', 'warning', cell)
  return status ?? numbers.status
}

function readDomains(cells: RowCells, isDate1904: boolean): DomainDraft[] {
  const names = cells.all('domain.names').flatMap((cell) => {
    const split = splitDomains(cell.text)
    return split.length > 0 ? split : [cell.text]
  })
  const days = listOfDays(cells, isDate1904)
  const registrars = splitList(cells.first('domain.registrar')?.text ?? '')
  const owner = cells.first('domain.owner')?.text
  return [...new Set(names)].map((name, index) => ({
    name,
    // As many as there are domains: one each; otherwise the first holds for all.
    ...maybe('expiresOn', days.length === names.length ? days[index] : days[0]),
    ...maybe('owner', owner),
    ...maybe('registrar', registrars.length === names.length ? registrars[index] : registrars[0]),
  }))
}

function listOfDays(cells: RowCells, isDate1904: boolean): (CalendarDay | undefined)[] {
  const cell = cells.first('domain.expiresOn')
  if (cell === undefined) return []
  const parts = cell.text
    .normalize('NFKC')
    .split(/[\n\r,;、|]+/)
    .filter((part) => part.trim() !== '')
  if (parts.length <= 1) return [dayOf(cells, 'domain.expiresOn', isDate1904)]
  return parts.map((part) => readDay(part, isDate1904).day)
}

function dayOf(cells: RowCells, field: ImportField, isDate1904: boolean): CalendarDay | undefined {
  const cell = cells.first(field)
  if (cell === undefined || /长期|永久|longterm|permanent/i.test(cell.text)) return undefined
  // `2019-03-05` of a date cell reads like any other text.
  const { day, doubt } = readDay(cell.text, isDate1904)
  if (day === undefined) cells.find('import-date-unreadable', 'warning', cell)
  if (doubt === 'month') cells.find('import-date-month-only', 'warning', cell)
  if (doubt === 'order') cells.find('import-date-order', 'warning', cell)
  return day
}

/** Passwords are taken as they stand, blanks and all. */
function readPasswords(cells: RowCells, isDate1904: boolean): PasswordsDraft {
  return {
    ...maybe('filing', passwordIn(cells, 'credential.filingPassword')),
    ...maybe('provider', passwordIn(cells, 'credential.providerPassword')),
    ...maybe('account', cells.first('credential.account')?.text),
    ...maybe('changedOn', dayOf(cells, 'credential.changedOn', isDate1904)),
  }
}

function passwordIn(cells: RowCells, field: ImportField): string | undefined {
  const cell = cells.first(field)
  if (cell === undefined || isPlaceholder(cell.raw)) return undefined
  if (cell.type === CELL_TYPES.number) cells.find('import-password-number', 'warning', cell)
  if (cell.type === CELL_TYPES.date) cells.find('import-password-date', 'refused', cell)
  return cell.raw
}
