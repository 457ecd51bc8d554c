import { describe, expect, it, vi } from 'vitest'
import { type OpenerJob, viewBlock } from '../../../electron/vault/overview-block.ts'
import { createOpenerStarter, type StartOpener } from '../../../electron/vault/overview-opener.ts'
import { byPassphrase, createVault, entry, openVault, someRecord } from '../../support/vault.ts'
import { asAttacker } from '../../support/vault-attack.ts'

// Thousands of records: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const startReal = createOpenerStarter(
  new URL('../../../electron/vault/overview-worker.ts', import.meta.url),
)
const records = Array.from({ length: 2_500 }, (_, index) => someRecord(index))

async function closedVault() {
  const { vault, path, context } = await createVault()
  vault.write(records, [entry()])
  vault.close()
  return { path, context }
}

/** A starter, and what its threads were asked. */
function watched(start: StartOpener) {
  const jobs: OpenerJob[] = []
  const asked = { started: 0, ended: 0 }
  const startOpener: StartOpener = () => {
    asked.started += 1
    const { begin, end } = start()
    return {
      begin(job) {
        jobs.push(job)
        begin(job)
      },
      end() {
        asked.ended += 1
        end()
      },
    }
  }
  return { jobs, asked, startOpener }
}

/** Resolves when the other thread is through with its last block. */
async function finished({ blocks }: OpenerJob): Promise<void> {
  const last = blocks.at(-1)
  if (last === undefined) throw new RangeError('there was no work')
  const { header } = viewBlock(last)
  for (const state of [0, 1]) await Atomics.waitAsync(header, 0, state).value
}

describe('a vault of many records that two threads open', () => {
  it('gives what one thread gives, in the same order', async () => {
    const { path, context } = await closedVault()
    const alone = await openVault(path, context)
    const expected = [...alone.records()]
    alone.close()
    expect(expected).toHaveLength(records.length)
    const { jobs, asked, startOpener } = watched(startReal)
    const vault = await openVault(path, { ...context, startOpener })
    const [job] = jobs
    if (job !== undefined) await finished(job)
    expect([...vault.records()]).toEqual(expected)
    expect([...vault.records()]).toEqual(expected)
    expect(asked).toEqual({ started: 1, ended: 0 })
    vault.close()
    // At once, whoever is first at a block.
    const again = await openVault(path, { ...context, startOpener })
    expect([...again.records()]).toEqual(expected)
  })

  it('shows what opens of one that was altered, and what does not', async () => {
    const { path, context } = await closedVault()
    const altered = records[1_234]?.id ?? ''
    asAttacker(path, (db) => {
      db.exec(`UPDATE record SET overview = zeroblob(length(overview)) WHERE id = x'${altered}'`)
    })
    const { jobs, startOpener } = watched(startReal)
    const vault = await openVault(path, { ...context, startOpener })
    const [job] = jobs
    if (job !== undefined) await finished(job)
    expect(vault.mode).toBe('evidence')
    expect(vault.findings).toContainEqual({ code: 'record-unreadable', recordId: altered })
    const expected = records.map(({ id }) => id).filter((id) => id !== altered)
    expect([...vault.records()].map(({ id }) => id)).toEqual(expected.sort())
  })

  it('opens in one where the other does not start', async () => {
    const { path, context } = await closedVault()
    const startOpener = createOpenerStarter(new URL('./no-such-worker.ts', import.meta.url))
    const vault = await openVault(path, { ...context, startOpener })
    expect([...vault.records()]).toHaveLength(records.length)
  })

  it('ends the other without a key when the passphrase is wrong', async () => {
    const { path, context } = await closedVault()
    const { jobs, asked, startOpener } = watched(startReal)
    const opening = openVault(path, { ...context, startOpener }, {}, byPassphrase('wrong'))
    await expect(opening).rejects.toThrow(expect.objectContaining({ code: 'wrong-passphrase' }))
    expect(asked).toEqual({ started: 1, ended: 1 })
    expect(jobs).toEqual([])
  })

  it('keeps nothing open in memory once a record is written or the vault closed', async () => {
    const { path, context } = await closedVault()
    for (const leave of ['write', 'close'] as const) {
      const { jobs, startOpener } = watched(startReal)
      const vault = await openVault(path, { ...context, startOpener })
      const [job] = jobs
      if (job === undefined) throw new RangeError('the other thread was not asked')
      await finished(job)
      const blocks = job.blocks.map(viewBlock)
      expect(blocks[0]?.openedLengths[0]).toBeGreaterThan(0)
      if (leave === 'write') vault.write([someRecord(1)], [entry()])
      else vault.close()
      for (const { bytes } of blocks) expect(bytes.every((byte) => byte === 0)).toBe(true)
      vault.close()
    }
  })
})
