import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { SIZES } from '../theme/tokens.ts'

export type Column<T> = {
  key: string
  title: string
  /** Fixed width in CSS pixels; columns without one share the rest. */
  widthPx?: number
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

/** Rows painted above and below what is seen, and by how many the window moves at a time. */
const OVERSCAN_ROWS = 4
const STEP_ROWS = 4
const HEAD_HEIGHT = 32

/**
 * A table of any number of rows of one height: only those near the view are in the page. A real `<table>`,
 * so that reading aids know it. One focus stop; arrows, Home, End, Page keys, Enter, Delete, Space, Ctrl/Cmd+A.
 */
export function VirtualTable<T>(props: Props<T>) {
  const { rows, idOf, chosenId, ticked } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState(0)
  const [seenCount, setSeenCount] = useState(30)
  const lastTicked = useRef<number>(-1)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      setSeenCount(Math.ceil(element.clientHeight / SIZES.rowHeight))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // As many rows at any place, each in the place (`slot`) of one that went: the page's elements are used again.
  const slotCount = seenCount + STEP_ROWS + 2 * OVERSCAN_ROWS
  const start = Math.max(0, Math.min(first - OVERSCAN_ROWS, rows.length - slotCount))
  const end = Math.min(rows.length, start + slotCount)

  const onScroll = () => {
    const top = scroller.current?.scrollTop ?? 0
    const step = Math.floor(top / SIZES.rowHeight / STEP_ROWS) * STEP_ROWS
    if (step !== first) setFirst(step)
  }

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
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        data-query={props.query}
      >
        <colgroup>
          {ticked && <col width={34} />}
          {props.columns.map((column) => (
            <col key={column.key} width={column.widthPx} />
          ))}
        </colgroup>
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
        <Spacer heightPx={start * SIZES.rowHeight} />
        <tbody>
          {rows.slice(start, end).map((row, offset) => {
            const id = idOf(row)
            return (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: a slot, not a row: its elements are used again for the next row
                key={(start + offset) % slotCount}
                id={id}
                index={start + offset}
                row={row}
                columns={props.columns}
                isChosen={id === chosenId}
                isTicked={ticked?.has(id)}
                hasBox={isTickable(row)}
                tickLabel={props.tickLabel}
              />
            )
          })}
        </tbody>
        <Spacer heightPx={(rows.length - end) * SIZES.rowHeight} />
      </table>
      {rows.length === 0 && props.empty}
    </div>
  )
}

function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null
  return (
    <tbody aria-hidden="true">
      <tr style={{ height: heightPx }} />
    </tbody>
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

type RowProps<T> = {
  id: string
  index: number
  row: T
  columns: readonly Column<T>[]
  isChosen: boolean
  isTicked: boolean | undefined
  hasBox: boolean
  tickLabel: string | undefined
}

function PlainRow<T>(props: RowProps<T>) {
  const { id, index, row, columns, isChosen, isTicked, hasBox, tickLabel } = props
  return (
    <tr
      id={`row-${id}`}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={isTicked === true ? 'table-row-ticked' : undefined}
    >
      {isTicked !== undefined && (
        <td className="table-tick">
          {hasBox && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={tickLabel}
              checked={isTicked}
              readOnly
            />
          )}
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} title={column.titleOf?.(row)}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  )
}

// `as`: memo forgets the type parameter of what it wraps.
const Row = memo(PlainRow) as typeof PlainRow
