import { Select } from 'antd'
import { useMemo } from 'react'
import type { ImportField, ImportMapping, ImportSource } from '../../../shared/import.ts'
import { useText } from '../../i18n/text.ts'
import { columnLetters, namesFilings } from './import-plan.ts'

/** Values shown of each column. */
const SAMPLES = 3
/** Rows offered as the header row. */
const HEADER_CHOICES = 30

type Props = {
  source: ImportSource
  isBusy: boolean
  onColumns(columns: ImportMapping['columns']): void
  /** Another sheet or header row: asks for headers, samples and a new suggestion. */
  onSheet(sheet: number, headerRow: number): void
}

/** What each column becomes, with values to judge by. */
export function MappingStep({ source, isBusy, onColumns, onSheet }: Props) {
  const { import: text } = useText()
  const { mapping, headers, sample } = source
  const { columns } = mapping
  const mappedCount = columns.filter((field) => field !== null).length
  return (
    <div className="import-map" aria-busy={isBusy}>
      <SourceLine source={source} onSheet={onSheet} />
      <p className="import-map-note">
        <span className="soft">{text.map.text}</span>
        <span className="faint">
          {isBusy ? text.map.looksBusy : text.map.mapped(mappedCount, headers.length)}
        </span>
      </p>
      {!namesFilings(mapping) && (
        <p role="alert" className="import-need">
          {text.map.needName}
        </p>
      )}
      <div className="import-map-scroll">
        <table className="import-map-table">
          <thead>
            <tr>
              <th scope="col">{text.map.column}</th>
              <th scope="col">{text.map.sample}</th>
              <th scope="col">{text.map.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {headers.map((header, index) => (
              <ColumnLine
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place; headers may repeat
                key={index}
                index={index}
                header={header}
                samples={sample.slice(0, SAMPLES).map((row) => row[index] ?? '')}
                field={columns[index] ?? null}
                isTwice={columns.indexOf(columns[index] ?? null) < index}
                onChange={(field) => onColumns(columns.with(index, field))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

type LineProps = {
  index: number
  header: string
  samples: string[]
  field: ImportField | null
  isTwice: boolean
  onChange(field: ImportField | null): void
}

function ColumnLine({ index, header, samples, field, isTwice, onChange }: LineProps) {
  const { import: text } = useText()
  const options = useFieldOptions()
  const letters = columnLetters(index)
  const name = header === '' ? text.map.noHeaderName(letters) : header
  return (
    <tr className={field === null ? 'import-column-out' : undefined}>
      <th scope="row">
        <span className="import-letter">{letters}</span>
        <span className="import-name ellipsis" title={name}>
          {name}
        </span>
      </th>
      <td>
        <span className="import-sample ellipsis" title={samples.join('\n')}>
          {samples.filter((value) => value !== '').join('　·　')}
        </span>
      </td>
      <td>
        <Select<ImportField | 'out'>
          aria-label={`${text.map.becomes} ${name}`}
          className="control"
          showSearch={{ optionFilterProp: 'label' }}
          value={field ?? 'out'}
          options={options}
          onChange={(chosen) => onChange(chosen === 'out' ? null : chosen)}
        />
        {field !== null && isTwice && (
          <span className="field-finding field-finding-warning">{text.map.twice}</span>
        )}
      </td>
    </tr>
  )
}

function useFieldOptions() {
  const { map } = useText().import
  return useMemo(() => {
    // `as`: Object.entries forgets the key's type; the dictionary has exactly these keys.
    const fields = Object.entries(map.field) as [ImportField, string][]
    const groups = Object.entries(map.group).map(([group, label]) => ({
      label,
      options: fields
        .filter(([field]) => field.startsWith(`${group}.`))
        .map(([field, word]) => ({ value: field, label: word })),
    }))
    return [{ value: 'out' as const, label: map.leaveOut }, ...groups]
  }, [map])
}

type SourceProps = {
  source: ImportSource
  onSheet(sheet: number, headerRow: number): void
}

/** Which file, sheet and header row are being read. */
export function SourceLine({ source, onSheet }: SourceProps) {
  const { source: text } = useText().import
  const { fileName, sheets, mapping, encoding, delimiter } = source
  const delimiters: Readonly<Record<string, string>> = text.delimiters
  const rowCount = sheets[mapping.sheet]?.rowCount ?? 0
  return (
    <div className="wizard-source">
      <span className="wizard-file ellipsis" title={fileName}>
        {fileName}
      </span>
      {sheets.length > 1 && (
        <label htmlFor="import-sheet">
          {text.sheet}
          <Select<number>
            size="small"
            id="import-sheet"
            value={mapping.sheet}
            popupMatchSelectWidth={false}
            options={sheets.map((sheet, index) => ({
              value: index,
              label: `${sheet.name}（${text.rows(sheet.rowCount)}）`,
            }))}
            onChange={(sheet) => onSheet(sheet, 0)}
          />
        </label>
      )}
      <label htmlFor="import-header-row">
        {text.headerRow}
        <Select<number>
          size="small"
          id="import-header-row"
          value={mapping.headerRow}
          popupMatchSelectWidth={false}
          options={[
            { value: -1, label: text.noHeader },
            ...Array.from(
              { length: Math.min(HEADER_CHOICES, Math.max(rowCount, mapping.headerRow + 1)) },
              (_, row) => ({
                value: row,
                label: text.row(row + 1),
              }),
            ),
          ]}
          onChange={(row) => onSheet(mapping.sheet, row)}
        />
      </label>
      <span className="faint">{text.rows(rowCount)}</span>
      {encoding !== undefined && (
        <span className="faint">
          {text.encoding} {encoding}
        </span>
      )}
      {delimiter !== undefined && (
        <span className="faint">
          {text.delimiter} {delimiters[delimiter] ?? delimiter}
        </span>
      )}
    </div>
  )
}
