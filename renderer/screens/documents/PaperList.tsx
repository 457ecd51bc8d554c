import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { PAPER_STANDINGS } from '../../../shared/paper.ts'
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
import { paperColumns } from './columns.tsx'
import { PaperDetails } from './PaperDetails.tsx'
import {
  holderNames,
  type PaperFilter,
  type PaperRow,
  paperRows,
  shownPaperRows,
} from './paper-rows.ts'
import { useNewPaper } from './use-new-paper.ts'

type Props = { startId: string | undefined; startFilter: string | undefined }

/** The papers: searched, filtered, with the details of the chosen one beside them. */
export function PaperList({ startId, startFilter }: Props) {
  const text = useText()
  const { documents } = text
  const { value, problem } = useAnswer('documents.list')
  const canWrite = useCanWrite()
  const showNew = useNewPaper()
  const [filter, setFilter] = useState<PaperFilter>(
    startFilter === undefined ? { text: '' } : { text: '', standing: startFilter },
  )
  const list = useList(startId)
  const hitIds = useHits('document', filter.text)

  const columns = useMemo(() => paperColumns(text, list.isNarrow), [text, list.isNarrow])
  const all = useMemo(
    () => paperRows(value ?? [], dayOf(Date.now()), documents.kind),
    [value, documents],
  )
  const rows = useMemo(() => shownPaperRows(all, filter, hitIds), [all, filter, hitIds])
  const opened = all.find(({ paper }) => paper.id === list.openId)
  const { text: query, ...choices } = filter
  const isFiltered = query !== '' || Object.keys(choices).length > 0
  const setChoice = (name: 'kind' | 'holder' | 'standing') => (chosen: string | undefined) =>
    setFilter(({ [name]: _, ...rest }) =>
      chosen === undefined ? rest : { ...rest, [name]: chosen },
    )

  return (
    <>
      <div className="screen-tools">
        <SearchField
          label={documents.search}
          hint={documents.searchHint}
          value={query}
          onChange={(query) => setFilter({ ...filter, text: query })}
        />
        <FilterSelect
          label={documents.filterKind}
          value={filter.kind}
          words={present(documents.kind, all, ({ paper }) => paper.data.kind)}
          onChange={setChoice('kind')}
        />
        <FilterSelect
          label={documents.filterHolder}
          value={filter.holder}
          words={Object.fromEntries(holderNames(all).map((name) => [name, name]))}
          onChange={setChoice('holder')}
          isSearchable
        />
        <FilterSelect
          label={documents.filterStanding}
          value={filter.standing}
          words={present(documents.standing, all, ({ standing }) => standing, PAPER_STANDINGS)}
          onChange={setChoice('standing')}
        />
        {isFiltered && (
          <button type="button" className="button-link" onClick={() => setFilter({ text: '' })}>
            {documents.clearFilters}
          </button>
        )}
        {value !== undefined && (
          <span className="faint">{documents.count(rows.length, all.length)}</span>
        )}
        <TickedTools {...list.tools} />
      </div>
      {problem && <Problem error={problem} />}
      <div className="list-and-details">
        <VirtualTable
          label={documents.drawer}
          rows={rows}
          idOf={idOf}
          columns={columns}
          {...list.table}
          tickLabel={documents.tick}
          empty={
            value !== undefined &&
            (all.length === 0 ? (
              <EmptyState
                drawing="documents"
                title={documents.empty.title}
                text={documents.empty.text}
              >
                {canWrite && (
                  <Button
                    type="primary"
                    icon={<PlusOutlined aria-hidden />}
                    onClick={() => showNew([])}
                  >
                    {documents.create}
                  </Button>
                )}
                <span className="faint empty-aside">{documents.emptyDrop}</span>
              </EmptyState>
            ) : (
              <EmptyState drawing="search" title={documents.none} text={documents.noneText} />
            ))
          }
        />
        {opened && (
          <PaperDetails
            key={opened.paper.id}
            row={opened}
            onClose={list.close}
            onTrash={list.trash}
          />
        )}
      </div>
    </>
  )
}

function idOf({ paper }: PaperRow): string {
  return paper.id
}

/** The choices that occur, so that none leads to an empty list. */
function present<K extends string>(
  words: Readonly<Record<K, string>>,
  rows: readonly PaperRow[],
  read: (row: PaperRow) => K,
  order?: readonly K[],
): Readonly<Record<string, string>> {
  const found = new Set(rows.map(read))
  // `as`: the words name every K and nothing else.
  const keys = order ?? (Object.keys(words) as K[])
  return Object.fromEntries(keys.filter((key) => found.has(key)).map((key) => [key, words[key]]))
}
