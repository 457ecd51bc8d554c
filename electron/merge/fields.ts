import { isDeepStrictEqual } from 'node:util'
import type { MergeDetails, MergeField } from '../../shared/merge-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { referencesOf } from '../ledger/references.ts'
import type { RecordStore } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { JsonObject } from '../vault/vault.ts'
import type { MergeDifference } from './differences.ts'
import type { OpenMerge } from './open-merge.ts'

/** What is told of a password goes with the password: it is not chosen by itself. */
export const VALUE_FACTS: readonly string[] = [
  'origin',
  'changedOn',
  'mustChangeReason',
  'registeredAt',
  'registeredBy',
]
/** Kinds that are signed as they are: no fields of one can be put into the other. */
export const WHOLE_KINDS: ReadonlySet<string> = new Set(['handover'])
/** Fields of which both sides can be kept. */
export const JOINABLE: ReadonlySet<string> = new Set(['files'])
export const SECRET_PREFIX = 'secret.'
export const TRASHED = 'trashed'

/** Both versions of a record, field by field. Never a secret: only whether there is one. */
export function detailsOf(
  open: OpenVault,
  merge: Pick<OpenMerge, 'vault' | 'store'>,
  difference: MergeDifference,
): MergeDetails {
  const { id, here, there } = difference
  const secrets = secretFields(open, merge, difference)
  const ownValue = secrets.some(({ name }) => name === `${SECRET_PREFIX}value`)
  const data = dataFields(here, there).filter(
    ({ name }) => !ownValue || !VALUE_FACTS.includes(name),
  )
  const all = new Set([...Object.keys(here?.data ?? {}), ...Object.keys(there?.data ?? {})])
  return {
    recordId: id,
    isWholeOnly: WHOLE_KINDS.has((here ?? there)?.kind ?? ''),
    fields: [...secrets, ...data, ...trashField(here, there)],
    sameCount: [...all].filter((name) =>
      isDeepStrictEqual(dataValue(here, name), dataValue(there, name)),
    ).length,
    names: { ...namesIn(merge.store, there), ...namesIn(open.ledger, here) },
  }
}

/** A field of a record's data, by a name that its schema has or not. */
export function dataValue(record: LedgerRecord | undefined, name: string): unknown {
  // `as`: data of any kind, read by name.
  return (record?.data as JsonObject | undefined)?.[name]
}

function dataFields(here: LedgerRecord | undefined, there: LedgerRecord | undefined): MergeField[] {
  const names = new Set([...Object.keys(here?.data ?? {}), ...Object.keys(there?.data ?? {})])
  return [...names]
    .filter((name) => !isDeepStrictEqual(dataValue(here, name), dataValue(there, name)))
    .map((name) => ({
      name,
      isSecret: false,
      canBoth: JOINABLE.has(name) && here !== undefined && there !== undefined,
      here: dataValue(here, name),
      there: dataValue(there, name),
    }))
}

function secretFields(
  open: OpenVault,
  { vault }: Pick<OpenMerge, 'vault'>,
  { id, here, there, isSecretChanged }: MergeDifference,
): MergeField[] {
  if (!isSecretChanged) return []
  const ours = here?.hasSecret === true ? open.vault.peekSecret(id) : undefined
  const theirs = there?.hasSecret === true ? vault.peekSecret(id) : undefined
  const names = new Set([...Object.keys(ours ?? {}), ...Object.keys(theirs ?? {})])
  return [...names]
    .filter((name) => name !== 'history' && !isDeepStrictEqual(ours?.[name], theirs?.[name]))
    .map((name) => ({
      name: `${SECRET_PREFIX}${name}`,
      isSecret: true,
      canBoth: false,
      here: isSet(ours?.[name]),
      there: isSet(theirs?.[name]),
    }))
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== ''
}

function trashField(here: LedgerRecord | undefined, there: LedgerRecord | undefined): MergeField[] {
  if (here === undefined || there === undefined) return []
  const [ours, theirs] = [here.trashedAt !== undefined, there.trashedAt !== undefined]
  if (ours === theirs) return []
  return [{ name: TRASHED, isSecret: false, canBoth: false, here: ours, there: theirs }]
}

function namesIn(store: RecordStore, record: LedgerRecord | undefined): Record<string, string> {
  if (record === undefined) return {}
  const named = referencesOf(record).flatMap(({ id }) => store.records.get(id) ?? [])
  return Object.fromEntries(named.map((one) => [one.id, recordTitle(one)]))
}
