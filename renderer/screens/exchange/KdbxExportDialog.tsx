import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/Field.tsx'
import { RecordsPicker } from '../../components/RecordPicker.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { NewPassphraseFields, useNewPassphrase } from '../../start/NewPassphrase.tsx'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { WorkDialog } from '../settings/WorkDialog.tsx'

const MIB = 1024 * 1024

/** Asks what goes out, why, and under which passphrase, and says what that means. */
export function KdbxExportDialog({ onClose }: { onClose(): void }) {
  const { out } = useText().exchange
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const work = useWork()
  const typed = useNewPassphrase()
  const [entityIds, setEntityIds] = useState<string[]>([])
  const [withRetired, setRetired] = useState(true)
  const [withPapers, setPapers] = useState(false)
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const scope = {
    withRetired,
    withPapers,
    ...(entityIds.length > 0 && { entityIds }),
  }
  const { value: counts } = useAnswer('exchange.countKdbx', scope)

  const submit = async () => {
    setTried(true)
    if (work.isWorking || !typed.isComplete || reason.trim() === '') return
    const { passphrase } = typed
    const isDone = await work.run(async () => {
      const done = await withSecondPerson(() =>
        call('exchange.exportKdbx', { scope, passphrase, reason }),
      )
      if (done === undefined) return false
      tell.said(out.done(done.fileName, done.credentials))
      return true
    })
    if (isDone) onClose()
  }

  return (
    <WorkDialog
      title={out.kdbxTitle}
      okText={work.isWorking ? out.exporting : out.export}
      isWorking={work.isWorking}
      canSubmit={counts !== undefined && counts.credentials + counts.papers > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="problem problem-due" role="note">
        {counts && <strong>{out.kdbxLeaves(counts.credentials)}</strong>}
        {counts && counts.papers > 0 && (
          <p>{out.papersLeave(counts.papers, (counts.paperBytes / MIB).toFixed(1))}</p>
        )}
        <p>{out.warning}</p>
      </div>
      {work.problem && work.problem.code !== 'second-person-needed' && (
        <Problem error={work.problem} />
      )}
      <Field id="export-scope" label={out.scope} hint={out.scopeHint}>
        <RecordsPicker
          id="export-scope"
          kind="entity"
          value={entityIds}
          onChange={setEntityIds}
          placeholder={out.scopeAll}
          disabled={work.isWorking}
        />
      </Field>
      <Checkbox
        checked={withRetired}
        disabled={work.isWorking}
        onChange={({ target }) => setRetired(target.checked)}
      >
        {out.withRetired}
      </Checkbox>
      <Checkbox
        checked={withPapers}
        disabled={work.isWorking}
        onChange={({ target }) => setPapers(target.checked)}
      >
        {out.withPapers}
      </Checkbox>
      <ReasonField
        id="export-reason"
        hint={out.reasonHint}
        value={reason}
        onChange={setReason}
        isDisabled={work.isWorking}
      />
      <NewPassphraseFields
        typed={typed}
        idPrefix="export-passphrase"
        label={out.passphrase}
        repeatLabel={out.repeat}
        hint={out.passphraseHint}
        hasTried={hasTried}
        isDisabled={work.isWorking}
      />
    </WorkDialog>
  )
}

type ReasonProps = {
  id: string
  hint: string
  value: string
  onChange(value: string): void
  isDisabled: boolean
}

/** Why something leaves the vault: it goes into the audit trail. */
export function ReasonField({ id, hint, value, onChange, isDisabled }: ReasonProps) {
  const { out } = useText().exchange
  return (
    <Field id={id} label={out.reason} isRequired hint={hint}>
      <Input
        id={id}
        value={value}
        maxLength={500}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
