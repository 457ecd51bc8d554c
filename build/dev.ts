import { type ChildProcess, spawn } from 'node:child_process'
import { build, createServer } from 'vite'
import { copyVerifier, ELECTRON_ENTRIES, electronConfig, ROOT, rendererConfig } from './bundle.ts'

// `npm run dev`: the window is served by Vite with hot reload, the main side is bundled at each
// change and the app started again. run.mjs names the Electron to use.

const executable = process.env['BEIAN_ELECTRON']
if (executable === undefined) throw new Error('start this by `npm run dev`')
const sandbox = process.env['BEIAN_NO_SANDBOX'] ? ['--no-sandbox'] : []

const server = await createServer({ ...rendererConfig(true), base: '/', logLevel: 'info' })
await server.listen()
server.printUrls()
const url = server.resolvedUrls?.local[0]
if (url === undefined) throw new Error('the development server has no address')

copyVerifier()

let app: ChildProcess | undefined
let isRestarting = false

/** One start for the four files that a single change may rebuild. */
const RESTART_DELAY_MS = 200
let pending: NodeJS.Timeout | undefined

const unbuilt = new Set<string>(Object.keys(ELECTRON_ENTRIES))
for (const name of Object.keys(ELECTRON_ENTRIES) as (keyof typeof ELECTRON_ENTRIES)[]) {
  const config = electronConfig(name, true)
  const watcher = await build({ ...config, build: { ...config.build, watch: {} } })
  if (!('on' in watcher)) throw new Error('Vite did not watch')
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message)
    if (event.code !== 'END') return
    unbuilt.delete(name)
    if (unbuilt.size > 0) return
    clearTimeout(pending)
    pending = setTimeout(restart, RESTART_DELAY_MS)
  })
}

/** Ends the running app, if any, and starts the one just built. */
function restart(): void {
  if (app !== undefined && app.exitCode === null && app.signalCode === null) {
    isRestarting = true
    app.once('exit', start)
    app.kill()
    return
  }
  start()
}

function start(): void {
  isRestarting = false
  app = spawn(executable ?? 'electron', [...sandbox, ROOT, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, BEIAN_DEV_URL: url },
  })
  // A person who closes the app is done; one that we end is about to come back.
  app.once('exit', (code) => {
    if (!isRestarting) process.exit(code ?? 0)
  })
}
