import { VaultError } from '../../shared/errors.ts'
import type { RecordRow } from './digest-tree.ts'
import { openWith } from './seal.ts'

/** Sealed overviews end to end, in memory that two threads share: whoever takes a block first opens it. */
export type OverviewBlock = {
  /** What crosses to the other thread; all below are views of it. */
  buffer: SharedArrayBuffer
  /** One of the states below, then the number of rows. */
  header: Int32Array
  revisions: Float64Array
  /** Of the sealed overviews. */
  lengths: Uint32Array
  /** Where the other thread opened it, the length of the plaintext that stands in its place now; else 0. */
  openedLengths: Uint32Array
  /** For each row its id (16 bytes) and its overview. */
  bytes: Uint8Array
}

/** Nobody has taken the block yet. */
const SEALED = 0
/** The helping thread is at it. */
const TAKEN = 1
/** The helping thread is through with it. */
const OPENED = 2
/** The thread that reads the records took it, and opens each row as it comes to it. */
const LEFT = 3

const MAX_ROWS = 2048
export const ID_BYTES = 16
const HEADER_BYTES = 8 + MAX_ROWS * 16
/** A few milliseconds of work: neither thread waits long for the other. */
const CONTENT_BYTES = 512 * 1024
const PATIENCE_MS = 10_000

/** An empty block with room for at least `minBytes` of rows. */
export function createBlock(minBytes: number): OverviewBlock {
  return viewBlock(new SharedArrayBuffer(HEADER_BYTES + Math.max(CONTENT_BYTES, minBytes)))
}

export function viewBlock(buffer: SharedArrayBuffer): OverviewBlock {
  return {
    buffer,
    header: new Int32Array(buffer, 0, 2),
    revisions: new Float64Array(buffer, 8, MAX_ROWS),
    lengths: new Uint32Array(buffer, 8 + MAX_ROWS * 8, MAX_ROWS),
    openedLengths: new Uint32Array(buffer, 8 + MAX_ROWS * 12, MAX_ROWS),
    bytes: new Uint8Array(buffer, HEADER_BYTES),
  }
}

export function rowCount({ header }: OverviewBlock): number {
  return header[1] ?? 0
}

/** Bytes that a row takes. */
export function rowBytes({ overview }: RecordRow): number {
  return ID_BYTES + overview.length
}

/**
 * Puts a row behind those there are, at `at` in `bytes`.
 *
 * @returns whether there was room for it.
 * @throws VaultError `vault-damaged`
 */
export function addRow(block: OverviewBlock, at: number, row: RecordRow): boolean {
  if (row.id.length !== ID_BYTES) throw new VaultError('vault-damaged', 'an id is not 16 bytes')
  const index = rowCount(block)
  if (index === MAX_ROWS || at + rowBytes(row) > block.bytes.length) return false
  block.revisions[index] = row.revision
  block.lengths[index] = row.overview.length
  block.bytes.set(row.id, at)
  block.bytes.set(row.overview, at + ID_BYTES)
  block.header[1] = index + 1
  return true
}

/** What the helping thread is given: all that opens overviews, and nothing that opens a secret. */
export type OpenerJob = {
  key: Uint8Array
  vaultId: Uint8Array
  generation: number
  blocks: SharedArrayBuffer[]
}

/** The helping thread's work: opens in place what nobody has taken yet, one block after the other. */
export function openBlocks({ key, vaultId, generation, blocks }: OpenerJob): void {
  for (const block of blocks.map(viewBlock)) {
    const { header, bytes, revisions, lengths, openedLengths } = block
    if (Atomics.compareExchange(header, 0, SEALED, TAKEN) !== SEALED) continue
    let at = 0
    for (let index = 0; index < rowCount(block); index++) {
      const row = bytes.subarray(at, at + ID_BYTES)
      const sealed = bytes.subarray(at + ID_BYTES, at + ID_BYTES + (lengths[index] ?? 0))
      at += ID_BYTES + sealed.length
      const revision = revisions[index] ?? 0
      const place = { vaultId, table: 'record', part: 1, row, generation, revision } as const
      try {
        openedLengths[index] = openWith(key, place, sealed, (plaintext) => {
          sealed.set(plaintext)
          return plaintext.length
        })
      } catch {
        // The thread that reads it finds the same, and says what is wrong.
      }
    }
    Atomics.store(header, 0, OPENED)
    Atomics.notify(header, 0)
  }
}

/**
 * Takes the block for the thread that reads it, after the helping thread if that is at it just now.
 *
 * @returns whether there may be plaintext in it.
 * @throws RangeError when the helping thread does not come to an end.
 */
export function takeBlock({ header }: OverviewBlock): boolean {
  const state = Atomics.compareExchange(header, 0, SEALED, LEFT)
  if (state !== TAKEN) return state === OPENED
  if (Atomics.wait(header, 0, TAKEN, PATIENCE_MS) === 'timed-out') {
    throw new RangeError('the records were not opened in time')
  }
  return true
}
