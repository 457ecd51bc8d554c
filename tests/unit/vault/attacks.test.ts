import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DEFAULT_KDF_COST } from '../../../electron/vault/passphrase.ts'
import { Vault, type VaultContext } from '../../../electron/vault/vault.ts'
import { invite, joinUnlock, makeSplitKit } from '../../support/custody.ts'
import { bytesOf, entry, PASSPHRASE, someRecord, testContext } from '../../support/vault.ts'
import {
  answerTo,
  asAttacker,
  type Cell,
  cellsOf,
  setCell,
  TABLES,
  withoutNotNull,
} from '../../support/vault-attack.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

/** Somebody who can write the file tries every cell of every row of every table. */
let folder: string
let current: string
let older: string
let context: VaultContext
let attempt: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beian-attack-'))
  current = join(folder, 'current.beian')
  older = join(folder, 'older.beian')
  attempt = join(folder, 'attempt.beian')
  context = testContext()
  const options = {
    passphrase: bytesOf(PASSPHRASE),
    custodianName: '林备案',
    kdf: DEFAULT_KDF_COST,
  }
  const vault = await Vault.create(current, options, context)
  const records = [1, 2, 3].map((index) => someRecord(index))
  const bare = { ...someRecord(4), secret: null }
  vault.write([...records, bare], [entry()])
  const kit = vault.prepareRecoveryKit()
  const groups = kit.code.split('-')
  vault.confirmRecoveryKit([0, 5].map((index) => ({ index, text: groups[index] ?? '' })))
  makeSplitKit(vault, ['王法人', '李财务'])
  await invite(vault, context, 'all')
  const { local } = await invite(vault, context, 'ledger')
  vault.addKeychainSlot({ label: '电脑', expiresAt: context.now() + 86_400_000 })
  const facts = { ownerId: bare.id, name: '营业执照.pdf', mediaType: 'application/pdf' }
  await vault.writeAttachment(facts, content(150_000), [entry()])
  await vault.writeAttachment(facts, content(70_000), [entry()])
  vault.close()
  const unlock = await joinUnlock(current, local, context)
  ;(await Vault.open(current, unlock, {}, context)).close()
  copyFileSync(current, older)

  const again = await Vault.open(
    current,
    { kind: 'passphrase', passphrase: bytesOf(PASSPHRASE) },
    {},
    context,
  )
  again.write(
    records.map((record) => ({ ...record, overview: { changed: true } })),
    [entry()],
  )
  await again.changePassphrase(bytesOf(PASSPHRASE), bytesOf(PASSPHRASE), DEFAULT_KDF_COST)
  await again.rekey({ keepSlots: () => true, reason: 'test' })
  again.close()
  expect(await answerTo(current, context)).toBe('unseen')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* content(length: number) {
  yield new Uint8Array(length).fill(7)
}

/** Tries each attack on a fresh copy and lists those nobody noticed. */
async function tryAll(attacks: Iterable<readonly [name: string, attack: () => void]>) {
  const unseen: string[] = []
  let tried = 0
  for (const [name, attack] of attacks) {
    copyFileSync(current, attempt)
    try {
      attack()
    } catch (error) {
      // SQLite itself did not let the attacker.
      if (error instanceof Error && error.name === 'SqliteError') continue
      throw error
    }
    tried++
    const answer = await answerTo(attempt, context)
    if (!/^(refused: |evidence$|unreadable$)/.test(answer)) unseen.push(`${name}: ${answer}`)
  }
  return { unseen, tried }
}

function altered(value: unknown): unknown[] {
  if (typeof value === 'number')
    return [value + 1, value + 2 ** 32, Math.max(value - 1, 0)].filter((one) => one !== value)
  if (!Buffer.isBuffer(value)) return [Buffer.alloc(40), 1]
  const flips = [0, Math.floor(value.length / 2), value.length - 1].map((at) => {
    const copy = Buffer.from(value)
    copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
    return copy
  })
  return [
    ...flips,
    value.subarray(0, -1),
    value.subarray(1),
    Buffer.alloc(0),
    Buffer.concat([value, Buffer.alloc(1)]),
    // A joiner's slot has empty values: nothing is done to them by some of these.
  ].filter((one) => !one.equals(value))
}

/** Mostly the first two rows and the last: the others are treated by the same code. */
function someCells(table: string): Cell[] {
  const cells = cellsOf(current, table)
  const keys = [...new Set(cells.map((cell) => cell.key))]
  // Of the ways in every one: each is of another kind.
  const chosen = new Set(table === 'slot' ? keys : [...keys.slice(0, 2), ...keys.slice(-1)])
  return cells.filter((cell) => chosen.has(cell.key))
}

function isSame(a: unknown, b: unknown): boolean {
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b
}

describe.each(Object.keys(TABLES))('somebody who writes the table %s', (table) => {
  it('is seen when a value is flipped, cut, emptied or made longer', async () => {
    const attacks = someCells(table).flatMap((cell) =>
      altered(cell.value).map(
        (value, index) =>
          [`${cell.key} ${cell.column} #${index}`, () => setCell(attempt, cell, value)] as const,
      ),
    )
    const { unseen, tried } = await tryAll(attacks)
    expect(unseen).toEqual([])
    expect(tried).toBeGreaterThan(0)
  })

  it('is seen when a value is made NULL', async () => {
    const cells = someCells(table).filter((cell) => cell.value !== null)
    const attacks = cells.map(
      (cell) =>
        [
          `${cell.key} ${cell.column}`,
          () =>
            withoutNotNull(attempt, (db) =>
              db.exec(`UPDATE ${table} SET ${cell.column} = NULL WHERE ${cell.key}`),
            ),
        ] as const,
    )
    const { unseen, tried } = await tryAll(attacks)
    expect(unseen).toEqual([])
    expect(tried).toBeGreaterThan(0)
  })

  it('is seen when values are swapped between rows', async () => {
    const cells = someCells(table)
    const attacks = cells.flatMap((cell) =>
      cells
        .filter(
          (other) =>
            other.column === cell.column &&
            other.key > cell.key &&
            !isSame(other.value, cell.value),
        )
        .map(
          (other) =>
            [
              `${cell.column} ${cell.key} <> ${other.key}`,
              () => {
                setCell(attempt, cell, other.value)
                setCell(attempt, other, cell.value)
              },
            ] as const,
        ),
    )
    const { unseen } = await tryAll(attacks)
    expect(unseen).toEqual([])
  })

  it('is seen when an older value or an older row is put back', async () => {
    const before = new Map(
      cellsOf(older, table).map((cell) => [`${cell.key} ${cell.column}`, cell]),
    )
    const values = someCells(table).flatMap((cell) => {
      const old = before.get(`${cell.key} ${cell.column}`)
      if (old === undefined || isSame(old.value, cell.value)) return []
      return [[`${cell.key} ${cell.column}`, () => setCell(attempt, cell, old.value)] as const]
    })
    const isUnchanged = (key: string) =>
      cellsOf(current, table)
        .filter((cell) => cell.key === key)
        .every((cell) => isSame(cell.value, before.get(`${key} ${cell.column}`)?.value))
    const keys = [...new Set(someCells(table).map((cell) => cell.key))]
    const rows = keys
      .filter((key) => !isUnchanged(key))
      .map(
        (key) =>
          [
            `row ${key}`,
            () =>
              asAttacker(attempt, (db) => {
                db.exec(`ATTACH '${older}' AS older`)
                const isThere =
                  db.prepare(`SELECT 1 FROM older.${table} WHERE ${key}`).get() !== undefined
                // A row that did not exist then: putting the old state back means deleting it.
                db.exec(`DELETE FROM main.${table} WHERE ${key}`)
                if (isThere)
                  db.exec(`INSERT INTO main.${table} SELECT * FROM older.${table} WHERE ${key}`)
              }),
          ] as const,
      )
    const tables = [
      [
        'the whole table',
        () =>
          asAttacker(attempt, (db) => {
            db.exec(`ATTACH '${older}' AS older`)
            db.exec(
              `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM older.${table}`,
            )
          }),
      ] as const,
    ]
    // Content chunks keep their own key through a re-key: they are the same in both files.
    const all = [...values, ...(table === 'attachment_chunk' ? [] : [...rows, ...tables])]
    const { unseen } = await tryAll(all)
    expect(unseen).toEqual([])
  })

  it('is seen when a row is deleted', async () => {
    const keys = [...new Set(cellsOf(current, table).map((cell) => cell.key))]
    const attacks = [...keys, '1 = 1'].map(
      (key) =>
        [
          key,
          () => asAttacker(attempt, (db) => void db.exec(`DELETE FROM ${table} WHERE ${key}`)),
        ] as const,
    )
    const { unseen, tried } = await tryAll(attacks)
    expect(unseen).toEqual([])
    expect(tried).toBe(keys.length + 1)
  })

  it('is seen when a row is added', async () => {
    const keyColumn = TABLES[table]?.at(-1) ?? ''
    const isBlob = Buffer.isBuffer(
      cellsOf(current, table).find((cell) => cell.column === keyColumn)?.value,
    )
    const newKeys = isBlob
      ? ["x'00000000000000000000000000000001'", 'randomblob(16)']
      : ['1000', '0', `(SELECT max(${keyColumn}) + 1 FROM ${table})`]
    const attacks = newKeys.map(
      (newKey) =>
        [
          newKey,
          () =>
            asAttacker(attempt, (db) => {
              const columns = db
                .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
                .all()
              const values = columns
                .map(({ name }) => (name === keyColumn ? newKey : name))
                .join(', ')
              db.exec(`INSERT INTO ${table} SELECT ${values} FROM ${table} LIMIT 1`)
            }),
        ] as const,
    )
    const { unseen, tried } = await tryAll(attacks)
    expect(unseen).toEqual([])
    expect(tried).toBeGreaterThan(0)
  })
})
