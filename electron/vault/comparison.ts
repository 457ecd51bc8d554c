import { isDeepStrictEqual } from 'node:util'
import { VaultError } from '../../shared/errors.ts'
import type { JsonObject, OpenRecord, RecordId } from './records.ts'

/** How a record differs between this vault and another copy of it. Never tells a secret. */
export type Difference = {
  recordId: RecordId
  kind: 'only-here' | 'only-there' | 'changed'
  hereRevision?: number
  thereRevision?: number
  isOverviewChanged: boolean
  isSecretChanged: boolean
  /** From here, or from there when it is only there. */
  overview: JsonObject
}

/** One side of a comparison. */
export type ComparedVault = {
  records(): Iterable<OpenRecord>
  peekSecret(id: RecordId): JsonObject | undefined
}

/** Compares two copies record by record. A secret that does not open counts as changed. */
export function compareVaults(here: ComparedVault, there: ComparedVault): Difference[] {
  const others = new Map([...there.records()].map((record) => [record.id, record]))
  const differences: Difference[] = []
  for (const record of here.records()) {
    const other = others.get(record.id)
    others.delete(record.id)
    const difference =
      other === undefined ? onlyIn('only-here', record) : differ(here, there, record, other)
    if (difference !== undefined) differences.push(difference)
  }
  for (const record of others.values()) differences.push(onlyIn('only-there', record))
  return differences
}

function differ(
  here: ComparedVault,
  there: ComparedVault,
  record: OpenRecord,
  other: OpenRecord,
): Difference | undefined {
  const isOverviewChanged = !isDeepStrictEqual(record.overview, other.overview)
  const isSecretChanged = !hasSameSecret(here, there, record.id)
  if (!isOverviewChanged && !isSecretChanged) return undefined
  return {
    recordId: record.id,
    kind: 'changed',
    hereRevision: record.revision,
    thereRevision: other.revision,
    isOverviewChanged,
    isSecretChanged,
    overview: record.overview,
  }
}

function hasSameSecret(here: ComparedVault, there: ComparedVault, id: RecordId): boolean {
  try {
    return isDeepStrictEqual(here.peekSecret(id), there.peekSecret(id))
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return false
  }
}

function onlyIn(kind: 'only-here' | 'only-there', record: OpenRecord): Difference {
  const revision =
    kind === 'only-here' ? { hereRevision: record.revision } : { thereRevision: record.revision }
  const { id: recordId, hasSecret: isSecretChanged, overview } = record
  return { recordId, kind, ...revision, isOverviewChanged: true, isSecretChanged, overview }
}
