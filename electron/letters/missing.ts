import { type BlankName, blankOf } from '../../shared/letters/blanks.ts'
import type {
  FilledBlock,
  FilledLetter,
  MissingBlank,
  Piece,
} from '../../shared/letters/filled-letter.ts'
import type { RoleName } from '../../shared/letters/template.ts'
import { ROLE_NAMES } from '../../shared/letters/template.ts'
import { labelOf } from './fill.ts'
import type { LetterContext } from './letter-context.ts'

/** 还缺: every blank that nobody could fill, each once, in the order of the paper. */
export function missingBlanks(context: LetterContext, letter: FilledLetter): MissingBlank[] {
  const missing = new Map<string, MissingBlank>()
  for (const piece of letter.blocks.flatMap(piecesOf)) {
    if (piece.blank?.state !== 'missing') continue
    const one = missingBlank(context, piece.blank.name, piece.blank.label)
    if (!missing.has(one.name)) missing.set(one.name, one)
  }
  return [...missing.values()]
}

/** Whether an ID number that the ledger has sealed may be filled in at printing, and how many. */
export function sealedBlanks(letter: FilledLetter): string[] {
  const names = letter.blocks
    .flatMap(piecesOf)
    .flatMap(({ blank }) => (blank?.state === 'sealed' ? blank.name : []))
  return [...new Set(names)]
}

/** Every stretch of text of a block that is on the paper. */
export function piecesOf(block: FilledBlock): Piece[] {
  if (block.isRemoved === true) return []
  switch (block.type) {
    case 'facts':
      return block.rows.flatMap(({ pieces }) => pieces)
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flat())
    case 'annexes':
      return block.items.flat()
    case 'signatures':
      return block.boxes.flatMap(({ label, lines }) => [...label, ...lines.flat()])
    default:
      return block.pieces
  }
}

function missingBlank(context: LetterContext, name: string, label: string): MissingBlank {
  const blank = blankOf(name)
  if (blank === undefined) return missingCell(context, name, label)
  // `as`: a blank of this name was just found.
  const known = name as BlankName
  const { source, isLong, isSecret, hint } = blank
  const role = ROLE_NAMES.find((one) => one === source)
  if (role !== undefined && !context.people.has(role)) {
    // The person is what is missing; who they are tells the rest.
    return { ...nameless(context, `${role}.name` as BlankName), role }
  }
  if (source === 'provider' && context.provider === undefined) {
    return { ...nameless(context, known), name: 'provider.name', isProvider: true }
  }
  const form = formOf(context, source, role)
  // Who represents it is what is missing; the person's record tells the rest.
  const told = source === 'legal' && context.legal === undefined ? 'legal.name' : known
  return {
    ...nameless(context, told),
    isLong: isLong === true,
    ...(isSecret === true && told === known ? { isSecret } : {}),
    ...(hint === undefined ? {} : { hint }),
    ...(form === undefined ? {} : { form }),
  }
}

function nameless(context: LetterContext, name: BlankName): MissingBlank {
  return { name, label: labelOf(context, name), isLong: false }
}

/** Columns whose cells must not stay empty, in the interface's other language. */
const ENGLISH_COLUMNS: Readonly<Record<string, string>> = {
  name: 'Service name',
  number: 'Service filing number',
}

/** A cell of a table: its line is a service of the ledger. */
function missingCell(context: LetterContext, name: string, label: string): MissingBlank {
  const service = context.services.find(({ id }) => name.startsWith(`cell.${id}.`))
  const of = service?.data.name ?? ''
  const english = ENGLISH_COLUMNS[name.slice(name.lastIndexOf('.') + 1)] ?? label
  const words = { zh: `${label}（${of}）`, en: `${english} (${of})` }
  const found: MissingBlank = { name, label: words, isLong: false }
  return service === undefined ? found : { ...found, form: { kind: 'service', id: service.id } }
}

function formOf(
  context: LetterContext,
  source: string,
  role: RoleName | undefined,
): MissingBlank['form'] {
  const { entity, legal, provider, transferee } = context
  if (role !== undefined) {
    const person = context.people.get(role)
    return person === undefined ? undefined : { kind: 'contact', id: person.id }
  }
  switch (source) {
    case 'entity':
    case 'bureau':
      return entity === undefined ? undefined : { kind: 'entity', id: entity.id }
    case 'legal':
      if (legal !== undefined) return { kind: 'contact', id: legal.id }
      return {
        kind: 'contact',
        preset: { roles: ['legal-representative'], entityId: context.letter.entityId },
      }
    case 'provider':
      return provider === undefined ? undefined : { kind: 'provider', id: provider.id }
    case 'transferee':
      return transferee === undefined ? undefined : { kind: 'entity', id: transferee.id }
    default:
      return undefined
  }
}
