import type { Reminder, ReminderKind, ReminderUrgency } from '../../../shared/reminder.ts'

export type ReminderFilter = { kind?: ReminderKind; text: string }

export type ReminderGroups = Readonly<Record<ReminderUrgency | 'snoozed', readonly Reminder[]>>

/** Whether `reminder` is of the chosen kind and has every typed word in its name or its filing's. */
export function passesFilter(reminder: Reminder, { kind, text }: ReminderFilter): boolean {
  if (kind !== undefined && reminder.kind !== kind) return false
  const all = `${reminder.title} ${reminder.subject ?? ''}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** By urgency, in the order given (the vault process sorts worst first); the snoozed apart. */
export function groupReminders(
  reminders: readonly Reminder[],
  filter: ReminderFilter,
): ReminderGroups {
  const groups = { danger: [], due: [], soon: [], snoozed: [] } as {
    [K in keyof ReminderGroups]: Reminder[]
  }
  for (const reminder of reminders) {
    if (!passesFilter(reminder, filter)) continue
    groups[reminder.snoozedUntilOn === undefined ? reminder.urgency : 'snoozed'].push(reminder)
  }
  return groups
}

/** How many there are of each kind, not counting the snoozed. */
export function countKinds(reminders: readonly Reminder[]): ReadonlyMap<ReminderKind, number> {
  const counts = new Map<ReminderKind, number>()
  for (const { kind, snoozedUntilOn } of reminders) {
    if (snoozedUntilOn === undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}
