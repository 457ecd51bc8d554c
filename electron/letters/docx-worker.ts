import { parentPort, workerData } from 'node:worker_threads'
import type { FilledLetter } from '../../shared/letters/filled-letter.ts'
import { writeLetterDocx } from './letter-docx.ts'

/** Writes one letter as a Word file and ends; the library for it is loaded nowhere else. */
// `as`: docx-writer.ts starts this worker and nobody else.
void writeLetterDocx(workerData as FilledLetter).then((bytes) => parentPort?.postMessage(bytes))
