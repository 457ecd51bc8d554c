import { toHex } from './bytes.ts'
import { LEAF_COUNT, type RecordRow } from './digest-tree.ts'
import type { OverviewRow } from './records.ts'

const BLOCK_BYTES = 4 * 1024 * 1024
/** What comes after is read from the file a second time. */
const MAX_KEPT_BYTES = 192 * 1024 * 1024

/**
 * The sealed overviews, from the scan of the file to the one pass that opens them. They lie end to end in
 * few large blocks: a buffer for each would be work for the garbage collector just when somebody waits.
 */
export type KeptOverviews = {
  /** Copies the rows of the next leaf, if there is room for it and was for all before it. */
  addLeaf(leaf: number, rows: readonly RecordRow[]): void
  /** The first leaf there was no room for; 4096 when all are kept. */
  readonly firstMissing: number
  rows(): Generator<OverviewRow, void>
}

type Block = { bytes: Uint8Array; used: number; rows: RowFacts[] }
/** What is known of a row besides its sealed bytes, which follow those of the row before it. */
type RowFacts = { idHex: string; revision: number; hasSecret: boolean; length: number }

export function createKeptOverviews(maxBytes = MAX_KEPT_BYTES): KeptOverviews {
  const blocks: Block[] = []
  let keptBytes = 0
  let firstMissing = LEAF_COUNT

  const add = ({ id, revision, overview, secret }: RecordRow) => {
    const bytes = id.length + overview.length
    let block = blocks.at(-1)
    if (block === undefined || block.used + bytes > block.bytes.length) {
      block = { bytes: new Uint8Array(Math.max(BLOCK_BYTES, bytes)), used: 0, rows: [] }
      blocks.push(block)
    }
    block.bytes.set(id, block.used)
    block.bytes.set(overview, block.used + id.length)
    block.used += bytes
    const hasSecret = secret !== null
    block.rows.push({ idHex: toHex(id), revision, hasSecret, length: overview.length })
  }

  return {
    addLeaf(leaf, rows) {
      if (firstMissing !== LEAF_COUNT) return
      for (const row of rows) keptBytes += row.overview.length
      if (keptBytes > maxBytes) firstMissing = leaf
      else for (const row of rows) add(row)
    },
    get firstMissing() {
      return firstMissing
    },
    *rows() {
      for (const { bytes, rows } of blocks) {
        let at = 0
        for (const { idHex, revision, hasSecret, length } of rows) {
          const overviewAt = at + idHex.length / 2
          const id = bytes.subarray(at, overviewAt)
          at = overviewAt + length
          yield { id, idHex, revision, hasSecret, overview: bytes.subarray(overviewAt, at) }
        }
      }
    },
  }
}
