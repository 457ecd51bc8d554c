import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { Vault } from '../../../electron/vault/vault.ts'
import { invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
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

const WRITER = fileURLToPath(new URL('../../support/vault-writer.ts', import.meta.url))

const LANES = 3
const compiled = mkdtempSync(joinPath(tmpdir(), 'beian-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true, force: true }))

/** Lets the writer work on a vault and kills it some milliseconds after it began. */
function killWriter(
  path: string,
  task: string,
  ids: readonly string[],
  afterMs: number,
  passphrase = PASSPHRASE,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [WRITER, path, task, passphrase, ...ids], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Compiled once for all of them: starting is most of what a writer that is killed does.
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    })
    let output = ''
    let errors = ''
    let timer: NodeJS.Timeout | undefined
    writer.stderr.on('data', (text) => {
      errors += text
    })
    writer.stdout.on('data', (text) => {
      output += text
      timer ??= setTimeout(() => writer.kill('SIGKILL'), afterMs)
    })
    writer.on('error', reject)
    writer.on('close', (_, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL') resolve(output.trim().split('\n'))
      else reject(new Error(`the writer ended by itself: ${errors}`))
    })
  })
}

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
  const run = async (lane: number) => {
    const own = `${path}.${lane}`
    copyFileSync(path, own)
    for (let round = 0; round < times / LANES; round++) {
      const lines = await killWriter(own, task, ids, Math.random() * longestMs)
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
  }
  await Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)))
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
    const run = async (lane: number) => {
      for (let round = 0; round < 18; round++) {
        const own = `${path}.${lane}.${round}`
        copyFileSync(path, own)
        const lines = await killWriter(
          own,
          'join',
          [keys, token],
          Math.random() * 350,
          JOINER_PASSPHRASE,
        )
        const opened = await openVault(own, testContext())
        expect(opened.findings).toEqual([{ code: 'anchor-missing' }])
        const slot = opened.slots().find(({ id }) => id === slotId)
        opened.verifyAudit()
        opened.close()
        if (slot?.kind === 'passphrase') ends.in++
        else ends.waiting++
        if (lines.at(-1)?.startsWith('done')) expect(slot?.kind).toBe('passphrase')
        const joined =
          slot?.kind === 'passphrase'
            ? await openVault(own, testContext(), {}, byPassphrase(JOINER_PASSPHRASE))
            : await join(own, local, testContext())
        expect(joined.self).toMatchObject({ slotId, slotKind: 'passphrase' })
        joined.close()
      }
    }
    await Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)))
    expect(ends.in).toBeGreaterThan(0)
    expect(ends.waiting).toBeGreaterThan(0)
  }, 300_000)
})
