import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import type { VaultStatus } from '../../shared/views.ts'

export const APP_ORIGIN = 'app://vault'
export const START_URL = `${APP_ORIGIN}/index.html`

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function setupScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Serves the window's files, and nothing but them, as `app://vault/…`.
 *
 * @param startStatus - Written into each page that is loaded: file names and settings, nothing of a vault.
 */
export function setupProtocol(
  rendererFolder: string,
  startStatus: () => VaultStatus | undefined,
): void {
  const files = listFiles(rendererFolder)
  protocol.handle('app', (request) => respond(request, files, startStatus))
}

async function respond(
  request: Request,
  files: ReadonlyMap<string, string>,
  startStatus: () => VaultStatus | undefined,
): Promise<Response> {
  const url = new URL(request.url)
  const file = url.host === 'vault' ? files.get(url.pathname) : undefined
  if (file === undefined || request.method !== 'GET') return new Response(null, { status: 404 })

  const headers = new Headers({
    'content-type': MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  if (path.extname(file) !== '.html') {
    // A worker is bound by the policy its own script comes with, not by the page's.
    if (path.extname(file) === '.js') headers.set('content-security-policy', WORKER_POLICY)
    return new Response(await readFile(file), { headers })
  }

  const nonce = randomBytes(16).toString('base64')
  headers.set('content-security-policy', contentSecurityPolicy(nonce))
  headers.set('cache-control', 'no-store')
  const html = await readFile(file, 'utf8')
  const page = html
    .replaceAll('__CSP_NONCE__', nonce)
    .replace('__START_STATUS__', () => attributeText(JSON.stringify(startStatus() ?? '')))
  return new Response(page, { headers })
}

/** `text` as the value of an attribute in double quotes. */
export function attributeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** A worker runs our files and reaches nothing: no connection, no WebAssembly, no text as code. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'"

/** Scripts only from our files, styles only from our files or with this load's nonce, no connection anywhere. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** URL path → file, for every file the build left: nothing else can be asked for, however the path is written. */
function listFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file)
  }
  return files
}
