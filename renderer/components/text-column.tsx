import type { Column } from './VirtualTable.tsx'

/** A column of plain text, told whole to who points at it. Without a width it takes its share of what is left. */
export function textColumn<T>(
  key: string,
  title: string,
  read: (row: T) => string | undefined,
  widthPx?: number,
): Column<T> {
  return {
    key,
    title,
    ...(widthPx !== undefined && { widthPx }),
    render: (row) => {
      const value = read(row)
      return <span title={value}>{value}</span>
    },
  }
}
