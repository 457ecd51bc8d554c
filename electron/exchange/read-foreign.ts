import { readFile, stat } from 'node:fs/promises'
import { VaultError } from '../../shared/errors.ts'
import { isBitwarden, readBitwarden, saysPassword } from './bitwarden.ts'
import type { ForeignKey, ForeignVault } from './foreign-entry.ts'
import { type Json, parseJson } from './json.ts'
import { isKdbx, openKdbx } from './kdbx/kdbx-container.ts'
import { readContent } from './kdbx/kdbx-content.ts'
import { entriesOf } from './kdbx/kdbx-entries.ts'
import { MAX_ENTRIES, MAX_FILE_BYTES } from './limits.ts'
import { readOnePux } from './onepux.ts'
import { readPasswordCsv } from './password-csv.ts'

/** What a file asks for before it can be read. */
export type ForeignNeed = 'none' | 'password' | 'password-or-key-file'

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** How much of a file is looked at, from its start and from its end, before a worker reads it, in bytes. */
const LOOK_BYTES = 64 * 1024

/**
 * What must be known to read it; by what it holds, not by its extension. This runs before the worker does: it never
 * looks at more than the two ends of the file.
 */
export function needOf(bytes: Uint8Array): ForeignNeed {
  if (isKdbx(bytes)) return 'password-or-key-file'
  if (!isJson(bytes)) return 'none'
  const ends = [bytes.subarray(0, LOOK_BYTES), bytes.subarray(LOOK_BYTES).subarray(-LOOK_BYTES)]
  return saysPassword(ends.map((end) => new TextDecoder().decode(end)).join(''))
    ? 'password'
    : 'none'
}

/**
 * Reads a file of another password manager.
 *
 * @throws VaultError `foreign-key-wrong`, `file-encrypted`, `file-old-format`, `file-unreadable`, `file-too-complex`,
 * `file-has-no-rows`, `kdf-parameters-refused`
 */
export async function readForeign(bytes: Uint8Array, key: ForeignKey): Promise<ForeignVault> {
  const vault = await read(bytes, key)
  if (vault.entries.length === 0) throw new VaultError('file-has-no-rows', 'no entry is in it')
  if (vault.entries.length > MAX_ENTRIES)
    throw new VaultError('file-too-complex', 'too many entries')
  return vault
}

/** @throws VaultError `file-not-found`, `file-unreadable`, `file-too-large`, `io-failed` */
export async function readBounded(
  filePath: string,
  maxBytes: number = MAX_FILE_BYTES,
): Promise<Uint8Array> {
  try {
    const facts = await stat(filePath)
    if (!facts.isFile()) throw new VaultError('file-unreadable', 'not a file')
    if (facts.size > maxBytes) {
      throw new VaultError('file-too-large', 'the file is too large', {
        facts: { megabytes: maxBytes / 1024 / 1024 },
      })
    }
    return await readFile(filePath)
  } catch (error) {
    if (error instanceof VaultError) throw error
    // `as`: node:fs throws errors that carry a code.
    const { code } = error as NodeJS.ErrnoException
    throw new VaultError(code === 'ENOENT' ? 'file-not-found' : 'io-failed', 'cannot read the file')
  }
}

async function read(bytes: Uint8Array, key: ForeignKey): Promise<ForeignVault> {
  if (bytes.length === 0) throw new VaultError('file-has-no-rows', 'the file is empty')
  if (isKdbx(bytes)) {
    const content = readContent(await openKdbx(bytes, key))
    return { format: 'kdbx', entries: entriesOf(content) }
  }
  if (ZIP.every((byte, index) => bytes[index] === byte)) return readOnePux(bytes)
  const json = jsonOf(bytes)
  if (json === undefined) return readPasswordCsv(bytes)
  if (!isBitwarden(json)) throw new VaultError('file-unreadable', 'a JSON of something else')
  return await readBitwarden(json, key)
}

function jsonOf(bytes: Uint8Array): Json | undefined {
  return isJson(bytes) ? parseJson(new TextDecoder().decode(bytes)) : undefined
}

function isJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 100))
    .replace(/^\uFEFF/, '')
    .trimStart()
  return head.startsWith('{')
}
