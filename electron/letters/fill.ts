import { type BlankName, blankOf, cutAtBlanks } from '../../shared/letters/blanks.ts'
import type {
  FilledBlock,
  FilledLetter,
  FilledTable,
  Piece,
} from '../../shared/letters/filled-letter.ts'
import { chineseNumber } from '../../shared/letters/letter-rules.ts'
import type { LetterBlock, When } from '../../shared/letters/template.ts'
import { isPresent, SIGNER_WORDS } from '../../shared/letters/template.ts'
import { blankValue, idHolderOf } from './blank-values.ts'
import type { LetterContext } from './letter-context.ts'
import { type TableRow, tableRows } from './letter-tables.ts'

/** Lines a person may add to one table. */
export const MAX_EXTRA_ROWS = 50

/** Names in `Letter.values` of what a person changed besides blanks. */
export const EDIT_KEYS = {
  /** The text of a block; empty: left out. */
  block: (key: string) => `block.${key}`,
  cell: (rowKey: string, column: string) => `cell.${rowKey}.${column}`,
  /** `1`: the line is left out. */
  hidden: (rowKey: string) => `hide.${rowKey}`,
  /** How many lines were added. */
  extra: (table: string) => `extra.${table}`,
} as const

/** The letter as it stands on the paper: template, ledger and what a person typed, in that order of growing weight. */
export function fillLetter(context: LetterContext): FilledLetter {
  const { template, variant } = context
  const blocks = template.blocks
    .filter((block) => isHere(context, block))
    .map((block) => fillBlock(context, block))
  return {
    title: template.variants.find(({ id }) => id === variant)?.title ?? template.title,
    layout: template.layout,
    blocks: numbered(blocks, template.numbering),
  }
}

function fillBlock(context: LetterContext, block: LetterBlock): FilledBlock {
  const { key } = block
  const edited = context.letter.values[EDIT_KEYS.block(key)]
  const common = edited === '' ? { key, isRemoved: true as const } : { key }
  switch (block.type) {
    case 'facts':
      return {
        ...common,
        type: 'facts',
        caption: block.caption,
        rows: block.rows
          .filter((row) => isHere(context, row))
          .map(({ label, blank, isHalf }) => ({
            label,
            pieces: [blankPiece(context, blank)],
            isHalf: isHalf === true,
          })),
      }
    case 'table':
      return { ...common, ...fillTable(context, block) }
    case 'annexes': {
      const items = block.items.filter((item) => isHere(context, item)).map(({ text }) => text)
      const lines = edited?.split('\n').filter((line) => line.trim() !== '') ?? items
      return {
        ...common,
        type: 'annexes',
        items: lines.map((line) => fillText(context, line)),
        isEdited: edited !== undefined,
      }
    }
    case 'signatures':
      return {
        key,
        type: 'signatures',
        boxes: block.boxes
          .filter((box) => isHere(context, box))
          .map(({ label, marks, lines }) => ({
            label: fillText(context, label),
            marks: [...marks],
            lines: lines.map((line) => fillText(context, line)),
          })),
      }
    default:
      return {
        ...common,
        type: block.type,
        pieces: fillText(context, edited ?? block.text),
        isEdited: edited !== undefined,
      }
  }
}

function fillTable(
  context: LetterContext,
  block: Extract<LetterBlock, { type: 'table' }>,
): Omit<FilledTable, 'key'> {
  const { values } = context.letter
  const { table, columns } = block
  const extraCount = Math.min(Number(values[EDIT_KEYS.extra(table)] ?? 0) || 0, MAX_EXTRA_ROWS)
  const extra: TableRow[] = Array.from({ length: extraCount }, (_, index) => ({
    key: `${table}-${index + 1}`,
    cells: {},
  }))
  const known = tableRows(context, table)
  const isHidden = ({ key }: TableRow) => values[EDIT_KEYS.hidden(key)] === '1'
  return {
    type: 'table',
    table,
    ...(block.caption === undefined ? {} : { caption: block.caption }),
    columns: columns.map(({ key, label, share }) => ({ key, label, share })),
    rows: [...known, ...extra]
      .filter((row) => !isHidden(row))
      .map((row) => ({
        key: row.key,
        isExtra: extra.includes(row),
        cells: columns.map(({ key, label, isNeeded }) => {
          const name = EDIT_KEYS.cell(row.key, key)
          const typed = values[name]
          const text = typed ?? row.cells[key] ?? ''
          const isMissing = text === '' && isNeeded === true && !extra.includes(row)
          const state = typed === undefined ? (isMissing ? 'missing' : 'filled') : 'typed'
          return [{ text, blank: { name, label, state } }]
        }),
      })),
    hiddenCount: known.filter(isHidden).length,
    whenEmpty: context.template.layout === 'form' ? 'none' : 'omit',
  }
}

/** A text with its words for who signs and its blanks filled. Names unknown to this version stay as they are typed. */
function fillText(context: LetterContext, text: string): Piece[] {
  const pieces: Piece[] = []
  for (const part of cutAtBlanks(text)) {
    if ('text' in part) pieces.push({ text: part.text })
    else if (Object.hasOwn(SIGNER_WORDS, part.name)) {
      // `as`: just looked up.
      pieces.push({ text: SIGNER_WORDS[part.name as keyof typeof SIGNER_WORDS][context.signer] })
    } else if (blankOf(part.name) === undefined) pieces.push({ text: `{${part.name}}` })
    // `as`: just looked up.
    else pieces.push(blankPiece(context, part.name as BlankName))
  }
  return joinPlain(pieces)
}

function blankPiece(context: LetterContext, name: BlankName): Piece {
  const { source, isSecret } = blankOf(name) ?? { source: 'typed' }
  const label = labelOf(context, name).zh
  if (isSecret === true) {
    const holder = idHolderOf(context, name)
    const number = holder === undefined ? undefined : context.idNumbers.get(holder.id)
    if (number !== undefined) {
      return { text: number, blank: { name, label, state: 'filled', isSecret } }
    }
    const state = holder?.hasSecret === true ? 'sealed' : 'missing'
    return { text: '', blank: { name, label, state, isSecret } }
  }
  const typed = context.letter.values[name]
  if (typed !== undefined && typed !== '') {
    return { text: typed, blank: { name, label, state: 'typed' } }
  }
  const value = blankValue(context, name)
  if (value !== undefined && value !== '') {
    return { text: value, blank: { name, label, state: 'filled' } }
  }
  return { text: '', blank: { name, label, state: source === 'hand' ? 'hand' : 'missing' } }
}

/** A blank's name, in the words of who signs: a person has no legal representative. */
export function labelOf({ signer }: LetterContext, name: BlankName): { zh: string; en: string } {
  const { label } = blankOf(name) ?? { label: { zh: name, en: name } }
  if (signer === 'unit') return label
  const [zh, en] = signer === 'person' ? ['本人', 'Own'] : ['经营者', "Owner's"]
  return {
    zh: label.zh.replace(/^法定代表人/, zh),
    en: label.en.replace(/^Legal representative('s)?/, en),
  }
}

function isHere({ signer, variant }: LetterContext, part: When): boolean {
  return isPresent(part, signer, variant)
}

/** Counts headings, and clauses below each heading; what is left out does not count. */
function numbered(
  blocks: FilledBlock[],
  numbering: LetterContext['template']['numbering'],
): FilledBlock[] {
  let headings = 0
  let clauses = 0
  return blocks.map((block) => {
    if (block.isRemoved === true) return block
    if (block.type === 'heading') {
      headings += 1
      clauses = 0
      const count = chineseNumber(headings)
      return { ...block, number: numbering === 'articles' ? `第${count}条　` : `${count}、` }
    }
    if (block.type !== 'clause') return block
    clauses += 1
    return { ...block, number: `（${chineseNumber(clauses)}）` }
  })
}

/** Plain stretches that follow each other as one, so that a person edits and a printer sets whole sentences. */
function joinPlain(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.blank === undefined && piece.blank === undefined) {
      joined[joined.length - 1] = { text: last.text + piece.text }
    } else joined.push(piece)
  }
  return joined
}
