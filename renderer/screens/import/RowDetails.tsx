import { Checkbox, Radio } from 'antd'
import type { ImportRowFinding } from '../../../shared/import.ts'
import { DetailsHead, DetailsPane } from '../../components/DetailsPane.tsx'
import { choiceOptions } from '../../components/wizard/DuplicateSelect.tsx'
import { withMember } from '../../components/wizard/left-out.ts'
import { findingWords } from '../../i18n/finding-words.ts'
import { useText } from '../../i18n/text.ts'
import {
  columnLetters,
  type Decisions,
  DUPLICATE_WAYS,
  type DuplicateChoice,
  isDuplicate,
  type PlannedRow,
  worstFirst,
} from './import-plan.ts'

type Props = {
  planned: PlannedRow
  headers: readonly string[]
  decisions: Decisions
  onDecide(decisions: Decisions): void
  onClose(): void
}

/** All that is to be said of one row, and what to do with it. */
export function RowDetails({
  planned: { row, action },
  headers,
  decisions,
  onDecide,
  onClose,
}: Props) {
  const { import: text, findings } = useText()
  const { check, map } = text
  const nameOf = (column: number) => {
    const header = headers[column] ?? ''
    return header === '' ? map.noHeaderName(columnLetters(column)) : header
  }
  return (
    <DetailsPane label={check.rowLabel(row.row)} isOpen onClose={onClose}>
      <DetailsHead title={check.rowTitle(row.row)} closeWord={check.closeRow} onClose={onClose} />
      <div className="wizard-row">
        <p className="wizard-row-name">
          <b>{row.serviceName ?? row.entityName}</b>
          {row.serviceName !== undefined && <span className="soft">{row.entityName}</span>}
          <span className="faint">{row.filingNumber}</span>
          <span className="faint">{row.domains.join('、')}</span>
        </p>
        {row.isRefused ? (
          <>
            {action === 'refused' && <p className="import-row-refused">{check.refusedText}</p>}
            {row.canMend && (
              <Checkbox
                checked={decisions.mended.has(row.row)}
                onChange={({ target }) => {
                  const mended = withMember(decisions.mended, row.row, target.checked)
                  onDecide({ ...decisions, mended })
                }}
              >
                {check.mend}
                <span className="import-mend-hint">{check.mendHint}</span>
              </Checkbox>
            )}
          </>
        ) : (
          <Checkbox
            checked={!decisions.leftOut.has(row.row)}
            onChange={({ target }) => {
              const leftOut = withMember(decisions.leftOut, row.row, !target.checked)
              onDecide({ ...decisions, leftOut })
            }}
          >
            {check.include}
          </Checkbox>
        )}
        {action !== 'refused' && isDuplicate(row) && (
          <div className="wizard-row-choice">
            <p className="wizard-duplicate">
              {row.duplicateOf === undefined
                ? check.duplicateOfRow(row.duplicateOfRow ?? 0)
                : `${check.duplicateOf(row.duplicateOf.name)}（${check.duplicateBy[row.duplicateOf.by]}）`}
            </p>
            <DuplicateRadio row={row.row} decisions={decisions} onDecide={onDecide} />
          </div>
        )}
        <ul className="wizard-findings">
          {worstFirst(row.findings).map((finding, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be said twice of a row; the list never changes
              key={index}
              className={`field-finding field-finding-${finding.severity}`}
            >
              <FindingPlace finding={finding} nameOf={nameOf} />
              {findingWords(findings, finding)}
            </li>
          ))}
          {row.findings.length === 0 && !isDuplicate(row) && (
            <li className="faint">{check.fine}</li>
          )}
        </ul>
      </div>
    </DetailsPane>
  )
}

type PlaceProps = { finding: ImportRowFinding; nameOf(column: number): string }

/** Which column a finding is about, by its header; by the field where several columns or none hold it. */
function FindingPlace({ finding: { column, field }, nameOf }: PlaceProps) {
  const { check, map } = useText().import
  if (column !== undefined) return <b>{check.column(nameOf(column))}</b>
  const words: Readonly<Record<string, string>> = map.field
  const word = field === undefined ? undefined : words[field]
  return word !== undefined && <b>{check.field(word)}</b>
}

type RadioProps = Pick<Props, 'decisions' | 'onDecide'> & { row: number }

function DuplicateRadio({ row, decisions, onDecide }: RadioProps) {
  const { check } = useText().import
  const choose = (choice: DuplicateChoice | 'all') => {
    const { [row]: _, ...rest } = decisions.choices
    onDecide({ ...decisions, choices: choice === 'all' ? rest : { ...rest, [row]: choice } })
  }
  return (
    <Radio.Group
      aria-label={check.forRow}
      vertical
      value={decisions.choices[row] ?? 'all'}
      onChange={({ target }) => choose(target.value)}
      options={[
        { value: 'all', label: check.likeAll(check.choice[decisions.duplicates]) },
        ...choiceOptions(DUPLICATE_WAYS, check),
      ]}
    />
  )
}
