import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../electron/vault/bytes.ts'
import { leafOf, type RecordRow } from '../../../electron/vault/digest-tree.ts'
import { createKeptOverviews } from '../../../electron/vault/kept-overviews.ts'

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

describe('the overviews kept from the scan', () => {
  it('are the rows as they were, larger than a block or not', () => {
    const kept = createKeptOverviews()
    const rows = [296, 552, 3_000_000, 1_500_000, 296, 5_000_000, 40].map((bytes, index) =>
      rowOfLeaf(index, bytes),
    )
    for (const row of rows) kept.addLeaf(leafOf(row.id), [row])
    expect(kept.firstMissing).toBe(4096)
    const found = [...kept.rows()]
    expect(found.map((row) => row.idHex)).toEqual(rows.map((row) => toHex(row.id)))
    for (const [index, row] of rows.entries()) {
      const one = found[index]
      expect(one?.revision).toBe(row.revision)
      expect(one?.hasSecret).toBe(row.secret !== null)
      expect(Buffer.compare(one?.id ?? new Uint8Array(), row.id)).toBe(0)
      expect(Buffer.compare(one?.overview ?? new Uint8Array(), row.overview)).toBe(0)
    }
  })

  it('are whole leaves up to the first that has no room, and nothing after it', () => {
    const kept = createKeptOverviews(1000)
    kept.addLeaf(3, [rowOfLeaf(3, 296), rowOfLeaf(3, 296)])
    kept.addLeaf(7, [rowOfLeaf(7, 296), rowOfLeaf(7, 296)])
    kept.addLeaf(9, [rowOfLeaf(9, 40)])
    expect(kept.firstMissing).toBe(7)
    expect([...kept.rows()].map((row) => leafOf(row.id))).toEqual([3, 3])
  })
})
