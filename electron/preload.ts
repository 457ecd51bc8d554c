import { ipcRenderer } from 'electron'

/** What the preload uses of the page's window; the electron layer is compiled without the DOM. */
declare const window: {
  location: { origin: string }
  addEventListener(type: 'DOMContentLoaded', listener: () => void, options: { once: true }): void
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void
}

/**
 * All the window gets: one end of a MessagePort to the vault process, asked of main for each page and
 * passed on once the page's scripts listen. Nothing is exposed to the page.
 */
const isPageReady = new Promise<void>((resolve) => {
  window.addEventListener('DOMContentLoaded', resolve, { once: true })
})

ipcRenderer.on('vault-port', (event) => {
  void isPageReady.then(() => {
    window.postMessage('beian-port', window.location.origin, event.ports)
  })
})
ipcRenderer.send('connect-window')
