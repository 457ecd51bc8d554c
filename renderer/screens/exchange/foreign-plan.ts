import type {
  ForeignDuplicate,
  ForeignLine,
  ForeignPlan,
  ForeignPreview,
  ForeignTarget,
  PlacedEntry,
} from '../../../shared/exchange.ts'
import type { CredentialKind } from '../../../shared/records/credential.ts'

/** What a person decided while checking; what is not named is as it was suggested. */
export type ForeignDecisions = {
  origin: ForeignPlan['origin']
  duplicates: ForeignDuplicate
  choices: Readonly<Record<number, ForeignDuplicate>>
  leftOut: ReadonlySet<number>
  targets: Readonly<Record<number, ForeignTarget>>
  kinds: Readonly<Record<number, CredentialKind>>
}

/** Nothing decided: what the other program had in its trash stays behind. */
export function firstDecisions(lines: readonly ForeignLine[]): ForeignDecisions {
  return {
    origin: 'imported',
    duplicates: 'skip',
    choices: {},
    leftOut: new Set(lines.filter((line) => line.isTrashed).map((line) => line.index)),
    targets: {},
    kinds: {},
  }
}

export type ForeignAction = 'create' | ForeignDuplicate | 'left-out'

/** An entry with what will be done with it. */
export type PlannedLine = {
  line: ForeignLine
  target: ForeignTarget
  kind: CredentialKind
  action: ForeignAction
}

export function plannedLines(
  lines: readonly ForeignLine[],
  decisions: ForeignDecisions,
): PlannedLine[] {
  const { duplicates, choices, leftOut, targets, kinds } = decisions
  return lines.map((line) => {
    const { index } = line
    const known = line.duplicate === undefined ? 'create' : (choices[index] ?? duplicates)
    return {
      line,
      target: targets[index] ?? line.target,
      kind: kinds[index] ?? line.kind,
      action: leftOut.has(index) ? 'left-out' : known,
    }
  })
}

export const FOREIGN_FILTERS = [
  'all',
  'unplaced',
  'placed',
  'duplicate',
  'private',
  'left',
] as const
export type ForeignFilter = (typeof FOREIGN_FILTERS)[number]

export function isPlaced({ target }: PlannedLine): boolean {
  return Object.values(target).some((id) => id !== undefined)
}

function passes(planned: PlannedLine, filter: ForeignFilter): boolean {
  const { line } = planned
  switch (filter) {
    case 'all':
      return true
    case 'unplaced':
      return !isPlaced(planned)
    case 'placed':
      return isPlaced(planned)
    case 'duplicate':
      return line.duplicate !== undefined
    case 'private':
      return line.privateParts.length > 0
    case 'left':
      return line.files.some((file) => file.fate === 'left')
  }
}

export function countFilters(planned: readonly PlannedLine[]): Record<ForeignFilter, number> {
  const counts = { all: 0, unplaced: 0, placed: 0, duplicate: 0, private: 0, left: 0 }
  for (const one of planned) {
    for (const filter of FOREIGN_FILTERS) if (passes(one, filter)) counts[filter] += 1
  }
  return counts
}

export function shownLines(
  planned: readonly PlannedLine[],
  filter: ForeignFilter,
  query: string,
): PlannedLine[] {
  const wanted = query.trim().toLowerCase()
  return planned.filter((one) => {
    if (!passes(one, filter)) return false
    const { title, group, account = '', address = '' } = one.line
    return `${title}\n${group}\n${account}\n${address}`.toLowerCase().includes(wanted)
  })
}

/** What goes to the vault process. */
export function planOf(planned: readonly PlannedLine[], decisions: ForeignDecisions): ForeignPlan {
  return {
    origin: decisions.origin,
    choices: planned.filter(isTaken).map(({ line, target, kind, action }) => ({
      index: line.index,
      kind,
      duplicate: action === 'create' || action === 'left-out' ? 'keep-both' : action,
      ...(target.entityId !== undefined && { entityId: target.entityId }),
      ...(target.serviceId !== undefined && { serviceId: target.serviceId }),
      ...(target.providerId !== undefined && { providerId: target.providerId }),
    })),
  }
}

export function isTaken({ action }: PlannedLine): boolean {
  return action !== 'left-out' && action !== 'skip'
}

/** The same choice for many entries. */
export function forAll<T>(
  before: Readonly<Record<number, T>>,
  planned: readonly PlannedLine[],
  value: T,
): Record<number, T> {
  const after = { ...before }
  for (const { line } of planned) after[line.index] = value
  return after
}

/** Entries that `after` puts elsewhere than `before` did. */
export function movedEntries(
  lines: readonly ForeignLine[],
  before: ForeignDecisions | undefined,
  after: ForeignDecisions,
): PlacedEntry[] {
  if (before?.targets === after.targets && before.kinds === after.kinds) return []
  return lines.flatMap((line) => {
    const { index } = line
    const isMoved =
      before?.targets[index] !== after.targets[index] || before?.kinds[index] !== after.kinds[index]
    if (!isMoved) return []
    const target = after.targets[index] ?? line.target
    return [{ index, kind: after.kinds[index] ?? line.kind, ...target }]
  })
}

/** The preview with what is known now of some of its entries. */
export function withDuplicates(
  preview: ForeignPreview,
  found: readonly { index: number; duplicate?: ForeignLine['duplicate'] }[],
): ForeignPreview {
  const known = new Map(found.map((one) => [one.index, one.duplicate]))
  return {
    ...preview,
    lines: preview.lines.map((line) => {
      if (!known.has(line.index)) return line
      const { duplicate: _before, ...rest } = line
      const duplicate = known.get(line.index)
      return duplicate === undefined ? rest : { ...rest, duplicate }
    }),
  }
}
