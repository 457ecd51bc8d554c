import type { AuditRecord, Fork, RecordId } from '../vault/vault.ts'

/** The action of the entry that tells of a merge. */
export const MERGED = 'vault.merged'

/**
 * What each copy did since they went apart, or since one took the other over. A merge is in the trail with the
 * other's last entry at that time, so nobody is asked twice about the same.
 */
export type History = {
  fork: Fork
  here: ReadonlyMap<RecordId, AuditRecord>
  there: ReadonlyMap<RecordId, AuditRecord>
  /** Entries of the other copy up to this one were taken over before. */
  takenUpTo: number
  /** One of them took the other over before: what still differs without a new change was decided then. */
  wasMerged: boolean
}

export function historyOf(fork: Fork): History {
  const ours = lastMerge(fork, 'here', 'there')
  const theirs = lastMerge(fork, 'there', 'here')
  if (ours === undefined && theirs === undefined) {
    return {
      fork,
      here: fork.here.changes,
      there: fork.there.changes,
      takenUpTo: 0,
      wasMerged: false,
    }
  }
  // What we took over is behind us on both sides; what they took over of us is in their own changes.
  const knownThere = theirs?.copySequence ?? 0
  const takenUpTo = ours?.copySequence ?? 0
  const there = changesAfter(fork.there.entries, takenUpTo)
  const here = changesAfter(fork.here.entries, Math.max(ours?.sequence ?? 0, knownThere))
  // What they changed again, they changed without knowing ours, however old that is.
  for (const id of there.keys()) {
    const entry = fork.here.changes.get(id)
    if (entry !== undefined && entry.sequence > knownThere) here.set(id, entry)
  }
  return { fork, here, there, takenUpTo, wasMerged: true }
}

/** The last entry by which `by` took `of` over, if what it names is what `of` really had. */
function lastMerge(
  fork: Fork,
  by: 'here' | 'there',
  of: 'here' | 'there',
): { sequence: number; copySequence: number } | undefined {
  const { entries } = fork[by]
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    if (entry?.action !== MERGED) continue
    const { copySequence, copyHead } = entry.facts ?? {}
    if (typeof copySequence !== 'number' || typeof copyHead !== 'string') continue
    if (fork[of].chains[copySequence - fork.commonEntries - 1] !== copyHead) continue
    return { sequence: entry.sequence, copySequence }
  }
  return undefined
}

/** Whether an entry tells of the merge of a copy up to the entry of that number and chain value, in hex. */
export function tookOver({ action, facts }: AuditRecord, count: number, head: string): boolean {
  return action === MERGED && facts?.['copySequence'] === count && facts['copyHead'] === head
}

function changesAfter(
  entries: readonly AuditRecord[],
  sequence: number,
): Map<RecordId, AuditRecord> {
  const changes = new Map<RecordId, AuditRecord>()
  for (const entry of entries) {
    if (entry.sequence > sequence) for (const { id } of entry.changes) changes.set(id, entry)
  }
  return changes
}
