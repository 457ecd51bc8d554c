import type {
  DUPLICATE_CHOICES,
  ImportField,
  ImportMapping,
  ImportPlan,
  ImportPreviewRow,
  ImportRowFinding,
} from '../../../shared/import.ts'

export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number]
export const DUPLICATE_WAYS = [
  'skip',
  'update',
  'keep-both',
] as const satisfies readonly DuplicateChoice[]

/** What a person decided while checking. */
export type Decisions = {
  duplicates: DuplicateChoice
  choices: Readonly<Record<string, DuplicateChoice>>
  leftOut: ReadonlySet<number>
  /** Refused rows that are taken without the numbers that did not pass. */
  mended: ReadonlySet<number>
}

/** What will be done with a row. */
export type RowAction = 'create' | 'join' | 'mend' | DuplicateChoice | 'refused' | 'left-out'

export type RowFilter = 'all' | 'ready' | 'warned' | 'refused' | 'duplicate' | 'left-out'
export const ROW_FILTERS: readonly RowFilter[] = [
  'all',
  'ready',
  'warned',
  'refused',
  'duplicate',
  'left-out',
]

/** A row with what will be done with it. */
export type PlannedRow = { row: ImportPreviewRow; action: RowAction }

export function isDuplicate({ duplicateOf, duplicateOfRow }: ImportPreviewRow): boolean {
  return duplicateOf !== undefined || duplicateOfRow !== undefined
}

/** Whether the row goes on with the filing of an earlier row, such as a further domain of it. */
function isJoined({ findings }: ImportPreviewRow): boolean {
  return findings.some(({ code }) => code === 'import-row-joined')
}

export function actionOf(row: ImportPreviewRow, decisions: Decisions): RowAction {
  if (row.isRefused) {
    if (!row.canMend || !decisions.mended.has(row.row)) return 'refused'
    return isDuplicate(row) ? (decisions.choices[row.row] ?? decisions.duplicates) : 'mend'
  }
  if (decisions.leftOut.has(row.row)) return 'left-out'
  if (!isDuplicate(row)) return isJoined(row) ? 'join' : 'create'
  return decisions.choices[row.row] ?? decisions.duplicates
}

/** Rows that pass the filter and hold the typed text. */
export function shownRows(
  rows: readonly PlannedRow[],
  filter: RowFilter,
  text: string,
): PlannedRow[] {
  const wanted = text.trim().toLowerCase()
  return rows.filter(
    ({ row, action }) => passes(row, action, filter) && (wanted === '' || holds(row, wanted)),
  )
}

/** How many rows each filter shows. */
export function countFilters(rows: readonly PlannedRow[]): Readonly<Record<RowFilter, number>> {
  const counts = { all: 0, ready: 0, warned: 0, refused: 0, duplicate: 0, 'left-out': 0 }
  for (const { row, action } of rows) {
    for (const filter of ROW_FILTERS) if (passes(row, action, filter)) counts[filter] += 1
  }
  return counts
}

/** How many rows will be added, changed and passed over. */
export function countActions(rows: readonly PlannedRow[]) {
  const counts = { create: 0, update: 0, skip: 0 }
  for (const { action } of rows) {
    if (action === 'create' || action === 'mend' || action === 'keep-both') counts.create += 1
    else if (action === 'update' || action === 'join') counts.update += 1
    else counts.skip += 1
  }
  return counts
}

/** The plan as the vault process takes it; choices for rows that are left out are dropped. */
export function planOf(mapping: ImportMapping, decisions: Decisions): ImportPlan {
  const choices = Object.entries(decisions.choices).filter(
    ([row]) => !decisions.leftOut.has(Number(row)),
  )
  return {
    mapping,
    duplicates: decisions.duplicates,
    choices: Object.fromEntries(choices),
    leftOut: [...decisions.leftOut],
    ...(decisions.mended.size > 0 && { mended: [...decisions.mended] }),
  }
}

/** All refused rows that can be imported without the numbers that did not pass. */
export function mendableRows(rows: readonly PlannedRow[]): number[] {
  return rows.filter(({ row }) => row.canMend).map(({ row }) => row.row)
}

/** Fields that tell which filing a row is about. */
const NAMING_FIELDS: readonly ImportField[] = [
  'entity.name',
  'entity.filingNumber',
  'service.name',
  'service.filingNumber',
  'domain.names',
]

/** Whether any column tells which filing a row is about. */
export function namesFilings({ columns }: ImportMapping): boolean {
  return columns.some((field) => field !== null && NAMING_FIELDS.includes(field))
}

/** Spreadsheet letters of a column, from 0: A … Z, AA … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

function passes(row: ImportPreviewRow, action: RowAction, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'ready':
      return action !== 'refused' && action !== 'left-out'
    case 'warned':
      return !row.isRefused && row.findings.length > 0
    case 'refused':
      return action === 'refused'
    case 'duplicate':
      return action !== 'refused' && isDuplicate(row)
    case 'left-out':
      return action === 'left-out'
  }
}

function holds(row: ImportPreviewRow, text: string): boolean {
  return [row.entityName, row.serviceName, row.filingNumber, ...row.domains].some((value) =>
    value?.toLowerCase().includes(text),
  )
}

/** What keeps a row out comes before what is only to be looked at. */
export function worstFirst(findings: readonly ImportRowFinding[]): ImportRowFinding[] {
  return [...findings].sort(
    (one, other) => Number(other.severity === 'refused') - Number(one.severity === 'refused'),
  )
}
