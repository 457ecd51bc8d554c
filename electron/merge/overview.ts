import path from 'node:path'
import type { MergeLine, MergeOverview, MergeTrace } from '../../shared/merge-view.ts'
import { MERGE_STANDINGS } from '../../shared/merge-view.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { placeOf } from '../ledger/titles.ts'
import type { OpenVault } from '../session.ts'
import type { Steps } from '../slices.ts'
import type { AuditRecord, SlotSummary } from '../vault/vault.ts'
import type { MergeDifference } from './differences.ts'
import type { OpenMerge } from './open-merge.ts'

/** What the window is told of both copies. */
export function* overviewOfMerge(open: OpenVault, merge: OpenMerge): Steps<MergeOverview> {
  const { vault, history, differences } = merge
  const { fork } = history
  const ours = open.vault.slots()
  const theirs = vault.slots()
  const names = personNames([...theirs, ...ours])
  const own = new Set(ours.map(({ id }) => id))
  const lines: MergeLine[] = []
  for (const difference of differences.values()) {
    lines.push(lineOf(open, merge, names, difference))
    yield undefined
  }
  return {
    fileName: path.basename(vault.path),
    forkRevision: fork.revision,
    forkedAt: fork.at,
    here: {
      revision: open.vault.revision,
      generation: open.vault.generation,
      checkWords: open.vault.checkWords(),
      entryCount: fork.here.entries.length,
    },
    there: {
      revision: vault.revision,
      generation: vault.generation,
      checkWords: vault.checkWords(),
      entryCount: fork.there.entries.length,
    },
    isOlderGeneration: vault.generation < open.vault.generation,
    otherWaysIn: theirs
      .filter(({ id }) => !own.has(id))
      .map(({ custodianName, label }) => custodianName || label || '—'),
    lines: lines.sort(compareLines),
  }
}

function lineOf(
  { ledger }: OpenVault,
  { store }: OpenMerge,
  names: ReadonlyMap<string, string>,
  difference: MergeDifference,
): MergeLine {
  const { id, here, there, acts, entries, standing, reason, isSecretChanged } = difference
  const shown = here ?? there
  if (shown === undefined) throw new RangeError('a difference of no record')
  const { subject } = placeOf(here === undefined ? store : ledger, shown)
  return {
    recordId: id,
    kind: shown.kind,
    title: recordTitle(shown),
    ...(subject === undefined ? {} : { subject }),
    standing,
    ...(reason === undefined ? {} : { reason }),
    ...acts,
    isTrashedHere: here?.trashedAt !== undefined,
    isTrashedThere: there?.trashedAt !== undefined,
    isSecretChanged,
    ...traceOf('hereBy', entries.here, names),
    ...traceOf('thereBy', entries.there, names),
  }
}

function traceOf<K extends 'hereBy' | 'thereBy'>(
  key: K,
  entry: AuditRecord | undefined,
  names: ReadonlyMap<string, string>,
): { [P in K]?: MergeTrace } {
  if (entry === undefined) return {}
  const trace = { at: entry.at, person: names.get(entry.custodianId) ?? '—' }
  // `as`: an object of one computed key.
  return { [key]: trace } as { [P in K]?: MergeTrace }
}

function personNames(slots: readonly SlotSummary[]): ReadonlyMap<string, string> {
  return new Map(slots.map(({ custodianId, custodianName }) => [custodianId, custodianName]))
}

/** What must be chosen first, then by name. */
function compareLines(a: MergeLine, b: MergeLine): number {
  const rank = (line: MergeLine) => MERGE_STANDINGS.indexOf(line.standing)
  return rank(a) - rank(b) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)
}
