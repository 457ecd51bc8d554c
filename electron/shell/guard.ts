import { app, type Session, type WebContents } from 'electron'
import { APP_ORIGIN } from './protocol.ts'

/** Addresses that stay on the machine: our files, and what a page is printed or a picture shown from. */
const LOCAL_PROTOCOLS = ['app:', 'data:', 'blob:', 'devtools:']

/**
 * Whatever window comes into being stays on its page and opens no other; whatever session does gets no
 * permission and no request off the machine.
 *
 * @param devUrl - The development server, only when running from source with one.
 */
export function setupGuard(devUrl: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('session-created', (session) => guardSession(session, devUrl))
}

/** Whether a message comes from the top frame of our own page. */
export function isTrustedFrame(
  frame: { url: string; parent: unknown } | null,
  devUrl: string | undefined,
): boolean {
  if (frame === null || frame.parent !== null) return false
  if (frame.url.startsWith(`${APP_ORIGIN}/`)) return true
  return devUrl !== undefined && frame.url.startsWith(devUrl)
}

function guardSession(session: Session, devUrl: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => {
    const url = new URL(request.url)
    const isDev = devUrl !== undefined && url.host === new URL(devUrl).host
    answer({ cancel: !(LOCAL_PROTOCOLS.includes(url.protocol) || isDev) })
  })
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
}
