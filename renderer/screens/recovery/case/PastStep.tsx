import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CaseView, StepView } from '../../../../shared/case-view.ts'
import { guideOf } from '../../../../shared/guides/guide-list.ts'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { stepTitle } from '../guide-names.ts'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'
import { StepDetailsFields } from './StepDetailsFields.tsx'
import { StepNotes } from './StepNotes.tsx'
import { EMPTY_DRAFT, type StepDraft, toldBy } from './step-draft.ts'

type Props = {
  view: CaseView
  step: StepView
  /** Back to what is due; absent where nothing is. */
  onBack?: (() => void) | undefined
}

/** A step that was done, left out, or cannot be done yet: what it says and what was recorded. */
export function PastStep({ view, step, onBack }: Props) {
  const { recovery } = useText()
  const pick = useWords()
  const words = guideOf(step.guideId)?.steps.find(({ id }) => id === step.stepId)
  const isOfCurrent = step.guideId === view.record.data.guideId
  return (
    <section className="step-card step-card-past" aria-label={recovery.step.past}>
      <div className="step-over">
        <span className="faint">{recovery.stepState[step.state]}</span>
        {onBack && (
          <button type="button" className="button-link" onClick={onBack}>
            {recovery.step.backToNow}
          </button>
        )}
      </div>
      <h2>{stepTitle(step.guideId, step.stepId, pick)}</h2>
      {words && <p className="step-text">{pick(words.text)}</p>}
      <StepNotes additions={step.additions} />
      {step.record && <StepRecord step={step} record={step.record} />}
      {view.line.isOpen && isOfCurrent && step.record && <RecordActs view={view} step={step} />}
    </section>
  )
}

type RecordProps = { step: StepView; record: NonNullable<StepView['record']> }

function StepRecord({ step, record }: RecordProps) {
  const { recovery } = useText()
  const pick = useWords()
  const words = guideOf(step.guideId)?.steps.find(({ id }) => id === step.stepId)
  const answer = words?.question?.answers.find(({ id }) => id === record.answer)
  const { details } = recovery
  const facts = [
    [details.person, record.person],
    [details.doneOn, record.doneOn],
    [details.answer, answer && pick(answer.text)],
    [details.channel, record.channel],
    [details.reference, record.reference],
    [details.evidence, step.documents.map(({ title }) => title).join('、')],
    [details.note, record.note],
  ] as const
  return (
    <dl className="facts step-facts">
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function RecordActs({ view, step }: { view: CaseView; step: StepView }) {
  const { recovery } = useText()
  const text = recovery.step
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const pick = useWords()
  const canWrite = useCanWrite()
  const [isMending, setMending] = useState(false)
  if (!canWrite) return null
  const { id } = view.record
  const undo = () =>
    act(
      call('cases.undoStep', { id, stepId: step.stepId }),
      text.saidTakenBack(stepTitle(step.guideId, step.stepId, pick)),
    )
  return (
    <div className="step-buttons">
      {step.doneBy === 'person' && step.record?.state !== 'failed' && (
        <Button onClick={() => setMending(true)}>{text.mend}</Button>
      )}
      <Button onClick={() => void undo()}>{text.takeBack}</Button>
      {isMending && <MendDialog view={view} step={step} onClose={() => setMending(false)} />}
    </div>
  )
}

type MendProps = { view: CaseView; step: StepView; onClose(): void }

/** The last record of a step, told better. */
function MendDialog({ view, step, onClose }: MendProps) {
  const { recovery } = useText()
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const pick = useWords()
  const { record, stepId } = step
  const [draft, setDraft] = useState<StepDraft>(() => ({
    ...EMPTY_DRAFT,
    ...(record && {
      answer: record.answer,
      doneOn: record.doneOn,
      person: record.person,
      channel: record.channel ?? '',
      reference: record.reference ?? '',
      note: record.note ?? '',
      documentIds: record.documentIds,
    }),
  }))
  const isDirty = useChanged(draft)
  const guide = guideOf(step.guideId)
  const words = guide?.steps.find(({ id }) => id === stepId)
  const save = async () => {
    const isSaved = await make(
      () =>
        call('cases.recordStep', {
          id: view.record.id,
          stepId,
          state: record?.state ?? 'done',
          isCorrection: true,
          ...toldBy(draft),
          ...(draft.answer !== undefined && { answer: draft.answer }),
        }),
      recovery.step.saidMended(words ? pick(words.title) : stepId),
    )
    if (isSaved) onClose()
    return isSaved
  }
  return (
    <FormModal
      title={recovery.step.mendTitle}
      isDirty={isDirty}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={620}
    >
      <StepDetailsFields
        asks={['person', 'channel', 'reference', 'evidence']}
        view={view}
        draft={draft}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <Input.TextArea
        aria-label={recovery.details.note}
        placeholder={recovery.details.note}
        rows={2}
        value={draft.note}
        maxLength={10_000}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
      />
    </FormModal>
  )
}
