import { toHex } from './bytes.ts'
import type { Checklist } from './checklist.ts'
import type { HeadRow, RecordRow } from './container.ts'
import { openSealedJson, type Place } from './sealed.ts'

export type OpenedRecord = {
  id: string
  revision: number
  secretRevision: number | null
  overview: Record<string, unknown> | undefined
  secret: Record<string, unknown> | null | undefined
}

/**
 * Opens every overview and every secret; what does not open is `undefined` and a failed check. Without a
 * key for secrets those are `undefined` only.
 */
export function openRecords(
  checklist: Checklist,
  keys: { overview: Uint8Array; secret: Uint8Array | undefined },
  vaultId: Uint8Array,
  rows: readonly RecordRow[],
  head: HeadRow,
): OpenedRecord[] {
  return rows.map((row) => {
    const id = toHex(row.id)
    checklist.note(`record ${id}: numbers`, isInOrder(row, head))
    const place = { vaultId, table: 'record', row: row.id, generation: row.generation } as const
    const overview = checklist.attempt(`record ${id}: overview`, () =>
      openSealedJson(keys.overview, { ...place, part: 1, revision: row.revision }, row.overview),
    )
    const { secret: sealed, secret_revision: revision } = row
    const secret =
      sealed === null || revision === null
        ? null
        : keys.secret &&
          attemptSecret(checklist, keys.secret, { ...place, part: 2, revision }, sealed)
    return { id, revision: row.revision, secretRevision: revision, overview, secret }
  })
}

function attemptSecret(checklist: Checklist, key: Uint8Array, place: Place, sealed: Uint8Array) {
  return checklist.attempt(`record ${toHex(place.row)}: secret`, () =>
    openSealedJson(key, place, sealed),
  )
}

const isInOrder = (row: RecordRow, head: HeadRow): boolean =>
  row.generation === head.generation &&
  row.revision <= head.revision &&
  (row.secret_revision ?? 0) <= row.revision
