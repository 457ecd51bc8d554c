import { powerMonitor } from 'electron'
import type { LockReason } from '../../shared/lock-reason.ts'
import { createWatch } from './watch.ts'

const TICK_MS = 2000

/** Locks when the person leaves: idle, asleep, screen locked, another user, a clock that jumps. */
export function setupLockWatch(
  idleLimitMinutes: () => number,
  lock: (reason: LockReason) => void,
): void {
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('screen-lock'))
  powerMonitor.on('user-did-resign-active', () => lock('user-switch'))
  powerMonitor.on('shutdown', () => lock('suspend'))

  const look = createWatch(
    {
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      // Linux tells of no lock-screen event; asked for the state, it knows where a screen saver runs.
      isScreenLocked: () =>
        process.platform === 'linux' && powerMonitor.getSystemIdleState(60) === 'locked',
      wallMs: () => Date.now(),
      steadyMs: () => performance.now(),
    },
    idleLimitMinutes,
    lock,
  )
  setInterval(look, TICK_MS)
}
