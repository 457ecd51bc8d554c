import { parentPort, workerData } from 'node:worker_threads'
import { VaultError } from '../../shared/errors.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkerAnswer, WorkerProgress, WorkerTask } from './worker-messages.ts'
import { writeXlsxSheets } from './xlsx-writer.ts'

/** Reads or writes one spreadsheet and ends; its memory, passwords of the file included, goes with it. */
async function run(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    if (task.task === 'read') {
      return { ok: true, workbook: await readWorkbook(task.path, tellProgress()) }
    }
    return { ok: true, bytes: await writeXlsxSheets(task.sheets) }
  } catch (error) {
    if (error instanceof VaultError) return { ok: false, code: error.code, facts: error.facts }
    // A parser that gave up: too deep, too long a string. Its message may quote the file.
    const code = error instanceof RangeError ? 'file-too-complex' : 'file-unreadable'
    return { ok: false, code: task.task === 'read' ? code : 'internal', facts: {} }
  }
}

/** Tells each further hundredth once. */
function tellProgress(): (share: number) => void {
  let told = 0
  return (share) => {
    const percent = Math.floor(Math.min(share, 1) * 100)
    if (percent <= told) return
    told = percent
    const message: WorkerProgress = { progress: percent / 100 }
    parentPort?.postMessage(message)
  }
}

// `as`: spreadsheets.ts starts this worker and nobody else.
void run(workerData as WorkerTask).then((answer) => parentPort?.postMessage(answer))
