import path from 'node:path'
import type { EXCHANGE_CALLS } from '../../shared/contract/exchange.ts'
import { VaultError } from '../../shared/errors.ts'
import type { ForeignSource } from '../../shared/exchange.ts'
import type { Exchanger } from '../exchange/exchanger.ts'
import { exportArchive } from '../exchange/export-archive.ts'
import { exportKdbx } from '../exchange/export-kdbx.ts'
import type { ForeignVault } from '../exchange/foreign-entry.ts'
import { foreignLines, recognise } from '../exchange/import-lines.ts'
import { importForeign } from '../exchange/import-records.ts'
import { countsOf, selectForKdbx } from '../exchange/kdbx-tree.ts'
import { needOf, readBounded } from '../exchange/read-foreign.ts'
import type { Handlers } from '../handlers.ts'
import { createOneWork } from '../one-work.ts'
import type { Session } from '../session.ts'

/** The file that is being taken in. Once it is opened it holds passwords: gone with the import's end. */
type OpenForeign = {
  fileName: string
  bytes: Uint8Array
  keyFile?: Uint8Array
  vault?: ForeignVault
}

/** A key file is a few bytes; KeePass takes any file, though. */
const MAX_KEY_FILE_BYTES = 20 * 1024 * 1024

/** Moving in from other password managers, and out of this one. */
export function exchangeHandlers(
  session: Session,
  exchanger: Exchanger,
): Pick<Handlers, keyof typeof EXCHANGE_CALLS> {
  let current: OpenForeign | undefined
  const work = createOneWork()

  const chosen = () => {
    if (current === undefined) throw new VaultError('import-not-open', 'no file is chosen')
    return current
  }

  return {
    'exchange.choose': async (): Promise<ForeignSource | undefined> => {
      session.open()
      const filePath = await session.host('dialog.openForeign', { what: 'file' })
      if (filePath === undefined) return undefined
      const bytes = await readBounded(filePath)
      current = { fileName: path.basename(filePath), bytes }
      return { fileName: current.fileName, need: needOf(bytes) }
    },
    'exchange.chooseKeyFile': async () => {
      const source = chosen()
      const filePath = await session.host('dialog.openForeign', { what: 'key-file' })
      if (filePath === undefined) return undefined
      source.keyFile = await readBounded(filePath, MAX_KEY_FILE_BYTES)
      return { fileName: path.basename(filePath) }
    },
    'exchange.dropKeyFile': () => {
      delete current?.keyFile
    },
    'exchange.open': ({ password }) =>
      work.run(async (signal) => {
        const source = chosen()
        const key = { password, keyFile: source.keyFile }
        const vault = await exchanger.read(source.bytes, key, signal)
        source.vault = vault
        const { fileName } = source
        return {
          fileName,
          format: vault.format,
          lines: foreignLines(session.open(), vault.entries),
        }
      }),
    'exchange.recognise': ({ entries }) => {
      const { vault } = chosen()
      if (vault === undefined) throw new VaultError('import-not-open', 'no file is open')
      return recognise(session.open(), vault.entries, entries)
    },
    'exchange.commit': ({ plan }) =>
      work.run(async (signal) => {
        const { vault, fileName } = chosen()
        if (vault === undefined) throw new VaultError('import-not-open', 'no file is open')
        const result = await importForeign(
          session,
          { ...vault, fileName },
          plan,
          () => signal.aborted,
        )
        current = undefined
        return result
      }),
    'exchange.stop': work.stop,
    'exchange.cancel': () => {
      work.stop()
      current = undefined
    },

    'exchange.countKdbx': (scope) => countsOf(selectForKdbx(session.open().ledger, scope)),
    'exchange.exportKdbx': (request) =>
      work.run((signal) => exportKdbx(session, exchanger, request, signal)),
    'exchange.exportArchive': (request) =>
      work.run((signal) => exportArchive(session, request, signal)),
  }
}
