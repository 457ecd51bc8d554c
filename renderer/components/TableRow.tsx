import { memo, useRef } from 'react'
import { SIZES } from '../theme/tokens.ts'
import type { Column } from './VirtualTable.tsx'

type Props<T> = {
  id: string
  index: number
  row: T
  /** Shows a row that is there no more: kept out of sight, for its elements. */
  isSpare: boolean
  /** Titles wait for it: they are of no use before the pointer rests. */
  isSettled: boolean
  columns: readonly Column<T>[]
  isChosen: boolean
  isTicked: boolean | undefined
  hasBox: boolean
  tickLabel: string | undefined
}

/**
 * One row, put at its place by a transform. Its style takes it out of the table's layout, which
 * would cost a frame of fast scrolling much more; it stays a row for reading aids, which go by the element.
 */
function PlainRow<T>(props: Props<T>) {
  const { id, index, row, isSpare, columns, isChosen, isTicked, hasBox, tickLabel } = props
  const titled = useRef(row)
  if (props.isSettled) titled.current = row
  return (
    <tr
      {...(isSpare ? { 'aria-hidden': true } : { id: `row-${id}` })}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={isTicked === true ? 'table-row table-row-ticked' : 'table-row'}
      style={{ transform: `translateY(${isSpare ? OUT_OF_SIGHT : index * SIZES.rowHeight}px)` }}
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
        <td key={column.key} title={column.titleOf?.(titled.current)}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  )
}

/** Above the table in CSS pixels: it makes nothing scroll further. */
const OUT_OF_SIGHT = -10_000

// `as`: memo forgets the type parameter of what it wraps.
export const TableRow = memo(PlainRow) as typeof PlainRow
