import path from 'node:path'
import type { MergeChoice } from '../../shared/contract/merge.ts'
import { VaultError } from '../../shared/errors.ts'
import type { MergeResult } from '../../shared/merge-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { referencesOf } from '../ledger/references.ts'
import { namedAttachments } from '../ledger/staged-files.ts'
import { allUsersOf, overviewOf } from '../ledger/store.ts'
import { type Act, auditEntries, auditEntry, type LedgerChange, takeIn } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import type { AuditEntry, LongWrite, RecordId } from '../vault/vault.ts'
import { COPY_CHANGES } from './copy-changes.ts'
import type { MergeDifference } from './differences.ts'
import { SECRET_PREFIX } from './fields.ts'
import { MERGED } from './history.ts'
import type { OpenMerge } from './open-merge.ts'
import { changeOf, takenWhole } from './resolve.ts'

type PutChange = Extract<LedgerChange, { type: 'put' }>
type Counts = Omit<MergeResult, 'revision' | 'backupName'>
export type PlannedMerge = {
  changes: PutChange[]
  attachmentIds: RecordId[]
  counts: Counts
  /** Credentials whose value stays the one from here, although the other copy has another. */
  ownValues: ReadonlySet<RecordId>
}

/**
 * Works out what the choices write. Where one copy alone changed a record, no choice means that change; what both
 * changed must be chosen.
 *
 * @throws VaultError `merge-undecided`, `invalid-value`
 */
export function planMerge(
  session: Session,
  merge: OpenMerge,
  choices: readonly MergeChoice[],
): PlannedMerge {
  const open = session.open()
  const chosen = new Map(choices.map((choice) => [choice.id, choice]))
  const context = { open, merge, now: session.now() }
  const changes = new Map<RecordId, PutChange>()
  const ownValues = new Set<RecordId>()
  const counts = { takenCount: 0, trashedCount: 0, keptCount: 0, neededCount: 0 }
  for (const difference of merge.differences.values()) {
    const choice = chosen.get(difference.id) ?? defaultChoice(difference)
    const change = changeOf(context, difference, choice)
    if (choice.side === 'here' && Object.keys(choice.fields ?? {}).length === 0) counts.keptCount++
    else if (difference.there === undefined) counts.trashedCount++
    else counts.takenCount++
    if (change !== undefined) changes.set(difference.id, change)
    if (difference.isSecretChanged && difference.here !== undefined) {
      const side = choice.fields?.[`${SECRET_PREFIX}value`] ?? choice.side
      if (side === 'here') ownValues.add(difference.id)
    }
  }
  counts.neededCount = addNeeded(open, merge, context.now, changes)
  for (const change of missingKinds(open, merge)) changes.set(change.id, change)
  const all = [...changes.values()]
  return { changes: all, attachmentIds: missingContents(open, all), counts, ownValues }
}

/**
 * Writes a planned merge as one durable change, and takes into the trail what the other copy's trail tells of
 * records: who saw or copied a password there did so.
 *
 * @throws VaultError as `Vault.mergeFrom`; nothing is changed then.
 */
export async function writeMerge(
  session: Session,
  merge: OpenMerge,
  { changes, attachmentIds, counts, ownValues }: PlannedMerge,
  options: LongWrite,
): Promise<{ revision: number }> {
  const { vault } = session.open()
  const { fork } = merge.history
  const carried = carriedEntries(session.open(), merge, ownValues)
  const conflictCount = [...merge.differences.values()].filter(
    ({ standing }) => standing === 'conflict',
  ).length
  const act: Act = {
    action: MERGED,
    facts: {
      fileName: path.basename(merge.vault.path),
      copyRevision: merge.vault.revision,
      copyGeneration: merge.vault.generation,
      copySequence: fork.there.auditCount,
      copyHead: fork.there.auditHead,
      copyCheckWords: merge.vault.checkWords().join(' '),
      forkRevision: fork.revision,
      forkSequence: fork.commonEntries,
      conflictCount,
      ...counts,
      carriedEntryCount: carried.length,
    },
  }
  const audit = [...auditEntries(session, [act]), ...carried]
  const result = await vault.mergeFrom(merge.vault, { changes, attachmentIds }, audit, options)
  takeIn(session, changes, result)
  return { revision: result.revision }
}

/** @throws VaultError `merge-undecided` */
function defaultChoice({ standing }: MergeDifference): Pick<MergeChoice, 'side' | 'fields'> {
  if (standing !== 'conflict') return { side: standing === 'theirs' ? 'there' : 'here' }
  throw new VaultError('merge-undecided', 'both copies changed a record, and none was chosen')
}

/**
 * Nothing may name what is not there: what is taken over brings along what it names, and what others still name
 * is not put into the trash. How many records that were.
 */
function addNeeded(
  open: OpenVault,
  merge: OpenMerge,
  now: number,
  changes: Map<RecordId, PutChange>,
): number {
  let count = 0
  const isGone = (id: RecordId) => changes.get(id)?.overview.trashedAt !== undefined
  for (const [id, change] of [...changes]) {
    const here = open.ledger.records.get(id)
    if (here === undefined || here.trashedAt !== undefined || !isGone(id)) continue
    const isNeeded = [...allUsersOf(open.ledger, here)].some(
      (user) => user.trashedAt === undefined && !isGone(user.id),
    )
    if (!isNeeded) continue
    if (merge.store.records.has(id)) changes.set(id, untrashed(change))
    else changes.delete(id)
    count++
  }
  const queue = [...changes.values()].filter(({ overview }) => overview.trashedAt === undefined)
  for (let change = queue.pop(); change !== undefined; change = queue.pop()) {
    for (const { id } of referencesOf(change.overview)) {
      const known = changes.get(id)
      const here = open.ledger.records.get(id)
      const there = merge.store.records.get(id)
      const isLive =
        known !== undefined ? !isGone(id) : here !== undefined && here.trashedAt === undefined
      if (isLive) continue
      const brought = broughtBack({ open, merge, now }, known, here, there)
      if (brought === undefined) continue
      changes.set(id, brought)
      queue.push(brought)
      count++
    }
  }
  return count
}

/** Out of the trash, or out of the other copy; undefined when neither has it. */
function broughtBack(
  context: { open: OpenVault; merge: OpenMerge; now: number },
  known: PutChange | undefined,
  here: LedgerRecord | undefined,
  there: LedgerRecord | undefined,
): PutChange | undefined {
  if (known !== undefined) return untrashed(known)
  if (here !== undefined) {
    const { id, revision } = here
    return untrashed({ type: 'put', id, overview: overviewOf(here), expectedRevision: revision })
  }
  return there === undefined ? undefined : untrashed(takenWhole(context, there))
}

function untrashed(change: PutChange): PutChange {
  const { trashedAt: _, ...overview } = change.overview
  // `as`: the same overview, out of the trash.
  return { ...change, overview: overview as PutChange['overview'] }
}

/**
 * Whether the copy is sealed with keys from before: who was removed can still write to it, in anybody's name. Of
 * such a copy nothing is taken that nobody chose, but what can only add to the evidence.
 */
function hasOlderKeys({ vault }: OpenVault, merge: OpenMerge): boolean {
  return merge.vault.generation < vault.generation
}

/** Backups and drills that only the other copy knows of: nobody need choose whether they happened. */
function missingKinds(open: OpenVault, merge: OpenMerge): PutChange[] {
  if (hasOlderKeys(open, merge)) return []
  return [...merge.store.kinds.backup, ...merge.store.kinds.drill]
    .filter(({ id }) => !open.ledger.records.has(id) && !merge.history.here.has(id))
    .map((record) => takenWhole({ open, merge, now: 0 }, record))
}

function missingContents(open: OpenVault, changes: readonly PutChange[]): RecordId[] {
  const named = changes.flatMap(({ overview }) => namedAttachments(overview))
  if (named.length === 0) return []
  const kept = new Set(open.vault.attachmentIds())
  return [...new Set(named)].filter((id) => !kept.has(id))
}

/** Acts of the vault itself, such as a slot or a lock of the other file, say nothing of this one. */
const OWN_ACTS = /^(vault|audit|slot|kit|backup|drill|custodian|company-rule|approval|notice)\./
const REGISTERED = 'credential.register'
/** Somebody saw or took what is secret. */
const SEEING = /^(credential\.(reveal|reveal-past|copy|copy-code|print|export)|contact\.reveal-id)$/

/**
 * @param ownValues - what the other copy registered for these is not in force here: who read the trail must not
 * take it for the last change.
 */
function carriedEntries(
  open: OpenVault,
  merge: OpenMerge,
  ownValues: ReadonlySet<RecordId>,
): AuditEntry[] {
  const isOlder = hasOlderKeys(open, merge)
  const { fork, takenUpTo } = merge.history
  const known = new Set(fork.here.entries.map(keyOf))
  return fork.there.entries
    .filter(({ sequence }) => sequence > takenUpTo)
    .filter((entry) => !OWN_ACTS.test(entry.action) && !known.has(keyOf(entry)))
    .filter(({ action }) => !isOlder || SEEING.test(action))
    .map(({ action, at, custodianId, recordId, facts, revision, changes }) => ({
      action:
        action === REGISTERED && recordId !== undefined && ownValues.has(recordId)
          ? 'credential.register-in-copy'
          : action,
      at,
      custodianId,
      ...(recordId === undefined ? {} : { recordId }),
      facts: {
        ...facts,
        copyRevision: facts?.['copyRevision'] ?? revision,
        // An entry of ours tells by itself which records it wrote; of the other copy's it must be said.
        ...(changes.length === 0 ? {} : { [COPY_CHANGES]: changes.map(({ id }) => id) }),
      },
    }))
}

function keyOf({ action, at, custodianId, recordId = '' }: AuditEntry): string {
  return `${at} ${action} ${custodianId} ${recordId}`
}

/** Tells the trail that a secret of the other copy was looked at, as if it were ours: it may be. */
export function revealEntry(session: Session, merge: OpenMerge, record: LedgerRecord): AuditEntry {
  const action = record.kind === 'contact' ? 'contact.reveal-id' : 'credential.reveal'
  const facts = { copyRevision: merge.vault.revision }
  return auditEntry(session, { action, recordId: record.id, facts })
}
