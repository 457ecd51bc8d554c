import { rmSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { writeAtomically } from '../atomic-file.ts'
import { HIDDEN_SWITCH } from './argv.ts'
import { desktopEntry } from './desktop-entry.ts'

/** Switches of this start that the next one needs too: where the data lies, which keyring holds the key. */
const KEPT_SWITCHES = ['user-data-dir', 'password-store', 'no-sandbox']

/**
 * Starts the app, hidden, when the person logs in, or no more.
 *
 * macOS and Windows keep a list of their own; Linux desktops read the folder `autostart` of the person's
 * configuration (Desktop Application Autostart Specification).
 */
export function setAutostart(isOn: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: isOn, args: [HIDDEN_SWITCH] })
    return
  }
  const file = autostartFile()
  if (!isOn) rmSync(file, { force: true })
  else writeAtomically(file, desktopEntry('备案匣', [...ownCommand(), HIDDEN_SWITCH]))
}

/** Whether macOS started the app at login: it passes no words on. */
export function isStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}

function autostartFile(): string {
  const configuration = process.env['XDG_CONFIG_HOME'] ?? ''
  const folder = path.isAbsolute(configuration) ? configuration : path.join(homedir(), '.config')
  return path.join(folder, 'autostart', 'beian-vault.desktop')
}

/** How this app was started: an AppImage by its own file, a run from source by the folder it runs. */
function ownCommand(): string[] {
  const executable = process.env['APPIMAGE'] ?? process.execPath
  const switches = KEPT_SWITCHES.filter((name) => app.commandLine.hasSwitch(name)).map((name) => {
    const value = app.commandLine.getSwitchValue(name)
    return value === '' ? `--${name}` : `--${name}=${value}`
  })
  const folder = process.defaultApp === true ? [app.getAppPath()] : []
  return [executable, ...switches, ...folder]
}
