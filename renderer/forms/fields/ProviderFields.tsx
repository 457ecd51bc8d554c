import { useText } from '../../i18n/text.ts'
import { ChoicesField, DayField, TextField } from '../inputs.tsx'
import type { RecordForm } from '../use-record-form.ts'

/** 接入商, 注册商, 代理机构, 通信管理局. */
export function ProviderFields({ form }: { form: RecordForm<'provider'> }) {
  const { forms, common } = useText()
  const { fields } = forms
  return (
    <>
      <TextField form={form} name="name" label={fields.name} isRequired />
      <ChoicesField
        form={form}
        name="roles"
        label={fields.roles}
        words={common.providerRole}
        isRequired
      />
      <TextField form={form} name="consoleUrl" label={fields.consoleUrl} />
      <TextField form={form} name="phone" label={fields.phone} />
      <TextField form={form} name="address" label={fields.providerAddress} isWide />
      <DayField form={form} name="verifiedOn" label={fields.verifiedOn} />
      <TextField form={form} name="notes" label={fields.notes} isLong />
    </>
  )
}
