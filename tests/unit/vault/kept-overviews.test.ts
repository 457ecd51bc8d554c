import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromUtf8, toHex, utf8 } from '../../../electron/vault/bytes.ts'
import { leafOf, type RecordRow } from '../../../electron/vault/digest-tree.ts'
import { createKeptOverviews, type KeptOverviews } from '../../../electron/vault/kept-overviews.ts'
import { openBlocks } from '../../../electron/vault/overview-block.ts'
import { seal } from '../../../electron/vault/seal.ts'
import { sodiumReady } from '../../../electron/vault/sodium.ts'

function rowOfLeaf(leaf: number, overviewBytes: number): RecordRow {
  const id = new Uint8Array(randomBytes(16))
  id[0] = leaf >>> 4
  id[1] = ((leaf & 15) << 4) | ((id[1] ?? 0) & 15)
  const hasSecret = leaf % 2 === 0
  return {
    id,
    generation: 1,
    revision: 2 ** 40 + leaf,
    overview: new Uint8Array(randomBytes(overviewBytes)),
    secretRevision: hasSecret ? 1 : null,
    secret: hasSecret ? new Uint8Array(40) : null,
  }
}

/** Rows are views that are wiped: what is told of them is told while they are there. */
function* sealedRows(kept: KeptOverviews) {
  for (const row of kept.rows()) {
    if (row.plaintext !== undefined) throw new Error('nobody opened it')
    yield row
  }
}

describe('the overviews kept from the scan', () => {
  it('are the rows as they were, larger than a block or not', () => {
    const kept = createKeptOverviews()
    const rows = [296, 552, 3_000_000, 1_500_000, 296, 5_000_000, 40].map((bytes, index) =>
      rowOfLeaf(index, bytes),
    )
    for (const row of rows) kept.addLeaf(leafOf(row.id), [row])
    expect(kept.firstMissing).toBe(4096)
    expect(kept.count).toBe(rows.length)
    let index = 0
    for (const { id, idHex, revision, hasSecret, overview } of sealedRows(kept)) {
      const row = rows[index] ?? rowOfLeaf(0, 0)
      expect({ idHex, revision, hasSecret }).toEqual({
        idHex: toHex(row.id),
        revision: row.revision,
        hasSecret: row.secret !== null,
      })
      expect(Buffer.compare(id, row.id)).toBe(0)
      expect(Buffer.compare(overview, row.overview)).toBe(0)
      index += 1
    }
    expect(index).toBe(rows.length)
  })

  it('are whole leaves up to the first that has no room, and nothing after it', () => {
    const kept = createKeptOverviews(1000)
    kept.addLeaf(3, [rowOfLeaf(3, 296), rowOfLeaf(3, 296)])
    kept.addLeaf(7, [rowOfLeaf(7, 296), rowOfLeaf(7, 296)])
    kept.addLeaf(9, [rowOfLeaf(9, 40)])
    expect(kept.firstMissing).toBe(7)
    expect([...sealedRows(kept)].map((row) => leafOf(row.id))).toEqual([3, 3])
  })

  it('fill as many blocks as they need, however small they are', () => {
    const kept = createKeptOverviews()
    const rows = Array.from({ length: 5000 }, () => rowOfLeaf(1, 1))
    kept.addLeaf(1, rows)
    expect(kept.blocks.length).toBeGreaterThan(1)
    expect([...kept.rows()].map((row) => row.idHex)).toEqual(rows.map((row) => toHex(row.id)))
  })
})

describe('overviews that a second thread opens', () => {
  const key = new Uint8Array(randomBytes(32))
  const vaultId = new Uint8Array(randomBytes(16))

  function sealedRow(leaf: number, text: string): RecordRow {
    const row = rowOfLeaf(leaf, 0)
    const place = { vaultId, table: 'record', part: 1, row: row.id, generation: 1 } as const
    const overview = seal(key, { ...place, revision: row.revision }, utf8(text))
    return { ...row, overview }
  }

  function keptOf(rows: readonly RecordRow[]): KeptOverviews {
    const kept = createKeptOverviews()
    for (const row of rows) kept.addLeaf(leafOf(row.id), [row])
    return kept
  }

  function openHere(kept: KeptOverviews): void {
    openBlocks({ key, vaultId, generation: 1, blocks: kept.blocks.map((block) => block.buffer) })
  }

  const texts = Array.from({ length: 3000 }, (_, index) => `{"name":"星河${index}"}`)
  let rows: readonly RecordRow[] = []
  beforeAll(async () => {
    await sodiumReady
    rows = texts.map((text, index) => sealedRow(index, text))
  })

  it('are read in the same order, and wiped once they were', () => {
    const kept = keptOf(rows)
    const blocks = [...kept.blocks]
    expect(blocks.length).toBeGreaterThan(1)
    openHere(kept)
    const found: string[] = []
    for (const { plaintext } of kept.rows()) found.push(fromUtf8(plaintext ?? new Uint8Array()))
    expect(found).toEqual(texts)
    for (const { bytes } of blocks) expect(bytes.every((byte) => byte === 0)).toBe(true)
  })

  it('stay sealed where they do not open, for whoever reads them to see', () => {
    const damaged = rows.map((row, index) =>
      index === 7 ? { ...row, overview: row.overview.map((byte) => byte ^ 1) } : row,
    )
    const kept = keptOf(damaged)
    openHere(kept)
    let index = 0
    for (const row of kept.rows()) {
      expect(row.plaintext === undefined).toBe(index === 7)
      if (row.plaintext === undefined) {
        expect(Buffer.compare(row.overview, damaged[7]?.overview ?? row.id)).toBe(0)
      }
      index += 1
    }
    expect(index).toBe(rows.length)
  })

  it('are left alone once somebody reads them, and wiped when nobody does', () => {
    const read = keptOf(rows)
    const rest = read.rows()
    expect(rest.next().value).not.toHaveProperty('plaintext')
    const [, second] = read.blocks
    openHere(read)
    rest.return()
    expect(second?.bytes.every((byte) => byte === 0)).toBe(true)

    const unread = keptOf(rows)
    const [first] = unread.blocks
    openHere(unread)
    unread.forget()
    expect(first?.bytes.every((byte) => byte === 0)).toBe(true)
    expect([...unread.rows()]).toEqual([])
  })
})
