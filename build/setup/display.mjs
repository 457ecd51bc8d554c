import { run } from './shell.mjs'

/** As large as a common notebook screen. */
const SCREEN = '-screen 0 1440x900x24'

/** Whether this machine has no display, so that windows open on a virtual one. */
export const isHeadless =
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

/**
 * Runs a program that opens windows, on a virtual display where there is no other.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} its exit code.
 */
export function runOnDisplay(program, args, options) {
  if (!isHeadless) return run(program, args, options)
  return run('xvfb-run', ['-a', '-s', SCREEN, program, ...args], options)
}
