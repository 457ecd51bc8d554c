import { parentPort, workerData } from 'node:worker_threads'
import { VaultError } from '../../shared/errors.ts'
import type { ExchangeAnswer, ExchangeTask } from './exchanger.ts'
import { sealKdbx } from './kdbx/kdbx-container.ts'
import { writeKdbxContent } from './kdbx/kdbx-writer.ts'
import { readForeign } from './read-foreign.ts'

/** Reads or writes one file of another password manager and ends; its memory goes with it. */
async function run(task: ExchangeTask): Promise<ExchangeAnswer> {
  try {
    if (task.task === 'read') {
      return { ok: true, vault: await readForeign(task.bytes, task.key) }
    }
    return { ok: true, bytes: await sealKdbx(writeKdbxContent(task.root, task.now), task.key) }
  } catch (error) {
    if (error instanceof VaultError) return { ok: false, code: error.code, facts: error.facts }
    // A parser that gave up: too deep, too long a string. Its message may quote the file.
    const code = error instanceof RangeError ? 'file-too-complex' : 'file-unreadable'
    return { ok: false, code: task.task === 'seal-kdbx' ? 'internal' : code, facts: {} }
  }
}

// `as`: exchanger.ts starts this worker and nobody else.
void run(workerData as ExchangeTask).then((answer) => parentPort?.postMessage(answer))
