import { copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createKiller, inLanes, momentsAround } from '../../support/killed-writer.ts'
import {
  bytesOf,
  createVault,
  entry,
  openVault,
  PASSPHRASE,
  randomId,
  someRecord,
  testContext,
} from '../../support/vault.ts'

const kill = createKiller(fileURLToPath(new URL('../../support/merge-writer.ts', import.meta.url)))
const KILLS = 51
const RECORDS = 160
const FILES = 4

describe('a merge that is killed at a random moment', () => {
  it('leaves the vault as before it or as after it, files included', async () => {
    const { vault, path } = await createVault()
    const copy = `${path}.copy.beian`
    vault.close()
    copyFileSync(path, copy)
    const other = await openVault(copy, testContext())
    const records = Array.from({ length: RECORDS }, (_, index) => someRecord(index))
    other.write(records, [entry()])
    for (let file = 0; file < FILES; file++) {
      const facts = { ownerId: randomId(), name: '扫描件', mediaType: 'application/pdf' }
      await other.writeAttachment(facts, content(file), [entry()])
    }
    other.close()

    const moments = momentsAround(60)
    let midway = 0
    const states = new Set<number>()
    await inLanes(KILLS, async (lane, rounds) => {
      const own = `${path}.${lane}.beian`
      const source = `${copy}.${lane}.beian`
      copyFileSync(copy, source)
      for (let round = 0; round < rounds; round++) {
        copyFileSync(path, own)
        const lines = await kill([own, source, PASSPHRASE], moments.nextMs())
        const isDone = lines.at(-1)?.startsWith('done') === true
        if (!isDone) midway++
        const opened = await openVault(own, testContext())
        expect(opened.mode).toBe('normal')
        expect(opened.findings).toEqual([{ code: 'anchor-missing' }])
        const count = [...opened.records()].length
        states.add(count)
        moments.note(count > 0)
        expect(isDone ? [RECORDS] : [0, RECORDS]).toContain(count)
        expect(opened.attachmentIds()).toHaveLength(count === 0 ? 0 : FILES)
        // One more for the merge, one for the entry of this unlock.
        const before = Number(lines[0]?.split(' ')[1])
        expect(opened.revision).toBe(before + (count === 0 ? 1 : 2))
        if (count > 0) {
          const { id = '', secret } = records[round] ?? {}
          expect(opened.peekSecret(id)).toEqual(secret)
          const [attachment = ''] = opened.attachmentIds()
          for await (const piece of opened.readAttachment(attachment, entry())) {
            expect(piece.length).toBeGreaterThan(0)
          }
        }
        opened.verifyAudit()
        opened.close()
      }
    })
    expect(midway).toBeGreaterThan(0)
    expect(states.size).toBe(2)
  }, 300_000)
})

async function* content(file: number) {
  yield bytesOf(`${file}`.repeat(150_000))
}
