import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Vault, type VaultContext } from '../../electron/vault/vault.ts'
import { VaultError } from '../../shared/errors.ts'
import { byPassphrase, entry, memoryAnchors } from './vault.ts'

/** What an attacker gets to know of a cell: its row's key columns and its value. */
export type Cell = { table: string; key: string; column: string; value: unknown }

/** Tables, and the columns that name a row. */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  vault: ['singleton'],
  certificate: ['sequence'],
  slot: ['id'],
  record: ['id'],
  attachment: ['id'],
  attachment_chunk: ['attachment_id', 'position'],
  audit: ['sequence'],
  head: ['singleton'],
}

/** Opens a vault's file as somebody with an SQLite shell would, without any of our rules. */
export function asAttacker<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path)
  try {
    db.unsafeMode(true)
    db.pragma('ignore_check_constraints = ON')
    db.pragma('journal_mode = DELETE')
    return work(db)
  } finally {
    db.close()
  }
}

/** Lets NULL into every column while `work` runs, and puts the schema back word for word. */
export function withoutNotNull(path: string, work: (db: Database.Database) => void): void {
  const schema = asAttacker(path, (db) => {
    const rows = db
      .prepare<[], { name: string; sql: string }>('SELECT name, sql FROM sqlite_schema')
      .all()
    db.pragma('writable_schema = ON')
    db.exec("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')")
    return rows
  })
  try {
    asAttacker(path, work)
  } finally {
    asAttacker(path, (db) => {
      db.pragma('writable_schema = ON')
      const restore = db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?')
      for (const { name, sql } of schema) restore.run(sql, name)
    })
  }
}

/** Every cell of a table, row by row. */
export function cellsOf(path: string, table: string): Cell[] {
  return asAttacker(path, (db) => {
    const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()
    return rows.flatMap((row) =>
      Object.entries(row).map(([column, value]) => ({
        table,
        key: keyOf(table, row),
        column,
        value,
      })),
    )
  })
}

export function setCell(path: string, cell: Cell, value: unknown): void {
  asAttacker(path, (db) => {
    db.prepare(`UPDATE ${cell.table} SET ${cell.column} = ? WHERE ${cell.key}`).run(value)
  })
}

/** A WHERE clause that names one row. */
export function keyOf(table: string, row: Record<string, unknown>): string {
  return (TABLES[table] ?? [])
    .map((column) => {
      const value = row[column]
      return Buffer.isBuffer(value)
        ? `${column} = x'${value.toString('hex')}'`
        : `${column} = ${String(value)}`
    })
    .join(' AND ')
}

/**
 * How the vault answers to a file that was tampered with: `refused: code`, `evidence`, `unreadable`
 * (an attachment that is not given out) — or `unseen`, which no test may see.
 */
export async function answerTo(path: string, context: VaultContext): Promise<string> {
  let vault: Vault
  try {
    vault = await Vault.open(path, byPassphrase(), {}, { ...context, anchors: memoryAnchors() })
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return `refused: ${error.code}`
  }
  try {
    if (vault.mode === 'evidence') return vault.findings.length > 0 ? 'evidence' : 'unseen'
    for (const { id } of vault.attachments()) {
      for await (const _ of vault.readAttachment(id, entry()));
    }
    return 'unseen'
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return error.code === 'vault-damaged' ? 'unreadable' : `odd: ${error.code}`
  } finally {
    vault.close()
  }
}

/** A copy to tamper with. */
export function copyOf(path: string, name: string): string {
  const copy = `${path}.${name}`
  copyFileSync(path, copy)
  return copy
}
