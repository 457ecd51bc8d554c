import { PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../../shared/calendar-day.ts'
import type { CaseView } from '../../../../shared/case-view.ts'
import type { StepDetail } from '../../../../shared/guides/guide.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { Field } from '../../../components/Field.tsx'
import { RecordsPicker } from '../../../components/RecordPicker.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useNewPaper } from '../../documents/use-new-paper.ts'
import type { StepDraft } from './step-draft.ts'

type Props = {
  asks: readonly StepDetail[]
  view: CaseView
  draft: StepDraft
  onChange(change: Partial<StepDraft>): void
}

/** Who, when, how, under which number, with which proof. What the step asks is in sight; the rest unfolds. */
export function StepDetailsFields({ asks, view, draft, onChange }: Props) {
  const { recovery } = useText()
  const text = recovery.details
  const custodian = useApp((state) => state.status?.session?.custodianName)
  const [isAll, setAll] = useState(false)
  const isShown = (detail: StepDetail) => isAll || asks.includes(detail)
  const names = [...new Set(view.people.map(({ name }) => name))]

  return (
    <div className="step-details">
      <div className="form-grid">
        {isShown('person') && (
          <Field id="step-person" label={text.person}>
            <AutoComplete
              id="step-person"
              className="control"
              value={draft.person}
              options={names.map((value) => ({ value }))}
              placeholder={custodian}
              onChange={(person: string) => onChange({ person })}
            />
          </Field>
        )}
        {isShown('channel') && (
          <Field id="step-channel" label={text.channel}>
            <AutoComplete
              id="step-channel"
              className="control"
              value={draft.channel}
              options={text.channels.map((value) => ({ value }))}
              placeholder={text.channelHint}
              onChange={(channel: string) => onChange({ channel })}
            />
          </Field>
        )}
        {isShown('reference') && (
          <Field id="step-reference" label={text.reference}>
            <Input
              id="step-reference"
              value={draft.reference}
              maxLength={200}
              placeholder={text.referenceHint}
              onChange={(event) => onChange({ reference: event.target.value })}
            />
          </Field>
        )}
        {isAll && (
          <Field id="step-day" label={text.doneOn} hint={text.doneOnHint}>
            <span className="day-and-time">
              <DayPicker
                id="step-day"
                value={draft.doneOn}
                max={dayOf(Date.now())}
                onChange={(doneOn) => onChange({ doneOn })}
              />
              <Input
                type="time"
                aria-label={text.time}
                value={draft.doneTime}
                onChange={(event) => onChange({ doneTime: event.target.value })}
              />
            </span>
          </Field>
        )}
        {isShown('evidence') && <EvidenceField view={view} draft={draft} onChange={onChange} />}
        {isAll && (
          <Field id="step-note" label={text.note} isWide>
            <Input.TextArea
              id="step-note"
              rows={2}
              value={draft.note}
              maxLength={10_000}
              onChange={(event) => onChange({ note: event.target.value })}
            />
          </Field>
        )}
      </div>
      {!isAll && (
        <button type="button" className="button-link" onClick={() => setAll(true)}>
          {asks.length === 0 ? text.showAll : text.showMore}
        </button>
      )}
    </div>
  )
}

type EvidenceProps = Pick<Props, 'view' | 'draft' | 'onChange'>

function EvidenceField({ view, draft, onChange }: EvidenceProps) {
  const { recovery, documents } = useText()
  const showNew = useNewPaper()
  return (
    <Field id="step-evidence" label={recovery.details.evidence} isWide>
      <span className="day-and-time">
        <RecordsPicker
          id="step-evidence"
          kind="document"
          value={draft.documentIds}
          onChange={(documentIds) => onChange({ documentIds })}
        />
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => showNew([], { entityId: view.line.entityId })}
        >
          {documents.create}
        </Button>
      </span>
    </Field>
  )
}
