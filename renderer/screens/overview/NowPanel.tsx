import { Button } from 'antd'
import type { Reminder } from '../../../shared/reminder.ts'
import type { HealthSummary } from '../../../shared/views.ts'
import { Drawing } from '../../components/Drawing.tsx'
import { UrgencyTag } from '../../components/StateTag.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { moveByArrows } from '../reminders/line-keys.ts'
import { reminderTitle } from '../reminders/reminder-title.ts'
import { type ReminderActs, useReminderActs } from '../reminders/use-act.ts'

/** Lines shown; the rest is one press away. */
const LINES = 7

/** What wants doing today, each with the one button that settles it. */
export function NowPanel({ health: { now, nowTotal } }: { health: HealthSummary }) {
  const { overview } = useText()
  const go = useApp((state) => state.go)
  const acts = useReminderActs()
  const canWrite = useCanWrite()
  return (
    <section className="panel" aria-label={overview.now}>
      <h2>
        {overview.now}
        <span className="faint">{overview.nowNote(nowTotal)}</span>
        <button type="button" className="button-link panel-link" onClick={() => go('reminders')}>
          {overview.allReminders}
        </button>
      </h2>
      {now.length === 0 ? (
        <div className="now-none">
          <Drawing name="calendar" />
          <p>
            <b>{overview.nothingNow}</b>
            <span className="soft">{overview.nothingNowText}</span>
          </p>
        </div>
      ) : (
        <ul className="now-list" onKeyDown={moveByArrows}>
          {now.slice(0, LINES).map((reminder) => (
            <NowLine key={reminder.id} reminder={reminder} acts={acts} canWrite={canWrite} />
          ))}
        </ul>
      )}
    </section>
  )
}

type LineProps = { reminder: Reminder; acts: ReminderActs; canWrite: boolean }

function NowLine({ reminder, acts, canWrite }: LineProps) {
  const { reminders, common } = useText()
  const { subject, kind, urgency, daysLeft, dueOn } = reminder
  const title = reminderTitle(reminder, reminders)
  const due =
    kind === 'must-change'
      ? dueOn && reminders.since(dueOn)
      : daysLeft !== undefined && common.daysLeft(daysLeft)
  return (
    <li className="now-line">
      <button type="button" className="now-what" onClick={() => acts.open(reminder)}>
        <span className="now-title">
          <span className="ellipsis" title={title}>
            {title}
          </span>
          {subject !== undefined && !title.includes(subject) && (
            <span className="faint ellipsis" title={subject}>
              {subject}
            </span>
          )}
        </span>
        <span className="now-why" title={reminders.why[kind]}>
          <UrgencyTag urgency={urgency} word={common.reminderKind[kind]} />
          {due && <span className="faint">{due}</span>}
        </span>
      </button>
      {canWrite && (
        <Button size="small" onClick={() => acts.act(reminder)}>
          {reminders.act[kind]}
        </Button>
      )}
    </li>
  )
}
