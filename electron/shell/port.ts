import { ipcMain } from 'electron'
import { isTrustedFrame } from './guard.ts'
import type { VaultKeeper } from './vault-keeper.ts'

/** The one use of `ipcMain`: gives our page, and nobody else, its port to the vault process. */
export function setupPort(vault: VaultKeeper, devUrl: string | undefined): void {
  ipcMain.on('connect-window', (event) => {
    const frame = event.senderFrame
    if (frame !== null && isTrustedFrame(frame, devUrl)) vault.connect(frame)
  })
}
