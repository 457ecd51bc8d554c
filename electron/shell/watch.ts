import type { LockReason } from '../../shared/lock-reason.ts'

/** The wall clock may drift this far from the steady one between two ticks: time servers, leap seconds. */
const CLOCK_TOLERANCE_MS = 60_000

/** What the watch looks at, so that a test can turn the clocks. */
export type Clocks = {
  /** Seconds since anybody touched this machine. */
  idleSeconds(): number
  isScreenLocked(): boolean
  wallMs(): number
  steadyMs(): number
}

/**
 * One look at the clocks. Each cause is told once, when it begins.
 *
 * @param idleLimitMinutes - Read at each look: the person may change it.
 */
export function createWatch(
  clocks: Clocks,
  idleLimitMinutes: () => number,
  lock: (reason: LockReason) => void,
): () => void {
  let wasIdle = false
  let wasScreenLocked = clocks.isScreenLocked()
  let offsetMs = clocks.wallMs() - clocks.steadyMs()

  return () => {
    const isIdle = clocks.idleSeconds() >= idleLimitMinutes() * 60
    if (isIdle && !wasIdle) lock('idle')
    wasIdle = isIdle

    const isScreenLocked = clocks.isScreenLocked()
    if (isScreenLocked && !wasScreenLocked) lock('screen-lock')
    wasScreenLocked = isScreenLocked

    // The steady clock stands still while the machine sleeps, and nobody can turn it.
    const offsetNowMs = clocks.wallMs() - clocks.steadyMs()
    if (Math.abs(offsetNowMs - offsetMs) > CLOCK_TOLERANCE_MS) lock('clock-jump')
    offsetMs = offsetNowMs
  }
}
