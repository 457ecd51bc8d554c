import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import type { GuideId } from '../../../../shared/guides/guide.ts'
import { GUIDE_IDS } from '../../../../shared/guides/guide.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { guideName } from '../guide-names.ts'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { HindranceList } from './HindranceList.tsx'

/** No step is due: what is left, the guide it leads to, or that the case can be closed. */
export function ClosingCard({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const text = recovery.closing
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const pick = useWords()
  const canWrite = useCanWrite()
  const [isClosing, setClosing] = useState(false)
  const { hindrances, line, record } = view
  if (!line.isOpen) return <ClosedCard view={view} />
  const isFree = hindrances.length === 0
  const guides = hindrances.flatMap((one) =>
    one.kind === 'switch-guide' || one.kind === 'return-to-guide' ? guideIds(one.guideId) : [],
  )
  const follow = (guideId: GuideId) =>
    act(
      call('cases.switchGuide', { id: record.id, guideId, reason: text.ledHere }),
      recovery.step.saidSwitched(guideName(guideId, pick)),
    )
  return (
    <section className="step-card" aria-label={recovery.step.now}>
      <h2>{isFree ? text.readyTitle : text.leftTitle}</h2>
      <p className="step-text">{isFree ? text.ready : text.left}</p>
      {!isFree && <HindranceList view={view} />}
      {canWrite && (
        <div className="step-buttons">
          {guides.map((guideId) => (
            <Button key={guideId} type="primary" size="large" onClick={() => void follow(guideId)}>
              {text.goTo(guideName(guideId, pick))}
            </Button>
          ))}
          <Button
            type={isFree ? 'primary' : 'default'}
            size="large"
            onClick={() => setClosing(true)}
          >
            {recovery.case.close}
          </Button>
        </div>
      )}
      {isClosing && <CloseDialog view={view} onClose={() => setClosing(false)} />}
    </section>
  )
}

function guideIds(id: string): GuideId[] {
  return GUIDE_IDS.filter((one) => one === id)
}

/** How a closed case ended. */
function ClosedCard({ view: { line, record } }: { view: CaseView }) {
  const { recovery } = useText()
  const { outcome, lessons } = record.data
  return (
    <section className="step-card step-card-past" aria-label={recovery.closing.closedCard}>
      <h2>{recovery.closing.closedTitle(line.closedOn ?? '')}</h2>
      <dl className="facts step-facts">
        {outcome && (
          <div>
            <dt>{recovery.columns.outcome}</dt>
            <dd>{recovery.outcome.kind[outcome.kind]}</dd>
          </div>
        )}
        {line.closeReason !== undefined && (
          <div>
            <dt>{recovery.columns.closeReason}</dt>
            <dd>{line.closeReason}</dd>
          </div>
        )}
        {lessons !== undefined && (
          <div>
            <dt>{recovery.notes.lessons}</dt>
            <dd>{lessons}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}
