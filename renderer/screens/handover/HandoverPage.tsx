import { useEffect, useState } from 'react'
import type { HandoverStep, HandoverView } from '../../../shared/handover-view.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { CloseStep } from './CloseStep.tsx'
import { DayStep } from './DayStep.tsx'
import { HandoverHead } from './HandoverHead.tsx'
import { LinesStep } from './LinesStep.tsx'
import { SignStep } from './SignStep.tsx'
import { StepRail } from './StepRail.tsx'

/** One handover: the step to be taken now, large; all steps and people beside it. */
export function HandoverPage({ id }: { id: string }) {
  const { frame } = useText()
  const { value: view, problem } = useAnswer('handover.read', { id })
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
  return <OpenedHandover view={view} />
}

function OpenedHandover({ view }: { view: HandoverView }) {
  const [looked, setLooked] = useState<HandoverStep>()
  const step = looked ?? view.step

  // What comes next is shown as soon as it changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new step brings it back
  useEffect(() => setLooked(undefined), [view.step])

  return (
    <>
      <HandoverHead view={view} />
      <div className="case-area handover-area">
        <StepRail view={view} shown={step} onLook={setLooked} />
        <div className="handover-main">
          {step === 'prepare' && (
            <LinesStep key="prepare" view={view} part="prepare" onGo={setLooked} />
          )}
          {step === 'rotate' && (
            <LinesStep key="rotate" view={view} part="rotate" onGo={setLooked} />
          )}
          {step === 'sign' && <SignStep view={view} />}
          {step === 'day' && <DayStep view={view} />}
          {step === 'close' && <CloseStep view={view} />}
        </div>
      </div>
    </>
  )
}
