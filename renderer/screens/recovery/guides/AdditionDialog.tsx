import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../../shared/calendar-day.ts'
import { PROVINCES } from '../../../../shared/field/province.ts'
import type { ClockUnit, Guide } from '../../../../shared/guides/guide.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { Field } from '../../../components/Field.tsx'
import { RecordPicker } from '../../../components/RecordPicker.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'

/** Where a note stands: at the guide, at a step, or at a clock whose figures it replaces. */
export type AdditionPlace = { stepId?: string; clockId?: string; unit?: ClockUnit }

type Props = { guide: Guide; place: AdditionPlace; onClose(): void }

/** A note of one's own on a guide, or how long a bureau or provider really takes. The shipped guide stays. */
export function AdditionDialog({ guide, place, onClose }: Props) {
  const { recovery, common } = useText()
  const text = recovery.guides
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const isOfClock = place.clockId !== undefined
  const [note, setNote] = useState('')
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const [providerId, setProviderId] = useState<string>()
  const [province, setProvince] = useState<string>()
  const [source, setSource] = useState('')
  const [verifiedOn, setVerifiedOn] = useState<string | undefined>(() => dayOf(Date.now()))
  const isDirty = useChanged({ note, from, to, providerId, province, source, verifiedOn })
  const hasFigures = from !== null && to !== null && from <= to
  const canSave = isOfClock ? hasFigures : note.trim() !== ''
  const save = async () => {
    if (!canSave) return false
    const isSaved = await make(
      () =>
        call('guides.saveAddition', {
          guideId: guide.id,
          ...(place.stepId !== undefined && { stepId: place.stepId }),
          ...(place.clockId !== undefined && { clockId: place.clockId }),
          ...(note.trim() !== '' && { note: note.trim() }),
          ...(hasFigures && { from, to }),
          ...(providerId !== undefined && { providerId }),
          ...(province !== undefined && { province }),
          ...(source.trim() !== '' && { source: source.trim() }),
          ...(verifiedOn !== undefined && { verifiedOn }),
        }),
      common.saved,
    )
    if (isSaved) onClose()
    return isSaved
  }
  return (
    <FormModal
      title={isOfClock ? text.ownFigures : text.addNote}
      isDirty={isDirty}
      isSaving={isWorking}
      canSave={canSave}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={560}
    >
      <div className="form-grid">
        {isOfClock && (
          <>
            <Field
              id="addition-from"
              label={text.atLeast(recovery.clocks.unit[place.unit ?? 'working-days'])}
            >
              <InputNumber id="addition-from" min={0} max={999} value={from} onChange={setFrom} />
            </Field>
            <Field
              id="addition-to"
              label={text.atMost(recovery.clocks.unit[place.unit ?? 'working-days'])}
            >
              <InputNumber id="addition-to" min={0} max={999} value={to} onChange={setTo} />
            </Field>
          </>
        )}
        <Field id="addition-note" label={text.note} isWide isRequired={!isOfClock}>
          <Input.TextArea
            id="addition-note"
            rows={3}
            value={note}
            maxLength={10_000}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <Field id="addition-province" label={text.province} hint={text.forAll}>
          <Select
            id="addition-province"
            className="control"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={province ?? null}
            options={PROVINCES.map(({ icpPrefix, name }) => ({
              value: icpPrefix,
              label: `${icpPrefix} ${name}`,
            }))}
            onChange={(chosen: string | undefined) => setProvince(chosen ?? undefined)}
          />
        </Field>
        <Field id="addition-provider" label={text.provider} hint={text.forAll}>
          <RecordPicker
            id="addition-provider"
            kind="provider"
            value={providerId}
            onChange={setProviderId}
          />
        </Field>
        <Field id="addition-source" label={text.source}>
          <Input
            id="addition-source"
            value={source}
            maxLength={200}
            placeholder={text.sourceHint}
            onChange={(event) => setSource(event.target.value)}
          />
        </Field>
        <Field id="addition-on" label={text.verifiedOn}>
          <DayPicker id="addition-on" value={verifiedOn} onChange={setVerifiedOn} />
        </Field>
      </div>
    </FormModal>
  )
}
