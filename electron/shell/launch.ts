import { app } from 'electron'
import { type Launch, readArguments } from './argv.ts'
import { isStartedAtLogin } from './autostart.ts'
import type { Runtime } from './runtime.ts'

/** Exit code for a command line that is refused, as `sysexits.h` has it. */
const EXIT_USAGE = 64

/** Reads the command line; ends the app at once where it holds what is not allowed. */
export function readLaunch(runtime: Runtime): Launch {
  const reading = readArguments(process.argv, {
    isDefaultApp: process.defaultApp === true,
    isRelease: runtime.isRelease,
    cwd: process.cwd(),
  })
  if ('launch' in reading) {
    return isStartedAtLogin() ? { ...reading.launch, isHidden: true } : reading.launch
  }
  process.stderr.write(`beian-vault: not allowed on the command line: ${reading.refused}\n`)
  app.exit(EXIT_USAGE)
  // `app.exit` does not come back while the app is starting; this line is for the types.
  process.exit(EXIT_USAGE)
}

/** Chromium's switches that must be set before the app is ready. */
export function setupChromium(runtime: Runtime): void {
  // With --no-sandbox (root, tests) it would start children again and again.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Windows shows notifications only of an application it knows by the installer's id.
  if (process.platform === 'win32') app.setAppUserModelId('app.beian-vault')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  // No name resolves: no request leaves the machine even where one were made.
  if (runtime.devUrl === undefined) {
    app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  }
}
