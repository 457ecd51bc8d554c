import { Button } from 'antd'
import { useState } from 'react'
import type { CalendarDay } from '../../../../shared/calendar-day.ts'
import type { ClockView } from '../../../../shared/case-view.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { Field } from '../../../components/Field.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useWords } from '../use-words.ts'

type Props = { clock: ClockView; caseId: string; onClose(): void }

/** The day that a notice, a bureau or a provider named takes the place of the guide's figures. */
export function ClockDueDialog({ clock, caseId, onClose }: Props) {
  const { recovery, common } = useText()
  const text = recovery.clocks
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const pick = useWords()
  const [dueOn, setDueOn] = useState<CalendarDay | undefined>(clock.dueOn)
  const isDirty = useChanged(dueOn)
  const setDue = async (day: CalendarDay | null) => {
    const isSaved = await make(
      () => call('cases.setClockDue', { id: caseId, clockRecordId: clock.id, dueOn: day }),
      common.saved,
    )
    if (isSaved) onClose()
    return isSaved
  }
  const save = async () => dueOn !== undefined && (await setDue(dueOn))
  return (
    <FormModal
      title={text.nameDay}
      isDirty={isDirty}
      isSaving={isWorking}
      canSave={dueOn !== undefined}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={420}
    >
      <Field id="clock-due" label={pick(clock.title)} hint={text.nameDayHint}>
        <DayPicker id="clock-due" value={dueOn} onChange={setDueOn} />
      </Field>
      {clock.isNamed && (
        <Button type="link" disabled={isWorking} onClick={() => void setDue(null)}>
          {text.byGuide}
        </Button>
      )}
    </FormModal>
  )
}
