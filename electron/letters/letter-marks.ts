import type {
  FilledBlock,
  FilledLetter,
  FilledTable,
  Piece,
} from '../../shared/letters/filled-letter.ts'
import type { SignatureMark } from '../../shared/letters/template.ts'

/** What PDF and Word file have in common: which blocks are drawn, and how blanks and marks read. */

/** Full-width low lines: a line to write on in any font. */
const LINE = '＿＿＿＿＿＿'

/** Blocks that are on the paper, in order. */
export function drawnBlocks(letter: FilledLetter): FilledBlock[] {
  return letter.blocks.filter(
    (block) =>
      block.isRemoved !== true &&
      !(block.type === 'table' && block.rows.length === 0 && block.whenEmpty === 'omit') &&
      !(block.type === 'annexes' && block.items.length === 0),
  )
}

/**
 * What stands on the paper for a piece: an empty blank is a line with its name behind it, so that nobody
 * seals what he does not see.
 *
 * @param isNamed - Its name stands beside it already, such as in a table.
 */
export function pieceText({ text, blank }: Piece, isNamed = false): string {
  if (text !== '' || blank === undefined) return text
  if (isNamed) return blank.state === 'filled' ? '' : LINE
  return blank.state === 'hand' ? LINE : `${LINE}（${blank.label}）`
}

export function isEmptyBlank({ text, blank }: Piece): boolean {
  return text === '' && blank !== undefined
}

/** The line of an empty table. */
export const NOTHING = '无'

/** Where to put what, in the order of the marks. */
export const MARK_WORDS: Readonly<Record<SignatureMark, string>> = {
  seal: '（加盖公章）',
  'legal-signature': '法定代表人（负责人）签字：',
  signature: '签字：',
  fingerprint: '按手印：',
}

/** Lines longer than this may be split over two pages: a line taller than a page never fits on one. */
const LONG_ROW_CHARACTERS = 240

export function isLongRow(row: FilledTable['rows'][number]): boolean {
  return row.cells.flat().reduce((sum, { text }) => sum + text.length, 0) > LONG_ROW_CHARACTERS
}

export function annexNumber(index: number, count: number): string {
  return count === 1 ? '' : `${index + 1}. `
}

/** A text that announces what follows stays with it. */
export function isLeadIn(pieces: readonly Piece[]): boolean {
  return pieces.at(-1)?.text.endsWith('：') === true
}

/** Widths in percent of a line of particulars: name, value, name, value. */
export const FACT_SHARES = [27, 24, 17, 32] as const
