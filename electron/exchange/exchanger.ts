import { Worker } from 'node:worker_threads'
import { VaultError, type VaultErrorCode, type VaultErrorFacts } from '../../shared/errors.ts'
import type { ForeignKey, ForeignVault } from './foreign-entry.ts'
import type { KdbxGroup } from './kdbx/kdbx-writer.ts'
import { READER_HEAP_MB, READER_TIMEOUT_MS } from './limits.ts'

export type ExchangeTask =
  | { task: 'read'; bytes: Uint8Array; key: ForeignKey }
  | { task: 'seal-kdbx'; root: KdbxGroup; now: number; key: ForeignKey }

export type ExchangeAnswer =
  | { ok: true; vault: ForeignVault }
  | { ok: true; bytes: Uint8Array }
  | { ok: false; code: VaultErrorCode; facts: VaultErrorFacts }

/** Reads and writes files of other password managers off the vault process' own thread. */
export type Exchanger = {
  /** @throws VaultError those of `readForeign`, and `cancelled` */
  read(bytes: Uint8Array, key: ForeignKey, signal: AbortSignal): Promise<ForeignVault>
  /** @throws VaultError `cancelled` */
  sealKdbx(root: KdbxGroup, now: number, key: ForeignKey, signal: AbortSignal): Promise<Uint8Array>
}

/**
 * @param workerPath - The bundled `exchange-worker`. Each task has a worker of its own that ends with it; past its
 * heap or time it is ended and the file refused.
 */
export function createExchanger(
  workerPath: string | URL,
  limits: { heapMb: number; timeoutMs: number } = {
    heapMb: READER_HEAP_MB,
    timeoutMs: READER_TIMEOUT_MS,
  },
): Exchanger {
  const run = (task: ExchangeTask, signal: AbortSignal) =>
    runWorker(workerPath, task, limits, signal)
  const bytesOf = (answer: Extract<ExchangeAnswer, { ok: true }>) => {
    if ('bytes' in answer) return answer.bytes
    throw new Error('the worker answered something else')
  }
  return {
    async read(bytes, key, signal) {
      const answer = await run({ task: 'read', bytes, key }, signal)
      if ('vault' in answer) return answer.vault
      throw new Error('the worker answered something else')
    },
    sealKdbx: async (root, now, key, signal) =>
      bytesOf(await run({ task: 'seal-kdbx', root, now, key }, signal)),
  }
}

function runWorker(
  workerPath: string | URL,
  task: ExchangeTask,
  limits: { heapMb: number; timeoutMs: number },
  signal: AbortSignal,
): Promise<Extract<ExchangeAnswer, { ok: true }>> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancelled())
    const worker = new Worker(workerPath, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 4 },
    })
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      worker.removeAllListeners()
      // A worker that is ended while it fails still reports it.
      worker.on('error', () => {})
      void worker.terminate()
      settle()
    }
    const refuse = (error: Error) => finish(() => reject(error))
    const timer = setTimeout(
      () => refuse(new VaultError('file-too-complex', 'reading took too long')),
      limits.timeoutMs,
    )
    const abort = () => refuse(cancelled())
    signal.addEventListener('abort', abort)
    worker.on('message', (answer: ExchangeAnswer) =>
      finish(() => {
        if (answer.ok) resolve(answer)
        else reject(new VaultError(answer.code, 'the worker refused', { facts: answer.facts }))
      }),
    )
    worker.on('error', (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new VaultError('file-too-complex', 'reading took too much memory')
          : new Error(`the worker failed: ${error.name}`),
      ),
    )
    worker.on('exit', () => refuse(new Error('the worker ended without an answer')))
  })
}

function cancelled(): VaultError {
  return new VaultError('cancelled', 'it was cancelled')
}
