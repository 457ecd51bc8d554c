import { Input, Modal } from 'antd'
import { useState } from 'react'
import { addDays, dayOf } from '../../../shared/calendar-day.ts'
import type { VaultError } from '../../../shared/errors.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** Days offered at a press. */
const CHOICES_DAYS = [1, 3, 7, 14, 30]
/** The latest day a reminder can be put off to. */
const LONGEST_DAYS = 180

/** Asks until when and why a reminder is put off. */
export function SnoozeDialog({ reminder, onClose }: { reminder: Reminder; onClose(): void }) {
  const { reminders, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const today = dayOf(Date.now())
  const [untilOn, setUntilOn] = useState<string | undefined>(addDays(today, 3))
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const [isSaving, setSaving] = useState(false)

  const save = async () => {
    setTried(true)
    if (untilOn === undefined || reason.trim() === '') return
    setSaving(true)
    try {
      const { undoToken } = await call('reminders.snooze', { id: reminder.id, untilOn, reason })
      tell.undoable(reminders.snoozed(untilOn), undoToken)
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setSaving(false)
    }
  }

  const missing = { severity: 'refused', code: 'required' } as const
  return (
    <Modal
      open
      width={480}
      title={reminders.snoozeTitle}
      okText={reminders.snooze}
      cancelText={common.cancel}
      okButtonProps={{ loading: isSaving && { delay: 200 } }}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="snooze">
        <p>
          <b>{common.reminderKind[reminder.kind]}</b>　{reminder.title}
        </p>
        <p className="faint">{reminders.snoozeText}</p>
        {problem && <Problem error={problem} />}
        <Field
          id="snooze-until"
          label={reminders.snoozeUntil}
          isRequired
          findings={hasTried && untilOn === undefined ? [missing] : []}
        >
          <DayPicker
            id="snooze-until"
            value={untilOn}
            onChange={setUntilOn}
            min={addDays(today, 1)}
            max={addDays(today, LONGEST_DAYS)}
          />
          <span className="snooze-choices">
            {CHOICES_DAYS.map((days) => (
              <button
                key={days}
                type="button"
                className="chip"
                aria-pressed={untilOn === addDays(today, days)}
                onClick={() => setUntilOn(addDays(today, days))}
              >
                {reminders.snoozeIn(days)}
              </button>
            ))}
          </span>
        </Field>
        <Field
          id="snooze-reason"
          label={reminders.snoozeReason}
          isRequired
          findings={hasTried && reason.trim() === '' ? [missing] : []}
        >
          <Input
            id="snooze-reason"
            autoFocus
            value={reason}
            maxLength={200}
            placeholder={reminders.snoozeReasonHint}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void save()}
          />
          <span className="snooze-choices">
            {reminders.snoozeReasons.map((word) => (
              <button key={word} type="button" className="chip" onClick={() => setReason(word)}>
                {word}
              </button>
            ))}
          </span>
        </Field>
      </div>
    </Modal>
  )
}
