import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView, StepView } from '../../../../shared/case-view.ts'
import type { Guide, Step } from '../../../../shared/guides/guide.ts'
import { guideOf } from '../../../../shared/guides/guide-list.ts'
import { Tag } from '../../../components/StateTag.tsx'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { guideName, guideOfTarget } from '../guide-names.ts'
import { SourceList } from '../guides/SourceList.tsx'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'
import { FailureList } from './FailureList.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import { PortalLink } from './PortalLink.tsx'
import { PortalValues } from './PortalValues.tsx'
import { SkipDialog } from './SkipDialog.tsx'
import { StepDetailsFields } from './StepDetailsFields.tsx'
import { StepLetter } from './StepLetter.tsx'
import { StepNotes } from './StepNotes.tsx'
import { StepQuestion } from './StepQuestion.tsx'
import { EMPTY_DRAFT, type StepDraft, toldBy } from './step-draft.ts'

type Props = { view: CaseView; step: StepView }

/** The step that is due: what to do, with everything it takes, and the button that says it is done. */
export function StepCard({ view, step: state }: Props) {
  const guide = guideOf(state.guideId)
  const step = guide?.steps.find(({ id }) => id === state.stepId)
  if (guide === undefined || step === undefined) return null
  return <OpenStep view={view} state={state} guide={guide} step={step} />
}

type OpenProps = { view: CaseView; state: StepView; guide: Guide; step: Step }

function OpenStep({ view, state, guide, step }: OpenProps) {
  const { recovery } = useText()
  const text = recovery.step
  const pick = useWords()
  const canWrite = useCanWrite()
  const [draft, setDraft] = useState<StepDraft>(EMPTY_DRAFT)
  const { isNext, attempts, record } = state
  return (
    <section className="step-card" aria-label={text.now}>
      <div className="step-over">
        <Tag
          look={isNext ? ['due', 'half'] : ['quiet', 'ring']}
          word={isNext ? text.now : text.early}
        />
        {attempts > 0 && <span className="faint">{text.attempts(attempts)}</span>}
        {step.isOptional && <span className="faint">{text.optional}</span>}
      </div>
      <h2>{pick(step.title)}</h2>
      <p className="step-text">{pick(step.text)}</p>
      {step.caution && (
        <p className="note note-warning" role="note">
          {pick(step.caution)}
        </p>
      )}
      {record?.state === 'failed' && record.note !== undefined && (
        <p className="note note-danger">{text.failedBefore(record.doneOn, record.note)}</p>
      )}
      <StepNotes additions={state.additions} />
      {step.link && <PortalLink link={step.link} />}
      {step.values && <PortalValues caseId={view.line.id} stepId={step.id} />}
      {step.letter && <StepLetter kind={step.letter} view={view} />}
      {canWrite && (
        <>
          {step.question && (
            <StepQuestion
              question={step.question}
              guide={guide}
              answer={draft.answer}
              onAnswer={(answer) => setDraft({ ...draft, answer })}
            />
          )}
          <StepDetailsFields
            asks={step.asks ?? []}
            view={view}
            draft={draft}
            onChange={(change) => setDraft({ ...draft, ...change })}
          />
          <StepButtons view={view} state={state} guide={guide} step={step} draft={draft} />
          <FailureList view={view} guide={guide} step={step} draft={draft} />
        </>
      )}
      <details className="step-sources">
        <summary>{recovery.guides.sources}</summary>
        <SourceList sources={step.sources} />
      </details>
    </section>
  )
}

type ButtonProps = OpenProps & { draft: StepDraft }

function StepButtons({ view, state, guide, step, draft }: ButtonProps) {
  const { recovery } = useText()
  const text = recovery.step
  const call = useApp((store) => store.call)
  const showForm = useApp((store) => store.showForm)
  const act = useCaseAct()
  const pick = useWords()
  const [isSaving, setSaving] = useState(false)
  const [dialog, setDialog] = useState<'outcome' | 'skip'>()
  const { id } = view.record
  const { outcome, registrations } = view.record.data
  const answer = step.question?.answers.find((one) => one.id === draft.answer)
  const leadsTo = guideOfTarget(answer?.to)
  const isWaited = view.credentials.some((one) => one.isWaitedFor)
  const toRegister =
    view.credentials.find((one) => one.isWaitedFor)?.id ??
    outcome?.credentialId ??
    view.credentials[0]?.id
  const mustRegister = state.doneBy === 'registration' && (isWaited || registrations.length === 0)
  const isOutcome = state.doneBy === 'outcome'

  const run = async (work: () => Promise<boolean>) => {
    setSaving(true)
    await work()
    setSaving(false)
  }
  const record = (as: 'done' | 'skipped') =>
    act(
      call('cases.recordStep', {
        id,
        stepId: step.id,
        state: as,
        ...toldBy(draft),
        ...(draft.answer !== undefined && { answer: draft.answer }),
      }),
      as === 'done' ? text.saidDone(pick(step.title)) : text.saidSkipped(pick(step.title)),
    )
  const finish = async () => {
    if (!(await record('done'))) return false
    if (leadsTo === undefined || answer === undefined) return true
    const reason = `${pick(step.title)}：${pick(answer.text)}`
    return act(
      call('cases.switchGuide', { id, guideId: leadsTo, reason }),
      text.saidSwitched(guideName(leadsTo, pick)),
    )
  }

  return (
    <div className="step-buttons">
      {isOutcome && (
        <Button type="primary" size="large" onClick={() => setDialog('outcome')}>
          {text.recordOutcome}
        </Button>
      )}
      {mustRegister && toRegister !== undefined && (
        <Button
          type="primary"
          size="large"
          onClick={() => showForm({ form: 'register', credentialId: toRegister })}
        >
          {text.register}
        </Button>
      )}
      {mustRegister && toRegister === undefined && (
        <p className="note note-warning">{text.noCredential}</p>
      )}
      {(isOutcome ? outcome !== undefined : !mustRegister) && (
        <Button
          type={isOutcome ? 'default' : 'primary'}
          size="large"
          loading={isSaving && { delay: 200 }}
          disabled={step.question !== undefined && draft.answer === undefined}
          onClick={() => void run(finish)}
        >
          {leadsTo === undefined ? text.done : text.doneAndGo(guideOf(leadsTo)?.code ?? leadsTo)}
        </Button>
      )}
      {step.question !== undefined && draft.answer === undefined && (
        <span className="faint">{text.answerFirst}</span>
      )}
      {!(mustRegister && isWaited) && (
        <Button
          type="text"
          onClick={() => (step.isOptional ? void run(() => record('skipped')) : setDialog('skip'))}
        >
          {text.skip}
        </Button>
      )}
      {dialog === 'outcome' && (
        <OutcomeDialog
          view={view}
          guide={guide}
          draft={draft}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'skip' && (
        <SkipDialog
          caseId={id}
          stepId={step.id}
          title={pick(step.title)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}
