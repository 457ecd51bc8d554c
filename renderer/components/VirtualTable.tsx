import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import { SIZES } from '../theme/tokens.ts'
import { TableRow } from './TableRow.tsx'
import { HEAD_HEIGHT, useTableWindow } from './use-table-window.ts'

export type Column<T> = {
  key: string
  title: string
  /** Fixed width in CSS pixels; columns without one share the rest. */
  widthPx?: number
  /** How much of the rest a column without a width takes, as others take 1. */
  share?: number
  render(row: T): ReactNode
  /** The whole text, shown by the pointer where the cell cuts it off. */
  titleOf?(row: T): string | undefined
  /** Whether the head offers sorting. */
  isSortable?: boolean
}

export type Sort = { key: string; isDescending: boolean }

type Props<T> = {
  /** Accessible name of the table. */
  label: string
  rows: readonly T[]
  /** Must stay the same function and the same columns between renders: rows are memoised. */
  idOf(row: T): string
  columns: readonly Column<T>[]
  chosenId: string | undefined
  onChoose(id: string): void
  /** Enter or a click. */
  onOpen(id: string): void
  /** Delete, on the ticked rows or the chosen one. */
  onDelete?(ids: string[]): void
  sort?: Sort | undefined
  onSort?(key: string): void
  /** Ticked rows; absent: no ticking. */
  ticked?: ReadonlySet<string>
  onTick?(ticked: ReadonlySet<string>): void
  tickLabel?: string
  /** Rows without a box; absent: every row has one. */
  canTick?(row: T): boolean
  /** The last row has come near the view: more may be asked for. Told again when `endKey` changes. */
  onEnd?(): void
  endKey?: number
  empty?: ReactNode
  /** The query that `rows` answer, told to tests and measurements as `data-query`. */
  query?: string
}

/**
 * A table of any number of rows of one height: only those near the view are in the page. A real `<table>`,
 * so that reading aids know it. One focus stop; arrows, Home, End, Page keys, Enter, Delete, Space, Ctrl/Cmd+A.
 */
export function VirtualTable<T>(props: Props<T>) {
  const { rows, idOf, chosenId, ticked } = props
  const scroller = useRef<HTMLDivElement>(null)
  const lastTicked = useRef<number>(-1)
  const { slots, start, end, seenCount, isSettled, onScroll } = useTableWindow(scroller, rows)
  const tableStyle = gridColumns(props.columns, ticked !== undefined)

  const chosenIndex = chosenId === undefined ? -1 : rows.findIndex((row) => idOf(row) === chosenId)

  const reveal = (index: number) => {
    const element = scroller.current
    if (element === null) return
    const top = index * SIZES.rowHeight
    const bottom = top + SIZES.rowHeight + HEAD_HEIGHT
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight) {
      element.scrollTop = bottom - element.clientHeight
    }
  }

  // A row chosen from elsewhere comes into view once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls, not new rows
  useLayoutEffect(() => {
    if (chosenIndex >= 0) reveal(chosenIndex)
  }, [chosenId])

  const isTickable = (row: T) => props.canTick?.(row) ?? true

  const { onEnd } = props
  const isNearEnd = end >= rows.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows that do not fill the view ask again
  useEffect(() => {
    if (isNearEnd) onEnd?.()
  }, [isNearEnd, rows.length, props.endKey])

  const choose = (index: number) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (row !== undefined) props.onChoose(idOf(row))
  }

  const tick = (index: number, isRange: boolean) => {
    if (ticked === undefined) return
    const next = new Set(ticked)
    const from = isRange && lastTicked.current >= 0 ? lastTicked.current : index
    const isOn = !ticked.has(idAt(index))
    for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
      const row = rows[at]
      if (row === undefined || !isTickable(row)) continue
      if (isOn) next.add(idOf(row))
      else next.delete(idOf(row))
    }
    lastTicked.current = index
    props.onTick?.(next)
  }

  const idAt = (index: number) => {
    const row = rows[index]
    return row === undefined ? '' : idOf(row)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('button') !== null) return
    const isCommand = event.ctrlKey || event.metaKey
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: chosenIndex + 1,
      ArrowUp: Math.max(0, chosenIndex - 1),
      PageDown: chosenIndex + seenCount - 2,
      PageUp: Math.max(0, chosenIndex - seenCount + 2),
      Home: 0,
      End: rows.length - 1,
    }
    const move = moves[event.key]
    if (move !== undefined && !isCommand) choose(move)
    else if (event.key === 'Enter' && chosenId !== undefined) props.onOpen(chosenId)
    else if (event.key === ' ' && chosenIndex >= 0) tick(chosenIndex, event.shiftKey)
    else if (event.key.toLowerCase() === 'a' && isCommand && ticked !== undefined) {
      props.onTick?.(new Set(rows.filter(isTickable).map(idOf)))
    } else if (event.key === 'Delete' && props.onDelete !== undefined) {
      const ids = ticked !== undefined && ticked.size > 0 ? [...ticked] : chosenId ? [chosenId] : []
      if (ids.length > 0) props.onDelete(ids)
    } else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const index = Number(event.target.closest('tr[data-index]')?.getAttribute('data-index') ?? -1)
    if (index < 0) return
    if (event.target.closest('.table-tick') !== null) tick(index, event.shiftKey)
    else if (event.target.closest('button, a') === null) {
      choose(index)
      props.onOpen(idAt(index))
    }
  }

  const isAllTicked =
    ticked !== undefined &&
    rows.some(isTickable) &&
    rows.every((row) => ticked.has(idOf(row)) || !isTickable(row))

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is not what holds a table; the group only carries the focus
    <div
      ref={scroller}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one focus stop for the whole table, moved inside by arrows
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={
        chosenIndex >= start && chosenIndex < end ? `row-${chosenId}` : undefined
      }
      className="table-scroller"
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <table
        className="table"
        style={tableStyle}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        data-query={props.query}
      >
        <thead>
          <tr aria-rowindex={1}>
            {ticked && (
              <th scope="col" className="table-tick-head">
                <input
                  type="checkbox"
                  aria-label={props.tickLabel}
                  checked={isAllTicked}
                  onChange={() =>
                    props.onTick?.(
                      isAllTicked ? new Set() : new Set(rows.filter(isTickable).map(idOf)),
                    )
                  }
                />
              </th>
            )}
            {props.columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody style={{ height: rows.length * SIZES.rowHeight }}>
          {slots.map(({ slot, index, row, isSpare }) => {
            const id = idOf(row)
            return (
              <TableRow
                key={slot}
                id={id}
                index={index}
                row={row}
                isSpare={isSpare}
                isSettled={isSettled}
                columns={props.columns}
                isChosen={id === chosenId}
                isTicked={ticked?.has(id)}
                hasBox={isTickable(row)}
                tickLabel={props.tickLabel}
              />
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 && props.empty}
    </div>
  )
}

type HeadProps<T> = {
  column: Column<T>
  sort: Sort | undefined
  onSort: ((key: string) => void) | undefined
}

function HeadCell<T>({ column, sort, onSort }: HeadProps<T>) {
  const direction =
    sort?.key !== column.key ? 'none' : sort.isDescending ? 'descending' : 'ascending'
  if (column.isSortable !== true || onSort === undefined) return <th scope="col">{column.title}</th>
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className="table-sort" onClick={() => onSort(column.key)}>
        {column.title}
        <span aria-hidden="true">{SORT_MARKS[direction]}</span>
      </button>
    </th>
  )
}

const SORT_MARKS = { none: '', ascending: '↑', descending: '↓' } as const

/** The widths of all columns, shared by head and rows; a narrow view scrolls sideways inside the table. */
function gridColumns(columns: readonly Column<never>[], isTickable: boolean) {
  const all = isTickable ? [{ widthPx: TICK_WIDTH }, ...columns] : columns
  const minWidth = all.reduce<number>(
    (sum, { widthPx }) => sum + (widthPx ?? MIN_FLEXIBLE_WIDTH),
    0,
  )
  const tracks = all.map(({ widthPx, ...column }) => {
    const share = 'share' in column ? column.share : 1
    return widthPx === undefined ? `minmax(0, ${share ?? 1}fr)` : `${widthPx}px`
  })
  // `as`: React's types know no custom properties.
  return { minWidth, '--table-columns': tracks.join(' ') } as CSSProperties
}

const TICK_WIDTH = 34
const MIN_FLEXIBLE_WIDTH = 110
