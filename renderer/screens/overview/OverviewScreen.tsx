import type { HealthSummary } from '../../../shared/views.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useReady } from '../../hooks/use-ready.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import type { ScreenName } from '../../state/navigation.ts'
import { AheadChart } from './AheadChart.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { HealthPanel } from './HealthPanel.tsx'
import { NowPanel } from './NowPanel.tsx'
import './overview.css'

/** 总览: what to do today, what is coming, and whether all is in order. */
export function OverviewScreen() {
  const { frame } = useText()
  const { value: health, problem } = useAnswer('ledger.health')
  useReady('overview', health !== undefined || problem !== undefined)
  const isEmpty = health !== undefined && health.counts.entities + health.counts.credentials === 0
  return (
    <>
      <ScreenHeader title={frame.screens.overview} note={health?.today}>
        {health && !isEmpty && <Numbers counts={health.counts} />}
      </ScreenHeader>
      <div className="screen-scroll">
        {problem && <Problem error={problem} />}
        {isEmpty && <FirstSteps />}
        {health && !isEmpty && (
          <div className="overview">
            <NowPanel health={health} />
            <HealthPanel health={health} />
            <AheadPanel health={health} />
          </div>
        )}
      </div>
    </>
  )
}

function AheadPanel({ health }: { health: HealthSummary }) {
  const { overview } = useText()
  const go = useApp((state) => state.go)
  const total = health.ahead.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="panel panel-wide" aria-label={overview.ahead}>
      <h2>
        {overview.ahead}
        <span className="faint">{total > 0 && overview.aheadNote(total)}</span>
        {total > 0 && <Legend />}
      </h2>
      {total === 0 ? (
        <p className="soft">{overview.aheadEmpty}</p>
      ) : (
        <AheadChart today={health.today} ahead={health.ahead} onOpen={() => go('reminders')} />
      )}
    </section>
  )
}

function Legend() {
  const { common } = useText()
  return (
    <span className="ahead-legend">
      {(['danger', 'due', 'soon'] as const).map((urgency) => (
        <span key={urgency} className={`ahead-key ahead-key-${urgency}`}>
          {common.urgency[urgency]}
        </span>
      ))}
    </span>
  )
}

const PLACES: readonly (readonly [keyof HealthSummary['counts'], ScreenName])[] = [
  ['entities', 'ledger'],
  ['services', 'ledger'],
  ['domains', 'ledger'],
  ['credentials', 'credentials'],
  ['contacts', 'contacts'],
]

function Numbers({ counts }: { counts: HealthSummary['counts'] }) {
  const { overview } = useText()
  const go = useApp((state) => state.go)
  return (
    <ul className="numbers" aria-label={overview.numbers}>
      {PLACES.map(([key, screen]) => (
        <li key={key}>
          <button type="button" className="number" onClick={() => go(screen)}>
            <b>{counts[key].toLocaleString()}</b>
            <span className="faint">{overview.counts[key](counts[key])}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
