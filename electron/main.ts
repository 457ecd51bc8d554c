import { app, dialog } from 'electron'
import { setupFolders } from './shell/folders.ts'
import { setupGuard } from './shell/guard.ts'
import { readLaunch, setupChromium } from './shell/launch.ts'
import { setupLockWatch } from './shell/lock-watch.ts'
import { setupMenu } from './shell/menu.ts'
import { runSmoke, takeScreenshot } from './shell/picture.ts'
import { setupPort } from './shell/port.ts'
import { setupProtocol, setupScheme } from './shell/protocol.ts'
import { setupClosing, setupQuit } from './shell/quit.ts'
import { isFromSource, readRuntime } from './shell/runtime.ts'
import { type Shell, startShell } from './shell/shell.ts'
import { setupLockShortcut } from './shell/shortcut.ts'
import { isFirstInstance, openVaultsFrom, setupOpenFile } from './shell/single-instance.ts'

// The order in which the app comes up; what each step does is in shell/, a noun a file.
const runtime = readRuntime()
const launch = readLaunch(runtime)
const folders = setupFolders(launch.isDemo, isFromSource())
setupChromium(runtime)
setupScheme()
setupGuard(runtime.devUrl)
setupOpenFile(launch)
if (isFirstInstance()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  // The page is asked for once the window stands, and so the shell too.
  let shell: Shell | undefined
  setupProtocol(folders.renderer, () => shell?.startStatus())
  shell = startShell({ runtime, launch, folders, onHopeless })
  run(shell)
}

function run(shell: Shell): void {
  setupPort(shell.vault, runtime.devUrl)
  setupMenu(shell)
  setupLockShortcut(shell.window.window.webContents, () => shell.lockForPerson())
  setupLockWatch(() => shell.preferences.read().idleLockMinutes, shell.lock)
  setupQuit(shell)
  setupClosing(shell)
  openVaultsFrom(shell)
  if (launch.picture === 'smoke') runSmoke(shell.window.window, folders.output, launch.isDemo)
  if (launch.picture === 'screenshot')
    takeScreenshot(shell.window.window, folders.output, launch.isDemo)
}

function onHopeless(words: { hopelessTitle: string; hopelessText: string }): void {
  dialog.showErrorBox(words.hopelessTitle, words.hopelessText)
  app.exit(1)
}
