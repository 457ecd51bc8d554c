import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './paths.mjs'

/** Something a person has to do before the command can go on; shown without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

/** @param {string} message */
export function say(message) {
  console.log(`[set-up] ${message}`)
}

/**
 * Runs a program with our console and waits for it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} its exit code; a signal counts as 1.
 */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', ...options })
  if (error) throw new SetupError(`${program} cannot be started: ${error.message}`)
  return status ?? 1
}

/**
 * Runs a program quietly; its output is shown only when it fails.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} purpose What it is for, as the first words of the error.
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function must(program, args, purpose, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  })
  if (status === 0) return
  const tail = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-15).join('\n')
  throw new SetupError(
    `${purpose} failed: ${program} ${args.join(' ')}\n${error?.message ?? ''}${tail}`,
  )
}

/** @param {string} program */
export function hasProgram(program) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return folders.some((folder) => existsSync(path.join(folder, program)))
}

export const isRoot = process.platform === 'linux' && process.getuid?.() === 0
