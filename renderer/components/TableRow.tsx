import { memo } from 'react'
import { SIZES } from '../theme/tokens.ts'
import type { Column } from './VirtualTable.tsx'

type Props<T> = {
  id: string
  index: number
  row: T
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
  const { id, index, row, columns, isChosen, isTicked, hasBox, tickLabel } = props
  return (
    <tr
      id={`row-${id}`}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={isTicked === true ? 'table-row table-row-ticked' : 'table-row'}
      style={{ transform: `translateY(${index * SIZES.rowHeight}px)` }}
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
export const TableRow = memo(PlainRow) as typeof PlainRow
