import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { importHandlers } from '../../electron/handlers/import.ts'
import { createLedger } from '../../electron/ledger/ledger.ts'
import type { HostClient, OpenVault, Session } from '../../electron/session.ts'
import { createSpreadsheets } from '../../electron/spreadsheet/spreadsheets.ts'
import { Vault } from '../../electron/vault/vault.ts'
import { type Figures, rounded } from './figure.ts'
import { BENCH_KDF, temporaryFolder, timedContext } from './large-vault.ts'
import { spreadsheetOf } from './spreadsheet.ts'

const ROWS = 10_000
const WORKER = new URL('../../electron/spreadsheet/spreadsheet-worker.ts', import.meta.url)

/** From the chosen xlsx of 10,000 rows to durable records: reading, mapping, checking, one transaction. */
export async function importFigures(): Promise<Figures> {
  const { folder, remove } = temporaryFolder()
  try {
    const file = path.join(folder, 'ledger.xlsx')
    writeFileSync(file, await spreadsheetOf(ROWS))
    const vault = await Vault.create(
      path.join(folder, 'import.beian'),
      { passphrase: Buffer.from('a bench passphrase'), custodianName: '测试', kdf: BENCH_KDF },
      timedContext(folder),
    )
    const open: OpenVault = {
      vault,
      ledger: createLedger(vault.records()),
      failedUnlocksBefore: 0,
      approvals: new Map(),
    }
    const session: Session = {
      now: Date.now,
      // `as`: the one thing that an import asks of main is which file.
      host: (() => Promise.resolve(file)) as HostClient,
      emit: () => {},
      open: () => open,
    }
    const handlers = importHandlers(session, createSpreadsheets(WORKER))
    const start = performance.now()
    const source = await handlers['import.choose'](undefined)
    if (source === undefined) throw new Error('no file was chosen')
    const chosenMs = performance.now() - start
    const preview = await handlers['import.preview']({ mapping: source.mapping })
    const previewMs = performance.now() - start - chosenMs
    const result = await handlers['import.commit']({
      plan: { mapping: preview.mapping, duplicates: 'skip', choices: {}, leftOut: [] },
    })
    const totalMs = performance.now() - start
    vault.close()
    if (result.created < ROWS) throw new Error(`only ${result.created} of ${ROWS} rows came in`)
    return {
      import_s_10k: {
        value: rounded(totalMs / 1000),
        unit: 's',
        note: `read ${rounded(chosenMs)} ms, preview ${rounded(previewMs)} ms, commit ${rounded(totalMs - chosenMs - previewMs)} ms; ${result.records} records, ${result.passwords} passwords`,
      },
    }
  } finally {
    remove()
  }
}
