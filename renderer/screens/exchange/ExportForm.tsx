import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ProgressStep } from '../../../shared/contract.ts'
import type { FieldFinding } from '../../../shared/finding.ts'
import { controlStatus, Field } from '../../components/Field.tsx'
import { WorkProgress } from '../../components/WorkProgress.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useProgress } from '../../hooks/use-progress.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { NewPassphraseFields, useNewPassphrase } from '../../start/NewPassphrase.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { WorkDialog } from '../settings/WorkDialog.tsx'

type Props = {
  /** For the ids of its fields. */
  id: string
  words: {
    title: string
    start: string
    reasonHint: string
    passphrase: string
    passphraseHint: string
    steps: Readonly<Partial<Record<ProgressStep, string>>>
  }
  canSubmit?: boolean
  /** What the person should know before. */
  note: ReactNode
  /** What else is chosen. */
  fields?: (isWorking: boolean) => ReactNode
  /** Resolves with what is said when it is done; undefined: the person gave up in the dialog of the system. */
  send(typed: { passphrase: string; reason: string }): Promise<string | undefined>
  onClose(): void
}

/** What every export asks: why, and under which passphrase of its own. It can be cancelled while it goes on. */
export function ExportForm({ id, words, canSubmit, note, fields, send, onClose }: Props) {
  const { out } = useText().exchange
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const { isWorking, problem, run } = useWork()
  const typed = useNewPassphrase()
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const [isStopping, setStopping] = useState(false)

  const findings: FieldFinding[] =
    hasTried && reason.trim() === '' ? [{ severity: 'refused', code: 'required' }] : []

  const submit = async () => {
    setTried(true)
    if (isWorking || !typed.isComplete || reason.trim() === '') return
    setStopping(false)
    const { passphrase } = typed
    const isOver = await run(async () => {
      try {
        const said = await withSecondPerson(() => send({ passphrase, reason }))
        if (said !== undefined) tell.said(said)
        return said !== undefined
      } catch (error) {
        if (problemOf(error).code !== 'cancelled') throw error
        tell.said(out.cancelled)
        return true
      }
    })
    if (isOver) onClose()
  }

  /** It ends with the step it is at: the derivation of a key takes seconds. */
  const stop = () => {
    setStopping(true)
    call('exchange.stop').catch(tell.failed)
  }

  return (
    <WorkDialog
      title={words.title}
      okText={words.start}
      isWorking={isWorking}
      {...(canSubmit !== undefined && { canSubmit })}
      onSubmit={() => void submit()}
      onStop={stop}
      onClose={onClose}
    >
      {note}
      {problem && problem.code !== 'second-person-needed' && <Problem error={problem} />}
      {fields?.(isWorking)}
      <Field
        id={`${id}-reason`}
        label={out.reason}
        isRequired
        hint={words.reasonHint}
        findings={findings}
      >
        <Input
          id={`${id}-reason`}
          value={reason}
          maxLength={500}
          status={controlStatus(findings)}
          disabled={isWorking}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <NewPassphraseFields
        typed={typed}
        idPrefix={`${id}-passphrase`}
        label={words.passphrase}
        repeatLabel={out.repeat}
        hint={words.passphraseHint}
        hasTried={hasTried}
        isDisabled={isWorking}
      />
      {isWorking && <Under steps={words.steps} isStopping={isStopping} />}
    </WorkDialog>
  )
}

/** How far the export is; before its first word a place is being chosen. */
function Under({ steps, isStopping }: { steps: Props['words']['steps']; isStopping: boolean }) {
  const { out } = useText().exchange
  const progress = useProgress('export')
  const doing = (progress?.step && steps[progress.step]) ?? out.choosing
  const label = isStopping ? out.cancelling : doing
  const isKnown = progress !== undefined && progress.total > 0
  return <WorkProgress label={label} percent={isKnown ? progress.percent : undefined} />
}
