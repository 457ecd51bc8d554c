import { copyFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readVault } from '../../reader/reading.ts'
import { bytesOf } from '../../support/vault.ts'
import { type LivedInVault, makeLivedInVault, PASSPHRASE } from './lived-in-vault.ts'

// Real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

let made: LivedInVault

beforeAll(async () => {
  made = await makeLivedInVault()
}, 60_000)

afterAll(() => rmSync(path.dirname(made.path), { recursive: true, force: true }))

/** A copy of the vault, changed by who owns the file. */
function tampered(change: (db: DatabaseSync) => void, original = made.path): string {
  const file = path.join(path.dirname(made.path), `tampered-${Math.random()}.beian`)
  copyFileSync(original, file)
  onTestFinished(() => rmSync(file))
  const db = new DatabaseSync(file)
  change(db)
  db.close()
  return file
}

const kit = () => ({ kind: 'recovery-kit', code: made.kitCode }) as const

/** The checks that do not hold, by name. */
const failures = (file: string): string[] =>
  readVault(file, kit(), { bytes: made.anchor })
    .checks.filter((check) => !check.holds)
    .map((check) => check.name)

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

/** The slot that the kit opens. */
const OWN_SLOT = 'kind = 2'

describe('one bit flipped', () => {
  const headCovered = [
    ['vault', 'constants'],
    ['certificate', 'body'],
    ['slot', 'sealed_label'],
    ['record', 'overview'],
    ['record', 'secret'],
    ['attachment', 'manifest'],
    ['audit', 'entry'],
    ['head', 'mac'],
  ] as const

  it.each(headCovered)('in %s.%s is seen', (table, column) => {
    for (const place of ['first', 'middle', 'last'] as const) {
      const file = tampered((db) => flipBit(db, table, column, place))
      expect(failures(file)).toContain('head MAC')
    }
  })

  it.each(['public_key', 'commitment', 'wrapped_seed', 'pin', 'sealed_roots'])(
    'in slot.%s of another’s slot is seen',
    (column) => {
      const file = tampered((db) => flipBit(db, 'slot', column, 'middle', 'kind = 1'))
      expect(failures(file)).toContain('head MAC')
    },
  )

  it.each([
    ['parameters', 'does-not-open'],
    ['public_key', 'does-not-open'],
    ['commitment', 'does-not-open'],
    ['wrapped_seed', 'damaged'],
    ['pin', 'damaged'],
    ['sealed_roots', 'forged'],
  ])('in slot.%s of the slot in use keeps it shut', (column, code) => {
    const file = tampered((db) => flipBit(db, 'slot', column, 'last', OWN_SLOT))
    expect(() => readVault(file, kit())).toThrow(refusal(code))
  })

  it('in a chunk of an attachment is seen, though the head does not cover it', () => {
    const file = tampered((db) => flipBit(db, 'attachment_chunk', 'chunk', 'middle'))
    expect(failures(file)).toEqual([expect.stringMatching(/^attachment [0-9a-f]{32}: content$/)])
  })

  it('in a sealed value shows which one does not open', () => {
    const overview = tampered((db) => flipBit(db, 'record', 'overview', 'middle'))
    expect(failures(overview)).toContainEqual(expect.stringMatching(/^record .*: overview$/))
    const secret = tampered((db) => flipBit(db, 'record', 'secret', 'middle'))
    expect(failures(secret)).toContainEqual(expect.stringMatching(/^record .*: secret$/))
    const entry = tampered((db) => flipBit(db, 'audit', 'entry', 'middle'))
    expect(failures(entry)).toContainEqual(expect.stringMatching(/^audit entry \d+$/))
  })
})

describe('a number changed', () => {
  it.each([
    ['record', 'generation = generation - 1'],
    ['record', 'revision = revision + 1'],
    ['record', 'secret_revision = secret_revision - 1'],
    ['attachment', 'generation = generation - 1'],
    ['attachment', 'revision = revision + 1'],
    ['audit', 'generation = generation - 1'],
    ['audit', 'sequence = sequence + 1000'],
    ['certificate', 'sequence = sequence + 1000'],
    ['head', 'revision = revision + 1'],
    ['head', 'generation = generation + 1'],
    ['slot', 'id = zeroblob(16) WHERE kind = 1 --'],
    ['slot', 'kind = 4 WHERE kind = 1 --'],
    ['attachment', 'id = zeroblob(16)'],
    ['record', 'id = zeroblob(16)'],
  ])('of %s (%s) is seen', (table, assignment) => {
    const key = ['record', 'slot', 'attachment'].includes(table) ? 'id' : 'rowid'
    const limit = `WHERE ${key} = (SELECT max(${key}) FROM ${table})`
    const file = tampered((db) => {
      // The row of a record that has a secret, so that its revision is not null.
      const only = table === 'record' ? `${limit.slice(0, -1)} WHERE secret IS NOT NULL)` : limit
      expect(db.prepare(`UPDATE ${table} SET ${assignment} ${only}`).run().changes).toBe(1)
    })
    expect(failures(file)).toContain('head MAC')
  })
})

describe('rows', () => {
  it.each(['certificate', 'slot', 'record', 'attachment', 'attachment_chunk', 'audit'])(
    'missing from %s are seen',
    (table) => {
      const which = table === 'slot' ? 'kind = 1' : 'true'
      const file = tampered((db) => db.exec(`DELETE FROM ${table} WHERE ${which}`))
      expect(failures(file)).toContain('head MAC')
    },
  )

  it('swapped between two records are seen', () => {
    for (const column of ['overview', 'secret']) {
      const file = tampered((db) => swap(db, 'record', column))
      expect(failures(file)).toEqual(
        expect.arrayContaining(['head MAC', expect.stringMatching(`^record .*: ${column}$`)]),
      )
    }
  })

  it.each([
    ['record', 'middlePath', 'true'],
    ['attachment', 'middlePath', 'true'],
    ['slot', 'olderPath', 'kind = 1'],
    ['vault', 'olderPath', 'true'],
  ] as const)('of %s brought back from an older copy (%s) are seen', (table, copy, where) => {
    const file = tampered((db) => {
      db.exec(`ATTACH '${made[copy]}' AS older`)
      db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM older.${table} WHERE ${where}`)
      db.exec('DETACH older')
    })
    expect(failures(file)).toContain('head MAC')
  })

  it('of an older generation do not open in this one', () => {
    const file = tampered((db) => {
      db.exec(`ATTACH '${made.olderPath}' AS older`)
      db.exec('INSERT OR REPLACE INTO record SELECT * FROM older.record')
      db.exec('DETACH older')
    })
    expect(failures(file)).toContainEqual(expect.stringMatching(/^record .*: overview$/))
  })

  it('added to the slots are seen', () => {
    const file = tampered((db) =>
      db.exec(`INSERT INTO slot SELECT zeroblob(16), kind, parameters, public_key, commitment,
        wrapped_seed, pin, sealed_roots, sealed_label FROM slot WHERE kind = 1`),
    )
    expect(failures(file)).toEqual(
      expect.arrayContaining(['head MAC', 'members of the current certificate are the slots']),
    )
  })

  it('of an attachment in another order, cut at the end or twice are seen', () => {
    const longest = `(SELECT attachment_id FROM attachment_chunk GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)`
    const changes = [
      `UPDATE attachment_chunk SET chunk = (SELECT chunk FROM attachment_chunk WHERE attachment_id = ${longest} AND position = 1) WHERE attachment_id = ${longest} AND position = 0`,
      `DELETE FROM attachment_chunk WHERE attachment_id = ${longest} AND position = 3`,
      `INSERT INTO attachment_chunk SELECT attachment_id, 4, chunk FROM attachment_chunk WHERE attachment_id = ${longest} AND position = 3`,
    ]
    for (const change of changes) {
      const file = tampered((db) => db.exec(change))
      expect(failures(file)).toContainEqual(expect.stringMatching(/^attachment .*: content$/))
    }
  })
})

describe('an older file over a newer one', () => {
  it('is seen by the anchor alone', () => {
    const file = tampered(() => {}, made.middlePath)
    expect(failures(file)).toEqual(['not older than the anchor'])
    expect(failures(tampered(() => {}, made.olderPath))).toContain('not older than the anchor')
  })
})

describe('a slot’s cost', () => {
  const passphrase = () => ({ kind: 'passphrase', passphrase: bytesOf(PASSPHRASE) }) as const
  const withCost = (opsLimit: number, memLimitBytes: bigint) =>
    tampered((db) => {
      const row = db.prepare('SELECT parameters FROM slot WHERE kind = 1').get()
      const parameters = Buffer.from(row?.['parameters'] as Uint8Array)
      parameters.writeUInt32BE(opsLimit, 1)
      parameters.writeBigUInt64BE(memLimitBytes, 5)
      db.prepare('UPDATE slot SET parameters = ? WHERE kind = 1').run(parameters)
    })
  const MIB = 1024n * 1024n

  it.each([
    ['too few passes', 2, 64n * MIB],
    ['too many passes', 11, 64n * MIB],
    ['too little memory', 3, 63n * MIB],
    ['too much memory', 3, 1025n * MIB],
    ['memory beyond any number', 3, 2n ** 63n],
    ['memory that is no multiple of 1024', 3, 64n * MIB + 1n],
  ])('of %s is refused before the memory is taken', (_, opsLimit, memLimitBytes) => {
    const file = withCost(opsLimit, memLimitBytes)
    expect(() => readVault(file, passphrase())).toThrow(refusal('refused-parameters'))
  })

  it('weakened within bounds opens nothing', () => {
    expect(() => readVault(withCost(4, 64n * MIB), passphrase())).toThrow(refusal('does-not-open'))
  })
})

describe('the container', () => {
  it.each([
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON audit BEGIN DELETE FROM audit; END'],
    ['a view', 'CREATE VIEW v AS SELECT * FROM record'],
    ['an index', 'CREATE INDEX i ON record (revision)'],
    ['a table', 'CREATE TABLE extra (a)'],
    ['another column', 'ALTER TABLE record ADD COLUMN note BLOB'],
    ['a table less', 'DROP TABLE attachment_chunk'],
  ])('with %s is refused', (_, sql) => {
    expect(() =>
      readVault(
        tampered((db) => db.exec(sql)),
        kit(),
      ),
    ).toThrow(refusal('schema-altered'))
  })

  it.each([
    ['not-a-vault', 'PRAGMA application_id = 1'],
    ['not-a-vault', 'PRAGMA user_version = 0'],
    ['newer-format', 'PRAGMA user_version = 2'],
    ['damaged', 'PRAGMA journal_mode = WAL'],
  ])('is refused as %s after %s', (code, sql) => {
    expect(() =>
      readVault(
        tampered((db) => db.exec(sql)),
        kit(),
      ),
    ).toThrow(refusal(code))
  })

  it('cut short, or with a journal beside it, is refused', () => {
    const file = tampered(() => {})
    writeFileSync(`${file}-journal`, 'x')
    onTestFinished(() => rmSync(`${file}-journal`))
    expect(() => readVault(file, kit())).toThrow(refusal('hot-journal'))
    const cut = tampered(() => {})
    truncateSync(cut, 3 * 8192)
    expect(() => readVault(cut, kit())).toThrow(refusal('damaged'))
    truncateSync(cut, 50)
    expect(() => readVault(cut, kit())).toThrow(refusal('not-a-vault'))
  })
})

function flipBit(
  db: DatabaseSync,
  table: string,
  column: string,
  place: 'first' | 'middle' | 'last',
  where = `${column} IS NOT NULL`,
): void {
  const row = db.prepare(`SELECT ${column} AS value FROM ${table} WHERE ${where} LIMIT 1`).get()
  const before = row?.['value'] as Uint8Array
  const after = Uint8Array.from(before)
  const index = { first: 0, middle: before.length >> 1, last: before.length - 1 }[place]
  after[index] = (after[index] ?? 0) ^ 1
  const update = `UPDATE ${table} SET ${column} = ? WHERE ${column} = ? AND ${where}`
  expect(db.prepare(update).run(after, before).changes).toBe(1)
}

function swap(db: DatabaseSync, table: string, column: string): void {
  const rows = db
    .prepare(`SELECT id, ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL LIMIT 2`)
    .all()
  const [one, other] = rows
  const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`)
  update.run(other?.['value'] as Uint8Array, one?.['id'] as Uint8Array)
  update.run(one?.['value'] as Uint8Array, other?.['id'] as Uint8Array)
}
