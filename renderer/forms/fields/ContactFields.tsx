import { Input } from 'antd'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { ChoiceField, ChoicesField, DayField, RecordField, TextField } from '../inputs.tsx'
import type { RecordForm } from '../use-record-form.ts'

type Props = {
  form: RecordForm<'contact'>
  idNumber: string
  onIdNumber(idNumber: string): void
  /** Whether an ID number is stored already: an empty field then leaves it alone. */
  hasSecret: boolean
}

/** 联系人. The ID number is sealed apart and never filled in for editing. */
export function ContactFields({ form, idNumber, onIdNumber, hasSecret }: Props) {
  const { forms, common } = useText()
  const { fields, hints } = forms
  return (
    <>
      <TextField form={form} name="name" label={fields.contactName} isRequired />
      <ChoicesField form={form} name="roles" label={fields.roles} words={common.contactRole} />
      <TextField form={form} name="phone" label={fields.mobile} />
      <TextField form={form} name="email" label={fields.email} />
      <RecordField form={form} name="entityId" label={fields.entityId} of="entity" />
      <RecordField form={form} name="providerId" label={fields.providerId} of="provider" />
      <TextField form={form} name="post" label={fields.post} />
      <ChoiceField
        form={form}
        name="idKind"
        label={fields.idKind}
        words={common.idKind}
        isClearable
      />
      <Field
        id="contact-idNumber"
        label={fields.idNumber}
        hint={hasSecret ? forms.unchangedSecret : hints.idNumber}
        findings={form.findingsOf('idNumber')}
      >
        <Input
          id="contact-idNumber"
          value={idNumber}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => onIdNumber(event.target.value)}
        />
      </Field>
      <DayField form={form} name="idValidUntilOn" label={fields.idValidUntilOn} />
      <DayField form={form} name="leftOn" label={fields.leftOn} hint={hints.leftOn} />
      <TextField form={form} name="notes" label={fields.notes} isLong />
    </>
  )
}
