import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { FormKind, LedgerRecord } from '../../shared/records/record.ts'
import { DayPicker } from '../components/DayPicker.tsx'
import { controlStatus, Field } from '../components/Field.tsx'
import { RecordPicker, RecordsPicker } from '../components/RecordPicker.tsx'
import type { Draft, RecordForm } from './use-record-form.ts'

/** Names of the fields of a kind whose values are of type `V`. */
type FieldsOf<K extends FormKind, V> = {
  [P in keyof Draft<K>]-?: V extends Exclude<Draft<K>[P], undefined> ? P : never
}[keyof Draft<K>] &
  string

type Props<K extends FormKind, N> = {
  form: RecordForm<K>
  name: N
  label: string
  isRequired?: boolean
  isWide?: boolean
  hint?: ReactNode
}

/** One change of a draft. */
function change<K extends FormKind>(name: string, value: unknown): Draft<K> {
  // `as`: `name` and the value's type were held together by the caller's types.
  return { [name]: value } as Draft<K>
}

function typedValue<K extends FormKind>(form: RecordForm<K>, name: string): unknown {
  // `as`: read as what it may be; each field below looks at the type before it shows the value.
  return (form.draft as Readonly<Record<string, unknown>>)[name]
}

function frameOf<K extends FormKind>(props: Props<K, string>) {
  const { form, name, label, hint, isRequired = false, isWide = false } = props
  const id = `${form.idPrefix}-${name}`
  return { id, label, isRequired, isWide, findings: form.findingsOf(name), hint }
}

type TextProps<K extends FormKind> = Props<K, FieldsOf<K, string>> & {
  isLong?: boolean
  placeholder?: string
  maxLength?: number
}

/** A line of text, or several with `isLong`. */
export function TextField<K extends FormKind>(props: TextProps<K>) {
  const { form, name, isLong = false, placeholder, maxLength = 200 } = props
  const frame = frameOf(props)
  const value = typedValue(form, name)
  const common = {
    id: frame.id,
    value: typeof value === 'string' ? value : '',
    status: controlStatus(frame.findings),
    placeholder,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => form.set(change(name, event.target.value)),
  }
  return (
    <Field {...frame} isWide={frame.isWide || isLong}>
      {isLong ? (
        <Input.TextArea {...common} rows={3} maxLength={10_000} />
      ) : (
        <Input {...common} maxLength={maxLength} />
      )}
    </Field>
  )
}

/** A calendar day. */
export function DayField<K extends FormKind>(props: Props<K, FieldsOf<K, string>>) {
  const { form, name } = props
  const frame = frameOf(props)
  const value = typedValue(form, name)
  return (
    <Field {...frame}>
      <DayPicker
        id={frame.id}
        value={typeof value === 'string' ? value : undefined}
        onChange={(day) => form.set(change(name, day))}
        status={controlStatus(frame.findings)}
      />
    </Field>
  )
}

type ChoiceProps<K extends FormKind> = Props<K, keyof Draft<K> & string> & {
  /** Each value with its word. */
  words: Readonly<Record<string, string>>
  isClearable?: boolean
  isSearchable?: boolean
}

/** One of a list. */
export function ChoiceField<K extends FormKind>(props: ChoiceProps<K>) {
  const { form, name, words, isClearable = false, isSearchable = false } = props
  const frame = frameOf(props)
  const value = typedValue(form, name)
  return (
    <Field {...frame}>
      <Select
        id={frame.id}
        className="control"
        value={typeof value === 'string' ? value : null}
        options={optionsOf(words)}
        allowClear={isClearable}
        showSearch={isSearchable ? { optionFilterProp: 'label' } : false}
        status={controlStatus(frame.findings)}
        onChange={(chosen: string | undefined) => form.set(change(name, chosen ?? undefined))}
      />
    </Field>
  )
}

/** Several of a list. */
export function ChoicesField<K extends FormKind>(props: ChoiceProps<K>) {
  const { form, name, words } = props
  const frame = frameOf(props)
  const value = typedValue(form, name)
  return (
    <Field {...frame}>
      <Select
        id={frame.id}
        className="control"
        mode="multiple"
        value={Array.isArray(value) ? value.map(String) : []}
        options={optionsOf(words)}
        status={controlStatus(frame.findings)}
        onChange={(chosen: string[]) => form.set(change(name, chosen))}
      />
    </Field>
  )
}

type RecordProps<K extends FormKind> = Props<K, FieldsOf<K, string>> & {
  of: FormKind
  accept?: (record: LedgerRecord) => boolean
}

/** Another record, by its name. */
export function RecordField<K extends FormKind>(props: RecordProps<K>) {
  const { form, name, of, accept } = props
  const frame = frameOf(props)
  const value = typedValue(form, name)
  return (
    <Field {...frame}>
      <RecordPicker
        id={frame.id}
        kind={of}
        value={typeof value === 'string' ? value : undefined}
        onChange={(id) => form.set(change(name, id))}
        {...(accept && { accept })}
      />
    </Field>
  )
}

type RecordsProps<K extends FormKind> = Props<K, keyof Draft<K> & string> & {
  of: FormKind
  accept?: (record: LedgerRecord) => boolean
}

/** Several other records. */
export function RecordsField<K extends FormKind>(props: RecordsProps<K>) {
  const { form, name, of, accept } = props
  const frame = frameOf(props)
  const value = typedValue(form, name)
  return (
    <Field {...frame}>
      <RecordsPicker
        id={frame.id}
        kind={of}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(ids) => form.set(change(name, ids))}
        {...(accept && { accept })}
      />
    </Field>
  )
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
