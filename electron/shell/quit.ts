import { app } from 'electron'
import type { Shell } from './shell.ts'

/** Before the app ends, the secret leaves the clipboard and the vault process closes its vault. */
export function setupQuit(shell: Shell): void {
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (shell.state.isQuitting) return
    event.preventDefault()
    shell.state.isQuitting = true
    void Promise.allSettled([shell.clipboard.clearIfUnchanged(), shell.vault.end()]).then(() =>
      app.quit(),
    )
  })
}
