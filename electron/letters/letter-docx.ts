import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  type ITableCellOptions,
  LineRuleType,
  Packer,
  PageNumber,
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
  FilledBlock,
  FilledFacts,
  FilledLetter,
  Piece,
} from '../../shared/letters/filled-letter.ts'
import {
  annexNumber,
  drawnBlocks,
  FACT_SHARES,
  isLeadIn,
  isLongRow,
  MARK_WORDS,
  NOTHING,
  pieceText,
} from './letter-marks.ts'
import { MARGINS_MM } from './letter-style.ts'

/** Twentieths of a point in a millimetre; Word measures in them. */
const TWIPS_PER_MM = 1440 / 25.4
const mm = (count: number) => Math.round(count * TWIPS_PER_MM)

/** Word looks fonts up by one name; what is absent it replaces by what its table of fonts says. */
const FONT = {
  text: font('仿宋'),
  heading: font('黑体'),
  title: font('宋体'),
  table: font('宋体'),
} as const

type Sizes = {
  text: number
  table: number
  title: number
  lineTwips: number
  isForm: boolean
  margins: (typeof MARGINS_MM)[FilledLetter['layout']]
  /** Between the margins, in twips. */
  width: number
}

/** Half points. */
const SIZES: Readonly<Record<FilledLetter['layout'], Sizes>> = {
  letter: {
    text: 28,
    table: 22,
    title: 44,
    lineTwips: 460,
    isForm: false,
    margins: MARGINS_MM.letter,
    width: mm(210 - MARGINS_MM.letter.left - MARGINS_MM.letter.right),
  },
  form: {
    text: 22,
    table: 19,
    title: 36,
    lineTwips: 340,
    isForm: true,
    margins: MARGINS_MM.form,
    width: mm(210 - MARGINS_MM.form.left - MARGINS_MM.form.right),
  },
}

/** The letter as a Word file: the same words, sizes and page breaks as the PDF, to be changed by hand. */
export async function writeLetterDocx(letter: FilledLetter): Promise<Uint8Array> {
  const sizes = SIZES[letter.layout]
  const document = new Document({
    title: letter.title,
    creator: '',
    styles: {
      default: {
        document: {
          run: {
            font: FONT.text,
            size: sizes.text,
            language: { eastAsia: 'zh-CN', value: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(sizes.margins.top),
              bottom: mm(sizes.margins.bottom),
              left: mm(sizes.margins.left),
              right: mm(sizes.margins.right),
              footer: mm(12),
            },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          title(letter.title, sizes),
          ...drawnBlocks(letter).flatMap((block) => drawn(block, sizes)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function font(name: string) {
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name }
}

function title(text: string, sizes: Sizes): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: mm(sizes.isForm ? 4 : 9) },
    children: [new TextRun({ text, bold: true, size: sizes.title, font: FONT.title })],
  })
}

function drawn(block: FilledBlock, sizes: Sizes): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        text(`${block.number ?? ''}${plain(block.pieces)}`, sizes, {
          isHeading: true,
          isIndented: !sizes.isForm,
        }),
      ]
    case 'addressee':
      return [text(plain(block.pieces), sizes, { isIndented: false })]
    case 'paragraph':
    case 'clause':
      return `${block.number ?? ''}${plain(block.pieces)}`
        .split('\n')
        .map((line) =>
          text(line, sizes, { isIndented: true, isKeptWithNext: isLeadIn(block.pieces) }),
        )
    case 'note':
      return [text(plain(block.pieces), sizes, { isIndented: false, isSmall: true })]
    case 'facts':
      return [caption(block.caption, sizes), factsTable(block, sizes), gap()]
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [caption(block.caption, sizes)]),
        listTable(block, sizes),
        gap(),
      ]
    case 'annexes':
      return [
        text('附件：', sizes, { isIndented: true, isKeptWithNext: true }),
        ...block.items.map((item, index) =>
          text(`${annexNumber(index, block.items.length)}${plain(item)}`, sizes, {
            isIndented: true,
          }),
        ),
      ]
    case 'signatures':
      return [gap(true), signatureTable(block, sizes), gap()]
  }
}

function plain(pieces: readonly Piece[], isNamed = false): string {
  return pieces.map((piece) => pieceText(piece, isNamed)).join('')
}

type TextOptions = {
  isIndented: boolean
  isHeading?: boolean
  isSmall?: boolean
  isKeptWithNext?: boolean
}

function text(words: string, sizes: Sizes, options: TextOptions): Paragraph {
  const size = options.isSmall === true ? Math.round(sizes.text * 0.8) : sizes.text
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    keepNext: options.isHeading === true || options.isKeptWithNext === true,
    widowControl: true,
    spacing: { line: sizes.lineTwips, lineRule: LineRuleType.AT_LEAST },
    // Two characters of the text's own size.
    ...(options.isIndented && { indent: { firstLine: size * 20 } }),
    children: [
      new TextRun({
        text: words,
        size,
        font: options.isHeading === true ? FONT.heading : FONT.text,
      }),
    ],
  })
}

function caption(words: string, sizes: Sizes): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: mm(1.5), after: mm(0.5) },
    children: [new TextRun({ text: words, size: sizes.isForm ? 20 : 24, font: FONT.heading })],
  })
}

/** Word joins tables that touch, and needs a paragraph after the last one. */
function gap(isKeptWithNext = false): Paragraph {
  return new Paragraph({
    keepNext: isKeptWithNext,
    spacing: { line: mm(isKeptWithNext ? 6 : 3), lineRule: LineRuleType.EXACT },
    children: [],
  })
}

function factsTable(block: FilledFacts, sizes: Sizes): Table {
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

function listTable(block: Extract<FilledBlock, { type: 'table' }>, sizes: Sizes): Table {
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
function signatureTable(block: Extract<FilledBlock, { type: 'signatures' }>, sizes: Sizes): Table {
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
  return table(
    Array.from({ length: Math.min(perRow, block.boxes.length) }, () => width),
    rows,
  )
}

function signatureCell(
  box: Extract<FilledBlock, { type: 'signatures' }>['boxes'][number],
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

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: 18,
        font: FONT.table,
        children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
      }),
    ],
  })
}
