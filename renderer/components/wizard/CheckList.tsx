import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../EmptyState.tsx'
import { SearchField } from '../SearchField.tsx'
import { type Column, VirtualTable } from '../VirtualTable.tsx'
import type { CheckList } from './use-check-list.ts'

type ToolsProps<Row, Filter extends string> = {
  list: CheckList<Row, Filter>
  words: {
    filterLabel: string
    filter: Readonly<Record<Filter | 'all', string>>
    search: string
    searchHint: string
  }
  /** What holds for all rows. */
  children: ReactNode
}

/** Narrows the rows to check. */
export function CheckTools<Row, Filter extends string>({
  list,
  words,
  children,
}: ToolsProps<Row, Filter>) {
  const { counts } = list
  return (
    <div className="wizard-check-tools">
      <Segmented<Filter | 'all'>
        aria-label={words.filterLabel}
        size="small"
        value={list.filter}
        onChange={list.setFilter}
        options={list.filters
          .filter((one) => one === 'all' || counts[one] > 0)
          .map((one) => ({
            value: one,
            label: `${words.filter[one]} ${counts[one].toLocaleString()}`,
          }))}
      />
      <SearchField
        label={words.search}
        hint={words.searchHint}
        value={list.query}
        onChange={list.setQuery}
      />
      {children}
    </div>
  )
}

type TableProps<Row, Filter extends string> = {
  list: CheckList<Row, Filter>
  words: { rows: string; include: string; noMatch: string; noMatchText: string }
  columns: readonly Column<Row>[]
  ticked: ReadonlySet<string>
  onTick(ticked: ReadonlySet<string>): void
  canTick?(row: Row): boolean
  /** All of the opened row, beside the table. */
  details: ReactNode
}

/** The rows to check; ticked ones are imported. */
export function CheckTable<Row, Filter extends string>({
  list,
  words,
  details,
  ...table
}: TableProps<Row, Filter>) {
  return (
    <div className="list-and-details wizard-check-area">
      <VirtualTable
        {...table}
        label={words.rows}
        rows={list.rows}
        idOf={list.idOf}
        chosenId={list.chosenId}
        onChoose={list.choose}
        onOpen={list.open}
        tickLabel={words.include}
        empty={<EmptyState drawing="search" title={words.noMatch} text={words.noMatchText} />}
      />
      {details}
    </div>
  )
}
