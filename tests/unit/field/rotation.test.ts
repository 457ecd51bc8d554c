import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar-day.ts'
import type { Credential } from '../../../shared/records/credential.ts'
import { rotationOf } from '../../../shared/rotation.ts'

const credential: Credential = {
  kind: 'filing-password',
  label: '备案密码',
  origin: 'chosen',
  changedOn: '2026-08-31',
  rotationMonths: 3,
  isRetired: false,
}

describe('rotation', () => {
  it('opens after the chosen months and closes after six, clamped to the month’s end', () => {
    const at = (today: string) => rotationOf(credential, true, today)
    expect(at('2026-11-29').state).toBe('current')
    expect(at('2026-11-30')).toEqual({ state: 'due', dueOn: '2026-11-30', overdueOn: '2027-02-28' })
    expect(at('2027-02-28').state).toBe('due')
    expect(at('2027-03-01').state).toBe('overdue')
  })

  it('with six months is due on one day only', () => {
    const slow = { ...credential, rotationMonths: 6 }
    expect(rotationOf(slow, true, '2027-02-27').state).toBe('current')
    expect(rotationOf(slow, true, '2027-02-28').state).toBe('due')
    expect(rotationOf(slow, true, '2027-03-01').state).toBe('overdue')
  })

  it('does not wait for a value that must be changed', () => {
    for (const origin of ['issued', 'temporary'] as const) {
      expect(rotationOf({ ...credential, origin }, true, '2026-09-01')).toEqual({
        state: 'issued',
        dueOn: '2026-08-31',
      })
    }
    expect(
      rotationOf({ ...credential, mustChangeReason: 'leaked' }, true, '2026-09-01').state,
    ).toBe('issued')
  })

  it('is unknown without a day or without a value', () => {
    const { changedOn: _left, ...undated } = credential
    expect(rotationOf(undated, true, '2026-09-01')).toEqual({ state: 'unknown' })
    expect(rotationOf(credential, false, '2026-09-01')).toEqual({ state: 'unknown' })
  })

  it('ends when the credential is retired, must-change or not', () => {
    expect(
      rotationOf(
        { ...credential, isRetired: true, mustChangeReason: 'leaked' },
        true,
        '2030-01-01',
      ),
    ).toEqual({ state: 'retired' })
  })

  it('leaves out TOTP seeds and codes that work once', () => {
    expect(rotationOf({ ...credential, kind: 'totp' }, true, '2030-01-01')).toEqual({
      state: 'current',
    })
  })

  it('never lets a value be current for more than half a year', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1990-01-01', offset))
    fc.assert(
      fc.property(day, fc.integer({ min: 3, max: 6 }), (changedOn, rotationMonths) => {
        const today = addDays(changedOn, 185)
        const { state } = rotationOf({ ...credential, changedOn, rotationMonths }, true, today)
        expect(state).toBe('overdue')
      }),
    )
  })
})
