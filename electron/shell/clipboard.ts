import { createHash } from 'node:crypto'

/** What we need of the system's clipboard. Asynchronous since Electron 44, synchronous before: `await` works on both. */
export type SystemClipboard = {
  readText(): Promise<string> | string
  /** Writes a text so that clipboard histories leave it out, where the system can be told. */
  writeConcealed(text: string): Promise<void> | void
  writeText(text: string): Promise<void> | void
  clear(): Promise<void> | void
}

export type ClipboardKeeper = {
  /** Puts a secret on the clipboard and clears it after `clearAfterSeconds` if it is still there. */
  copySecret(text: string, clearAfterSeconds: number): Promise<void>
  copyText(text: string): Promise<void>
  /** Clears at once if the secret that was put there last is still there: at lock and at quit. */
  clearIfUnchanged(): Promise<void>
}

/**
 * Keeps watch over the one secret on the clipboard. It remembers a digest of it, not the secret, to
 * tell whether somebody has copied something else since.
 *
 * @param onCleared - Told after the secret was cleared.
 */
export function createClipboardKeeper(
  clipboard: SystemClipboard,
  onCleared: () => void,
): ClipboardKeeper {
  let watched: { digest: string; timer: ReturnType<typeof setTimeout> } | undefined

  const forget = () => {
    if (watched !== undefined) clearTimeout(watched.timer)
    watched = undefined
  }

  const clearIfUnchanged = async () => {
    const expected = watched?.digest
    forget()
    if (expected === undefined) return
    if (digestOf(await clipboard.readText()) !== expected) return
    await clipboard.clear()
    onCleared()
  }

  return {
    async copySecret(text, clearAfterSeconds) {
      forget()
      await clipboard.writeConcealed(text)
      const timer = setTimeout(() => void clearIfUnchanged(), clearAfterSeconds * 1000)
      watched = { digest: digestOf(text), timer }
    },
    async copyText(text) {
      forget()
      await clipboard.writeText(text)
    },
    clearIfUnchanged,
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
