import type { VaultEvent } from '../shared/contract.ts'
import { dueListOf } from './due-list.ts'
import type { SessionControl } from './session.ts'

export type DueTeller = {
  /** Hears what the window is told. */
  note(event: VaultEvent): void
  /** To be called every few seconds. */
  look(): void
}

/**
 * Tells main what is due in the open vault where the tray shows it: after the unlock, after changes, and
 * when a new day began. Of other vaults main hears nothing.
 */
export function createDueTeller(session: SessionControl): DueTeller {
  let isTold = false
  return {
    note({ event }) {
      if (event === 'ledger-changed' || event === 'reminders-changed') isTold = false
    },
    look() {
      if (isTold || !session.isOpen()) return
      const open = session.open()
      const { vaultIdHex, path, mode } = open.vault
      if (mode === 'evidence' || session.hostState.dueListVaults?.includes(vaultIdHex) !== true)
        return
      isTold = true
      const list = dueListOf(open, session.now())
      // A tray that fails must not disturb anything.
      session.host('dueList.told', { vaultId: vaultIdHex, path, list }).catch(() => undefined)
    },
  }
}
