import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { VaultError } from '../../shared/errors.ts'
import {
  DEFAULT_KDF_COST,
  type DeriveKey,
  KDF_BOUNDS,
  type KdfCost,
  SALT_BYTES,
} from './passphrase.ts'

export type KdfJob = {
  passphrase: Uint8Array<ArrayBuffer>
  salt: Uint8Array<ArrayBuffer>
  opsLimit: number
  memLimitBytes: number
}
export type KdfReply = { key: Uint8Array | undefined }

/** Runs derivations, each in a worker thread of its own that ends with it. */
export type KdfRunner = DeriveKey & {
  /** Starts the next worker now, so that its WebAssembly is loaded before there is a passphrase. */
  warm(): void
  /** Ends a worker that was warmed and not used. */
  end(): void
}

const TARGET_MS = 1000
const STEP_BYTES = 64 * 1024 * 1024

/** @param workerPath - the file of kdf-worker, as it is here or bundled. */
export function createKdfRunner(workerPath: string | URL): KdfRunner {
  let warmed: Worker | undefined
  const start = () => {
    const worker = new Worker(workerPath, { stdout: false, stderr: false })
    worker.unref()
    return worker
  }
  let ending: Promise<unknown> | undefined
  const deriveKey: DeriveKey = (passphrase, salt, cost) => {
    const run = async () => {
      const worker = warmed ?? start()
      warmed = undefined
      try {
        return await runJob(worker, {
          passphrase: new Uint8Array(passphrase),
          salt: new Uint8Array(salt),
          ...cost,
        })
      } finally {
        // Giving its memory back takes a worker some 40 ms: the next derivation waits for that, the key does not.
        const end = worker.terminate().finally(() => {
          if (ending === end) ending = undefined
        })
        ending = end
      }
    }
    return ending === undefined ? run() : ending.then(run)
  }
  return Object.assign(deriveKey, {
    warm() {
      warmed ??= start()
    },
    end() {
      void warmed?.terminate()
      warmed = undefined
    },
  })
}

/**
 * Finds the cost that takes about a second here: three passes, as much memory as that allows, and more
 * passes only where the most memory is still too quick.
 */
export async function calibrateKdf(
  deriveKey: DeriveKey,
  clock: () => number = () => performance.now(),
): Promise<{ cost: KdfCost; expectedMs: number }> {
  const { minMemLimitBytes, maxMemLimitBytes, minOpsLimit, maxOpsLimit } = KDF_BOUNDS
  const opsLimit = minOpsLimit
  const measure = async (memLimitBytes: number) => {
    const startedAt = clock()
    await deriveKey(new Uint8Array(randomBytes(16)), new Uint8Array(randomBytes(SALT_BYTES)), {
      opsLimit,
      memLimitBytes,
    })
    return clock() - startedAt
  }
  // The difference of two sizes leaves out what starting a worker costs.
  const small = await measure(minMemLimitBytes)
  const large = await measure(DEFAULT_KDF_COST.memLimitBytes)
  const steps = DEFAULT_KDF_COST.memLimitBytes / STEP_BYTES - 1
  const msPerStep = Math.max((large - small) / steps, 1)
  const startMs = Math.max(small - msPerStep, 0)
  const affordable = Math.floor((TARGET_MS - startMs) / msPerStep) * STEP_BYTES
  const memLimitBytes = Math.min(Math.max(affordable, minMemLimitBytes), maxMemLimitBytes)
  const derivationMs = (memLimitBytes / STEP_BYTES) * msPerStep
  const passes = Math.floor((opsLimit * (TARGET_MS - startMs)) / derivationMs)
  const ops =
    memLimitBytes === maxMemLimitBytes
      ? Math.min(Math.max(passes, opsLimit), maxOpsLimit)
      : opsLimit
  return {
    cost: { opsLimit: ops, memLimitBytes },
    expectedMs: Math.round(startMs + (derivationMs * ops) / opsLimit),
  }
}

function runJob(worker: Worker, job: KdfJob): Promise<Uint8Array> {
  return new Promise<Uint8Array>((resolve, reject) => {
    const failed = (cause?: unknown) =>
      new VaultError('io-failed', 'the key could not be derived: not enough memory', { cause })
    worker.ref()
    worker.once('error', (error) => reject(failed(error)))
    worker.once('exit', () => reject(failed()))
    worker.once('message', (reply: KdfReply) => {
      if (reply.key === undefined) reject(failed())
      else resolve(reply.key)
    })
    // The passphrase's copy moves into the worker: nothing of it stays here.
    worker.postMessage(job, [job.passphrase.buffer])
  })
}
