import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { FilledBlock, FilledLetter } from '../../shared/letters/filled-letter.ts'
import { factsTable, listTable, signatureTable } from './docx-tables.ts'
import { caption, FONT, gap, mm, plain, SIZES, type Sizes, text, title } from './docx-text.ts'
import { annexNumber, drawnBlocks, isLeadIn } from './letter-marks.ts'

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
