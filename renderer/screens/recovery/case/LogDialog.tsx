import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../../shared/calendar-day.ts'
import type { CaseView } from '../../../../shared/case-view.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { Field } from '../../../components/Field.tsx'
import { RecordsPicker } from '../../../components/RecordPicker.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'

export type LogEntry = CaseView['record']['data']['log'][number]

type Props = {
  caseId: string
  people: readonly string[]
  /** Absent: a new one. */
  entry?: LogEntry
  onClose(): void
}

/** One call, mail or visit: when, with whom, how, and what was said. */
export function LogDialog({ caseId, people, entry, onClose }: Props) {
  const { recovery } = useText()
  const text = recovery.log
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const today = dayOf(Date.now())
  const [on, setOn] = useState<string | undefined>(entry?.on ?? today)
  const [time, setTime] = useState(entry?.time ?? '')
  const [withWhom, setWithWhom] = useState(entry?.withWhom ?? '')
  const [channel, setChannel] = useState(entry?.channel ?? '')
  const [reference, setReference] = useState(entry?.reference ?? '')
  const [said, setSaid] = useState(entry?.said ?? '')
  const [documentIds, setDocumentIds] = useState(entry?.documentIds ?? [])
  const [hasTried, setTried] = useState(false)
  const isDirty = useChanged({ on, time, withWhom, channel, reference, said, documentIds })
  const findings = (text: string) =>
    hasTried && text.trim() === '' ? [{ severity: 'refused', code: 'required' } as const] : []

  const save = async () => {
    setTried(true)
    const isMissing = [withWhom, channel, said].some((one) => one.trim() === '')
    if (on === undefined || isMissing) return false
    const isSaved = await make(
      () =>
        call('cases.saveLogEntry', {
          id: caseId,
          ...(entry && { entryId: entry.id }),
          on,
          withWhom: withWhom.trim(),
          channel: channel.trim(),
          said: said.trim(),
          documentIds,
          ...(time !== '' && { time }),
          ...(reference.trim() !== '' && { reference: reference.trim() }),
        }),
      text.saved,
    )
    if (isSaved) onClose()
    return isSaved
  }

  return (
    <FormModal
      title={entry ? text.edit : text.add}
      isDirty={isDirty}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={600}
    >
      <div className="form-grid">
        <Field id="log-on" label={text.on} isRequired findings={findings(on ?? '')}>
          <span className="day-and-time">
            <DayPicker id="log-on" value={on} max={today} onChange={setOn} />
            <Input
              type="time"
              aria-label={recovery.details.time}
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          </span>
        </Field>
        <Field id="log-channel" label={text.channel} isRequired findings={findings(channel)}>
          <AutoComplete
            id="log-channel"
            className="control"
            value={channel}
            options={recovery.details.channels.map((value) => ({ value }))}
            onChange={setChannel}
          />
        </Field>
        <Field id="log-with" label={text.withWhom} isRequired findings={findings(withWhom)}>
          <AutoComplete
            id="log-with"
            className="control"
            value={withWhom}
            options={people.map((value) => ({ value }))}
            placeholder={text.withWhomHint}
            onChange={setWithWhom}
          />
        </Field>
        <Field id="log-reference" label={recovery.details.reference}>
          <Input
            id="log-reference"
            value={reference}
            maxLength={200}
            onChange={(event) => setReference(event.target.value)}
          />
        </Field>
        <Field id="log-said" label={text.said} isRequired isWide findings={findings(said)}>
          <Input.TextArea
            id="log-said"
            rows={4}
            value={said}
            maxLength={10_000}
            onChange={(event) => setSaid(event.target.value)}
          />
        </Field>
        <Field id="log-evidence" label={recovery.details.evidence} isWide>
          <RecordsPicker
            id="log-evidence"
            kind="document"
            value={documentIds}
            onChange={setDocumentIds}
          />
        </Field>
      </div>
    </FormModal>
  )
}
