import type { LedgerRecord } from '../../../shared/records/record.ts'
import { useText } from '../../i18n/text.ts'
import { DayField, RecordField, TextField } from '../inputs.tsx'
import type { RecordForm } from '../use-record-form.ts'

/** 域名. */
export function DomainFields({ form }: { form: RecordForm<'domain'> }) {
  const { forms } = useText()
  const { fields } = forms
  return (
    <>
      <TextField form={form} name="name" label={fields.domainName} isRequired />
      <RecordField form={form} name="serviceId" label={fields.serviceId} of="service" isRequired />
      <RecordField
        form={form}
        name="registrarId"
        label={fields.registrarId}
        of="provider"
        accept={isRegistrar}
      />
      <DayField form={form} name="expiresOn" label={fields.expiresOn} />
      <TextField form={form} name="owner" label={fields.owner} isWide />
      <TextField form={form} name="notes" label={fields.notes} isLong />
    </>
  )
}

function isRegistrar(record: LedgerRecord): boolean {
  return record.kind === 'provider' && record.data.roles.includes('registrar')
}
