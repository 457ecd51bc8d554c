import type { CaseView, StepView } from '../../../../shared/case-view.ts'
import { guideOf } from '../../../../shared/guides/guide-list.ts'
import { AnsweredScreen } from '../../../components/AnsweredScreen.tsx'
import { useLooked } from '../../../components/use-looked.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useText } from '../../../i18n/text.ts'
import { BlockNotice } from './BlockNotice.tsx'
import { CaseHead } from './CaseHead.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { ClockStrip } from './ClockStrip.tsx'
import { ClosingCard } from './ClosingCard.tsx'
import { GuideWarning } from './GuideWarning.tsx'
import { LettersPanel } from './LettersPanel.tsx'
import { LogPanel } from './LogPanel.tsx'
import { MaterialPanel } from './MaterialPanel.tsx'
import { NotesPanel } from './NotesPanel.tsx'
import { PastStep } from './PastStep.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { StepCard } from './StepCard.tsx'
import { StepList } from './StepList.tsx'
import './case.css'

/** One case: what to do now, large; the steps beside it; clocks, materials, people and the log below. */
export function CaseScreen({ id }: { id: string }) {
  const answer = useAnswer('cases.read', { id })
  return <AnsweredScreen answer={answer}>{(view) => <OpenedCase view={view} />}</AnsweredScreen>
}

type Looked = { guideId: string; stepId: string }

function OpenedCase({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const current = view.guides.at(-1)
  const next = current?.steps.find(({ isNext }) => isNext)
  const nextKey = next && `${next.guideId} ${next.stepId} ${next.attempts}`
  // A step was done, or another guide is followed.
  const [looked, setLooked] = useLooked<Looked>(`${view.record.data.guideId} ${nextKey}`)
  const step = lookedAt(view, looked) ?? next
  const isOpen = view.line.isOpen

  return (
    <>
      <CaseHead view={view} />
      <div className="case-area">
        <StepList
          view={view}
          shown={step}
          onLook={({ guideId, stepId }) => setLooked({ guideId, stepId })}
        />
        <div className="case-main">
          {view.blocks.map((block) => (
            <BlockNotice key={block.credentialId} block={block} />
          ))}
          {isOpen && guideOf(view.record.data.guideId)?.isRetiredByMessages === true && (
            <GuideWarning view={view} />
          )}
          <ClockStrip clocks={view.clocks} />
          {step !== undefined && isToBeDone(step, view) ? (
            <StepCard
              key={`${step.guideId} ${step.stepId} ${step.attempts}`}
              view={view}
              step={step}
            />
          ) : (
            <>
              {step !== undefined && (
                <PastStep
                  key={`${step.guideId} ${step.stepId}`}
                  view={view}
                  step={step}
                  onBack={next && (() => setLooked(undefined))}
                />
              )}
              {(step === undefined || next === undefined) && <ClosingCard view={view} />}
            </>
          )}
          <div className="case-panels">
            <ClockPanel view={view} />
            <PeoplePanel view={view} />
            <MaterialPanel view={view} />
            <LogPanel view={view} />
            <LettersPanel view={view} />
            <NotesPanel view={view} />
          </div>
          <p className="faint case-foot">{recovery.case.openedOn(view.line.openedOn)}</p>
        </div>
      </div>
    </>
  )
}

function lookedAt(view: CaseView, looked: Looked | undefined): StepView | undefined {
  if (looked === undefined) return undefined
  return view.guides
    .find(({ guideId }) => guideId === looked.guideId)
    ?.steps.find(({ stepId }) => stepId === looked.stepId)
}

/** Steps of the guide that is followed now, which may be gone at this moment. */
function isToBeDone(step: StepView, view: CaseView): boolean {
  if (!view.line.isOpen || step.guideId !== view.record.data.guideId) return false
  return step.state === 'open' || step.state === 'failed'
}
