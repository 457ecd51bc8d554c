import type { ImportField, ImportMapping } from '../../shared/import.ts'
import type { Contact } from '../../shared/records/contact.ts'
import { splitList, splitNameAndPhone } from './cell-text.ts'
import type { MappedCell, RowCells } from './row-cells.ts'

export type PersonRole = 'entity-responsible' | 'service-responsible' | 'emergency'

/** A person as one row tells. */
export type PersonDraft = {
  role: PersonRole
  name: string
  /** The first is theirs; all become channels. */
  phones: string[]
  email?: string
  idNumber?: string
  idKind?: NonNullable<Contact['idKind']>
}

/** Whose phone, mail and ID each column holds. */
export type DetailOwners = ReadonlyMap<number, 'entity-responsible' | 'service-responsible'>

const NAME_FIELDS = {
  'contact.entityResponsible': 'entity-responsible',
  'contact.serviceResponsible': 'service-responsible',
} as const
const DETAIL_FIELDS: readonly (ImportField | null)[] = [
  'contact.phone',
  'contact.email',
  'contact.idNumber',
]

/**
 * Settles which person a column 手机, 邮箱 or 身份证号 belongs to: by its own header, else by the
 * nearest column with a person's name to its left, else to its right.
 */
export function detailOwners(mapping: ImportMapping, headers: readonly string[]): DetailOwners {
  const names = mapping.columns.flatMap((field, column) =>
    field === 'contact.entityResponsible' || field === 'contact.serviceResponsible'
      ? [{ column, role: NAME_FIELDS[field] }]
      : [],
  )
  const owners = new Map<number, 'entity-responsible' | 'service-responsible'>()
  for (const [column, field] of mapping.columns.entries()) {
    if (!DETAIL_FIELDS.includes(field)) continue
    const said = roleInHeader(headers[column] ?? '')
    const nearest =
      names.filter((one) => one.column < column).at(-1) ?? names.find((one) => one.column > column)
    const isNamed = names.length === 0 || names.some((one) => one.role === said)
    owners.set(column, (isNamed ? said : undefined) ?? nearest?.role ?? 'service-responsible')
  }
  return owners
}

function roleInHeader(header: string): 'entity-responsible' | 'service-responsible' | undefined {
  if (/主体|法人|法定|主办|单位/.test(header)) return 'entity-responsible'
  return /网站|服务|app|站点/i.test(header) ? 'service-responsible' : undefined
}

/** The people of one row. Without a name but with a phone somebody is there all the same. */
export function readPeople(cells: RowCells, owners: DetailOwners): PersonDraft[] {
  const people: PersonDraft[] = []
  for (const [field, role] of Object.entries(NAME_FIELDS)) {
    // `as`: keys of NAME_FIELDS are import fields.
    const person = readPerson(cells, field as keyof typeof NAME_FIELDS, role, owners)
    if (person !== undefined) people.push(person)
  }
  const emergency = readEmergency(cells)
  if (emergency !== undefined) people.push(emergency)
  return people
}

function readPerson(
  cells: RowCells,
  field: keyof typeof NAME_FIELDS,
  role: 'entity-responsible' | 'service-responsible',
  owners: DetailOwners,
): PersonDraft | undefined {
  const detail = (one: ImportField) =>
    cells.all(one).filter((cell) => owners.get(cell.column) === role)
  const nameCell = cells.first(field)
  const inName = nameCell === undefined ? {} : splitNameAndPhone(nameCell.text)
  const phones = detail('contact.phone').flatMap((cell) => splitList(cell.text))
  if (phones.length === 0 && inName.phone !== undefined) phones.push(inName.phone)
  const email = detail('contact.email')[0]?.text
  const idNumber = detail('contact.idNumber')[0]?.text
  const name = firstName(inName.name, nameCell, cells) ?? unnamed(phones[0], cells)
  if (name === undefined) return undefined
  return {
    role,
    name,
    phones,
    ...(email === undefined ? {} : { email: email.split(/[\s,;、]+/)[0] ?? email }),
    ...(idNumber === undefined ? {} : { idNumber, idKind: idKindOf(idNumber) }),
  }
}

function readEmergency(cells: RowCells): PersonDraft | undefined {
  const nameCell = cells.first('contact.emergencyName')
  const phoneCell = cells.first('contact.emergencyPhone')
  const fromName = splitNameAndPhone(nameCell?.text ?? '')
  const fromPhone = splitNameAndPhone(phoneCell?.text ?? '')
  const phone = fromPhone.phone ?? phoneCell?.text ?? fromName.phone
  const name = firstName(fromName.name ?? fromPhone.name, nameCell ?? phoneCell, cells)
  if (name === undefined && phone === undefined) return undefined
  return {
    role: 'emergency',
    name: name ?? unnamed(phone, cells) ?? '',
    phones: phone === undefined ? [] : [phone],
  }
}

function firstName(
  text: string | undefined,
  cell: MappedCell | undefined,
  cells: RowCells,
): string | undefined {
  if (text === undefined) return undefined
  const names = text.split(/\s+(?=\p{Script=Han})|[,;、/]/u).filter((one) => one.trim() !== '')
  // `张 三` is one name typed with a blank to align it.
  const isAligned = names.length === 2 && names.every((one) => one.trim().length === 1)
  if (isAligned) return names.join('')
  if (names.length > 1) {
    cells.find('import-several-names', 'warning', cell, { count: names.length })
  }
  return names[0]?.trim()
}

function unnamed(phone: string | undefined, cells: RowCells): string | undefined {
  if (phone === undefined) return undefined
  cells.find('import-person-unnamed', 'warning', 'contact.phone')
  return `负责人（尾号 ${phone.replace(/\D/g, '').slice(-4)}）`
}

function idKindOf(idNumber: string): NonNullable<Contact['idKind']> {
  const text = idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (/^[HM]\d{8}(\d{2})?$/.test(text)) return 'hk-macau-permit'
  if (/^\d{8}$/.test(text)) return 'taiwan-permit'
  return /^([EGDSP]\d{8}|[EG][A-Z]\d{7}|[A-Z]{1,2}\d{6,7})$/.test(text) ? 'passport' : 'resident-id'
}
