import { app } from 'electron'
import type { Shell } from './shell.ts'

/**
 * Before the app ends, the secret leaves the clipboard and the vault process closes its vault. A form that
 * would be lost is asked about first; a system that shuts down has locked by then and is not held up.
 */
export function setupQuit(shell: Shell): void {
  const end = () => {
    shell.state.isQuitting = true
    void Promise.allSettled([
      shell.clipboard.clearIfUnchanged(),
      shell.vault.end(),
      shell.dueTray.end(),
    ]).then(() => app.quit())
  }
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (shell.state.isQuitting) return
    event.preventDefault()
    shell.formQuestion.before('quit', end)
  })
}

/**
 * A closed window quits, unless the app can be reached in the tray: then the vault is locked and the window
 * hidden.
 */
export function setupClosing({
  window,
  state,
  dueTray,
  formQuestion,
  lock,
  tellInTray,
}: Shell): void {
  window.window.on('close', (event) => {
    if (state.isQuitting) return
    event.preventDefault()
    if (!dueTray.isInTray()) {
      app.quit()
      return
    }
    formQuestion.before('lock', () => {
      if (state.openFileName !== undefined) lock('person')
      window.window.hide()
      dueTray.tellOnce(tellInTray)
    })
  })
}
