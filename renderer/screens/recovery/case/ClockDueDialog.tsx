import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { CalendarDay } from '../../../../shared/calendar-day.ts'
import type { ClockView } from '../../../../shared/case-view.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { Field } from '../../../components/Field.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'

type Props = { clock: ClockView; caseId: string; onClose(): void }

/** The day that a notice, a bureau or a provider named takes the place of the guide's figures. */
export function ClockDueDialog({ clock, caseId, onClose }: Props) {
  const { recovery, common } = useText()
  const text = recovery.clocks
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const pick = useWords()
  const [dueOn, setDueOn] = useState<CalendarDay | undefined>(clock.dueOn)
  const save = async (day: CalendarDay | null) => {
    const isSaved = await act(
      call('cases.setClockDue', { id: caseId, clockRecordId: clock.id, dueOn: day }),
      common.saved,
    )
    if (isSaved) onClose()
  }
  return (
    <Modal
      open
      width={420}
      title={text.nameDay}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        clock.isNamed && (
          <Button key="guide" onClick={() => void save(null)}>
            {text.byGuide}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {common.cancel}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={dueOn === undefined}
          onClick={() => dueOn !== undefined && void save(dueOn)}
        >
          {common.save}
        </Button>,
      ]}
    >
      <Field id="clock-due" label={pick(clock.title)} hint={text.nameDayHint}>
        <DayPicker id="clock-due" value={dueOn} onChange={setDueOn} />
      </Field>
    </Modal>
  )
}
