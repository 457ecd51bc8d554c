import { Worker } from 'node:worker_threads'
import type { FilledLetter } from '../../shared/letters/filled-letter.ts'

/** Writes a letter as a Word file off the vault process' own thread. */
export type DocxWriter = (letter: FilledLetter) => Promise<Uint8Array>

/** @param workerPath - The bundled `docx-worker`. Each letter has a worker of its own that ends with it. */
export function createDocxWriter(workerPath: string | URL): DocxWriter {
  return (letter) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerPath, { workerData: letter })
      worker.once('message', (bytes: Uint8Array) => {
        resolve(bytes)
        void worker.terminate()
      })
      // Its message may quote the letter.
      worker.once('error', (error) => reject(new Error(`the worker failed: ${error.name}`)))
      worker.once('exit', () => reject(new Error('the worker ended without an answer')))
    })
}
