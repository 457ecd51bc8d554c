import { hostname, userInfo } from 'node:os'
import path from 'node:path'
import type { MessagePortMain } from 'electron'
import type { VaultEvent } from '../shared/contract.ts'
import type { FromHost, ToHost } from '../shared/host-contract.ts'
import { anchorFiles } from './anchor-files.ts'
import { createBackups } from './backups/runner.ts'
import { openDemoVault } from './demo-vault.ts'
import { createDispatch } from './dispatch.ts'
import { createDueTeller, type DueTeller } from './due-teller.ts'
import { createExchanger } from './exchange/exchanger.ts'
import { createHandlers } from './handler-table.ts'
import { createHostClient } from './host-client.ts'
import { createDocxWriter } from './letters/docx-writer.ts'
import { createReminderClock } from './reminder-clock.ts'
import { createSession, type SessionControl } from './session.ts'
import { createSpreadsheets } from './spreadsheet/spreadsheets.ts'
import { createKdfRunner } from './vault/kdf.ts'
import { createOpenerStarter } from './vault/overview-opener.ts'

const CALENDAR_LOOK_MS = 5000

/**
 * The vault process: a thin host around the dispatcher. Main sends it answers and orders, the window
 * calls over a port of its own; neither is heard before the session stands.
 */
const main = process.parentPort
const { host, take } = createHostClient((message: ToHost) => main.postMessage(message))
const deriveKey = createKdfRunner(path.join(__dirname, 'kdf-worker.cjs'))
const startOpener = createOpenerStarter(path.join(__dirname, 'overview-worker.cjs'))

let windowPort: MessagePortMain | undefined
let dueTeller: DueTeller | undefined
const session = startSession()
const spreadsheets = createSpreadsheets(path.join(__dirname, 'spreadsheet-worker.cjs'))
const writeDocx = createDocxWriter(path.join(__dirname, 'docx-worker.cjs'))
const backups = session.then(createBackups)
const exchanger = createExchanger(path.join(__dirname, 'exchange-worker.cjs'))
const verifierPath = path.join(__dirname, 'verify-audit.mjs')
const dispatch = Promise.all([session, backups]).then(([ready, runner]) =>
  createDispatch(
    createHandlers(ready, spreadsheets, writeDocx, runner, exchanger, verifierPath),
    reportBug,
  ),
)
void backups.then((runner) => setInterval(runner.look, CALENDAR_LOOK_MS))

main.on('message', ({ data, ports }: { data: FromHost; ports: MessagePortMain[] }) => {
  if ('answer' in data) take(data)
  else if (data.tell === 'end') void end()
  else if (data.tell === 'clipboard-cleared') emit({ event: 'clipboard-cleared' })
  else if (ports[0] !== undefined) connectWindow(ports[0])
})

/** A page that is loaded anew gets a port of its own; the one before it is gone. */
function connectWindow(port: MessagePortMain): void {
  windowPort?.close()
  windowPort = port
  port.on('message', ({ data }) => {
    void dispatch
      .then((answer) => answer(data))
      .then((reply) => {
        if (reply !== undefined) port.postMessage(reply)
      })
  })
  port.start()
}

function emit(event: VaultEvent): void {
  dueTeller?.note(event)
  windowPort?.postMessage(event)
}

async function startSession(): Promise<SessionControl> {
  const hostState = await host('preferences.read', undefined)
  const anchors = anchorFiles(path.join(hostState.dataFolder, 'anchors'))
  const who = { host: hostname(), user: userInfo().username, pid: process.pid }
  const context = host('keychain.anchorKey', undefined).then((key) => {
    const machineKey =
      key === undefined ? {} : { machineKey: new Uint8Array(Buffer.from(key, 'base64')) }
    const findingsChanged = () => emit({ event: 'findings-changed' })
    return {
      now: Date.now,
      anchors: { ...anchors, ...machineKey },
      deriveKey,
      startOpener,
      who,
      findingsChanged,
    }
  })
  const ready = createSession({
    now: Date.now,
    host,
    emit,
    context: () => context,
    warmKdf: deriveKey.warm,
    hostState,
  })
  if (hostState.app.isDemo) await openDemoVault(ready)
  setInterval(createReminderClock(ready), CALENDAR_LOOK_MS)
  dueTeller = createDueTeller(ready)
  setInterval(dueTeller.look, CALENDAR_LOOK_MS)
  return ready
}

/** What changed is backed up, for a few seconds at most. Closing signs the audit trail's end and zeroes the keys; ending the process wipes the rest. */
async function end(): Promise<void> {
  try {
    await (await backups).finish()
    ;(await session).close()
  } finally {
    process.exit(0)
  }
}

/** To the terminal of whoever runs from source: the call and the place, never a message or a value. */
function reportBug(call: string, errorName: string, frames: string): void {
  process.stderr.write(`vault process: ${errorName} in ${call}\n${frames}\n`)
}
