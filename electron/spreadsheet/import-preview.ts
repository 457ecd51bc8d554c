import type { CalendarDay } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import { domainToUnicode } from '../../shared/field/domain-name.ts'
import { isRefused } from '../../shared/field/record-check.ts'
import type {
  ImportField,
  ImportMapping,
  ImportPreview,
  ImportPreviewRow,
} from '../../shared/import.ts'
import type { RecordStore } from '../ledger/store.ts'
import { isPlaceholder } from './cell-text.ts'
import { looksSecret } from './column-guess.ts'
import { type FilingMatch, indexFilings, matchRow, rememberRow } from './filing-match.ts'
import { isSecretHeader } from './header-match.ts'
import { lacksProvider, type RowDraft } from './row-draft.ts'
import { createRowReader } from './row-reader.ts'
import { cellsOf, dataRows, headersAt } from './suggest-mapping.ts'
import type { Workbook } from './workbook.ts'

const SAMPLE_ROWS = 10
const SAMPLE_CELL_CHARS = 200
/** Rows read before others may run. */
const SLICE_ROWS = 250
const MASK = '••••••'

/** Every row as it would be imported, with findings and duplicates. */
export function previewImport(
  workbook: Workbook,
  mapping: ImportMapping,
  drafts: readonly RowDraft[],
  store: RecordStore,
): ImportPreview {
  const filings = indexFilings(store)
  const rows: ImportPreviewRow[] = []
  const counts = { rows: 0, ready: 0, warned: 0, refused: 0, duplicates: 0 }
  let providersToFill = 0
  for (const draft of drafts) {
    const row = previewRow(draft)
    counts.rows += 1
    if (row.isRefused) {
      counts.refused += 1
      if (draft.mended !== undefined) nameDuplicate(row, matchRow(filings, draft.mended))
    } else {
      counts.ready += 1
      if (row.findings.length > 0) counts.warned += 1
      const match = matchRow(filings, draft)
      if (match === undefined && lacksProvider(draft)) providersToFill += 1
      if (match?.isContinuation === true) {
        row.findings.push({
          row: draft.row,
          severity: 'warning',
          code: 'import-row-joined',
          facts: { row: match.filing.row ?? 0 },
        })
      } else if (match !== undefined) {
        counts.duplicates += 1
        nameDuplicate(row, match)
      }
      rememberRow(filings, draft, '')
    }
    rows.push(row)
  }
  return { ...describeSheet(workbook, mapping), mapping, rows, counts, providersToFill }
}

function nameDuplicate(row: ImportPreviewRow, match: FilingMatch | undefined): void {
  if (match === undefined || match.isContinuation) return
  const { filing, by } = match
  if (filing.row === undefined) row.duplicateOf = { id: filing.id, name: filing.name, by }
  else row.duplicateOfRow = filing.row
}

/**
 * The drafts of all rows; lets others run between slices.
 *
 * @throws VaultError `cancelled`
 */
export async function readDrafts(
  workbook: Workbook,
  mapping: ImportMapping,
  today: CalendarDay,
  isCancelled: () => boolean,
): Promise<RowDraft[]> {
  const { rows, read } = createRowReader(workbook, mapping, today)
  const drafts: RowDraft[] = []
  for (const row of rows) {
    drafts.push(read(row))
    if (drafts.length % SLICE_ROWS !== 0) continue
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    if (isCancelled()) throw new VaultError('cancelled', 'reading the rows was cancelled')
  }
  return drafts
}

/** Headers and first rows of the mapped sheet. What may be a password or an ID is masked. */
export function describeSheet(
  workbook: Workbook,
  mapping: ImportMapping,
): { headers: string[]; sample: string[][] } {
  const sheet = workbook.sheets[mapping.sheet]
  if (sheet === undefined) return { headers: [], sample: [] }
  const headers = headersAt(sheet, mapping.headerRow)
  const rows = dataRows(sheet, mapping.headerRow)
  const masks = headers.map((header, column) =>
    maskOf(header, mapping.columns[column] ?? null, cellsOf(rows, column)),
  )
  const sample = rows
    .slice(0, SAMPLE_ROWS)
    .map((row) =>
      headers.map(
        (_, column) => masks[column]?.(row.cells[column] ?? '') ?? row.cells[column] ?? '',
      ),
    )
    .map((row) => row.map((cell) => cell.slice(0, SAMPLE_CELL_CHARS)))
  return { headers, sample }
}

const SECRET_FIELDS: readonly (ImportField | null)[] = [
  'credential.filingPassword',
  'credential.providerPassword',
]

/** Whatever the mapping says: a header or content that tells of a secret is masked too. */
function maskOf(
  header: string,
  field: ImportField | null,
  cells: readonly string[],
): ((cell: string) => string) | undefined {
  if (field === 'contact.idNumber' || /身份证|证件号/.test(header)) return maskDigits
  const isSecret =
    SECRET_FIELDS.includes(field) ||
    (isSecretHeader(header) && field !== 'credential.changedOn') ||
    (field === null && looksSecret(cells))
  return isSecret ? (cell) => (isPlaceholder(cell) ? '' : MASK) : undefined
}

/** 110105********002X */
function maskDigits(cell: string): string {
  return /[\dX]{9,}/i.test(cell) ? cell.replace(/(?<=\d{6})[\dX](?=[\dX]{4})/gi, '*') : cell
}

function previewRow(draft: RowDraft): ImportPreviewRow {
  const { entity, service, passwords, findings } = draft
  const filingNumber = service?.data.filingNumber ?? entity.data.filingNumber
  return {
    row: draft.row,
    entityName: entity.name,
    ...(service === undefined ? {} : { serviceName: service.name }),
    ...(filingNumber === undefined ? {} : { filingNumber }),
    domains: draft.domains.map((domain) => domainToUnicode(domain.name)),
    hasPassword: passwords.filing !== undefined || passwords.provider !== undefined,
    findings: [...findings],
    isRefused: isRefused(findings),
    canMend: draft.mended !== undefined,
  }
}
