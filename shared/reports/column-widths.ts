import type { ReportTable } from './report.ts'

/** Per cent of a page's width that a letter of a head takes, and the room around the word. */
const PORTRAIT = { letter: 1.25, room: 2.4 }
const LANDSCAPE = { letter: 0.82, room: 1.5 }

/**
 * How wide the columns of a report are, in per cent: by their shares, but no column is narrower than the longest
 * word of its head, which would break inside. Where so many columns are chosen that this cannot be, each gets its
 * part of what there is.
 */
export function columnPercents(columns: ReportTable['columns'], isLandscape: boolean): number[] {
  const { letter, room } = isLandscape ? LANDSCAPE : PORTRAIT
  const least = columns.map(({ label }) => longestWord(label) * letter + room)
  const spare = 100 - sumOf(least)
  if (spare <= 0) return least.map((width) => (width / sumOf(least)) * 100)
  const total = sumOf(columns.map(({ share }) => share))
  const wanted = columns.map(({ share }) => (share / total) * 100)
  // What is wanted beyond the least is cut by the same part in every column.
  const beyond = wanted.map((width, index) => Math.max(0, width - (least[index] ?? 0)))
  const part = sumOf(beyond) === 0 ? 0 : spare / sumOf(beyond)
  return least.map((width, index) => width + (beyond[index] ?? 0) * part)
}

/** In letters. Chinese breaks after any character, and takes the room of two letters for each. */
function longestWord(label: string): number {
  const words = label.split(/[\s\p{Script=Han}/-]+/u).map(({ length }) => length)
  return Math.max(2, ...words)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
