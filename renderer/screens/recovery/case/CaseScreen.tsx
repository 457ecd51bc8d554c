import { useEffect, useState } from 'react'
import type { CaseView, StepView } from '../../../../shared/case-view.ts'
import { guideOf } from '../../../../shared/guides/guide-list.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useText } from '../../../i18n/text.ts'
import { Problem } from '../../../start/Problem.tsx'
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
  const { frame } = useText()
  const { value: view, problem } = useAnswer('cases.read', { id })
  if (view === undefined) {
    return (
      <div className="screen-scroll">
        {problem === undefined ? (
          <span className="faint">{frame.loading}</span>
        ) : (
          <Problem error={problem} />
        )}
      </div>
    )
  }
  return <OpenedCase view={view} />
}

function OpenedCase({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const [looked, setLooked] = useState<{ guideId: string; stepId: string }>()
  const current = view.guides.at(-1)
  const next = current?.steps.find(({ isNext }) => isNext)
  const nextKey = next && `${next.guideId} ${next.stepId} ${next.attempts}`
  const step = lookedAt(view, looked) ?? next
  const isOpen = view.line.isOpen

  // What comes next is shown as soon as it changes: a step was done, or another guide is followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new next step brings it back
  useEffect(() => setLooked(undefined), [nextKey, view.record.data.guideId])

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

function lookedAt(
  view: CaseView,
  looked: { guideId: string; stepId: string } | undefined,
): StepView | undefined {
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
