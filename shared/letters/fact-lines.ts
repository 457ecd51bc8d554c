import type { FilledFacts } from './filled-letter.ts'

/** Particulars as they stand on the paper: short ones two to a line. */
export function factLines(rows: FilledFacts['rows']): FilledFacts['rows'][] {
  const lines: FilledFacts['rows'][] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (row.isHalf && last?.length === 1 && last[0]?.isHalf === true) last.push(row)
    else lines.push([row])
  }
  return lines
}
