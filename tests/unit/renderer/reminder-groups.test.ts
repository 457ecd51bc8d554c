import { describe, expect, it } from 'vitest'
import { countKinds, groupReminders } from '../../../renderer/screens/reminders/reminder-groups.ts'
import { actOf } from '../../../renderer/screens/reminders/use-act.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import { REMINDER_KINDS } from '../../../shared/reminder.ts'

const reminder = (id: string, more: Partial<Reminder> = {}): Reminder => ({
  id,
  kind: 'rotation-due',
  urgency: 'due',
  recordId: id,
  title: `示例商城 ${id}`,
  subject: '示例公司',
  ...more,
})

const ALL = [
  reminder('a', { kind: 'must-change', urgency: 'danger' }),
  reminder('b'),
  reminder('c', { snoozedUntilOn: '2026-12-01', snoozeReason: '等管局审核' }),
  reminder('d', { kind: 'domain-expiry', urgency: 'soon', title: 'example.com' }),
]
const idsOf = (reminders: readonly Reminder[]) => reminders.map(({ id }) => id)

describe('reminders in groups', () => {
  it('go by urgency, the snoozed apart', () => {
    const groups = groupReminders(ALL, { text: '' })
    expect(idsOf(groups.danger)).toEqual(['a'])
    expect(idsOf(groups.due)).toEqual(['b'])
    expect(idsOf(groups.soon)).toEqual(['d'])
    expect(idsOf(groups.snoozed)).toEqual(['c'])
  })

  it('are narrowed by kind and by every typed word', () => {
    const byKind = groupReminders(ALL, { kind: 'domain-expiry', text: '' })
    expect(Object.values(byKind).flatMap(idsOf)).toEqual(['d'])
    const byText = groupReminders(ALL, { text: '示例公司 B' })
    expect(Object.values(byText).flatMap(idsOf)).toEqual(['b'])
  })

  it('are counted by kind without the snoozed', () => {
    expect([...countKinds(ALL)]).toEqual([
      ['must-change', 1],
      ['rotation-due', 1],
      ['domain-expiry', 1],
    ])
  })
})

describe('the button of a reminder', () => {
  it('leads to what settles it, for every kind', () => {
    const acts = REMINDER_KINDS.map((kind) => [kind, actOf({ kind, recordId: 'x' }).does])
    expect(Object.fromEntries(acts)).toMatchObject({
      'must-change': 'register',
      'rotation-overdue': 'register',
      'rotation-due': 'register',
      'rotation-soon': 'register',
      'age-unknown': 'register',
      'domain-expiry': 'edit',
      'id-expiry': 'edit',
      'licence-expiry': 'edit',
      'no-access-provider': 'edit',
      'provider-unknown': 'edit',
      'restricted-access': 'edit',
      'channel-unverified': 'verify',
    })
    expect(acts.every(([, does]) => does !== undefined)).toBe(true)
  })
})
