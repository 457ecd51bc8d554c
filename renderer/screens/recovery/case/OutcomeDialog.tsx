import { Input, Radio } from 'antd'
import { useCallback, useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import type { Guide } from '../../../../shared/guides/guide.ts'
import type { LedgerRecord } from '../../../../shared/records/record.ts'
import type { OutcomeKind } from '../../../../shared/records/recovery-case.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { Field } from '../../../components/Field.tsx'
import { RecordPicker } from '../../../components/RecordPicker.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { type StepDraft, toldBy } from './step-draft.ts'

type Props = { view: CaseView; guide: Guide; draft: StepDraft; onClose(): void }

/** How it came out: what arrived or changed, of which credential, and until when it opens. */
export function OutcomeDialog({ view, guide, draft, onClose }: Props) {
  const { recovery } = useText()
  const text = recovery.outcome
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const { data, id } = view.record
  const [kind, setKind] = useState<OutcomeKind | undefined>(
    guide.outcomes.length === 1 ? guide.outcomes[0] : undefined,
  )
  const [credentialId, setCredentialId] = useState(data.credentialIds[0])
  const [untilOn, setUntilOn] = useState<string>()
  const [untilTime, setUntilTime] = useState('')
  const [note, setNote] = useState(draft.note)
  const [hasTried, setTried] = useState(false)
  const isDirty = useChanged({ kind, credentialId, untilOn, untilTime, note })
  const isUsable = useCallback(
    (record: LedgerRecord) => record.kind === 'credential' && !record.data.isRetired,
    [],
  )
  const isHandedOut = kind === 'sent' || kind === 'temporary'
  const needsCredential = isHandedOut || kind === 'reset-by-user'
  const isMissing = needsCredential && credentialId === undefined
  const missing = { severity: 'refused', code: 'required' } as const

  const save = async () => {
    setTried(true)
    if (kind === undefined || isMissing) return false
    const isSaved = await make(
      () =>
        call('cases.recordOutcome', {
          id,
          kind,
          ...toldBy({ ...draft, note }),
          ...(kind !== 'contact-changed' && credentialId !== undefined && { credentialId }),
          ...(isHandedOut &&
            untilOn !== undefined && { validUntilAt: momentOf(untilOn, untilTime) }),
        }),
      text.said(text.kind[kind]),
    )
    if (isSaved) onClose()
    return isSaved
  }

  return (
    <FormModal
      title={text.title}
      okText={text.save}
      isDirty={isDirty}
      isSaving={isWorking}
      canSave={kind !== undefined}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={580}
    >
      <fieldset className="step-question">
        <legend>{text.question}</legend>
        <Radio.Group
          className="step-answers"
          value={kind}
          onChange={(event) => setKind(guide.outcomes.find((one) => one === event.target.value))}
        >
          {guide.outcomes.map((one) => (
            <Radio key={one} value={one}>
              <span>{text.kind[one]}</span>
              <span className="faint">{text.hint[one]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {kind !== undefined && kind !== 'contact-changed' && (
        <Field
          id="outcome-credential"
          label={text.credential}
          isRequired={needsCredential}
          hint={text.credentialHint}
          findings={hasTried && isMissing ? [missing] : []}
        >
          <RecordPicker
            id="outcome-credential"
            kind="credential"
            accept={isUsable}
            value={credentialId}
            onChange={setCredentialId}
          />
        </Field>
      )}
      {isHandedOut && (
        <>
          <p className="note note-danger">{text.mustChange}</p>
          <Field id="outcome-until" label={text.until} hint={text.untilHint}>
            <span className="day-and-time">
              <DayPicker id="outcome-until" value={untilOn} onChange={setUntilOn} />
              <Input
                type="time"
                aria-label={recovery.details.time}
                value={untilTime}
                onChange={(event) => setUntilTime(event.target.value)}
              />
            </span>
          </Field>
        </>
      )}
      <Field id="outcome-note" label={recovery.details.note}>
        <Input.TextArea
          id="outcome-note"
          rows={2}
          value={note}
          maxLength={10_000}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </FormModal>
  )
}

/** The moment of a day and time in Shanghai, Unix ms; without a time the end of the day. */
function momentOf(day: string, time: string): number {
  return Date.parse(`${day}T${time === '' ? '23:59' : time}:00+08:00`)
}
