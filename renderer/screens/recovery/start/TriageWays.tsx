import { Button } from 'antd'
import type { GuideId } from '../../../../shared/guides/guide.ts'
import { GUIDES, guideOf } from '../../../../shared/guides/guide-list.ts'
import { NO_PORTAL_ENTRY, SMS_WARNING } from '../../../../shared/guides/warning.ts'
import type { TriageWay } from '../../../../shared/triage-view.ts'
import { Tag, type TagLook } from '../../../components/StateTag.tsx'
import { useText } from '../../../i18n/text.ts'
import { clockSpan } from '../clock-words.ts'
import { guideName } from '../guide-names.ts'
import { SourceList } from '../guides/SourceList.tsx'
import { useWords } from '../use-words.ts'

type Props = { ways: readonly TriageWay[]; canStart: boolean; onStart(guideId: GuideId): void }

/** The ways that fit, best first, each with why, what is missing, and the button that opens the case. */
export function TriageWays({ ways, canStart, onStart }: Props) {
  const { recovery } = useText()
  const text = recovery.start
  const pick = useWords()
  const offered = ways.filter(({ standing }) => standing !== 'excluded')
  const excluded = ways.filter(({ standing }) => standing === 'excluded')
  const isRanked = (id: GuideId) => ways.some(({ guideId }) => guideId === id)
  const troubles = GUIDES.filter(({ id, kind }) => kind === 'trouble' && !isRanked(id))
  return (
    <>
      <div className="note note-warning" role="note">
        <p>{pick(SMS_WARNING.text)}</p>
        <div className="note-foot">
          <SourceList sources={SMS_WARNING.sources} />
          <Button size="small" disabled={!canStart} onClick={() => onStart('m')}>
            {text.branch(pick(NO_PORTAL_ENTRY.when), 'M')}
          </Button>
        </div>
      </div>
      <ol className="ways">
        {offered.map((way, index) => (
          <WayCard
            key={way.guideId}
            way={way}
            isFirst={index === 0}
            canStart={canStart}
            onStart={onStart}
          />
        ))}
      </ol>
      {excluded.length > 0 && (
        <details>
          <summary>{text.excluded(excluded.length)}</summary>
          <ul className="ways">
            {excluded.map((way) => (
              <WayCard key={way.guideId} way={way} canStart={canStart} onStart={onStart} />
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{text.troubles}</summary>
        <ul className="ways-troubles">
          {troubles.map(({ id, summary }) => (
            <li key={id}>
              <span>
                <b>{guideName(id, pick)}</b>
                <span className="faint">{pick(summary)}</span>
              </span>
              <Button
                size="small"
                disabled={!canStart}
                aria-label={text.startWith(guideName(id, pick))}
                onClick={() => onStart(id)}
              >
                {text.use}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

const LOOKS: Readonly<Record<TriageWay['standing'], TagLook>> = {
  triggered: ['due', 'half'],
  fitting: ['good', 'check'],
  lacking: ['danger', 'diamond'],
  excluded: ['quiet', 'bar'],
}

type CardProps = {
  way: TriageWay
  isFirst?: boolean
  canStart: boolean
  onStart(guideId: GuideId): void
}

function WayCard({ way, isFirst = false, canStart, onStart }: CardProps) {
  const { recovery } = useText()
  const text = recovery.start
  const pick = useWords()
  const guide = guideOf(way.guideId)
  if (guide === undefined) return null
  const name = guideName(guide.id, pick)
  return (
    <li className={isFirst ? 'way way-first' : 'way'} aria-label={name}>
      <div className="way-head">
        <span className="guide-code">{guide.code}</span>
        <h3>{pick(guide.title)}</h3>
        <Tag look={LOOKS[way.standing]} word={text.standing[way.standing]} />
        <Button
          type={isFirst ? 'primary' : 'default'}
          size="small"
          disabled={!canStart}
          aria-label={text.startWith(name)}
          onClick={() => onStart(guide.id)}
        >
          {text.use}
        </Button>
      </div>
      <p className="soft">{pick(guide.summary)}</p>
      <ul className="way-reasons">
        {way.why.map((words) => (
          <li key={words.zh} className="way-why">
            {pick(words)}
          </li>
        ))}
        {way.missing.map((words) => (
          <li key={words.zh} className="way-missing">
            <b>{text.missing}</b>
            {pick(words)}
          </li>
        ))}
        {way.unknown.map((words) => (
          <li key={words.zh} className="way-unknown">
            <b>{text.unknown}</b>
            {pick(words)}
          </li>
        ))}
      </ul>
      <p className="faint">
        {guide.duration ? text.duration(clockSpan(guide.duration, recovery)) : text.noDuration}
        {guide.materials.length > 0 && ` · ${text.materials(guide.materials.length)}`}
      </p>
    </li>
  )
}
