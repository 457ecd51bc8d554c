import { describe, expect, it } from 'vitest'
import { createWatch } from '../../../electron/shell/watch.ts'
import type { LockReason } from '../../../shared/lock-reason.ts'

function setUp() {
  const clocks = { idle: 0, isLocked: false, wall: 1_000_000, steady: 5000 }
  const reasons: LockReason[] = []
  const look = createWatch(
    {
      idleSeconds: () => clocks.idle,
      isScreenLocked: () => clocks.isLocked,
      wallMs: () => clocks.wall,
      steadyMs: () => clocks.steady,
    },
    () => 5,
    (reason) => reasons.push(reason),
  )
  const pass = (ms: number) => {
    clocks.wall += ms
    clocks.steady += ms
    look()
  }
  return { clocks, reasons, look, pass }
}

describe('the watch', () => {
  it('locks once when nobody touched the machine for the chosen minutes', () => {
    const { clocks, reasons, pass } = setUp()
    clocks.idle = 299
    pass(2000)
    expect(reasons).toEqual([])
    clocks.idle = 301
    pass(2000)
    clocks.idle = 303
    pass(2000)
    expect(reasons).toEqual(['idle'])
  })

  it('locks again after somebody came and left', () => {
    const { clocks, reasons, pass } = setUp()
    for (const idle of [300, 1, 300]) {
      clocks.idle = idle
      pass(2000)
    }
    expect(reasons).toEqual(['idle', 'idle'])
  })

  it('locks when the screen is locked', () => {
    const { clocks, reasons, pass } = setUp()
    clocks.isLocked = true
    pass(2000)
    pass(2000)
    expect(reasons).toEqual(['screen-lock'])
  })

  it.each([
    ['forwards, as after a sleep nobody told of', 3_600_000],
    ['backwards, as when somebody turns it', -3_600_000],
  ])('locks when the clock jumps %s', (_how, jumpMs) => {
    const { clocks, reasons, look, pass } = setUp()
    pass(2000)
    clocks.wall += jumpMs
    look()
    pass(2000)
    expect(reasons).toEqual(['clock-jump'])
  })

  it('bears with a time server that corrects the clock a little', () => {
    const { clocks, reasons, look } = setUp()
    clocks.wall += 30_000
    look()
    clocks.wall -= 30_000
    look()
    expect(reasons).toEqual([])
  })
})
