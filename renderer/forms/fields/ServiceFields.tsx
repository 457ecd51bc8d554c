import type { LedgerRecord } from '../../../shared/records/record.ts'
import { useText } from '../../i18n/text.ts'
import { ChoiceField, DayField, RecordField, RecordsField, TextField } from '../inputs.tsx'
import { NumberBureau } from '../NumberBureau.tsx'
import type { RecordForm } from '../use-record-form.ts'

/** 互联网信息服务. `isWithoutEntity`: the entity is chosen elsewhere in the same form. */
export function ServiceFields({
  form,
  isWithoutEntity = false,
}: {
  form: RecordForm<'service'>
  isWithoutEntity?: boolean
}) {
  const { forms, common } = useText()
  const { fields, hints } = forms
  return (
    <>
      {!isWithoutEntity && (
        <RecordField
          form={form}
          name="entityId"
          label={fields.entityId}
          of="entity"
          isRequired
          isWide
        />
      )}
      <TextField form={form} name="name" label={fields.serviceName} isRequired />
      <ChoiceField
        form={form}
        name="kind"
        label={fields.serviceKind}
        words={common.serviceKind}
        isRequired
      />
      <TextField
        form={form}
        name="filingNumber"
        label={fields.serviceNumber}
        hint={<NumberBureau number={form.draft.filingNumber} otherwise={hints.serviceNumber} />}
      />
      <ChoiceField
        form={form}
        name="status"
        label={fields.status}
        words={common.serviceStatus}
        isRequired
      />
      <DayField form={form} name="filedOn" label={fields.filedOn} />
      <RecordsField
        form={form}
        name="providerIds"
        label={fields.providerIds}
        hint={form.draft.isProviderUnknown && hints.providerUnknown}
        of="provider"
        accept={isAccessProvider}
      />
      {!isWithoutEntity && (
        <>
          <RecordField form={form} name="responsibleId" label={fields.responsibleId} of="contact" />
          <RecordField
            form={form}
            name="entityResponsibleId"
            label={fields.entityResponsibleId}
            of="contact"
          />
          <RecordField form={form} name="emergencyId" label={fields.emergencyId} of="contact" />
          <TextField form={form} name="homeUrl" label={fields.homeUrl} />
          <TextField
            form={form}
            name="policeNumber"
            label={fields.policeNumber}
            hint={hints.policeNumber}
          />
          <TextField form={form} name="preApproval" label={fields.preApproval} />
          <TextField form={form} name="notes" label={fields.notes} isLong />
        </>
      )}
    </>
  )
}

/** Not a constant lambda inside: the pickers keep their options while it is the same function. */
function isAccessProvider(record: LedgerRecord): boolean {
  return record.kind === 'provider' && record.data.roles.includes('access')
}
