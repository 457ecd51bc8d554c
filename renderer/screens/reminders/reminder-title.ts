import type { Reminder } from '../../../shared/reminder.ts'
import type { Text } from '../../i18n/text.ts'

/** What a line of 提醒 is called: the record's name, or, of what is about the whole vault, words of its kind. */
export function reminderTitle(
  { title, kind, count = 0 }: Pick<Reminder, 'title' | 'kind' | 'count'>,
  { wholeVault }: Text['reminders'],
): string {
  return title === '' ? (wholeVault[kind]?.(count) ?? '') : title
}

/** Whether it can be put off: only what stands at a record can. */
export function isSnoozable({ recordId, kind }: Reminder): boolean {
  return recordId !== '' && !kind.startsWith('handover-')
}
