import { Radio } from 'antd'
import type { Guide, Question, Target } from '../../../../shared/guides/guide.ts'
import { useText } from '../../../i18n/text.ts'
import { guideName, stepTitle } from '../guide-names.ts'
import { useWords } from '../use-words.ts'

type Props = {
  question: Question
  guide: Guide
  answer: string | undefined
  onAnswer(answer: string): void
}

/** The question of a step; each answer says where it leads. */
export function StepQuestion({ question, guide, answer, onAnswer }: Props) {
  const pick = useWords()
  const leadsTo = useTargetWords(guide.id)
  return (
    <fieldset className="step-question">
      <legend>{pick(question.text)}</legend>
      <Radio.Group
        className="step-answers"
        value={answer}
        onChange={(event) => onAnswer(String(event.target.value))}
      >
        {question.answers.map(({ id, text, to }) => (
          <Radio key={id} value={id}>
            <span>{pick(text)}</span>
            {to !== undefined && <span className="faint">{leadsTo(to)}</span>}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  )
}

/** Words for where a branch leads. */
export function useTargetWords(guideId: string): (to: Target) => string {
  const { recovery } = useText()
  const pick = useWords()
  return (to) => {
    if ('guide' in to) return recovery.step.toGuide(guideName(to.guide, pick))
    if ('step' in to) return recovery.step.toStep(stepTitle(guideId, to.step, pick))
    return recovery.step.toEnd[to.end]
  }
}
