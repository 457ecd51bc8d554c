import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { readCsvWorkbook } from './csv-reader.ts'
import { HEADER_WORDS } from './header-words.ts'
import { MAX_FILE_BYTES } from './limits.ts'
import type { OnProgress, Workbook } from './workbook.ts'
import { readXlsxWorkbook } from './xlsx-reader.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Files people pick by mistake: PDF, PNG, JPEG, GIF, gzip, 7z, RAR, SQLite. */
const NO_SPREADSHEETS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
]

/**
 * Reads a spreadsheet file by what it holds; its extension does not matter.
 *
 * @param onProgress - told the share that is done, rising, up to 1.
 * @throws VaultError `file-not-found`, `io-failed`, `file-too-large`, `file-too-complex`,
 * `file-unreadable`, `file-encrypted`, `file-old-format`, `file-has-no-rows`.
 */
export async function readWorkbook(
  filePath: string,
  onProgress: OnProgress = () => {},
): Promise<Workbook> {
  const bytes = await readBounded(filePath)
  const workbook = await parseBytes(bytes, path.parse(filePath).name, onProgress)
  onProgress(1)
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) {
    throw new VaultError('file-has-no-rows', 'nothing in the spreadsheet')
  }
  return workbook
}

async function readBounded(filePath: string): Promise<Uint8Array> {
  try {
    const facts = await stat(filePath)
    if (!facts.isFile()) throw new VaultError('file-unreadable', 'not a file')
    if (facts.size > MAX_FILE_BYTES) {
      throw new VaultError('file-too-large', 'the file is too large', {
        facts: { megabytes: MAX_FILE_BYTES / 1024 / 1024 },
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

async function parseBytes(
  bytes: Uint8Array,
  name: string,
  onProgress: OnProgress,
): Promise<Workbook> {
  if (bytes.length === 0) throw new VaultError('file-has-no-rows', 'the file is empty')
  if (startsWith(bytes, ZIP)) return await readXlsxWorkbook(bytes, onProgress)
  if (startsWith(bytes, OLE2)) throw ole2Error(bytes)
  if (NO_SPREADSHEETS.some((magic) => startsWith(bytes, magic))) {
    throw new VaultError('file-unreadable', 'not a spreadsheet')
  }
  // Web pages and XML that older systems export under the name .xls.
  const head = new TextDecoder().decode(bytes.subarray(0, 300)).trimStart().toLowerCase()
  if (/^\uFEFF?<(\?xml|!doctype|html|table|meta|head)/.test(head)) {
    throw new VaultError('file-old-format', 'a web page or XML saved as a spreadsheet')
  }
  return readCsvWorkbook(bytes, name, HEADER_WORDS, onProgress)
}

/** The same container holds old binary spreadsheets and encrypted new ones. */
function ole2Error(bytes: Uint8Array): VaultError {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return haystack.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new VaultError('file-encrypted', 'the spreadsheet has an opening password')
    : new VaultError('file-old-format', 'an old binary spreadsheet')
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
