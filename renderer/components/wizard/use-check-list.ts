import { useMemo, useState } from 'react'

/** How the rows of a check are told apart and narrowed. Make it once: the rows shown are kept by it. */
export type CheckReading<Row, Filter extends string> = {
  /** In the order of the page; `all` always stands there, the others while they show any row. */
  filters: readonly (Filter | 'all')[]
  idOf(row: Row): string
  countFilters(rows: readonly Row[]): Readonly<Record<Filter | 'all', number>>
  shownRows(rows: readonly Row[], filter: Filter | 'all', query: string): readonly Row[]
}

/** What of the planned rows is looked at now. */
export function useCheckList<Row, Filter extends string>(
  planned: readonly Row[],
  reading: CheckReading<Row, Filter>,
) {
  const { filters, idOf, countFilters, shownRows } = reading
  const [filter, setFilter] = useState<Filter | 'all'>('all')
  const [query, setQuery] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const counts = useMemo(() => countFilters(planned), [planned, countFilters])
  const rows = useMemo(() => shownRows(planned, filter, query), [planned, filter, query, shownRows])
  const chosen = planned.find((one) => idOf(one) === chosenId)
  return {
    rows,
    counts,
    filters,
    idOf,
    filter,
    setFilter,
    query,
    setQuery,
    chosenId,
    choose: setChosenId,
    /** The row whose details are open. */
    opened: isOpen ? chosen : undefined,
    isOpen,
    open: (id: string) => {
      setChosenId(id)
      setOpen(true)
    },
    close: () => setOpen(false),
  }
}

export type CheckList<Row, Filter extends string> = ReturnType<typeof useCheckList<Row, Filter>>
