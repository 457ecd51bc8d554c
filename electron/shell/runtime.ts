import { existsSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** What the app runs on. */
export type Runtime = {
  /** The fallback Electron, which carries a marker beside its resources: for testing only (ADR 0005). */
  isTestRuntime: boolean
  /** Packaged, and on the official Electron. */
  isRelease: boolean
  /** A development server that serves the page, only when run from source. Ends in `/`. */
  devUrl: string | undefined
}

export function readRuntime(): Runtime {
  const isTestRuntime = existsSync(path.join(process.resourcesPath, 'test-runtime'))
  return {
    isTestRuntime,
    isRelease: app.isPackaged && !isTestRuntime && process.defaultApp !== true,
    devUrl: isFromSource() ? process.env['BEIAN_DEV_URL'] : undefined,
  }
}

/** The fallback Electron counts itself as packaged, though it runs a folder. */
export function isFromSource(): boolean {
  return !app.isPackaged || process.defaultApp === true
}
