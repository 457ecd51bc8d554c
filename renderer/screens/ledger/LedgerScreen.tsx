import { DownOutlined, ExportOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { CallInput } from '../../../shared/contract.ts'
import type { LedgerRow } from '../../../shared/ledger-row.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { TickedTools } from '../../components/TickedTools.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useIsNarrow } from '../../hooks/use-is-narrow.ts'
import { useReady } from '../../hooks/use-ready.ts'
import { useTrash } from '../../hooks/use-trash.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { ledgerColumns } from './columns.tsx'
import { FilingDrawer } from './FilingDrawer.tsx'
import { LedgerFilterBar } from './LedgerFilterBar.tsx'
import { LedgerSearch, NO_SEARCH } from './LedgerSearch.tsx'
import {
  GAPS,
  type LedgerFilters,
  type LedgerSort,
  nextSort,
  rowsByOrdinal,
  SORT_KEYS,
  shownRows,
  sortRows,
} from './rows-view.ts'
import './ledger.css'

/** 台账: every filing, found by typing, opened by Enter. */
export function LedgerScreen() {
  const text = useText()
  const { ledger, frame } = text
  const rowsById = useApp((state) => state.rows)
  const rowTotal = useApp((state) => state.rowTotal)
  const isLoaded = useApp((state) => state.isLedgerLoaded)
  const drawerRowId = useApp((state) => state.drawerRowId)
  const openDrawer = useApp((state) => state.openDrawer)
  const [chosenId, setChosenId] = useState<string>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [filters, setFilters] = useState<LedgerFilters>({})
  const [sort, setSort] = useState<LedgerSort>()
  const [found, setFound] = useState(NO_SEARCH)
  // Another place asks for what lacks something: that alone, whatever was searched before.
  const wanted = useApp((state) => (state.screen === 'ledger' ? state.target.filter : undefined))
  const [searchTurn, setSearchTurn] = useState(0)
  useEffect(() => {
    const gap = GAPS.find((one) => one === wanted)
    if (gap === undefined) return
    setFilters({ gap })
    setSearchTurn((turn) => turn + 1)
  }, [wanted])
  const tableArea = useRef<HTMLDivElement>(null)
  const closeDrawer = useApp((state) => state.closeDrawer)
  const trash = useTrash(() => {
    closeDrawer()
    setTicked(new Set())
  })
  const canWrite = useCanWrite()

  const isNarrow = useIsNarrow()
  const columns = useMemo(() => ledgerColumns(text, isNarrow), [text, isNarrow])
  const byOrdinal = useMemo(() => rowsByOrdinal(rowsById.values()), [rowsById])
  const ordered = useMemo(() => {
    const all = [...rowsById.values()]
    return sort === undefined ? all : sortRows(all, sort)
  }, [rowsById, sort])
  const rows = useMemo(
    () => shownRows(ordered, byOrdinal, filters, found.ordinals, sort !== undefined),
    [ordered, byOrdinal, filters, found, sort],
  )

  const hasRows = rowsById.size > 0
  // 台账 is mounted behind the other screens too.
  const isShown = useApp((state) => state.screen === 'ledger')
  useReady('ledger', isShown && (hasRows || isLoaded))

  const leaveSearch = () => {
    const [first] = rows
    if (first !== undefined) setChosenId(first.id)
    tableArea.current?.querySelector<HTMLElement>('.table-scroller')?.focus()
  }

  return (
    <>
      <ScreenHeader
        title={frame.screens.ledger}
        note={
          isLoaded
            ? ledger.count(rows.length, rowTotal)
            : ledger.loadingRows(rowsById.size, rowTotal)
        }
      >
        <LedgerActions ticked={ticked} />
      </ScreenHeader>
      <div className="screen-tools">
        <LedgerSearch key={searchTurn} onFound={setFound} onLeave={leaveSearch} />
        <LedgerFilterBar filters={filters} onChange={setFilters} />
        <TickedTools
          count={ticked.size}
          onTrash={() => void trash([...ticked])}
          onUntick={() => setTicked(new Set())}
        />
      </div>
      <div className="ledger-area" ref={tableArea}>
        <VirtualTable
          label={frame.screens.ledger}
          query={found.query}
          rows={rows}
          idOf={idOf}
          columns={columns}
          chosenId={drawerRowId ?? chosenId}
          onChoose={(id) => {
            setChosenId(id)
            if (drawerRowId !== undefined) openDrawer(id)
          }}
          onOpen={(id) => {
            // Enter on the open one goes into its details.
            if (id === drawerRowId)
              tableArea.current?.querySelector<HTMLElement>('.drawer')?.focus()
            else openDrawer(id)
          }}
          {...(canWrite && { onDelete: (ids: string[]) => void trash(ids) })}
          sort={sort}
          onSort={(key) => setSort(nextSort(sort, sortKeyOf(key)))}
          ticked={ticked}
          onTick={setTicked}
          tickLabel={ledger.tick}
          empty={isLoaded && <NoRows isLedgerEmpty={rowTotal === 0} />}
        />
        {drawerRowId !== undefined && <FilingDrawer rowId={drawerRowId} />}
      </div>
    </>
  )
}

function idOf(row: LedgerRow): string {
  return row.id
}

function sortKeyOf(key: string) {
  return SORT_KEYS.find((known) => known === key) ?? 'name'
}

/** Does not render again while somebody types: a dozen antd parts cost more than the rows. */
const LedgerActions = memo(function Actions({ ticked }: { ticked: ReadonlySet<string> }) {
  const { ledger } = useText()
  const call = useApp((state) => state.call)
  const showForm = useApp((state) => state.showForm)
  const tell = useTell()
  const canWrite = useCanWrite()
  const withSecondPerson = useSecondPerson()

  const exportAs = async (format: CallInput<'ledger.export'>['format']) => {
    try {
      const done = await withSecondPerson(() =>
        call('ledger.export', { format, ...(ticked.size > 0 && { ids: [...ticked] }) }),
      )
      if (done !== undefined) tell.said(ledger.exported(done.rowCount, done.fileName))
    } catch (error) {
      tell.failed(error)
    }
  }
  const saveTemplate = async () => {
    try {
      const done = await call('ledger.exportTemplate')
      if (done !== undefined) tell.said(ledger.templateSaved(done.fileName))
    } catch (error) {
      tell.failed(error)
    }
  }
  const choices = [
    { key: 'xlsx', label: ledger.exportAs('Excel (.xlsx)'), onClick: () => void exportAs('xlsx') },
    { key: 'csv', label: ledger.exportAs('CSV (.csv)'), onClick: () => void exportAs('csv') },
    { type: 'divider' as const },
    { key: 'template', label: ledger.exportTemplate, onClick: () => void saveTemplate() },
  ]

  return (
    <>
      <Dropdown menu={{ items: choices }} trigger={['click']}>
        <Button icon={<ExportOutlined aria-hidden />}>
          {ledger.export}
          <DownOutlined aria-hidden className="button-caret" />
        </Button>
      </Dropdown>
      <Button
        icon={<ImportOutlined aria-hidden />}
        disabled={!canWrite}
        onClick={() => showForm({ form: 'import' })}
      >
        {ledger.import}
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        disabled={!canWrite}
        onClick={() => showForm({ form: 'filing' })}
      >
        {ledger.create}
      </Button>
    </>
  )
})

function NoRows({ isLedgerEmpty }: { isLedgerEmpty: boolean }) {
  const { ledger } = useText()
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  if (!isLedgerEmpty) {
    return <EmptyState drawing="search" title={ledger.empty.none} text={ledger.empty.noneText} />
  }
  return (
    <EmptyState drawing="ledger" title={ledger.empty.title} text={ledger.empty.text}>
      {canWrite && (
        <>
          <Button type="primary" onClick={() => showForm({ form: 'import' })}>
            {ledger.empty.importNow}
          </Button>
          <Button onClick={() => showForm({ form: 'filing' })}>{ledger.empty.createFirst}</Button>
        </>
      )}
    </EmptyState>
  )
}
