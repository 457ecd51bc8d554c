import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT, sha256 } from '../setup/paths.mjs'
import { run, SetupError } from '../setup/shell.mjs'

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'build/bundle.ts',
  'build/icons/png',
  'package.json',
  'package-lock.json',
]
const STAMP = path.join(ROOT, 'out/bundle.sha256')
const OUTPUTS = ['out/electron/main.cjs', 'out/renderer/index.html']

/** Bundles the app unless the last bundle was made of these very sources. */
export function ensureBundle() {
  const wanted = fingerprint()
  const isThere = OUTPUTS.every((file) => existsSync(path.join(ROOT, file)))
  if (isThere && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  if (bundle() !== 0) throw new SetupError('The app could not be bundled; the reason is above.')
}

/** For who is about to write another kind of bundle to the same place. */
export function discardBundle() {
  rmSync(STAMP, { force: true })
}

/** @returns {number} the exit code. */
export function bundle() {
  const wanted = fingerprint()
  const status = run(process.execPath, ['build/bundle.ts'])
  if (status !== 0) return status
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
  return 0
}

/** A hash over names and contents of all that goes into the bundle. */
function fingerprint() {
  const lines = SOURCES.flatMap((source) => filesBelow(path.join(ROOT, source))).map(
    (file) => `${sha256(readFileSync(file))} ${path.relative(ROOT, file)}`,
  )
  return sha256(lines.sort().join('\n'))
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesBelow(place) {
  if (!existsSync(place)) return []
  if (path.extname(place) !== '') return [place]
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => path.join(entry.parentPath, entry.name))
}
