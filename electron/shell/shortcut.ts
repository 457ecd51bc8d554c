import type { WebContents } from 'electron'

/** Ctrl/Cmd+L locks from anywhere in the window, whatever the page has focused. */
export function setupLockShortcut(contents: WebContents, lock: () => void): void {
  contents.on('before-input-event', (event, input) => {
    const hasModifier = process.platform === 'darwin' ? input.meta : input.control
    if (input.type !== 'keyDown' || !hasModifier || input.alt || input.shift) return
    if (input.key.toLowerCase() !== 'l') return
    event.preventDefault()
    lock()
  })
}
