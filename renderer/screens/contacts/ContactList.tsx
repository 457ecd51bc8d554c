import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { TickedTools } from '../../components/TickedTools.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useHits } from '../../hooks/use-hits.ts'
import { useList } from '../../hooks/use-list.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { tabColumns } from './columns.tsx'
import { RecordDetails } from './RecordDetails.tsx'
import { type ContactTab, STANDINGS, type Standing, type TabRecord } from './standing.ts'
import { shownTabRows, type TabFilter, type TabRow, tabRows } from './tab-rows.ts'
import { useNames } from './use-names.ts'

/** One tab of 联系人: a list that is searched and filtered, with the details of the chosen line beside it. */
export function ContactList({ tab, startId }: { tab: ContactTab; startId: string | undefined }) {
  const text = useText()
  const { contacts, common } = text
  const { value, problem } = useAnswer('records.list', { kind: tab })
  const nameOf = useNames(tab)
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const [filter, setFilter] = useState<TabFilter>({ text: '' })
  const list = useList(startId)
  const hitIds = useHits(tab, filter.text)

  const columns = useMemo(() => tabColumns(tab, text, list.isNarrow), [tab, text, list.isNarrow])
  const all = useMemo(
    // `as`: the vault process lists records of the asked kind only.
    () => tabRows((value ?? []) as TabRecord[], dayOf(Date.now()), nameOf),
    [value, nameOf],
  )
  const rows = useMemo(() => shownTabRows(all, filter, hitIds), [all, filter, hitIds])
  const opened = all.find(({ record }) => record.id === list.openId)
  const isFiltered =
    filter.text !== '' || filter.role !== undefined || filter.standing !== undefined
  const roleWords: Readonly<Record<string, string>> =
    tab === 'contact'
      ? common.contactRole
      : tab === 'provider'
        ? common.providerRole
        : common.channelKind

  return (
    <>
      <div className="screen-tools">
        <SearchField
          label={contacts.search[tab]}
          hint={contacts.searchHint[tab]}
          value={filter.text}
          onChange={(query) => setFilter({ ...filter, text: query })}
        />
        <FilterSelect
          label={tab === 'channel' ? contacts.filterKind : contacts.filterRole}
          value={filter.role}
          words={roleWords}
          onChange={(role) => setFilter(withRole(filter, role))}
        />
        <FilterSelect
          label={contacts.filterStanding}
          value={filter.standing}
          words={standingWords(all, contacts.standing)}
          onChange={(standing) =>
            setFilter(
              withStanding(
                filter,
                STANDINGS.find((one) => one === standing),
              ),
            )
          }
        />
        {isFiltered && (
          <button type="button" className="button-link" onClick={() => setFilter({ text: '' })}>
            {contacts.clearFilters}
          </button>
        )}
        {value !== undefined && (
          <span className="faint">{contacts.count(rows.length, all.length)}</span>
        )}
        <TickedTools {...list.tools} />
      </div>
      {problem && <Problem error={problem} />}
      <div className="list-and-details">
        <VirtualTable
          label={contacts.tabs[tab]}
          rows={rows}
          idOf={idOf}
          columns={columns}
          {...list.table}
          tickLabel={contacts.tick}
          empty={
            value !== undefined &&
            (all.length === 0 ? (
              <EmptyState
                drawing="people"
                title={contacts.empty[tab].title}
                text={contacts.empty[tab].text}
              >
                {canWrite && (
                  <Button
                    type="primary"
                    icon={<PlusOutlined aria-hidden />}
                    onClick={() => showForm({ form: 'record', kind: tab })}
                  >
                    {contacts.create[tab]}
                  </Button>
                )}
              </EmptyState>
            ) : (
              <EmptyState drawing="search" title={contacts.none} text={contacts.noneText} />
            ))
          }
        />
        {opened && (
          <RecordDetails
            key={opened.record.id}
            row={opened}
            onClose={list.close}
            onTrash={list.trash}
          />
        )}
      </div>
    </>
  )
}

function idOf({ record }: TabRow): string {
  return record.id
}

/** The filter with one choice set, or let go where `value` is undefined. */
function withRole({ role: _, ...rest }: TabFilter, role: string | undefined): TabFilter {
  return role === undefined ? rest : { ...rest, role }
}

function withStanding(
  { standing: _, ...rest }: TabFilter,
  standing: Standing | undefined,
): TabFilter {
  return standing === undefined ? rest : { ...rest, standing }
}

/** The standings that occur, worst first, so that no choice leads to an empty list. */
function standingWords(
  rows: readonly TabRow[],
  words: Readonly<Record<Standing, string>>,
): Readonly<Record<string, string>> {
  const present = new Set(rows.map(({ standing }) => standing))
  return Object.fromEntries(
    STANDINGS.filter((one) => present.has(one)).map((one) => [one, words[one]]),
  )
}
