import { toHex } from './bytes.ts'
import { LEAF_COUNT, type RecordRow } from './digest-tree.ts'
import {
  addRow,
  createBlock,
  ID_BYTES,
  type OverviewBlock,
  rowBytes,
  rowCount,
  takeBlock,
} from './overview-block.ts'
import type { OverviewRow } from './records.ts'

/** What comes after is read from the file a second time. */
const MAX_KEPT_BYTES = 192 * 1024 * 1024

/**
 * The sealed overviews, from the scan of the file to the one pass that opens them. They lie end to end in
 * blocks: a buffer for each would be work for the garbage collector just when somebody waits, and blocks can be
 * opened by a second thread.
 */
export type KeptOverviews = {
  /** Copies the rows of the next leaf, if there is room for it and was for all before it. */
  addLeaf(leaf: number, rows: readonly RecordRow[]): void
  /** The first leaf there was no room for; 4096 when all are kept. */
  readonly firstMissing: number
  readonly count: number
  /** For the thread that helps. */
  readonly blocks: readonly OverviewBlock[]
  /** All rows, once: what was opened of a block is wiped when the next one is asked for. */
  rows(): Generator<OverviewRow, void>
  /** Takes back and wipes what is left. */
  forget(): void
}

export function createKeptOverviews(maxBytes = MAX_KEPT_BYTES): KeptOverviews {
  const blocks: OverviewBlock[] = []
  /** Ids in hex and whether there is a secret, in the order of the rows. */
  const ids: string[] = []
  const secrets: boolean[] = []
  let usedBytes = 0
  let keptBytes = 0
  let firstMissing = LEAF_COUNT

  const add = (row: RecordRow) => {
    const last = blocks.at(-1)
    if (last === undefined || !addRow(last, usedBytes, row)) {
      const block = createBlock(rowBytes(row))
      blocks.push(block)
      addRow(block, 0, row)
      usedBytes = 0
    }
    usedBytes += rowBytes(row)
    ids.push(toHex(row.id))
    secrets.push(row.secret !== null)
  }

  const forget = () => {
    for (const block of blocks.splice(0)) if (takeBlock(block)) block.bytes.fill(0)
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
    get count() {
      return ids.length
    },
    blocks,
    *rows() {
      let index = 0
      try {
        for (let block = blocks[0]; block !== undefined; block = blocks[0]) {
          const isOpened = takeBlock(block)
          const { bytes, revisions, lengths, openedLengths } = block
          const count = rowCount(block)
          for (let at = 0, row = 0; row < count; row++, index++) {
            const idHex = ids[index] ?? ''
            const hasSecret = secrets[index] ?? false
            const revision = revisions[row] ?? 0
            const overviewAt = at + ID_BYTES
            const end = overviewAt + (lengths[row] ?? 0)
            const opened = openedLengths[row] ?? 0
            if (opened > 0) {
              const plaintext = bytes.subarray(overviewAt, overviewAt + opened)
              yield { idHex, revision, hasSecret, plaintext }
            } else {
              const id = bytes.subarray(at, overviewAt)
              yield { idHex, revision, hasSecret, id, overview: bytes.subarray(overviewAt, end) }
            }
            at = end
          }
          if (isOpened) bytes.fill(0)
          blocks.shift()
        }
      } finally {
        forget()
      }
    },
    forget,
  }
}
