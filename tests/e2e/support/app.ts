import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  _electron,
  type Browser,
  chromium,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const HELD_START = path.join(import.meta.dirname, 'held-start.cjs')
const TRAY_WATCHER = path.join(import.meta.dirname, 'tray-watcher.mjs')
const WITH_KEYRING = path.join(import.meta.dirname, 'with-keyring.sh')

/** The running app, driven as a person and as an attacker would. */
export type App = {
  electron: ElectronApplication
  /** The app's own folder, empty at first. */
  dataFolder: string
  /** Where vaults and other files of the test go. */
  folder: string
  /** The window's page. It changes with each lock: the old one's process is crashed. */
  page(): Page
  /** Does what must lock, and waits until the page is loaded anew in a new process. */
  lockBy(action: () => Promise<unknown>): Promise<Page>
  /** What file dialogs answer from now on; `undefined`: the person cancels. */
  answerDialogs(file: string | undefined): Promise<void>
  vaultProcessId(): Promise<number>
  rendererProcessId(): Promise<number>
  /** Ids of every process of the app. */
  processIds(): Promise<number[]>
  /** What went wrong unseen: CSP violations and errors in any page, bugs in main and the vault process. */
  complaints(): Promise<string[]>
  close(): Promise<void>
}

export type LaunchOptions = {
  /** Words for the command line, such as a vault's path. */
  args?: readonly string[]
  /** Continue with this data folder instead of an empty one. */
  dataFolder?: string
  /** Run it in a desktop session with an unlocked keyring (Linux). */
  hasKeyring?: boolean
  /** That session has a tray, too. */
  hasTray?: boolean
  /** Where the session keeps its settings, such as what is started at login. */
  configFolder?: string
}

/** The command line that starts the app under test with its own data folder. */
export function commandLine(dataFolder: string, args: readonly string[]): string[] {
  const sandbox = process.env['BEIAN_NO_SANDBOX'] ? ['--no-sandbox'] : []
  return [...sandbox, `--user-data-dir=${dataFolder}`, appFolder(), ...args]
}

/** The Electron that the set-up chose. */
export function electronPath(): string {
  const executable = process.env['BEIAN_ELECTRON']
  if (executable === undefined) throw new Error('BEIAN_ELECTRON is not set: run npm run e2e')
  return executable
}

export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-e2e-'))
  const dataFolder = options.dataFolder ?? path.join(folder, 'data')
  const electron = await _electron.launch({
    executablePath: options.hasKeyring === true ? WITH_KEYRING : electronPath(),
    args: ['-r', HELD_START, ...commandLine(dataFolder, options.args ?? [])],
    chromiumSandbox: process.env['BEIAN_NO_SANDBOX'] === undefined,
    env: environmentOf(options),
  })
  const bugs: string[] = []
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    bugs.push(...chunk.toString().split('\n').filter(isBugLine))
  })

  let browser: Browser | undefined
  const complaintsBefore: string[] = []
  let page = await electron
    .firstWindow()
    .then((first) => isUsable(first, bugs).then(() => first))
    .catch(async (error: unknown) => {
      await electron.close()
      throw error
    })

  const rendererProcessId = () =>
    electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return contents === undefined || contents.isCrashed() ? 0 : contents.getOSProcessId()
    })
  const metrics = () => electron.evaluate(({ app }) => app.getAppMetrics())

  const app: App = {
    electron,
    dataFolder,
    folder,
    page: () => page,
    async lockBy(action) {
      complaintsBefore.push(...(await complaintsOf(page)))
      const processBefore = await rendererProcessId()
      await action()
      await expect
        .poll(async () => [0, processBefore].includes(await rendererProcessId()))
        .toBe(false)
      // Playwright gives up a page whose process crashed, so the new one is reached anew.
      await browser?.close()
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort(dataFolder)}`)
      const next = browser.contexts()[0]?.pages()[0]
      if (next === undefined) throw new Error('the window has no page after the lock')
      page = next
      await isUsable(page, bugs)
      return page
    },
    answerDialogs: (file) =>
      electron.evaluate(({ dialog }, answer) => {
        const isCancelled = answer === null
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: isCancelled, filePaths: isCancelled ? [] : [answer] })
        dialog.showSaveDialog = () =>
          Promise.resolve({ canceled: isCancelled, filePath: answer ?? '' })
      }, file ?? null),
    async vaultProcessId() {
      // It starts once the window stands.
      let ids: number[] = []
      await expect(async () => {
        ids = (await metrics())
          .filter(({ name, serviceName }) => name === 'beian-vault' || isNodeService(serviceName))
          .map(({ pid }) => pid)
        expect(ids).toHaveLength(1)
      }).toPass()
      return ids[0] ?? 0
    },
    rendererProcessId,
    processIds: async () => (await metrics()).map(({ pid }) => pid),
    complaints: async () => [...complaintsBefore, ...(await complaintsOf(page)), ...bugs],
    async close() {
      await browser?.close()
      await electron.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return app
}

function environmentOf({ hasTray, configFolder }: LaunchOptions): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    ...Object.fromEntries(own),
    ...(configFolder === undefined ? {} : { XDG_CONFIG_HOME: configFolder }),
    ...(hasTray === true ? { BEIAN_TRAY_WATCHER: TRAY_WATCHER, BEIAN_NODE: process.execPath } : {}),
  }
}

/** What the page's console held against our own code. */
async function complaintsOf(page: Page): Promise<string[]> {
  const messages = await page.consoleMessages()
  const errors = await page.pageErrors()
  return [
    ...messages
      .filter((message) => message.type() === 'error' || /Content Security/.test(message.text()))
      .map((message) => message.text()),
    ...errors.map((error) => `uncaught: ${error.message}`),
  ]
}

/** @throws Error with what the page and the processes said, when the first screen does not come. */
async function isUsable(page: Page, bugs: readonly string[]): Promise<void> {
  try {
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 30_000 })
  } catch (cause) {
    const said = [...(await complaintsOf(page)), ...bugs].join('\n')
    throw new Error(`no first screen at ${page.url()}\n${said}`, { cause })
  }
}

function isNodeService(serviceName: string | undefined): boolean {
  return serviceName === 'node.mojom.NodeService'
}

/** Lines of our own processes; Chromium's own talk about a missing D-Bus and GPU is no bug of ours. */
function isBugLine(line: string): boolean {
  return /^vault process:|Unhandled|Uncaught|^\s*(Type|Reference|Range)Error/.test(line)
}

/** Chromium writes the port it chose into the data folder. */
function debuggingPort(dataFolder: string): string {
  const [port] = readFileSync(path.join(dataFolder, 'DevToolsActivePort'), 'utf8').split('\n')
  if (port === undefined) throw new Error('the app has no debugging port')
  return port
}

/** The folder of the app under test: this checkout, or the one BEIAN_APP_FOLDER names. */
function appFolder(): string {
  const folder = process.env['BEIAN_APP_FOLDER'] ?? ROOT
  if (!existsSync(path.join(folder, 'out/electron/main.cjs'))) {
    throw new Error('the app is not built: run npm run e2e')
  }
  return folder
}
