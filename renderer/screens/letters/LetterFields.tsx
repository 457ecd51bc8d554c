import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import { SIGNERS } from '../../../shared/letters/template.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { Field } from '../../components/Field.tsx'
import { RecordPicker } from '../../components/RecordPicker.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useOpenLetter } from './letter-context.ts'
import { ServicePicker } from './ServicePicker.tsx'

/** What a letter is about, who is named, when it holds: chosen here, not typed into the text. */
export function LetterFields() {
  const { letters } = useText()
  const { view, canEdit, change, type } = useOpenLetter()
  const language = useApp((state) => state.preferences.language)
  const id = useId()
  const { record, variants, roles, provider } = view
  const words = (text: { zh: string; en: string }) => (language === 'en' ? text.en : text.zh)
  const { data } = record

  return (
    <section className="letter-fields" aria-label={letters.fields}>
      <h2>{letters.fields}</h2>
      {variants.length > 0 && (
        <Field id={`${id}-variant`} label={letters.variant}>
          <Select
            id={`${id}-variant`}
            className="control"
            disabled={!canEdit}
            value={view.variant ?? null}
            options={variants.map((variant) => ({
              value: variant.id,
              label: words(variant.label),
            }))}
            onChange={(chosen) => void type({ 'choice.variant': chosen })}
          />
        </Field>
      )}
      {provider && (
        <Field id="letter-provider" label={words(provider)}>
          <RecordPicker
            id="letter-provider"
            kind="provider"
            disabled={!canEdit}
            value={data.providerId}
            onChange={(chosen) => void change({ providerId: chosen ?? null })}
          />
        </Field>
      )}
      {roles.map((role) => (
        <Field key={role.id} id={`letter-role-${role.id}`} label={words(role.label)}>
          <RecordPicker
            id={`letter-role-${role.id}`}
            kind="contact"
            disabled={!canEdit}
            value={role.contactId}
            onChange={(chosen) => void type({ [`choice.${role.id}`]: chosen ?? '' })}
          />
        </Field>
      ))}
      {view.hasTransferee && (
        <Field id={`${id}-transferee`} label={letters.transferee}>
          <RecordPicker
            id={`${id}-transferee`}
            kind="entity"
            disabled={!canEdit}
            value={view.transfereeId}
            onChange={(chosen) => void type({ 'choice.transferee': chosen ?? null })}
          />
        </Field>
      )}
      <Field id={`${id}-services`} label={letters.services}>
        <ServicePicker
          id={`${id}-services`}
          entityId={data.entityId}
          disabled={!canEdit}
          value={data.serviceIds}
          onChange={(serviceIds) => void change({ serviceIds })}
        />
      </Field>
      <Field id={`${id}-written`} label={letters.writtenOn}>
        <DayPicker
          id={`${id}-written`}
          disabled={!canEdit}
          value={data.writtenOn}
          onChange={(writtenOn) => writtenOn && void change({ writtenOn })}
        />
      </Field>
      {view.validity && (
        <div className="letter-term">
          <Field id={`${id}-from`} label={letters.validFrom}>
            <DayPicker
              id={`${id}-from`}
              disabled={!canEdit}
              value={data.validFromOn}
              onChange={(day) => void change({ validFromOn: day ?? null })}
            />
          </Field>
          <Field
            id={`${id}-until`}
            label={letters.validUntil}
            {...(view.validity.longestMonths !== undefined && { hint: letters.validityHint })}
          >
            <DayPicker
              id={`${id}-until`}
              disabled={!canEdit}
              value={data.validUntilOn}
              onChange={(day) => void change({ validUntilOn: day ?? null })}
            />
          </Field>
        </div>
      )}
      <Field id={`${id}-signer`} label={letters.signerLabel}>
        <Select
          id={`${id}-signer`}
          className="control"
          disabled={!canEdit}
          value={view.signer}
          options={SIGNERS.map((value) => ({ value, label: letters.signer[value] }))}
          onChange={(chosen) => void type({ 'choice.signer': chosen })}
        />
      </Field>
      <TitleField id={`${id}-title`} />
    </section>
  )
}

function TitleField({ id }: { id: string }) {
  const { letters } = useText()
  const { view, canEdit, change } = useOpenLetter()
  const [title, setTitle] = useState(view.record.data.title)
  return (
    <Field id={id} label={letters.title}>
      <Input
        id={id}
        maxLength={200}
        disabled={!canEdit}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onBlur={() => {
          const next = title.trim()
          if (next === '') setTitle(view.record.data.title)
          else if (next !== view.record.data.title) void change({ title: next })
        }}
      />
    </Field>
  )
}
