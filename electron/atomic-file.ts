import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes beside the file, then renames: a reader sees the old content or the new, never half of it. */
export function writeAtomically(
  file: string,
  content: string | Uint8Array,
  { flush } = { flush: true },
): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const partial = `${file}.partial`
  writeFileSync(partial, content, { mode: 0o600, flush })
  renameSync(partial, file)
}

/** Whether a file operation failed because there is no such file. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
