import { copyFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Vault } from '../../../electron/vault/vault.ts'
import { invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
import { createKiller, inLanes, momentsAround } from '../../support/killed-writer.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  openVault,
  PASSPHRASE,
  randomId,
  someRecord,
  testContext,
} from '../../support/vault.ts'

const kill = createKiller(fileURLToPath(new URL('../../support/vault-writer.ts', import.meta.url)))

const JOIN_KILLS = 54

/** The last revision that the writer saw durable, and whether it was writing the next. */
function lastDurable(lines: readonly string[]): number {
  const numbers = lines.map((line) => Number(line.split(' ')[1]))
  return Math.max(...numbers)
}

async function killRepeatedly(
  times: number,
  task: string,
  longestMs: number,
  check: (vault: Vault) => void,
  prepare: (vault: Vault) => readonly string[],
) {
  const { vault, path } = await createVault()
  const ids = prepare(vault)
  vault.close()
  let midway = 0
  await inLanes(times, async (lane, rounds) => {
    const own = `${path}.${lane}`
    copyFileSync(path, own)
    for (let round = 0; round < rounds; round++) {
      const lines = await kill([own, task, PASSPHRASE, ...ids], Math.random() * longestMs)
      if (lines.at(-1)?.startsWith('begun')) midway++
      const opened = await openVault(own, testContext())
      expect(opened.mode).toBe('normal')
      expect(opened.findings).toEqual([{ code: 'anchor-missing' }])
      // One more for the change that was under way, one for the entry of this unlock.
      const revision = opened.revision - 1
      expect(revision).toBeGreaterThanOrEqual(lastDurable(lines))
      expect(revision).toBeLessThanOrEqual(lastDurable(lines) + 1)
      check(opened)
      opened.verifyAudit()
      opened.close()
    }
  })
  expect(midway).toBeGreaterThan(0)
}

describe('a vault whose writer is killed at a random moment', () => {
  it('holds the state before or after each of the writes', async () => {
    const ids = [randomId(), randomId()]
    await killRepeatedly(
      39,
      'records',
      40,
      (vault) => {
        const records = [...vault.records()]
        expect([0, 2]).toContain(records.length)
        const numbers = records.flatMap((record) => [
          record.overview['number'],
          vault.peekSecret(record.id)?.['number'],
        ])
        expect(new Set(numbers).size).toBeLessThanOrEqual(1)
      },
      () => ids,
    )
  }, 120_000)

  it('holds all records of an import or none', async () => {
    await killRepeatedly(
      33,
      'import',
      120,
      (vault) => {
        const batches = new Map<unknown, number>()
        for (const { overview } of vault.records()) {
          batches.set(overview['batch'], (batches.get(overview['batch']) ?? 0) + 1)
        }
        for (const size of batches.values()) expect(size).toBe(300)
      },
      () => [],
    )
  }, 120_000)

  it('is wholly of one generation after a re-key was cut off', async () => {
    const records = Array.from({ length: 400 }, (_, index) => someRecord(index))
    await killRepeatedly(
      48,
      'rekey',
      120,
      (vault) => {
        expect([...vault.records()]).toHaveLength(records.length)
        for (const { id, secret } of records.slice(0, 20))
          expect(vault.peekSecret(id)).toEqual(secret)
      },
      (vault) => {
        vault.write(records, [entry()])
        return []
      },
    )
  }, 300_000)

  it('has a joiner who is in or still waits, never one between', async () => {
    const { vault, path, context } = await createVault({ now: Date.now })
    const { local, slotId } = await invite(vault, context)
    vault.close()
    const keys = `${path}.join`
    writeFileSync(keys, local)
    const passphrase = bytesOf(JOINER_PASSPHRASE)
    const { token } = await Vault.joinFingerprint(path, local, passphrase, context)
    const ends = { in: 0, waiting: 0 }
    const moments = momentsAround(175)
    await inLanes(JOIN_KILLS, async (lane, rounds) => {
      for (let round = 0; round < rounds; round++) {
        const own = `${path}.${lane}.${round}`
        copyFileSync(path, own)
        const lines = await kill([own, 'join', JOINER_PASSPHRASE, keys, token], moments.nextMs())
        const opened = await openVault(own, testContext())
        expect(opened.findings).toEqual([{ code: 'anchor-missing' }])
        const slot = opened.slots().find(({ id }) => id === slotId)
        opened.verifyAudit()
        opened.close()
        const isIn = slot?.kind === 'passphrase'
        ends[isIn ? 'in' : 'waiting']++
        moments.note(isIn)
        if (lines.at(-1)?.startsWith('done')) expect(isIn).toBe(true)
        const joined = isIn
          ? await openVault(own, testContext(), {}, byPassphrase(JOINER_PASSPHRASE))
          : await join(own, local, testContext())
        expect(joined.self).toMatchObject({ slotId, slotKind: 'passphrase' })
        joined.close()
      }
    })
    expect(ends.in).toBeGreaterThan(0)
    expect(ends.waiting).toBeGreaterThan(0)
  }, 300_000)
})
