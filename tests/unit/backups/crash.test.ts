import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createKiller, inLanes, momentsAround } from '../../support/killed-writer.ts'
import {
  createVault,
  entry,
  openVault,
  PASSPHRASE,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

const kill = createKiller(fileURLToPath(new URL('../../support/backup-writer.ts', import.meta.url)))
const KILLS = 51

const records = Array.from({ length: 120 }, (_, index) => someRecord(index))

describe('a backup that is killed at a random moment', () => {
  it('is not there or whole, and the vault is as it was', async () => {
    const { vault, path } = await createVault()
    vault.write(records, [entry()])
    vault.close()
    const folder = temporaryFolder()
    let midway = 0
    await inLanes(KILLS, async (lane, rounds) => {
      const own = `${path}.${lane}`
      copyFileSync(path, own)
      const place = join(folder, String(lane))
      mkdirSync(place)
      for (let round = 0; round < rounds; round++) {
        const lines = await kill([own, 'backup', PASSPHRASE, place], Math.random() * 60)
        if (lines.at(-1)?.startsWith('begun')) midway++
        const files = readdirSync(place).filter((name) => name.endsWith('.beian'))
        const done = lines.filter((line) => line.startsWith('done')).length
        expect(files.length).toBeGreaterThanOrEqual(done)
        for (const file of files) {
          const copy = await openVault(join(place, file), testContext(), { readOnly: true })
          expect(copy.findings).toEqual([{ code: 'anchor-missing' }])
          expect([...copy.records()]).toHaveLength(records.length)
          copy.close()
          rmSync(join(place, file))
        }
      }
      // What was cut off goes with the next backup.
      const opened = await openVault(own, testContext())
      expect(opened.mode).toBe('normal')
      await opened.backUp({ folder: place, nameOf: () => 'last.beian' })
      expect(readdirSync(place)).toEqual(['last.beian'])
      opened.close()
    })
    expect(midway).toBeGreaterThan(0)
  }, 300_000)
})

describe('a restore that is killed at a random moment', () => {
  it('leaves the vault before it or the backup, whole', async () => {
    const { vault, path } = await createVault()
    vault.write(records, [entry()])
    const folder = temporaryFolder()
    const backup = await vault.backUp({ folder, nameOf: () => 'backup.beian' })
    vault.write(
      records.map((record) => ({ ...record, overview: { later: true } })),
      [entry()],
    )
    vault.close()
    let midway = 0
    const states = new Set<boolean>()
    const moments = momentsAround(12)
    await inLanes(KILLS, async (lane, rounds) => {
      const place = join(folder, String(lane))
      mkdirSync(place)
      const own = join(place, 'vault.beian')
      const source = join(place, 'backup.beian')
      copyFileSync(join(folder, backup.fileName), source)
      for (let round = 0; round < rounds; round++) {
        copyFileSync(path, own)
        const lines = await kill([own, 'restore', PASSPHRASE, source], moments.nextMs())
        if (lines.at(-1)?.startsWith('begun')) midway++
        const opened = await openVault(own, testContext(), { readOnly: true })
        expect(opened.findings).toEqual([{ code: 'anchor-missing' }])
        const later = [...opened.records()].filter(({ overview }) => overview['later'] === true)
        expect([0, records.length]).toContain(later.length)
        if (lines.some((line) => line.startsWith('done'))) expect(later).toHaveLength(0)
        states.add(later.length === 0)
        moments.note(later.length === 0)
        opened.close()
      }
      expect(readdirSync(place).length).toBeLessThan(KILLS)
    })
    expect(midway).toBeGreaterThan(0)
    expect(states.size).toBe(2)
  }, 300_000)
})
