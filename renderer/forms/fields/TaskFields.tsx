import { useText } from '../../i18n/text.ts'
import { DayField, RecordField, TextField } from '../inputs.tsx'
import type { RecordForm } from '../use-record-form.ts'

/** 任务. */
export function TaskFields({ form }: { form: RecordForm<'task'> }) {
  const { forms } = useText()
  const { fields } = forms
  return (
    <>
      <TextField form={form} name="title" label={fields.taskTitle} isRequired isWide />
      <DayField form={form} name="dueOn" label={fields.dueOn} />
      <TextField form={form} name="person" label={fields.taskPerson} />
      <RecordField form={form} name="entityId" label={fields.entityId} of="entity" />
      <RecordField form={form} name="serviceId" label={fields.serviceId} of="service" />
      <TextField form={form} name="notes" label={fields.notes} isLong />
    </>
  )
}
