import { describe, expect, it } from 'vitest'
import { backupName, isBackupName } from '../../../electron/backups/names.ts'
import { keptBackups } from '../../../electron/backups/retention.ts'
import { dayOf } from '../../../shared/calendar-day.ts'
import { NOW } from '../../support/ledger-session.ts'

const DAY_MS = 86_400_000

describe('which backups are kept', () => {
  it('is 7 daily, 4 weekly and 12 monthly of two years of daily backups', () => {
    const backups = Array.from({ length: 730 }, (_, index) => ({
      id: dayOf(NOW - index * DAY_MS),
      madeAt: NOW - index * DAY_MS,
    }))
    // 2026-11-22 is a Sunday.
    expect([...keptBackups(backups, NOW)].sort().reverse()).toEqual([
      ...['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17'],
      ...['2026-11-16', '2026-11-15', '2026-11-08', '2026-11-01'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ])
  })

  it('is the newest of each day, and days without one cost none', () => {
    const hours = [0, 2, 5, 400 * 24, 400 * 24 + 3]
    const backups = hours.map((hour) => ({ id: `${hour}`, madeAt: NOW - hour * 3_600_000 }))
    expect([...keptBackups(backups, NOW)]).toEqual(['0', `${400 * 24}`])
  })

  it('spares for a week what a person made, for a month what a restore put aside', () => {
    const at = (days: number, reason: 'person' | 'before-restore') => ({
      id: `${reason}-${days}`,
      madeAt: NOW - days * DAY_MS - 3_600_000,
      reason,
    })
    const others = Array.from({ length: 60 }, (_, days) => ({
      id: `daily-${days}`,
      madeAt: NOW - days * DAY_MS,
    }))
    const own = [
      at(3, 'person'),
      at(9, 'person'),
      at(20, 'before-restore'),
      at(40, 'before-restore'),
    ]
    const kept = keptBackups([...others, ...own], NOW)
    expect(own.map(({ id }) => kept.has(id))).toEqual([true, false, true, false])
  })

  it('is told by names that hold no more than vault, minute and revision', () => {
    const name = backupName('/vaults/备案匣.beian', NOW, 41, 1)
    expect(name).toBe('备案匣-20261122-1000-r41.beian')
    expect(backupName('/vaults/备案匣.beian', NOW, 41, 2)).toBe('备案匣-20261122-1000-r41-2.beian')
    expect([name, '备案匣.beian', `../${name}`, 'x.docx'].map(isBackupName)).toEqual([
      ...[true, false, false, false],
    ])
  })
})
