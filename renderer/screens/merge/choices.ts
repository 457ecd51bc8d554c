import type { MergeChoice } from '../../../shared/contract/merge.ts'
import type { MergeLine, MergeSide, MergeStanding } from '../../../shared/merge-view.ts'

/** What a person chose, by record. */
export type Choices = ReadonlyMap<string, MergeChoice>

/** A line of the list with what becomes of it. */
export type MergeRow = { line: MergeLine; choice: MergeChoice | undefined }

export type MergeFilter = { text: string; standing?: MergeStanding; kind?: string }

export type Outcome = 'open' | 'here' | 'there' | 'mixed' | 'trash' | 'gone'

/** What becomes of a record: what was chosen, or what its only change asks for. */
export function outcomeOf({ line, choice }: MergeRow): Outcome {
  if (choice === undefined && line.standing === 'conflict') return 'open'
  if (choice?.fields !== undefined && Object.keys(choice.fields).length > 0) return 'mixed'
  const side = choice?.side ?? (line.standing === 'theirs' ? 'there' : 'here')
  if (side === 'there') return line.there === 'removed' ? 'trash' : 'there'
  return line.here === 'removed' ? 'gone' : 'here'
}

export function mergeRows(lines: readonly MergeLine[], choices: Choices): MergeRow[] {
  return lines.map((line) => ({ line, choice: choices.get(line.recordId) }))
}

export function shownRows(rows: readonly MergeRow[], filter: MergeFilter): MergeRow[] {
  const text = filter.text.trim().toLowerCase()
  return rows.filter(
    ({ line }) =>
      (filter.standing === undefined || line.standing === filter.standing) &&
      (filter.kind === undefined || line.kind === filter.kind) &&
      (text === '' || `${line.title} ${line.subject ?? ''}`.toLowerCase().includes(text)),
  )
}

/** The choices with one side chosen for some records as a whole. */
export function withSide(choices: Choices, ids: Iterable<string>, side: MergeSide): Choices {
  const next = new Map(choices)
  for (const id of ids) next.set(id, { id, side })
  return next
}

/** The choices with one field of a record taken from a side, or from both. */
export function withField(
  choices: Choices,
  line: MergeLine,
  name: string,
  side: MergeSide | 'both',
): Choices {
  const before = choices.get(line.recordId) ?? { id: line.recordId, side: defaultSide(line) }
  const { [name]: _, ...others } = before.fields ?? {}
  const fields = side === before.side ? others : { ...others, [name]: side }
  const { id } = before
  const next = new Map(choices)
  const hasFields = Object.keys(fields).length > 0
  next.set(id, hasFields ? { id, side: before.side, fields } : { id, side: before.side })
  return next
}

/** Where a field comes from; undefined while nothing was chosen and something must be. */
export function sideOfField(
  { line, choice }: MergeRow,
  name: string,
): MergeSide | 'both' | undefined {
  if (choice === undefined && line.standing === 'conflict') return undefined
  return choice?.fields?.[name] ?? choice?.side ?? defaultSide(line)
}

export function defaultSide(line: MergeLine): MergeSide {
  return line.standing === 'theirs' ? 'there' : 'here'
}

/** How many records come from where. */
export function countOutcomes(rows: readonly MergeRow[]): Record<Outcome, number> {
  const counts = { open: 0, here: 0, there: 0, mixed: 0, trash: 0, gone: 0 }
  for (const row of rows) counts[outcomeOf(row)]++
  return counts
}
