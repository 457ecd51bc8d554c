import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

/** The checkout. */
export const ROOT = path.resolve(import.meta.dirname, '..')

/** Each becomes one file, `out/electron/<name>.cjs`: a sandboxed preload and a worker need that. */
export const ELECTRON_ENTRIES = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  'vault-host': 'electron/vault-host.ts',
  'due-host': 'electron/due-host.ts',
  'kdf-worker': 'electron/vault/kdf-worker.ts',
  'overview-worker': 'electron/vault/overview-worker.ts',
  'spreadsheet-worker': 'electron/spreadsheet/spreadsheet-worker.ts',
  'docx-worker': 'electron/letters/docx-worker.ts',
  'exchange-worker': 'electron/exchange/exchange-worker.ts',
} as const

/** What people take with an exported audit trail to check it without the app: left as it is written. */
export function copyVerifier(): void {
  const folder = path.join(ROOT, 'out/electron')
  mkdirSync(folder, { recursive: true })
  copyFileSync(
    path.join(ROOT, 'electron/proof/verify-audit.mjs'),
    path.join(folder, 'verify-audit.mjs'),
  )
}

/** What is not bundled: Electron's own modules and the one native package. */
const EXTERNAL = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
]

/** How one file of the main side is made. Source maps only while developing. */
export function electronConfig(name: keyof typeof ELECTRON_ENTRIES, isDev: boolean): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true },
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.join(ROOT, 'out/electron'),
      emptyOutDir: false,
      minify: !isDev,
      sourcemap: isDev,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: path.join(ROOT, ELECTRON_ENTRIES[name]) },
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}

/**
 * How the window is made: hashed files, no inline script, no `data:` address, so that its
 * Content-Security-Policy can refuse both.
 */
export function rendererConfig(isDev: boolean): InlineConfig {
  return {
    configFile: false,
    root: path.join(ROOT, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: path.join(ROOT, 'out/renderer'),
      emptyOutDir: true,
      sourcemap: isDev,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // antd alone passes Vite's default; design.md budgets the launch, not the file.
      chunkSizeWarningLimit: 2000,
    },
  }
}

/** What pdf.js loads by name for scans in JPEG 2000 and JBIG2, in JavaScript: the window runs no WebAssembly. */
function copyPdfDecoders(): void {
  const folder = path.join(ROOT, 'out/renderer/pdf')
  mkdirSync(folder, { recursive: true })
  for (const name of ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js']) {
    copyFileSync(path.join(ROOT, 'node_modules/pdfjs-dist/wasm', name), path.join(folder, name))
  }
}

/** Bundles the whole app for release into `out/`. */
async function bundle(): Promise<void> {
  const sources = [...Object.values(ELECTRON_ENTRIES), 'renderer/index.html']
  const missing = sources.filter((source) => !existsSync(path.join(ROOT, source)))
  if (missing.length > 0) throw new Error(`nothing to bundle: ${missing.join(', ')} not found`)
  rmSync(path.join(ROOT, 'out/electron'), { recursive: true, force: true })
  const names = Object.keys(ELECTRON_ENTRIES) as (keyof typeof ELECTRON_ENTRIES)[]
  await Promise.all(names.map((name) => build(electronConfig(name, false))))
  await build(rendererConfig(false))
  copyFileSync(
    path.join(ROOT, 'build/icons/png/512x512.png'),
    path.join(ROOT, 'out/renderer/icon.png'),
  )
  copyPdfDecoders()
  copyVerifier()
}

if (import.meta.main) {
  const startedAt = performance.now()
  try {
    await bundle()
    console.log(`bundled in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  } catch (error) {
    // The bundler's message shows the place in our code; its own stack helps nobody.
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
