import path from 'node:path'
import { runOnDisplay } from './display.mjs'
import { ROOT } from './paths.mjs'
import { run } from './shell.mjs'

/** The programs of node_modules that we start, each as a script for the running Node. */
const SCRIPTS = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  'electron-builder': 'electron-builder/cli.js',
}

/**
 * @param {keyof typeof SCRIPTS} name
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onDisplay?: boolean }} [options]
 * @returns {number} its exit code.
 */
export function tool(name, args, { env = process.env, onDisplay = false } = {}) {
  const script = path.join(ROOT, 'node_modules', SCRIPTS[name])
  const start = onDisplay ? runOnDisplay : run
  return start(process.execPath, [script, ...args], { env })
}
