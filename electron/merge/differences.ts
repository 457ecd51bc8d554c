import { isDeepStrictEqual } from 'node:util'
import { VaultError } from '../../shared/errors.ts'
import type { ConflictReason, MergeAct, MergeStanding } from '../../shared/merge-view.ts'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import { referencesOf } from '../ledger/references.ts'
import { allUsersOf, type RecordStore } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { Steps } from '../slices.ts'
import type { AuditRecord, RecordId, Vault } from '../vault/vault.ts'
import type { History } from './history.ts'

/** A record that is not the same in both copies, and what each did to it. */
export type MergeDifference = {
  id: RecordId
  here?: LedgerRecord
  there?: LedgerRecord
  acts: { here: MergeAct; there: MergeAct }
  entries: { here?: AuditRecord; there?: AuditRecord }
  standing: MergeStanding
  reason?: ConflictReason
  isSecretChanged: boolean
}

export type Differences = ReadonlyMap<RecordId, MergeDifference>

type Sides = { open: OpenVault; vault: Vault; store: RecordStore; history: History }

/** What is told of backups and drills is added up, and the company's rule is only changed by its own act. */
export const UNCOMPARED_KINDS: ReadonlySet<RecordKind> = new Set([
  'backup',
  'drill',
  'company-rule',
])

/** Every record that a person is told of, by what both trails prove. Yields how many were compared. */
export function* findDifferences(sides: Sides): Steps<Differences> {
  const { open, store } = sides
  const found = new Map<RecordId, MergeDifference>()
  let compared = 0
  for (const id of new Set([...open.ledger.records.keys(), ...store.records.keys()])) {
    const difference = differenceOf(sides, id)
    if (difference !== undefined) found.set(id, difference)
    yield ++compared
  }
  yield* askWhatIsNeeded(sides, found)
  if (sides.vault.generation < open.vault.generation) askAboutOldKeys(found)
  return found
}

function differenceOf(sides: Sides, id: RecordId): MergeDifference | undefined {
  const here = sides.open.ledger.records.get(id)
  const there = sides.store.records.get(id)
  const kind = here?.kind ?? there?.kind
  if (kind === undefined || UNCOMPARED_KINDS.has(kind)) return undefined
  const entries = entriesOf(sides.history, id)
  const isTouched = entries.here !== undefined || entries.there !== undefined
  if (sides.history.wasMerged && !isTouched) return undefined
  const common = { id, entries, ...(here && { here }), ...(there && { there }) }
  if (here !== undefined && there !== undefined) {
    const isLooked = isTouched || here.revision !== there.revision
    const isSecretChanged = isLooked && !hasSameSecret(sides, here, there)
    if (!isSecretChanged && hasSameData(here, there)) return undefined
    const acts = { here: actOf(entries.here), there: actOf(entries.there) }
    return { ...common, acts, isSecretChanged, ...standingOf(acts) }
  }
  const isSecretChanged = (here ?? there)?.hasSecret === true
  const acts =
    here !== undefined
      ? onlyOne(entries.here, entries.there)
      : swapped(onlyOne(entries.there, entries.here))
  // What the other removed for good is in our trash already: that is where it would go.
  if (acts.there === 'removed' && here?.trashedAt !== undefined) return undefined
  return { ...common, acts, isSecretChanged, ...standingOf(acts) }
}

function entriesOf({ here, there }: History, id: RecordId): MergeDifference['entries'] {
  const ours = here.get(id)
  const theirs = there.get(id)
  return { ...(ours && { here: ours }), ...(theirs && { there: theirs }) }
}

function actOf(entry: AuditRecord | undefined): MergeAct {
  return entry === undefined ? 'nothing' : 'changed'
}

/** A record that only one copy has was made there, unless the other's trail tells that it was removed. */
function onlyOne(own: AuditRecord | undefined, other: AuditRecord | undefined) {
  if (other === undefined) return { here: 'made' as MergeAct, there: 'nothing' as MergeAct }
  return { here: actOf(own), there: 'removed' as MergeAct }
}

function swapped({ here, there }: MergeDifference['acts']): MergeDifference['acts'] {
  return { here: there, there: here }
}

function standingOf(acts: MergeDifference['acts']): Pick<MergeDifference, 'standing' | 'reason'> {
  const { here, there } = acts
  if (here === 'nothing' && there === 'nothing') return { standing: 'conflict', reason: 'unproven' }
  if (here === 'nothing') return { standing: 'theirs' }
  if (there === 'nothing') return { standing: 'ours' }
  const isRemoved = here === 'removed' || there === 'removed'
  return { standing: 'conflict', reason: isRemoved ? 'changed-removed' : 'both-changed' }
}

/** One removed what records of the other still name: nobody takes that over unasked. */
function* askWhatIsNeeded(sides: Sides, found: Map<RecordId, MergeDifference>): Steps<void> {
  for (const difference of found.values()) {
    yield undefined
    const { here, there, acts, standing } = difference
    if (here !== undefined && acts.there === 'removed' && standing === 'theirs') {
      const users = [...allUsersOf(sides.open.ledger, here)]
      const isNeeded = users.some(
        ({ id, trashedAt }) => trashedAt === undefined && found.get(id)?.acts.there !== 'removed',
      )
      if (isNeeded) ask(difference, 'still-needed')
    }
    if (there === undefined || there.trashedAt !== undefined || standing === 'ours') continue
    for (const { id } of referencesOf(there)) {
      const named = found.get(id)
      if (named?.acts.here === 'removed' && named.standing === 'ours') ask(named, 'still-needed')
    }
  }
}

/** Who left may still open a copy of older keys, and change it. */
function askAboutOldKeys(found: ReadonlyMap<RecordId, MergeDifference>): void {
  for (const difference of found.values()) {
    if (difference.standing === 'theirs') ask(difference, 'older-keys')
  }
}

function ask(difference: MergeDifference, reason: ConflictReason): void {
  difference.standing = 'conflict'
  difference.reason = reason
}

/** Whether what a person would see is the same; when it was written is not. */
function hasSameData(here: LedgerRecord, there: LedgerRecord): boolean {
  return (
    here.kind === there.kind &&
    (here.trashedAt === undefined) === (there.trashedAt === undefined) &&
    isDeepStrictEqual(here.data, there.data)
  )
}

function hasSameSecret(sides: Sides, here: LedgerRecord, there: LedgerRecord): boolean {
  if (!here.hasSecret && !there.hasSecret) return true
  try {
    return isDeepStrictEqual(sides.open.vault.peekSecret(here.id), sides.vault.peekSecret(there.id))
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return false
  }
}
