import type { HandoverStep, HandoverView } from '../../../shared/handover-view.ts'
import { AnsweredScreen } from '../../components/AnsweredScreen.tsx'
import { useLooked } from '../../components/use-looked.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { CloseStep } from './CloseStep.tsx'
import { DayStep } from './DayStep.tsx'
import { HandoverHead } from './HandoverHead.tsx'
import { LinesStep } from './LinesStep.tsx'
import { SignStep } from './SignStep.tsx'
import { StepRail } from './StepRail.tsx'

/** One handover: the step to be taken now, large; all steps and people beside it. */
export function HandoverPage({ id }: { id: string }) {
  const answer = useAnswer('handover.read', { id })
  return <AnsweredScreen answer={answer}>{(view) => <OpenedHandover view={view} />}</AnsweredScreen>
}

function OpenedHandover({ view }: { view: HandoverView }) {
  const [looked, setLooked] = useLooked<HandoverStep>(view.step)
  const step = looked ?? view.step

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
          {step === 'close' && <CloseStep view={view} onGo={setLooked} />}
        </div>
      </div>
    </>
  )
}
