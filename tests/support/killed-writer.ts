import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const LANES = 3

/**
 * Starts a program of this folder and kills it some milliseconds after it began, and tells what it had said by
 * then. To be made once in a test file: all starts share what was compiled.
 */
export function createKiller(program: string) {
  const compiled = mkdtempSync(join(tmpdir(), 'beian-compiled-'))
  afterAll(() => rmSync(compiled, { recursive: true, force: true }))
  return (args: readonly string[], afterMs: number): Promise<string[]> =>
    new Promise((resolve, reject) => {
      const writer = spawn(process.execPath, [program, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        // Compiled once for all of them: starting is most of what a writer that is killed does.
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      })
      let output = ''
      let errors = ''
      let timer: NodeJS.Timeout | undefined
      writer.stderr.on('data', (text) => {
        errors += text
      })
      writer.stdout.on('data', (text) => {
        output += text
        timer ??= setTimeout(() => writer.kill('SIGKILL'), afterMs)
      })
      writer.on('error', reject)
      writer.on('close', (_, signal) => {
        clearTimeout(timer)
        if (signal === 'SIGKILL') resolve(output.trim().split('\n'))
        else reject(new Error(`the writer ended by itself: ${errors}`))
      })
    })
}

/** How much sooner or later the next kill may come. */
const STEP = 1.25
const SOONEST_MS = 2

/**
 * Random moments around the one at which the work takes effect, wherever that lies on this machine at this load: a
 * kill that came too early lets the next come later, and the other way round. So both ends are met.
 */
export function momentsAround(guessMs: number) {
  let longestMs = 2 * guessMs
  return {
    nextMs: () => Math.random() * longestMs,
    note(hadEffect: boolean) {
      longestMs = hadEffect ? Math.max(SOONEST_MS, longestMs / STEP) : longestMs * STEP
    },
  }
}

/** Runs the same in several lanes at a time, `times` rounds together. */
export async function inLanes(
  times: number,
  work: (lane: number, rounds: number) => Promise<void>,
): Promise<void> {
  const rounds = Math.ceil(times / LANES)
  await Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane, rounds)))
}
