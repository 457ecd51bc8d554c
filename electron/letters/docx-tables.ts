import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { factLines } from '../../shared/letters/fact-lines.ts'
import type {
  FilledFacts,
  FilledSignatures,
  FilledTable,
} from '../../shared/letters/filled-letter.ts'
import { FONT, mm, plain, type Sizes } from './docx-text.ts'
import { FACT_SHARES, isLongRow, MARK_WORDS, NOTHING } from './letter-marks.ts'

/** A party's particulars. */
export function factsTable(block: FilledFacts, sizes: Sizes): Table {
  const widths = FACT_SHARES.map((share) => Math.round((share / 100) * sizes.width))
  const [first = 0, second = 0, third = 0, fourth = 0] = widths
  const lines = factLines(block.rows)
  const rows = lines.map((line, index) => {
    const isKept = index < lines.length - 1
    return new TableRow({
      cantSplit: true,
      children: line.flatMap(({ label, pieces }, at) => [
        cell(label, at === 0 ? first : third, sizes, { isShaded: true, isKept }),
        line.length === 1
          ? cell(plain(pieces, true), second + third + fourth, sizes, { isKept, span: 3 })
          : cell(plain(pieces, true), at === 0 ? second : fourth, sizes, { isKept }),
      ]),
    })
  })
  return table(widths, rows)
}

/** Lines of the ledger; the head is repeated on each page. */
export function listTable(block: FilledTable, sizes: Sizes): Table {
  const sum = block.columns.reduce((total, { share }) => total + share, 0)
  const widths = block.columns.map(({ share }) => Math.round((share / sum) * sizes.width))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map(({ label }, index) =>
      cell(label, widths[index] ?? 0, sizes, { isShaded: true, isCentred: true, isKept: true }),
    ),
  })
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: !isLongRow(row),
        children: row.cells.map((pieces, index) =>
          cell(namesApart(plain(pieces, true)), widths[index] ?? 0, sizes, {}),
        ),
      }),
  )
  const none = new TableRow({
    children: [cell(NOTHING, sizes.width, sizes, { isCentred: true, span: widths.length })],
  })
  return table(widths, [head, ...(rows.length > 0 ? rows : [none])])
}

/** Domains each on a line of its own: Word would break them at any hyphen. */
function namesApart(words: string): string {
  return /\.[a-z]/i.test(words) ? words.replaceAll('、', '、\n') : words
}

/** Boxes side by side in one row that never splits: two of a letter, three of a form. */
export function signatureTable(block: FilledSignatures, sizes: Sizes): Table {
  const perRow = sizes.isForm ? 3 : 2
  const width = Math.round(sizes.width / perRow)
  const rows: TableRow[] = []
  for (let from = 0; from < block.boxes.length; from += perRow) {
    const boxes = block.boxes.slice(from, from + perRow)
    rows.push(
      new TableRow({
        cantSplit: true,
        height: {
          value: mm(boxes.some(({ marks }) => marks.includes('seal')) ? 72 : 34),
          rule: HeightRule.ATLEAST,
        },
        children: boxes.map((box) => signatureCell(box, width, sizes)),
      }),
    )
  }
  const count = Math.min(perRow, block.boxes.length)
  // A sender who signs alone signs at the right, as in any Chinese letter.
  const side = count < perRow ? AlignmentType.RIGHT : AlignmentType.LEFT
  return table(
    Array.from({ length: count }, () => width),
    rows,
    side,
  )
}

function signatureCell(
  box: FilledSignatures['boxes'][number],
  width: number,
  sizes: Sizes,
): TableCell {
  const line = (words: string, afterMm: number, isCentred = false) =>
    new Paragraph({
      keepNext: true,
      keepLines: true,
      alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { after: mm(afterMm) },
      children: [new TextRun({ text: words, size: sizes.table + 1, font: FONT.table })],
    })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: mm(2.5), bottom: mm(2.5), left: mm(3), right: mm(3) },
    children: [
      line(plain(box.label), box.marks.includes('seal') ? 16 : 3),
      ...box.marks.map((mark) =>
        mark === 'seal'
          ? line(MARK_WORDS[mark], 18, true)
          : line(MARK_WORDS[mark], sizes.isForm ? 8 : 10),
      ),
      ...box.lines.map((one) => line(plain(one), 0)),
    ],
  })
}

type CellOptions = { isShaded?: boolean; isCentred?: boolean; isKept?: boolean; span?: number }

function cell(words: string, width: number, sizes: Sizes, options: CellOptions): TableCell {
  const look: ITableCellOptions = {
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: mm(0.8), bottom: mm(0.8), left: mm(1.6), right: mm(1.6) },
    ...(options.isShaded === true && {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' },
    }),
    ...(options.span !== undefined && { columnSpan: options.span }),
    children: words.split('\n').map(
      (part) =>
        new Paragraph({
          keepNext: options.isKept === true,
          alignment: options.isCentred === true ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: part, size: sizes.table, font: FONT.table })],
        }),
    ),
  }
  return new TableCell(look)
}

function table(
  columnWidths: number[],
  rows: TableRow[],
  alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'] = AlignmentType.LEFT,
): Table {
  const side = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    alignment,
    borders: {
      top: side,
      bottom: side,
      left: side,
      right: side,
      insideHorizontal: side,
      insideVertical: side,
    },
    rows,
  })
}
