import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { fillRows, searchRows } from '../../electron/ledger/search/search-tables.ts'
import { overviewOf } from '../../electron/ledger/store.ts'
import { sodiumReady } from '../../electron/vault/sodium.ts'
import { type Figure, type Figures, median, quantile, rounded } from './figure.ts'
import { coldUnlockMs, type LargeVault, largeVault, openLargeVault } from './large-vault.ts'

const SIZES = [1_000, 10_000, 100_000] as const
const BUDGET_SIZE = 10_000
const QUERIES = ['xinghe', '星', 'xhkj', '0001', 'example', '公司 网站', '138', 'ICP']

/** Unlock, search and save on the vault alone, at three sizes; the floor of the unlock in the same run. */
export async function vaultFigures(): Promise<Figures> {
  await sodiumReady
  const figures: Figures = {}
  const growth: string[] = []
  for (const size of SIZES) {
    const large = await largeVault(size)
    try {
      const [unlock, floor] = unlockMs(large, size > BUDGET_SIZE ? 3 : 5)
      const search = await searchMs(large)
      const save = await saveMs(large)
      growth.push(
        `${size}: unlock ${rounded(unlock)}, search p95 ${rounded(search)}, save ${rounded(save)} ms`,
      )
      const label = `${size / 1000}k`
      figures[`growth_unlock_${label}`] = {
        value: rounded(unlock),
        unit: 'ms',
        floor: rounded(floor),
      }
      figures[`growth_search_p95_${label}`] = { value: rounded(search), unit: 'ms' }
      figures[`growth_save_${label}`] = { value: rounded(save), unit: 'ms' }
      if (size === BUDGET_SIZE) {
        figures['unlock_vault_rest_ms'] = {
          value: rounded(unlock),
          unit: 'ms',
          floor: rounded(floor),
          note: `${large.recordCount} records, ${rounded(statSync(large.file).size / 2 ** 20)} MiB, vault and ledger without the window`,
        }
        figures['save_ms'] = {
          value: rounded(save),
          unit: 'ms',
          floor: rounded(bareCommitMs(large)),
          note: 'one changed record, audit entry, head and anchor durable; median',
        }
        figures['rekey_s_10k'] = await rekeyFigure(large)
      }
    } finally {
      large.remove()
    }
  }
  console.log(`  ${growth.join('\n  ')}`)
  return figures
}

/**
 * The floor in a process of its own, as cold as the vault process is at each unlock.
 *
 * @param runtime - Node, or the app's Electron run as Node: a floor must stand on what it is a floor of.
 */
export function floorMs(large: LargeVault, runtime: string): number {
  return median(Array.from({ length: 5 }, () => floorOnceMs(large, runtime)))
}

function floorOnceMs({ file }: LargeVault, runtime: string): number {
  const script = path.join(import.meta.dirname, 'floor.mjs')
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  return Number(execFileSync(runtime, [script, file], { encoding: 'utf8', env }))
}

/** Ours and the floor in turns. */
function unlockMs(large: LargeVault, rounds: number): [ours: number, floor: number] {
  const ours: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(coldUnlockMs(large.file))
    floors.push(floorOnceMs(large, process.execPath))
  }
  return [median(ours), median(floors)]
}

async function searchMs({ file }: LargeVault): Promise<number> {
  const { ledger, close } = await openLargeVault(file)
  const all: number[] = []
  // What the app makes ready in the background after the unlock.
  fillRows(ledger.search, ledger, ledger.rowTable, Number.POSITIVE_INFINITY)
  searchRows(ledger.search, ledger, ledger.rowTable, 'x')
  for (const query of QUERIES) {
    for (let length = 1; length <= query.length; length++) {
      const start = performance.now()
      searchRows(ledger.search, ledger, ledger.rowTable, query.slice(0, length))
      all.push(performance.now() - start)
    }
  }
  close()
  return quantile(all, 0.95)
}

/** One changed record, durable, with audit entry, head and anchor. */
export async function saveMs({ file }: LargeVault): Promise<number> {
  const { vault, ledger, close } = await openLargeVault(file)
  const all: number[] = []
  for (const record of [...ledger.kinds.service.values()].slice(0, 60)) {
    const { id } = record
    const overview = { ...overviewOf(record), updatedAt: Date.now() }
    const start = performance.now()
    vault.write(
      [{ type: 'put', id, overview }],
      [{ action: 'record.change', at: Date.now(), custodianId: vault.custodianId, recordId: id }],
    )
    all.push(performance.now() - start)
  }
  close()
  return median(all.slice(10))
}

/** One row changed and committed with the same durability, and nothing else. */
function bareCommitMs({ file }: LargeVault): number {
  const db = new Database(`${file}.bare`)
  db.pragma('journal_mode = TRUNCATE')
  db.pragma('synchronous = EXTRA')
  db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB) STRICT')
  const write = db.prepare('INSERT INTO bare (body) VALUES (?)')
  const all: number[] = []
  for (let round = 0; round < 60; round++) {
    const start = performance.now()
    write.run(randomBytes(600))
    all.push(performance.now() - start)
  }
  db.close()
  return median(all.slice(10))
}

async function rekeyFigure({ file, recordCount }: LargeVault): Promise<Figure> {
  const { vault, close } = await openLargeVault(file)
  const start = performance.now()
  await vault.rekey({ keepSlots: () => true, reason: 'bench' })
  const seconds = (performance.now() - start) / 1000
  close()
  return {
    value: rounded(seconds),
    unit: 's',
    note: `${recordCount} records, new generation, durable`,
  }
}
