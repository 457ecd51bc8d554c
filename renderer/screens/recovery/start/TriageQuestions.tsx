import { Radio } from 'antd'
import type { Fact } from '../../../../shared/guides/guide.ts'
import { TRIAGE_QUESTIONS } from '../../../../shared/guides/triage.ts'
import { TRIAGE_ANSWERS, type TriageAnswer } from '../../../../shared/guides/triage-rule.ts'
import type { TriageFact } from '../../../../shared/triage-view.ts'
import { useText } from '../../../i18n/text.ts'
import { useWords } from '../use-words.ts'

type Props = {
  facts: readonly TriageFact[]
  onAnswer(fact: Fact, answer: TriageAnswer): void
  /** Back to what the ledger says. */
  onForget(fact: Fact): void
}

/** What has to be known to choose a way: what nobody knows yet first, then what the ledger knows. */
export function TriageQuestions({ facts, onAnswer, onForget }: Props) {
  const { recovery } = useText()
  const text = recovery.start
  const asked = TRIAGE_QUESTIONS.flatMap((question) => {
    const fact = facts.find((one) => one.fact === question.id)
    return fact === undefined ? [] : [{ question, fact }]
  })
  const known = asked.filter(({ fact }) => isTold(fact))
  const open = asked.filter(({ fact }) => !isTold(fact))
  const line = { onAnswer, onForget }
  return (
    <>
      {open.length > 0 && <p className="faint">{text.openQuestions(open.length)}</p>}
      <ul className="questions">
        {open.map((one) => (
          <QuestionLine key={one.question.id} {...one} {...line} />
        ))}
      </ul>
      {known.length > 0 && (
        <details className="questions-known" open={open.length === 0}>
          <summary>{text.knownQuestions(known.length)}</summary>
          <ul className="questions">
            {known.map((one) => (
              <QuestionLine key={one.question.id} {...one} {...line} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The ledger told it, without a doubt. */
function isTold({ known }: TriageFact): boolean {
  return known !== undefined && known.answer !== 'unknown'
}

type LineProps = {
  question: (typeof TRIAGE_QUESTIONS)[number]
  fact: TriageFact
} & Pick<Props, 'onAnswer' | 'onForget'>

function QuestionLine({ question, fact, onAnswer, onForget }: LineProps) {
  const { recovery } = useText()
  const { factReason, changedByYou, asLedger } = recovery.start
  const pick = useWords()
  const { known, answered } = fact
  const isChanged = answered !== undefined && known !== undefined && answered !== known.answer
  const id = `question-${question.id}`
  return (
    <li className="question">
      <div id={id} className="question-text">
        {pick(question.text)}
      </div>
      <Radio.Group
        aria-labelledby={id}
        size="small"
        optionType="button"
        buttonStyle="solid"
        value={fact.answer}
        onChange={(event) => onAnswer(question.id, answerOf(event.target.value))}
        options={TRIAGE_ANSWERS.map((answer) => ({
          value: answer,
          label: pick(question.answers[answer]),
        }))}
      />
      <div className="question-note faint">
        {known !== undefined && !isChanged && factReason(known)}
        {isChanged && (
          <>
            {changedByYou(factReason(known))}
            <button type="button" className="button-link" onClick={() => onForget(question.id)}>
              {asLedger}
            </button>
          </>
        )}
        {known === undefined && pick(question.why)}
      </div>
    </li>
  )
}

function answerOf(value: unknown): TriageAnswer {
  return TRIAGE_ANSWERS.find((one) => one === value) ?? 'unknown'
}
