import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ForeignEntry, ForeignKey } from '../../../electron/exchange/foreign-entry.ts'
import { readForeign } from '../../../electron/exchange/read-foreign.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/exchange')

/** The password of every fixture. */
export const FILE_PASSWORD = 'fixture-password'

export function fixture(name: string): Uint8Array {
  return readFileSync(path.join(FOLDER, name))
}

/** The entries of a file, opened in this thread: what the worker does. */
export async function entriesOf(bytes: Uint8Array, key: ForeignKey = {}): Promise<ForeignEntry[]> {
  return (await readForeign(bytes, key)).entries
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
