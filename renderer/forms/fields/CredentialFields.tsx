import { Checkbox, Input } from 'antd'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { credentialLabel } from '../credential-label.ts'
import { ChoiceField, DayField, RecordField, TextField } from '../inputs.tsx'
import { PasswordInput } from '../PasswordInput.tsx'
import type { RecordForm } from '../use-record-form.ts'

/** What is typed of the secret part. Empty = left alone. */
export type CredentialSecretDraft = { value: string; totpUri: string; privateNotes: string }

type Props = {
  form: RecordForm<'credential'>
  secret: CredentialSecretDraft
  onSecret(change: Partial<CredentialSecretDraft>): void
  isNew: boolean
}

/** 凭据. A new one may bring its value; a known one gets a new value by 登记新密码 only. */
export function CredentialFields({ form, secret, onSecret, isNew }: Props) {
  const { forms, common } = useText()
  const { fields, hints } = forms
  const { draft } = form
  const isTotp = draft.kind === 'totp'
  const suggestLabel = useLabelSuggestion(form)

  return (
    <>
      <ChoiceField
        form={suggestLabel}
        name="kind"
        label={fields.credentialKind}
        words={common.credentialKind}
        isRequired
      />
      <TextField form={form} name="label" label={fields.label} hint={hints.label} isRequired />
      <RecordField form={suggestLabel} name="serviceId" label={fields.serviceId} of="service" />
      <RecordField form={form} name="entityId" label={fields.entityId} of="entity" />
      <TextField form={form} name="account" label={fields.account} />
      <TextField form={form} name="portal" label={fields.portal} />
      {isNew && !isTotp && (
        <>
          <PasswordInput
            id="credential-value"
            label={fields.value}
            hint={hints.value}
            value={secret.value}
            onChange={(value) => onSecret({ value })}
            assess={{
              origin: draft.origin ?? 'chosen',
              ...(draft.serviceId !== undefined && { serviceId: draft.serviceId }),
              ...(draft.entityId !== undefined && { entityId: draft.entityId }),
            }}
          />
          <ChoiceField
            form={form}
            name="origin"
            label={fields.origin}
            words={common.credentialOrigin}
            isRequired
          />
          <DayField form={form} name="changedOn" label={fields.changedOn} hint={hints.changedOn} />
        </>
      )}
      {isTotp && (
        <Field
          id="credential-totpUri"
          label={fields.totpUri}
          hint={isNew ? hints.totpUri : forms.unchangedSecret}
          findings={form.findingsOf('totpUri')}
          isWide
        >
          <Input
            id="credential-totpUri"
            value={secret.totpUri}
            maxLength={1000}
            autoComplete="off"
            onChange={(event) => onSecret({ totpUri: event.target.value })}
          />
        </Field>
      )}
      <TextField form={form} name="obtainedFrom" label={fields.obtainedFrom} />
      <RecordField form={form} name="channelId" label={fields.channelId} of="channel" />
      <RecordField form={form} name="providerId" label={fields.providerId} of="provider" />
      <RotationField form={form} />
      <Field
        id="credential-privateNotes"
        label={fields.privateNotes}
        hint={isNew ? hints.privateNotes : forms.unchangedSecret}
        isWide
      >
        <Input.TextArea
          id="credential-privateNotes"
          rows={2}
          value={secret.privateNotes}
          maxLength={10_000}
          onChange={(event) => onSecret({ privateNotes: event.target.value })}
        />
      </Field>
      <TextField form={form} name="notes" label={fields.notes} isLong />
      <Checkbox
        className="field-wide"
        checked={draft.isRetired ?? false}
        onChange={(event) => form.set({ isRetired: event.target.checked })}
      >
        {fields.isRetired}
      </Checkbox>
    </>
  )
}

/** 3 to 6 months, as the policy allows. */
function RotationField({ form }: { form: RecordForm<'credential'> }) {
  const { forms } = useText()
  const words = Object.fromEntries(
    [3, 4, 5, 6].map((months) => [`${months}`, forms.hints.rotation(months)]),
  )
  const asText = {
    ...form,
    draft: { ...form.draft, rotationMonths: `${form.draft.rotationMonths ?? 3}` },
    set: (change: { rotationMonths?: unknown }) =>
      form.set({ rotationMonths: Number(change.rotationMonths) }),
  }
  return (
    <ChoiceField
      // `as`: a select speaks text; the number goes back in through `set` above.
      form={asText as unknown as RecordForm<'credential'>}
      name="rotationMonths"
      label={forms.fields.rotationMonths}
      words={words}
      isRequired
    />
  )
}

/** The same form, whose `set` also writes the label as long as the person has not written one. */
function useLabelSuggestion(form: RecordForm<'credential'>): RecordForm<'credential'> {
  const { common } = useText()
  const rows = useApp((state) => state.rows)
  const labelOf = (draft: RecordForm<'credential'>['draft']) =>
    credentialLabel(draft, rows, common.credentialKind)
  return {
    ...form,
    set: (change) => {
      const isOurs = (form.draft.label ?? '') === '' || form.draft.label === labelOf(form.draft)
      const label = labelOf({ ...form.draft, ...change })
      form.set(isOurs && label !== '' ? { ...change, label } : change)
    },
  }
}
