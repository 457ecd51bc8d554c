import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createKdfRunner } from '../../electron/vault/kdf.ts'
import { type Figures, median, rounded } from './figure.ts'

export const KDF_WORKER = new URL('../../electron/vault/kdf-worker.ts', import.meta.url)
const OPS_LIMIT = 3
const MEM_LIMIT_BYTES = 256 * 1024 * 1024
const ROUNDS = 5

/** Our Argon2id in its warmed worker thread against the reference binary, in turns: same passes, memory, lanes and tag. */
export async function kdfFigures(): Promise<Figures> {
  const runner = createKdfRunner(KDF_WORKER)
  const passphrase = Buffer.from('a bench passphrase, no secret', 'utf8')
  const ours: number[] = []
  const reference: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    // In the app the worker starts while the passphrase is being typed.
    runner.warm()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const start = performance.now()
    await runner(passphrase, randomBytes(16), {
      opsLimit: OPS_LIMIT,
      memLimitBytes: MEM_LIMIT_BYTES,
    })
    ours.push(performance.now() - start)
    reference.push(referenceMs(passphrase))
  }
  const oursMs = median(ours.slice(1))
  const referenceMedianMs = median(reference.slice(1))
  return {
    kdf_ratio: {
      value: rounded(oursMs / referenceMedianMs),
      unit: 'ratio',
      peer: rounded(referenceMedianMs),
      note: `ours ${rounded(oursMs)} ms, argon2 ${rounded(referenceMedianMs)} ms, ${OPS_LIMIT} × 256 MiB`,
    },
  }
}

function referenceMs(passphrase: Buffer): number {
  const salt = randomBytes(8).toString('hex')
  const cost = [
    '-id',
    '-t',
    String(OPS_LIMIT),
    '-k',
    String(MEM_LIMIT_BYTES / 1024),
    '-p',
    '1',
    '-l',
    '32',
    '-r',
  ]
  const start = performance.now()
  const { status, error } = spawnSync('argon2', [salt, ...cost], { input: passphrase })
  if (error !== undefined || status !== 0) {
    throw new Error('the reference `argon2` is needed: apt-get install argon2')
  }
  return performance.now() - start
}
