import { app } from 'electron'
import { HIDDEN_SWITCH, isVaultPath, type Launch, vaultPathIn } from './argv.ts'
import type { Shell } from './shell.ts'

/**
 * Notes the vault that macOS hands over with a double click, which it does before the app is ready.
 *
 * @param launch - gets the path.
 */
export function setupOpenFile(launch: Launch): void {
  app.once('open-file', (event, file) => {
    event.preventDefault()
    if (isVaultPath(file)) launch.vaultPath ??= file
  })
}

/** Whether this is the first start with this data folder. A second one wakes the first and must end. */
export function isFirstInstance(): boolean {
  return app.requestSingleInstanceLock()
}

/** Shows the window when the app is started again, with the vault that start was given if none is open. */
export function openVaultsFrom(shell: Shell): void {
  const openAgain = (vaultPath: string | undefined) => {
    shell.window.show()
    if (vaultPath === undefined || shell.state.openFileName !== undefined) return
    shell.state.vaultPath = vaultPath
    // A fresh vault process asks which vault to show.
    shell.lock('person')
  }
  app.on('second-instance', (_event, argv, cwd) => {
    // The start at login, while the app runs already: nobody asked for the window.
    if (!argv.includes(HIDDEN_SWITCH)) openAgain(vaultPathIn(argv, cwd))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    openAgain(isVaultPath(file) ? file : undefined)
  })
}
