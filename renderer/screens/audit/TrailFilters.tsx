import { CloseOutlined } from '@ant-design/icons'
import { recordTitle } from '../../../shared/records/record-title.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../i18n/text.ts'
import { isFiltered, NO_FILTER, type TrailFilter, withChoice } from './audit-filter.ts'

type Props = {
  filter: TrailFilter
  /** How many fit. */
  count: number | undefined
  onChange(filter: TrailFilter): void
}

/** What narrows the trail: words, group, person, period, and the record it was opened for. */
export function TrailFilters({ filter, count, onChange }: Props) {
  const { audit } = useText()
  const { value: people } = useAnswer('audit.people')
  const choose = (changes: Parameters<typeof withChoice>[1]) =>
    onChange(withChoice(filter, changes))

  return (
    <div className="screen-tools audit-tools">
      <SearchField
        label={audit.search}
        hint={audit.searchHint}
        value={filter.text}
        onChange={(text) => choose({ text })}
      />
      <FilterSelect
        label={audit.filterGroup}
        value={filter.group}
        words={audit.group}
        onChange={(group) => choose({ group })}
      />
      <FilterSelect
        label={audit.filterPerson}
        value={filter.custodianId}
        words={Object.fromEntries(
          (people ?? []).map(({ custodianId, name }) => [
            custodianId,
            name === '' ? `${audit.formerCustodian} ${custodianId.slice(0, 4)}` : name,
          ]),
        )}
        onChange={(custodianId) => choose({ custodianId })}
      />
      <FilterSelect
        label={audit.filterPeriod}
        value={filter.period}
        words={audit.period}
        onChange={(period) => choose({ period, fromOn: undefined, toOn: undefined })}
      />
      {filter.period === 'custom' && (
        <span className="audit-days">
          <label htmlFor="audit-from">{audit.from}</label>
          <DayPicker
            id="audit-from"
            value={filter.fromOn}
            {...(filter.toOn !== undefined && { max: filter.toOn })}
            onChange={(fromOn) => choose({ fromOn })}
          />
          <label htmlFor="audit-to">{audit.to}</label>
          <DayPicker
            id="audit-to"
            value={filter.toOn}
            {...(filter.fromOn !== undefined && { min: filter.fromOn })}
            onChange={(toOn) => choose({ toOn })}
          />
        </span>
      )}
      {filter.aboutId !== undefined && (
        <AboutChip id={filter.aboutId} onRemove={() => choose({ aboutId: undefined })} />
      )}
      {isFiltered(filter) && (
        <button type="button" className="button-link" onClick={() => onChange(NO_FILTER)}>
          {audit.clear}
        </button>
      )}
      {count !== undefined && <span className="faint">{audit.count(count)}</span>}
    </div>
  )
}

/** Whose history is shown; the cross shows everybody's again. */
function AboutChip({ id, onRemove }: { id: string; onRemove(): void }) {
  const { audit } = useText()
  const { value: record } = useAnswer('records.read', { id })
  const title = record === undefined ? audit.goneRecord : recordTitle(record)
  return (
    <span className="audit-about" title={title}>
      <span className="ellipsis">{audit.about(title)}</span>
      <button
        type="button"
        className="button-quiet"
        aria-label={audit.removeAbout}
        onClick={onRemove}
      >
        <CloseOutlined aria-hidden />
      </button>
    </span>
  )
}
