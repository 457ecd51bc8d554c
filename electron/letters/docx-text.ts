import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx'
import type { FilledLetter, Piece } from '../../shared/letters/filled-letter.ts'
import { pieceText } from './letter-marks.ts'
import { MARGINS_MM } from './letter-style.ts'

/** Twentieths of a point in a millimetre; Word measures in them. */
const TWIPS_PER_MM = 1440 / 25.4
export const mm = (count: number) => Math.round(count * TWIPS_PER_MM)

/** Word looks fonts up by one name; what is absent it replaces by what its table of fonts says. */
export const FONT = {
  text: font('仿宋'),
  heading: font('黑体'),
  title: font('宋体'),
  table: font('宋体'),
} as const

export type Sizes = {
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
export const SIZES: Readonly<Record<FilledLetter['layout'], Sizes>> = {
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

/** The letter's name, centred. */
export function title(text: string, sizes: Sizes): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: mm(sizes.isForm ? 4 : 9) },
    children: [new TextRun({ text, bold: true, size: sizes.title, font: FONT.title })],
  })
}

/** A text with its blanks as lines. */
export function plain(pieces: readonly Piece[], isNamed = false): string {
  return pieces.map((piece) => pieceText(piece, isNamed)).join('')
}

type TextOptions = {
  isIndented: boolean
  isHeading?: boolean
  isSmall?: boolean
  isKeptWithNext?: boolean
}

/** A line of running text. */
export function text(words: string, sizes: Sizes, options: TextOptions): Paragraph {
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

/** What stands above a table. */
export function caption(words: string, sizes: Sizes): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: mm(1.5), after: mm(0.5) },
    children: [new TextRun({ text: words, size: sizes.isForm ? 20 : 24, font: FONT.heading })],
  })
}

/** Word joins tables that touch, and needs a paragraph after the last one. */
export function gap(isKeptWithNext = false): Paragraph {
  return new Paragraph({
    keepNext: isKeptWithNext,
    spacing: { line: mm(isKeptWithNext ? 6 : 3), lineRule: LineRuleType.EXACT },
    children: [],
  })
}

function font(name: string) {
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name }
}
