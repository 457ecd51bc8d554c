import { useText } from '../../i18n/text.ts'
import { ChoiceField, DayField, RecordField, TextField } from '../inputs.tsx'
import type { RecordForm } from '../use-record-form.ts'

/** 接收渠道. */
export function ChannelFields({ form }: { form: RecordForm<'channel'> }) {
  const { forms, common } = useText()
  const { fields, hints } = forms
  return (
    <>
      <ChoiceField
        form={form}
        name="kind"
        label={fields.channelKind}
        words={common.channelKind}
        isRequired
      />
      <TextField form={form} name="value" label={fields.channelValue} isRequired />
      <RecordField form={form} name="holderId" label={fields.holderId} of="contact" />
      <TextField form={form} name="owner" label={fields.channelOwner} hint={hints.channelOwner} />
      <DayField form={form} name="verifiedOn" label={fields.verifiedOn} />
      <TextField form={form} name="notes" label={fields.notes} isLong />
    </>
  )
}
