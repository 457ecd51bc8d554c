import type { CaseView, GuideProgress, StepView } from '../../../../shared/case-view.ts'
import { Tag, type TagLook } from '../../../components/StateTag.tsx'
import { useText } from '../../../i18n/text.ts'
import { moveByArrows } from '../../reminders/line-keys.ts'
import { guideName, stepTitle } from '../guide-names.ts'
import { useWords } from '../use-words.ts'

type Props = {
  view: CaseView
  shown: StepView | undefined
  onLook(step: StepView): void
}

/** Every step of the guide with how it stands; those of guides that were left, above. */
export function StepList({ view, shown, onLook }: Props) {
  const { recovery } = useText()
  return (
    <nav className="case-steps" aria-label={recovery.case.steps} onKeyDown={moveByArrows}>
      {view.guides.map((progress) => (
        <GuideSteps key={progress.guideId} progress={progress} shown={shown} onLook={onLook} />
      ))}
    </nav>
  )
}

type GuideProps = { progress: GuideProgress } & Pick<Props, 'shown' | 'onLook'>

function GuideSteps({ progress, shown, onLook }: GuideProps) {
  const { recovery } = useText()
  const pick = useWords()
  const { guideId, isCurrent, steps, settledCount, stepCount, leftBecause } = progress
  const listed = steps.filter(({ state }) => state !== 'not-applicable')
  const lines = (
    <ol>
      {listed.map((step) => (
        <StepLine
          key={step.stepId}
          step={step}
          isShown={shown?.guideId === guideId && shown.stepId === step.stepId}
          onLook={() => onLook(step)}
        />
      ))}
    </ol>
  )
  if (!isCurrent) {
    return (
      <details className="steps-past">
        <summary>
          {guideName(guideId, pick)}
          {leftBecause !== undefined && (
            <span className="steps-past-why faint">{recovery.case.leftBecause(leftBecause)}</span>
          )}
        </summary>
        {lines}
      </details>
    )
  }
  return (
    <section>
      <h2>{guideName(guideId, pick)}</h2>
      <p className="case-progress faint">
        <progress max={Math.max(stepCount, 1)} value={settledCount} aria-hidden="true" />
        {recovery.case.settled(settledCount, stepCount)}
      </p>
      {lines}
    </section>
  )
}

const LOOKS: Readonly<Record<StepView['state'], TagLook>> = {
  done: ['good', 'check'],
  skipped: ['quiet', 'bar'],
  failed: ['danger', 'diamond'],
  open: ['quiet', 'ring'],
  waiting: ['quiet', 'question'],
  'not-applicable': ['quiet', 'bar'],
}

type LineProps = { step: StepView; isShown: boolean; onLook(): void }

function StepLine({ step, isShown, onLook }: LineProps) {
  const { recovery } = useText()
  const pick = useWords()
  const { state, isNext, guideId, stepId } = step
  const title = stepTitle(guideId, stepId, pick)
  const word = isNext ? recovery.stepState.next : recovery.stepState[state]
  return (
    <li>
      <button
        type="button"
        className={`step-line step-line-${state}`}
        aria-current={isNext ? 'step' : undefined}
        aria-pressed={isShown}
        aria-label={`${title} ${word}`}
        onClick={onLook}
      >
        <Tag look={isNext ? ['due', 'half'] : LOOKS[state]} word="" />
        <span>{title}</span>
        <span className="step-word faint">{word}</span>
      </button>
    </li>
  )
}
