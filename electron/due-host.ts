import { hostname, userInfo } from 'node:os'
import type { DueAsk } from '../shared/due-list.ts'
import { anchorFiles } from './anchor-files.ts'
import { readDueList } from './read-due-list.ts'

/**
 * The process that looks into one vault for the tray. It hears one question, gives one answer, and is ended
 * by main; it has no port to any window. The keychain's key needs no derivation.
 */
const main = process.parentPort

main.once('message', ({ data }: { data: DueAsk }) => {
  const { machineKey } = data
  const context = {
    now: Date.now,
    anchors: {
      ...anchorFiles(data.anchorFolder),
      ...(machineKey === undefined ? {} : { machineKey }),
    },
    deriveKey: () => Promise.reject(new Error('the keychain opens without a passphrase')),
    who: { host: hostname(), user: userInfo().username, pid: process.pid },
  }
  readDueList(data, context).then(
    (reply) => main.postMessage(reply),
    () => main.postMessage({ problem: 'unreadable' }),
  )
})
