import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import type { HealthSummary } from '../../../shared/views.ts'
import { useText } from '../../i18n/text.ts'
import {
  AHEAD_DAYS,
  barHeight,
  type ChartDay,
  chartDays,
  monthMarks,
  nextDueDay,
  weekdayOf,
} from './ahead-chart.ts'

/** Heights in CSS pixels: room for words above, bars, the line of months below. */
const TOP = 20
const BARS = 84
const FOOT = 20
const STEP_PERCENT = 100 / AHEAD_DAYS

type Props = Pick<HealthSummary, 'today' | 'ahead'> & {
  /** A press or Enter on a day. */
  onOpen(): void
}

/** The next 90 days as bars: how much falls due on each day, and how urgent the worst of it is. */
export function AheadChart({ today, ahead, onOpen }: Props) {
  const { overview } = useText()
  const days = useMemo(() => chartDays(today, ahead), [today, ahead])
  const months = useMemo(() => monthMarks(days), [days])
  const [chosen, setChosen] = useState<number>()
  const greatest = Math.max(0, ...ahead.map(({ count }) => count))
  const total = ahead.reduce((sum, { count }) => sum + count, 0)
  const firstDue = nextDueDay(days, -1, 1)
  const shown = days[chosen ?? firstDue ?? 0]

  const onKeyDown = (event: KeyboardEvent) => {
    const from = chosen ?? -1
    const moves: Readonly<Record<string, () => number | undefined>> = {
      ArrowRight: () => nextDueDay(days, from, 1),
      ArrowLeft: () => nextDueDay(days, from, -1),
      Home: () => nextDueDay(days, -1, 1),
      End: () => nextDueDay(days, AHEAD_DAYS, -1),
    }
    const move = moves[event.key]
    if (move !== undefined) setChosen(move() ?? chosen)
    else if (event.key === 'Enter') onOpen()
    else return
    event.preventDefault()
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const index = Math.floor(((event.clientX - left) / width) * AHEAD_DAYS)
    setChosen(Math.max(0, Math.min(AHEAD_DAYS - 1, index)))
  }

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={overview.aheadTitle}
        aria-valuemin={0}
        aria-valuemax={AHEAD_DAYS - 1}
        aria-valuenow={shown?.index ?? 0}
        aria-valuetext={shown && dayWords(shown)}
        className="ahead"
        title={overview.aheadHint}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setChosen(undefined)}
        onClick={onOpen}
      >
        <svg
          role="img"
          width="100%"
          height={TOP + BARS + FOOT}
          aria-labelledby="ahead-title ahead-description"
        >
          <title id="ahead-title">{overview.aheadTitle}</title>
          <desc id="ahead-description">{overview.aheadDescription(ahead.length, total)}</desc>
          {days.map((day) => (
            <DayColumn key={day.day} day={day} greatest={greatest} isChosen={day === shown} />
          ))}
          <line x1="0" x2="100%" y1={TOP + BARS} y2={TOP + BARS} className="ahead-ground" />
          {months.map(({ index, month }) => (
            <g key={index}>
              {index > 0 && (
                <line
                  x1={percent(index)}
                  x2={percent(index)}
                  y1={TOP - 8}
                  y2={TOP + BARS + 6}
                  className="ahead-month"
                />
              )}
              <text x={percent(index)} dx={index > 0 ? 5 : 0} y={TOP + BARS + 15}>
                {overview.month(month)}
              </text>
            </g>
          ))}
          <line x1="1" x2="1" y1={TOP - 6} y2={TOP + BARS} className="ahead-today" />
          <text x="0" y={TOP - 9} className="ahead-today-word">
            {overview.today}
          </text>
        </svg>
      </div>
      <p className="ahead-detail" aria-live="polite">
        {shown && <DayDetail day={shown} />}
      </p>
    </>
  )

  function dayWords({ day, due }: ChartDay): string {
    const words = overview.aheadDay(`${day} ${overview.week(weekdayOf(day))}`, due?.count ?? 0)
    return due === undefined ? words : `${words} ${due.titles.join('，')}`
  }
}

type ColumnProps = { day: ChartDay; greatest: number; isChosen: boolean }

function DayColumn({ day: { index, isWeekend, due }, greatest, isChosen }: ColumnProps) {
  const height = due === undefined ? 0 : Math.max(5, barHeight(due.count, greatest) * (BARS - 6))
  const kind = isChosen ? 'ahead-column-chosen' : isWeekend ? 'ahead-column-weekend' : undefined
  return (
    <>
      {kind && (
        <rect
          x={percent(index)}
          width={`${STEP_PERCENT}%`}
          y={TOP}
          height={BARS}
          className={kind}
        />
      )}
      {due && (
        <rect
          x={percent(index + 0.16)}
          width={`${STEP_PERCENT * 0.68}%`}
          y={TOP + BARS - height}
          height={height}
          rx="2"
          className={`ahead-bar ahead-bar-${due.worst}`}
        />
      )}
    </>
  )
}

function DayDetail({ day: { day, due } }: { day: ChartDay }) {
  const { overview, common } = useText()
  const count = due?.count ?? 0
  return (
    <>
      <b>{overview.aheadDay(`${day} ${overview.week(weekdayOf(day))}`, count)}</b>
      {due && (
        <>
          <span className={`ahead-key ahead-key-${due.worst}`}>{common.urgency[due.worst]}</span>
          <span className="soft ellipsis">
            {due.titles.join(' · ')}
            {due.titles.length < count && ` ${overview.aheadMore(count)}`}
          </span>
        </>
      )}
    </>
  )
}

function percent(index: number): string {
  return `${index * STEP_PERCENT}%`
}
