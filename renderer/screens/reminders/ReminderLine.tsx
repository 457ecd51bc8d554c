import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { memo } from 'react'
import type { Reminder } from '../../../shared/reminder.ts'
import { UrgencyTag } from '../../components/StateTag.tsx'
import { useText } from '../../i18n/text.ts'
import { isSnoozable, reminderTitle } from './reminder-title.ts'
import { isOfPassword, type ReminderActs, rowIdOf } from './use-act.ts'

type Props = {
  reminder: Reminder
  acts: ReminderActs
  canWrite: boolean
  /** Absent where there is no room for putting off. */
  onSnooze?: (reminder: Reminder) => void
  onUnsnooze?: (reminder: Reminder) => void
}

/** One thing to do: what, of whom, until when, and the button that leads to it. */
function PlainReminderLine({ reminder, acts, canWrite, onSnooze, onUnsnooze }: Props) {
  const { reminders, common, recovery } = useText()
  const title = reminderTitle(reminder, reminders)
  const rowId = rowIdOf(reminder)
  const isSnoozed = reminder.snoozedUntilOn !== undefined
  const choices = [
    { key: 'open', label: reminders.openRecord, onClick: () => acts.open(reminder) },
    ...(rowId === undefined
      ? []
      : [{ key: 'filing', label: reminders.openFiling, onClick: () => acts.openFiling(rowId) }]),
    ...(canWrite && isOfPassword(reminder)
      ? [{ key: 'recover', label: recovery.recover, onClick: () => acts.recover(reminder) }]
      : []),
  ]
  return (
    <li className="reminder">
      <span className="reminder-tag">
        <UrgencyTag urgency={reminder.urgency} word={common.reminderKind[reminder.kind]} />
      </span>
      <button
        type="button"
        className="reminder-title"
        title={`${title}\n${reminders.why[reminder.kind]}`}
        onClick={() => acts.open(reminder)}
      >
        <span className="ellipsis">{title}</span>
        <span className="faint ellipsis" title={reminder.subject}>
          {isSnoozed ? reminder.snoozeReason : reminder.subject}
        </span>
      </button>
      <DueWord reminder={reminder} />
      {canWrite && (
        <span className="reminder-acts">
          {isSnoozed ? (
            <Button size="small" onClick={() => onUnsnooze?.(reminder)}>
              {reminders.unsnooze}
            </Button>
          ) : (
            <>
              {onSnooze && isSnoozable(reminder) && (
                <Button size="small" type="text" onClick={() => onSnooze(reminder)}>
                  {reminders.snooze}
                </Button>
              )}
              <Button size="small" className="reminder-act" onClick={() => acts.act(reminder)}>
                {reminders.act[reminder.kind]}
              </Button>
            </>
          )}
        </span>
      )}
      <Dropdown menu={{ items: choices }} trigger={['click']}>
        <Button
          size="small"
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={reminders.moreActs(title)}
        />
      </Dropdown>
    </li>
  )
}

export const ReminderLine = memo(PlainReminderLine)

function DueWord({ reminder }: { reminder: Reminder }) {
  const { reminders, common } = useText()
  const { dueOn, daysLeft, snoozedUntilOn, kind } = reminder
  if (snoozedUntilOn !== undefined) {
    return <span className="reminder-due faint">{reminders.snoozedUntil(snoozedUntilOn)}</span>
  }
  if (dueOn === undefined) return <span />
  if (kind === 'must-change') {
    return <span className="reminder-due">{reminders.since(dueOn)}</span>
  }
  return (
    <span className="reminder-due">
      {daysLeft !== undefined && <b className="reminder-left">{common.daysLeft(daysLeft)}</b>}
      <span className="faint">{dueOn}</span>
    </span>
  )
}
