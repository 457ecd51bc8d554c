import { closeSync, constants, lstatSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { VaultError, type VaultErrorCode } from '../../shared/errors.ts'
import { fileIdentity, isOpenHere, rememberOpen, statOf } from './open-files.ts'
import { openedElsewhere } from './opened-elsewhere.ts'
import { APPLICATION_ID, FORMAT, PAGE_SIZE_BYTES, SCHEMA } from './schema.ts'

export type VaultDb = Database.Database

const HEADER_BYTES = 100
const SQLITE_MAGIC = 'SQLite format 3\0'

/** A vault's file, opened and locked. `identity` tells later whether it is still the file at its path. */
export type OpenedFile = { db: VaultDb; identity: string }

/**
 * Reads the file's header before SQLite touches it.
 *
 * @throws VaultError `file-not-found`, `not-a-vault`, `newer-format`, `schema-altered`, `opened-elsewhere`,
 * `io-failed`
 */
export function inspectHeader(path: string): {
  format: number
  sizeBytes: number
  identity: string
} {
  const { header, length, sizeBytes, identity } = readHeader(path)
  if (length < HEADER_BYTES || header.toString('latin1', 0, 16) !== SQLITE_MAGIC) {
    throw new VaultError('not-a-vault', 'the file is not a vault')
  }
  const format = header.readUInt32BE(60)
  if (header.readUInt32BE(68) !== APPLICATION_ID || format === 0) {
    throw new VaultError('not-a-vault', 'the file is a database, but not a vault')
  }
  if (format > FORMAT) {
    throw new VaultError('newer-format', 'the vault was made by a newer version', {
      facts: { format },
    })
  }
  // Write and read version 1: a rollback journal. Write-ahead logging is never ours.
  if (header[18] !== 1 || header[19] !== 1) {
    throw new VaultError('schema-altered', 'the vault was switched to another journal')
  }
  return { format, sizeBytes, identity }
}

function readHeader(path: string) {
  try {
    const stat = statOf(path)
    if (stat === undefined) throw new VaultError('file-not-found', 'there is no file here')
    if (!stat.isFile()) throw new VaultError('not-a-vault', 'this is not a file')
    const identity = fileIdentity(stat)
    if (isOpenHere(identity)) throw openedElsewhere(path)
    const header = Buffer.alloc(HEADER_BYTES)
    // Should a pipe take the file's place just now, this does not wait for its other end.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const length = readSync(file, header, 0, HEADER_BYTES, 0)
      return { header, length, sizeBytes: Number(stat.size), identity }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw asVaultError(error, path, 'reading')
  }
}

/**
 * Opens and locks an existing vault and compares its schema with ours, word for word.
 *
 * @throws VaultError `opened-elsewhere`, `schema-altered`, `vault-damaged`, `folder-not-writable`, or as `inspectHeader`
 */
export function openDatabase(path: string, isReadOnly: boolean): OpenedFile {
  const { identity } = inspectHeader(path)
  let db: VaultDb | undefined
  try {
    inspectJournals(path)
    if (isReadOnly) rollBackJournal(path)
    db = new Database(path, { readonly: isReadOnly, fileMustExist: true, timeout: 0 })
    rememberOpen(identity, db)
    configure(db)
    // Exclusive locking mode keeps the lock that this transaction takes: shared when reading only.
    db.exec(isReadOnly ? 'BEGIN' : 'BEGIN EXCLUSIVE')
    compareSchema(db)
    db.exec('COMMIT')
    requireInPlace(path, identity)
    return { db, identity }
  } catch (error) {
    db?.close()
    throw asVaultError(error, path, 'opening')
  }
}

/**
 * Whether the file that was opened is still the one at its path. A sync client replaces files by renaming
 * another one over them; what is written then would go nowhere.
 *
 * @throws VaultError `replaced-while-open`
 */
export function requireInPlace(path: string, identity: string): void {
  const stat = statOf(path)
  if (stat !== undefined && fileIdentity(stat) === identity) return
  throw new VaultError('replaced-while-open', 'another file, or none, is now where the vault was')
}

/** SQLite would wait for ever for the other end of a pipe, and follow a write-ahead log that is not ours. */
function inspectJournals(path: string): void {
  const journal = lstatSync(`${path}-journal`, { throwIfNoEntry: false })
  if (journal !== undefined && !journal.isFile()) {
    throw new VaultError('schema-altered', 'what lies at the place of the journal is not a file')
  }
  if (lstatSync(`${path}-wal`, { throwIfNoEntry: false }) !== undefined) {
    throw new VaultError('schema-altered', 'a journal of another kind lies beside the vault')
  }
}

/**
 * Undoes a change that a crash cut off. A connection that only reads cannot, and SQLite would say that
 * the file is read-only.
 */
function rollBackJournal(path: string): void {
  const journal = statSync(`${path}-journal`, { throwIfNoEntry: false })
  if (journal === undefined || journal.size === 0) return
  let db: VaultDb | undefined
  try {
    db = new Database(path, { fileMustExist: true, timeout: 0 })
    db.pragma('trusted_schema = OFF')
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
  } catch (error) {
    const known = asVaultError(error, path, 'opening')
    if (!(known instanceof VaultError) || known.code !== 'folder-not-writable') throw known
    throw new VaultError('folder-not-writable', 'a change was cut off and cannot be undone here', {
      cause: error,
      facts: { reason: 'interrupted-change' },
    })
  } finally {
    db?.close()
  }
}

/** Makes an empty vault database at a path where nothing is yet, for nobody else to read. */
export function createDatabase(path: string): VaultDb {
  // SQLite would make it readable for everybody; it takes an empty file as a new database.
  closeSync(openSync(path, 'wx', 0o600))
  const db = new Database(path)
  db.pragma(`page_size = ${PAGE_SIZE_BYTES}`)
  configure(db)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${FORMAT}`)
  for (const statement of SCHEMA) db.exec(statement)
  return db
}

/** Closes without leaving the empty journal of `journal_mode=TRUNCATE` behind. */
export function closeDatabase(db: VaultDb): void {
  if (!db.open) return
  try {
    if (db.inTransaction) db.exec('ROLLBACK')
    if (!db.readonly) db.pragma('journal_mode = DELETE')
  } catch {
    // An empty journal beside a vault is harmless.
  }
  db.close()
}

/** @throws VaultError `vault-damaged` when the file's structure is not sound. */
export function quickCheck(db: VaultDb, path: string): void {
  let result: unknown
  try {
    result = db.pragma('quick_check(1)', { simple: true })
    // SQLite reads what is missing at the end as zeros, and an empty page would pass.
    const pageCount = Number(db.pragma('page_count', { simple: true }))
    const pageBytes = Number(db.pragma('page_size', { simple: true }))
    if (statSync(path).size < pageCount * pageBytes) result = 'short'
  } catch (error) {
    throw asVaultError(error, path, 'reading')
  }
  if (result !== 'ok') throw new VaultError('vault-damaged', 'the structure of the file is damaged')
}

/** Turns a failure of SQLite or the file system into the one a person is told about; anything else stays a bug. */
export function asVaultError(
  error: unknown,
  path: string,
  doing: 'opening' | 'reading' | 'writing',
): unknown {
  if (error instanceof VaultError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return openedElsewhere(path)
  const match = ERROR_CODES.find(([pattern]) => pattern.test(code))
  if (match === undefined) return error
  const isUnreadable = code.startsWith('SQLITE_CANTOPEN') && doing === 'reading'
  return new VaultError(isUnreadable ? 'io-failed' : match[1], match[2], { cause: error })
}

const ERROR_CODES: readonly (readonly [RegExp, VaultErrorCode, string])[] = [
  [/^SQLITE_READONLY_DBMOVED$/, 'replaced-while-open', 'another file is where the vault was'],
  [/^(ENOENT|ENOTDIR)$/, 'file-not-found', 'there is no file here'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk-full', 'the disk is full'],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|EROFS)/,
    'folder-not-writable',
    'the folder or the file cannot be written',
  ],
  [
    /^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_FORMAT|SQLITE_TOOBIG)/,
    'vault-damaged',
    'the file is damaged',
  ],
  [/^SQLITE_ERROR$/, 'vault-damaged', 'the file does not answer as a vault'],
  [/^(SQLITE_IOERR|EIO|EISDIR|EFBIG|EMFILE|ENFILE|SQLITE_NOLFS)/, 'io-failed', 'the disk failed'],
]

function configure(db: VaultDb): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32768')
  if (db.readonly) return
  db.pragma('secure_delete = ON')
  db.pragma('synchronous = EXTRA')
  const mode: unknown = db.pragma('journal_mode = TRUNCATE', { simple: true })
  if (mode !== 'truncate') throw new VaultError('schema-altered', 'the vault uses another journal')
}

type SchemaRow = { type: string; name: string; tblName: string; sql: string | null }

function compareSchema(db: VaultDb): void {
  const rows = db
    .prepare<[], SchemaRow>(
      'SELECT type, name, tbl_name AS tblName, sql FROM sqlite_schema ORDER BY rowid',
    )
    .all()
  const isOurs =
    rows.length === SCHEMA.length &&
    rows.every((row, index) => {
      const sql = SCHEMA[index]
      const name = sql?.split(' ')[2]
      return row.type === 'table' && row.sql === sql && row.name === name && row.tblName === name
    })
  if (!isOurs)
    throw new VaultError('schema-altered', 'the vault holds tables or code that are not ours')
}
