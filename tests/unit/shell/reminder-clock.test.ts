import { describe, expect, it } from 'vitest'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import { createReminderClock } from '../../../electron/reminder-clock.ts'
import type { SessionControl } from '../../../electron/session.ts'
import { overduePassword } from '../../support/overdue.ts'

const NOON_UTC = Date.UTC(2026, 0, 5, 4)

/** A filing password of 2024 whose rotation is long overdue. */
const OVERDUE = {
  id: '10000000000000000000000000000003',
  revision: 1,
  hasSecret: true,
  overview: overduePassword(NOON_UTC),
}

function setUp() {
  const clock = { now: NOON_UTC, isOpen: true }
  const notified: unknown[] = []
  const emitted: unknown[] = []
  const open = { ledger: createLedger([OVERDUE]) }
  // `as`: only what the clock uses of a session.
  const session = {
    now: () => clock.now,
    isOpen: () => clock.isOpen,
    open: () => open,
    emit: (event: unknown) => void emitted.push(event),
    host: (name: string, input: unknown) => {
      notified.push([name, input])
      return Promise.resolve(undefined)
    },
  } as unknown as SessionControl
  return { clock, notified, emitted, look: createReminderClock(session) }
}

describe('the reminder clock', () => {
  it('tells once after the unlock how much is due, in counts only', () => {
    const { notified, emitted, look } = setUp()
    look()
    look()
    expect(emitted).toEqual([{ event: 'reminders-changed', danger: 1, due: 0, soon: 0 }])
    expect(notified).toEqual([['notify.reminders', { danger: 1, due: 0 }]])
  })

  it('tells again when a new day begins in Shanghai', () => {
    const { clock, notified, look } = setUp()
    look()
    clock.now += 11 * 3_600_000
    look()
    expect(notified).toHaveLength(1)
    clock.now += 3_600_000
    look()
    expect(notified).toHaveLength(2)
  })

  it('says nothing while the vault is locked', () => {
    const { clock, notified, emitted, look } = setUp()
    clock.isOpen = false
    look()
    expect([...notified, ...emitted]).toEqual([])
  })
})
