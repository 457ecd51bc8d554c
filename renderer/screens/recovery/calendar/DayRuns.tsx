import { addDays, type CalendarDay } from '../../../../shared/calendar-day.ts'
import type { NoticeDay } from '../../../../shared/calendar-notice.ts'
import { useText } from '../../../i18n/text.ts'

type Run = { name: string; isOff: boolean; from: CalendarDay; to: CalendarDay }

/** Days off and makeup days, days in a row as one line. */
export function DayRuns({ days }: { days: readonly NoticeDay[] }) {
  const { recovery } = useText()
  return (
    <ul className="day-runs">
      {runsOf(days).map(({ name, isOff, from, to }) => (
        <li key={from}>
          <span className="mono-number">{from === to ? from : `${from} – ${to.slice(5)}`}</span>
          <span>{name}</span>
          <span className={isOff ? 'faint' : 'tag-due'}>
            {isOff ? recovery.calendar.off : recovery.calendar.makeup}
          </span>
        </li>
      ))}
    </ul>
  )
}

function runsOf(days: readonly NoticeDay[]): Run[] {
  const runs: Run[] = []
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1))
  for (const { day, isOff, name } of sorted) {
    const last = runs.at(-1)
    const isNext =
      last !== undefined &&
      last.name === name &&
      last.isOff === isOff &&
      addDays(last.to, 1) === day
    if (isNext) last.to = day
    else runs.push({ name, isOff, from: day, to: day })
  }
  return runs
}
