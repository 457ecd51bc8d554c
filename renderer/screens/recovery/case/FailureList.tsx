import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import type { Branch, Guide, Step } from '../../../../shared/guides/guide.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { guideName, guideOfTarget } from '../guide-names.ts'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'
import { useTargetWords } from './StepQuestion.tsx'
import { type StepDraft, toldBy } from './step-draft.ts'

type Props = { view: CaseView; guide: Guide; step: Step; draft: StepDraft }

/** 这一步不行？ What may go wrong here and on the whole, and where each leads. */
export function FailureList({ view, guide, step, draft }: Props) {
  const { recovery } = useText()
  const text = recovery.step
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const pick = useWords()
  const [said, setSaid] = useState('')
  const { id } = view.record
  const ofStep = step.failures ?? []
  const isListed = ({ when }: Branch) => ofStep.some((own) => own.when.zh === when.zh)
  const ofGuide = guide.failures.filter((branch) => !isListed(branch))

  const fail = (note: string, branch?: number) =>
    act(
      call('cases.recordStep', {
        id,
        stepId: step.id,
        state: 'failed',
        ...toldBy(draft),
        note: [draft.note.trim(), note].filter(Boolean).join('；'),
        ...(branch !== undefined && { branch }),
      }),
      text.saidFailed(pick(step.title)),
    )
  const take = async ({ when, to }: Branch, place?: number) => {
    const reason = pick(when)
    if (place !== undefined && !(await fail(reason, place))) return
    const guideId = guideOfTarget(to)
    if (guideId === undefined) return
    await act(
      call('cases.switchGuide', { id, guideId, reason }),
      text.saidSwitched(guideName(guideId, pick)),
    )
  }

  return (
    <details className="step-failures">
      <summary>{text.failed}</summary>
      <ul>
        {ofStep.map((branch, place) => (
          <FailureLine
            key={branch.when.zh}
            branch={branch}
            guideId={guide.id}
            onTake={() => void take(branch, place)}
          />
        ))}
        {ofGuide.map((branch) => (
          <FailureLine
            key={branch.when.zh}
            branch={branch}
            guideId={guide.id}
            onTake={() => void take(branch)}
          />
        ))}
      </ul>
      <div className="step-failed-note">
        <Input
          aria-label={text.failedNote}
          placeholder={text.failedNoteHint}
          value={said}
          maxLength={2000}
          onChange={(event) => setSaid(event.target.value)}
        />
        <Button
          disabled={said.trim() === ''}
          onClick={() => void fail(said.trim()).then((isDone) => isDone && setSaid(''))}
        >
          {text.recordFailed}
        </Button>
      </div>
    </details>
  )
}

type LineProps = { branch: Branch; guideId: string; onTake(): void }

function FailureLine({ branch, guideId, onTake }: LineProps) {
  const pick = useWords()
  const words = useTargetWords(guideId)
  return (
    <li>
      <span>{pick(branch.when)}</span>
      <Button size="small" aria-label={`${pick(branch.when)} ${words(branch.to)}`} onClick={onTake}>
        {words(branch.to)}
      </Button>
    </li>
  )
}
