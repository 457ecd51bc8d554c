import { Worker } from 'node:worker_threads'
import { VaultError } from '../../shared/errors.ts'
import { READER_HEAP_MB, READER_TIMEOUT_MS } from './limits.ts'
import type { Workbook } from './workbook.ts'
import type { WorkerAnswer, WorkerProgress, WorkerTask } from './worker-messages.ts'
import type { SheetToWrite } from './xlsx-writer.ts'

/** Reads and writes spreadsheets off the vault process' own thread. */
export type Spreadsheets = {
  /**
   * @param onProgress - told the share that is done, rising, up to 1.
   * @throws VaultError those of `readWorkbook`, and `cancelled`.
   */
  read(path: string, signal: AbortSignal, onProgress?: (share: number) => void): Promise<Workbook>
  /** The bytes of an xlsx. */
  write(sheets: SheetToWrite[]): Promise<Uint8Array>
}

/**
 * @param workerPath - The bundled `spreadsheet-worker`. Each task has a worker of its own that ends
 * with it; past its heap or time it is ended and the file refused.
 */
export function createSpreadsheets(
  workerPath: string | URL,
  limits: { heapMb: number; timeoutMs: number } = {
    heapMb: READER_HEAP_MB,
    timeoutMs: READER_TIMEOUT_MS,
  },
): Spreadsheets {
  const run = (task: WorkerTask, hooks: WorkerHooks = {}) =>
    runWorker(workerPath, task, limits, hooks)
  return {
    async read(path, signal, onProgress) {
      const answer = await run({ task: 'read', path }, { signal, onProgress })
      if ('workbook' in answer) return answer.workbook
      throw new Error('the worker answered something else')
    },
    async write(sheets) {
      const answer = await run({ task: 'write', sheets })
      if ('bytes' in answer) return answer.bytes
      throw new Error('the worker answered something else')
    },
  }
}

type WorkerHooks = {
  signal?: AbortSignal | undefined
  onProgress?: ((share: number) => void) | undefined
}

function runWorker(
  workerPath: string | URL,
  task: WorkerTask,
  limits: { heapMb: number; timeoutMs: number },
  { signal, onProgress }: WorkerHooks,
): Promise<Extract<WorkerAnswer, { ok: true }>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(cancelled())
    const worker = new Worker(workerPath, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 4 },
    })
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      worker.removeAllListeners()
      // A worker that is ended while it fails still reports it.
      worker.on('error', () => {})
      void worker.terminate()
      settle()
    }
    const timer = setTimeout(
      () => finish(() => reject(new VaultError('file-too-complex', 'reading took too long'))),
      limits.timeoutMs,
    )
    const abort = () => finish(() => reject(cancelled()))
    signal?.addEventListener('abort', abort)
    worker.on('message', (answer: WorkerAnswer | WorkerProgress) => {
      if ('progress' in answer) return onProgress?.(answer.progress)
      finish(() => {
        if (answer.ok) resolve(answer)
        else reject(new VaultError(answer.code, 'the worker refused', { facts: answer.facts }))
      })
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      finish(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new VaultError('file-too-complex', 'reading took too much memory')
            : new Error(`the worker failed: ${error.name}`),
        ),
      ),
    )
    worker.on('exit', () => finish(() => reject(new Error('the worker ended without an answer'))))
  })
}

function cancelled(): VaultError {
  return new VaultError('cancelled', 'reading was cancelled')
}
