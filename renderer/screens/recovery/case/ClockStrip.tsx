import type { ClockView } from '../../../../shared/case-view.ts'
import { ClockTag } from '../ClockTag.tsx'
import { useWords } from '../use-words.ts'

/** Clocks that run, in one line above the step: what is late or runs out is in sight without scrolling. */
export function ClockStrip({ clocks }: { clocks: readonly ClockView[] }) {
  const pick = useWords()
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
  if (running.length === 0) return null
  return (
    <ul className="clock-strip">
      {running.map((clock) => (
        <li key={clock.id} className={`clock-${clock.state}`}>
          {pick(clock.title)}
          <ClockTag clock={clock} />
        </li>
      ))}
    </ul>
  )
}
