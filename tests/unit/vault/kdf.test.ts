import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { calibrateKdf, createKdfRunner } from '../../../electron/vault/kdf.ts'
import { type DeriveKey, isAcceptableCost } from '../../../electron/vault/passphrase.ts'
import { Vault } from '../../../electron/vault/vault.ts'
import {
  byPassphrase,
  bytesOf,
  entry,
  PASSPHRASE,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const WORKER = new URL('../../../electron/vault/kdf-worker.ts', import.meta.url)
const MIB = 1024 * 1024
const CHEAPEST = { opsLimit: 3, memLimitBytes: 64 * MIB }

describe('the key derivation', () => {
  it('makes and opens a vault with the real Argon2id, in a worker that was warmed or not', async () => {
    const deriveKey = createKdfRunner(WORKER)
    const context = testContext({ deriveKey })
    const path = join(temporaryFolder(), 'real.beian')
    deriveKey.warm()
    const options = { passphrase: bytesOf(PASSPHRASE), custodianName: '林备案', kdf: CHEAPEST }
    const vault = await Vault.create(path, options, context)
    const record = someRecord(1)
    vault.write([record], [entry()])
    vault.close()
    await expect(Vault.open(path, byPassphrase('wrong'), {}, context)).rejects.toThrow(
      expect.objectContaining({ code: 'wrong-passphrase' }),
    )
    deriveKey.warm()
    const again = await Vault.open(path, byPassphrase(), {}, context)
    expect(again.peekSecret(record.id)).toEqual(record.secret)
    again.close()
    deriveKey.end()
  })

  it('leaves the passphrase it was given alone, and fails with an error when the worker does', async () => {
    const deriveKey = createKdfRunner(new URL('./no-such-worker.ts', import.meta.url))
    const passphrase = bytesOf('stays')
    await expect(deriveKey(passphrase, new Uint8Array(16), CHEAPEST)).rejects.toThrow(
      expect.objectContaining({ code: 'io-failed' }),
    )
    expect(passphrase).toEqual(bytesOf('stays'))
  })
})

describe('calibration', () => {
  /** A machine that needs so many milliseconds for three passes over 64 MiB, and 40 to start. */
  function machine(msPer64Mib: number): { deriveKey: DeriveKey; clock: () => number } {
    let now = 0
    return {
      clock: () => now,
      deriveKey: (_passphrase, _salt, { opsLimit, memLimitBytes }) => {
        now += 40 + (msPer64Mib * opsLimit * memLimitBytes) / (3 * 64 * MIB)
        return Promise.resolve(new Uint8Array(32))
      },
    }
  }

  it.each([
    ['very slow', 2000, 3, 64],
    ['slow', 400, 3, 128],
    ['like most', 230, 3, 256],
    ['quick', 120, 3, 512],
    ['very quick', 60, 3, 1024],
    ['too quick', 30, 6, 1024],
    ['impossibly quick', 0.5, 10, 1024],
  ])(
    'on a machine that is %s stays within bounds and near a second',
    async (_, msPer64Mib, opsLimit, memMib) => {
      const { deriveKey, clock } = machine(msPer64Mib)
      const { cost, expectedMs } = await calibrateKdf(deriveKey, clock)
      expect(cost).toEqual({ opsLimit, memLimitBytes: memMib * MIB })
      expect(isAcceptableCost(cost)).toBe(true)
      const isAtABound = memMib === 64 || opsLimit === 10
      if (!isAtABound) expect(expectedMs).toBeGreaterThan(600)
      if (!isAtABound) expect(expectedMs).toBeLessThanOrEqual(1050)
    },
  )

  it('finds an acceptable cost on this machine', async () => {
    const { cost, expectedMs } = await calibrateKdf(createKdfRunner(WORKER))
    expect(isAcceptableCost(cost)).toBe(true)
    expect(expectedMs).toBeGreaterThan(0)
  })
})
