import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { PartyChoice } from '../../../shared/handover-view.ts'
import type { HandoverParty } from '../../../shared/records/handover.ts'
import { HANDOVER_MANNERS, type HandoverManner } from '../../../shared/records/handover-manner.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { Field } from '../../components/Field.tsx'
import { RecordPicker } from '../../components/RecordPicker.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useUndoableWork } from '../../hooks/use-undoable-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

type Props = {
  /** Set: change this one instead of beginning another. */
  record?: LedgerRecord<'handover'>
  onClose(): void
}

/** Who leaves, when, who takes over, who witnesses. */
export function StartHandover({ record, onClose }: Props) {
  const { handover, common } = useText()
  const text = handover.form
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const { value: people = [] } = useAnswer('handover.people')
  const { isWorking, problem, make } = useUndoableWork()
  const data = record?.data
  const [manner, setManner] = useState<HandoverManner>(data?.manner ?? 'planned')
  const [leaverId, setLeaverId] = useState(idOf(data?.leaver))
  const [contactId, setContactId] = useState(data?.leaver.contactId)
  const [leavesOn, setLeavesOn] = useState<string | undefined>(data?.leavesOn ?? dayOf(Date.now()))
  const [successorId, setSuccessorId] = useState(idOf(data?.successor))
  const [witnessId, setWitnessId] = useState(idOf(data?.witness))
  const [reason, setReason] = useState(data?.reason ?? '')
  const [notes, setNotes] = useState(data?.notes ?? '')
  const [hasTried, setTried] = useState(false)
  const leaver = people.find(({ id }) => id === leaverId)
  const others = people.filter(({ id }) => id !== leaverId)
  const canAnybodyElse = others.some(({ canOpen }) => canOpen)

  // Where the start did not say who leaves among contacts, it can be said later.
  const canNameContact = record !== undefined && record.data.leaver.contactId === undefined
  const missing = (value: string | undefined) =>
    hasTried && (value === undefined || value.trim() === '')
      ? [{ severity: 'refused' as const, code: 'required' as const }]
      : []
  const named = (id: string | undefined) => {
    const choice = people.find((one) => one.id === id)
    return choice && partyOf(choice)
  }
  const save = async () => {
    setTried(true)
    const successor = named(successorId)
    if (successor === undefined || leavesOn === undefined || reason.trim() === '') return false
    const witness = named(witnessId)
    const common_ = { reason: reason.trim(), leavesOn, successor }
    if (record !== undefined) {
      const isSaved = await make(
        () =>
          call('handover.change', {
            id: record.id,
            ...common_,
            ...(canNameContact && contactId !== undefined && { leaverContactId: contactId }),
            witness: witness ?? null,
            notes: notes === '' ? null : notes,
          }),
        common.saved,
      )
      if (isSaved) onClose()
      return isSaved
    }
    if (leaver === undefined) return false
    return make(async () => {
      const { id, undoToken } = await call('handover.start', {
        ...common_,
        manner,
        leaver: { ...partyOf(leaver), ...(contactId !== undefined && { contactId }) },
        ...(witness !== undefined && { witness }),
        ...(notes !== '' && { notes }),
      })
      onClose()
      go('handover', { recordId: id })
      return { undoToken }
    }, text.started(leaver.name))
  }
  const choose = (id: string) => {
    setLeaverId(id)
    setContactId(people.find((one) => one.id === id)?.contactId)
    if (successorId === id) setSuccessorId(undefined)
    if (witnessId === id) setWitnessId(undefined)
  }

  return (
    <FormModal
      title={record === undefined ? text.title : text.editTitle}
      {...(record === undefined && { okText: text.save })}
      isDirty={reason !== (data?.reason ?? '') || notes !== (data?.notes ?? '')}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        {record === undefined && (
          <>
            <div className="field field-wide">
              <Radio.Group
                aria-label={text.manner}
                value={manner}
                onChange={(event) => setManner(mannerOf(event.target.value))}
                options={HANDOVER_MANNERS.map((one) => ({
                  value: one,
                  label: handover.manner[one],
                }))}
              />
              <div className="field-hint">{handover.mannerHint[manner]}</div>
            </div>
            <Field
              id="handover-leaver"
              label={text.leaver}
              isRequired
              hint={text.leaverHint}
              findings={missing(leaverId)}
            >
              <PartySelect
                id="handover-leaver"
                people={people.filter(({ isSelf }) => manner === 'planned' || !isSelf)}
                value={leaverId}
                onChange={choose}
              />
            </Field>
          </>
        )}
        {(record === undefined || canNameContact) && (
          <Field id="handover-contact" label={text.leaverContact} hint={text.leaverContactHint}>
            <RecordPicker
              id="handover-contact"
              kind="contact"
              value={contactId}
              onChange={setContactId}
              disabled={!canNameContact && leaver?.custodianId === undefined}
            />
          </Field>
        )}
        <Field id="handover-day" label={text.leavesOn} isRequired findings={missing(leavesOn)}>
          <DayPicker id="handover-day" value={leavesOn} onChange={setLeavesOn} />
        </Field>
        <Field
          id="handover-successor"
          label={text.successor}
          isRequired
          findings={missing(successorId)}
        >
          <PartySelect
            id="handover-successor"
            people={others}
            value={successorId}
            onChange={setSuccessorId}
          />
        </Field>
        <Field id="handover-witness" label={text.witness} hint={text.witnessHint}>
          <PartySelect
            id="handover-witness"
            people={others.filter(({ id }) => id !== successorId)}
            value={witnessId}
            onChange={setWitnessId}
            onClear={() => setWitnessId(undefined)}
          />
        </Field>
        <Field
          id="handover-reason"
          label={text.reason}
          isRequired
          isWide
          findings={missing(reason)}
        >
          <Input
            id="handover-reason"
            value={reason}
            maxLength={200}
            placeholder={text.reasonHint}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Field id="handover-notes" label={text.notes} isWide>
          <Input.TextArea
            id="handover-notes"
            rows={2}
            value={notes}
            maxLength={10_000}
            onChange={(event) => setNotes(event.target.value)}
          />
        </Field>
        {leaver?.canOpen === true && !canAnybodyElse && (
          <p className="note note-warning field-wide">{text.nobodyElse}</p>
        )}
        {leaver?.isSelf === true && canAnybodyElse && (
          <p className="note field-wide">{text.selfLeaves}</p>
        )}
      </div>
    </FormModal>
  )
}

type SelectProps = {
  id: string
  people: readonly PartyChoice[]
  value: string | undefined
  onChange(id: string): void
  onClear?(): void
}

function PartySelect({ id, people, value, onChange, onClear }: SelectProps) {
  const { form } = useText().handover
  return (
    <Select<string>
      id={id}
      className="control"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={onClear !== undefined}
      value={value ?? null}
      onChange={(chosen: string | undefined) => {
        if (chosen === undefined) onClear?.()
        else onChange(chosen)
      }}
      options={people.map((one) => ({
        value: one.id,
        label: one.isSelf
          ? form.self(one.name)
          : one.custodianId === undefined
            ? one.name
            : form.custodian(one.name),
      }))}
    />
  )
}

function partyOf(choice: PartyChoice): HandoverParty {
  const { id: _id, isSelf: _self, canOpen: _open, ...party } = choice
  return party
}

function idOf(party: HandoverParty | undefined): string | undefined {
  return party?.custodianId ?? party?.contactId
}

function mannerOf(value: unknown): HandoverManner {
  return HANDOVER_MANNERS.find((one) => one === value) ?? 'planned'
}
