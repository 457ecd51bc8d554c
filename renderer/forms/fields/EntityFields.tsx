import { PROVINCES } from '../../../shared/field/province.ts'
import { useText } from '../../i18n/text.ts'
import { ChoiceField, DayField, TextField } from '../inputs.tsx'
import { NumberBureau } from '../NumberBureau.tsx'
import type { RecordForm } from '../use-record-form.ts'

const PROVINCE_WORDS = Object.fromEntries(
  PROVINCES.map(({ icpPrefix, name }) => [icpPrefix, `${icpPrefix}　${name}`]),
)

/** 备案主体. */
export function EntityFields({
  form,
  isShort = false,
}: {
  form: RecordForm<'entity'>
  isShort?: boolean
}) {
  const { forms, common } = useText()
  const { fields, hints } = forms
  return (
    <>
      <TextField form={form} name="name" label={fields.entityName} isRequired isWide />
      <ChoiceField
        form={form}
        name="nature"
        label={fields.nature}
        words={common.entityNature}
        isRequired
      />
      <TextField form={form} name="creditCode" label={fields.creditCode} hint={hints.creditCode} />
      <TextField
        form={form}
        name="filingNumber"
        label={fields.entityNumber}
        hint={<NumberBureau number={form.draft.filingNumber} otherwise={hints.entityNumber} />}
      />
      <ChoiceField
        form={form}
        name="province"
        label={fields.province}
        words={PROVINCE_WORDS}
        isClearable
        isSearchable
      />
      {!isShort && (
        <>
          <TextField form={form} name="shortName" label={fields.shortName} />
          <DayField form={form} name="filedOn" label={fields.filedOn} />
          <TextField form={form} name="address" label={fields.address} isWide />
          <TextField form={form} name="organizationCode" label={fields.organizationCode} />
          <DayField form={form} name="licenceValidUntilOn" label={fields.licenceValidUntilOn} />
          <TextField form={form} name="notes" label={fields.notes} isLong />
        </>
      )}
    </>
  )
}
