import type { Entity } from '../../shared/records/entity.ts'
import { liveRecords, type RecordStore } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import { readNature } from './field-words.ts'
import { entityKeys } from './filing-match.ts'
import type { RowDraft } from './row-draft.ts'
import type { MergeMode, WorkingSet } from './working-set.ts'

/** Finds or makes the entity of each row. */
export type EntityWork = {
  /**
   * @param mode - What the row may do to an entity that is known already; `new` makes another one
   * beside it.
   */
  of(draft: RowDraft, mode: MergeMode | 'new'): RecordId
}

export function createEntityWork(store: RecordStore, work: WorkingSet): EntityWork {
  const ids = new Map<string, RecordId>()
  const remember = (id: RecordId, keys: readonly string[]) => {
    for (const key of keys) if (!ids.has(key)) ids.set(key, id)
  }
  for (const { id, data } of liveRecords(store, 'entity')) remember(id, entityKeys(data.name, data))

  return {
    of({ entity }, mode) {
      const name = entity.isNameMadeUp ? undefined : entity.name
      const keys = entityKeys(name ?? entity.name, entity.data)
      const known = keys
        .map((key) => ids.get(key))
        .find((id) => id !== undefined && isCompatible(work.data('entity', id), entity.data))
      if (known !== undefined && mode !== 'new') {
        const told = name === undefined ? entity.data : { ...entity.data, name }
        work.merge('entity', known, withoutGuess(told, work.data('entity', known), mode), mode)
        remember(known, keys)
        return known
      }
      const nature =
        entity.data.nature ?? readNature(undefined, entity.data.creditCode, entity.name)
      const id = work.create('entity', { ...entity.data, name: entity.name, nature })
      // Two units of one name stay apart: the later is known by its numbers only.
      remember(id, keys)
      return id
    },
  }
}

/** A name alone does not join units whose codes or numbers differ. */
function isCompatible(known: Entity, told: Partial<Entity>): boolean {
  if (known.creditCode !== undefined && told.creditCode !== undefined) {
    return known.creditCode === told.creditCode
  }
  const isOtherNumber =
    known.filingNumber !== undefined &&
    told.filingNumber !== undefined &&
    known.filingNumber !== told.filingNumber
  return !isOtherNumber
}

/** A nature that was only guessed from the name does not overwrite one a person chose. */
function withoutGuess(told: Partial<Entity>, known: Entity, mode: MergeMode): Partial<Entity> {
  if (mode === 'fill' || known.nature === 'other') return told
  const { nature: _guess, ...rest } = told
  return rest
}
