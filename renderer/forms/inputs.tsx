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

/** What the control inside a field needs, whatever it is. */
type Control = {
  id: string
  status: '' | 'error' | 'warning'
  /** The value where it is text, or a list; the draft may hold anything. */
  text: string | undefined
  list: string[]
  set(value: unknown): void
}

type FrameProps<K extends FormKind> = { of: Props<K, string>; isWide?: boolean } & {
  children(control: Control): ReactNode
}

/** A field of a record's form: label, hint and findings around its control. */
function FormField<K extends FormKind>({ of, isWide, children }: FrameProps<K>) {
  const { form, name, label, hint, isRequired = false } = of
  const id = `${form.idPrefix}-${name}`
  const findings = form.findingsOf(name)
  // `as`: read as what it may be; the type is looked at before the value is shown.
  const value = (form.draft as Readonly<Record<string, unknown>>)[name]
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      isRequired={isRequired}
      isWide={isWide ?? of.isWide ?? false}
      findings={findings}
    >
      {children({
        id,
        status: controlStatus(findings),
        text: typeof value === 'string' ? value : undefined,
        list: Array.isArray(value) ? value.map(String) : [],
        // `as`: `name` and the value's type are held together by the types of the fields below.
        set: (next) => form.set({ [name]: next } as Draft<K>),
      })}
    </Field>
  )
}

type TextProps<K extends FormKind> = Props<K, FieldsOf<K, string>> & {
  isLong?: boolean
  placeholder?: string
  maxLength?: number
}

/** A line of text, or several with `isLong`. */
export function TextField<K extends FormKind>(props: TextProps<K>) {
  const { isLong = false, isWide = false, placeholder, maxLength = 200 } = props
  return (
    <FormField of={props} isWide={isWide || isLong}>
      {({ id, status, text, set }) => {
        const common = {
          id,
          status,
          placeholder,
          value: text ?? '',
          autoComplete: 'off',
          onChange: (event: { target: { value: string } }) => set(event.target.value),
        }
        return isLong ? (
          <Input.TextArea {...common} rows={3} maxLength={10_000} />
        ) : (
          <Input {...common} maxLength={maxLength} />
        )
      }}
    </FormField>
  )
}

/** A calendar day. */
export function DayField<K extends FormKind>(props: Props<K, FieldsOf<K, string>>) {
  return (
    <FormField of={props}>
      {({ id, status, text, set }) => (
        <DayPicker id={id} value={text} onChange={set} status={status} />
      )}
    </FormField>
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
  const { words, isClearable = false, isSearchable = false } = props
  return (
    <FormField of={props}>
      {({ id, status, text, set }) => (
        <Select
          id={id}
          className="control"
          value={text ?? null}
          options={optionsOf(words)}
          allowClear={isClearable}
          showSearch={isSearchable ? { optionFilterProp: 'label' } : false}
          status={status}
          onChange={(chosen: string | undefined) => set(chosen ?? undefined)}
        />
      )}
    </FormField>
  )
}

/** Several of a list. */
export function ChoicesField<K extends FormKind>(props: ChoiceProps<K>) {
  return (
    <FormField of={props}>
      {({ id, status, list, set }) => (
        <Select
          id={id}
          className="control"
          mode="multiple"
          value={list}
          options={optionsOf(props.words)}
          status={status}
          onChange={set}
        />
      )}
    </FormField>
  )
}

type RecordProps<K extends FormKind, N> = Props<K, N> & {
  of: FormKind
  accept?: (record: LedgerRecord) => boolean
}

/** Another record, by its name. */
export function RecordField<K extends FormKind>(props: RecordProps<K, FieldsOf<K, string>>) {
  const { of, accept } = props
  return (
    <FormField of={props}>
      {({ id, text, set }) => (
        <RecordPicker id={id} kind={of} value={text} onChange={set} {...(accept && { accept })} />
      )}
    </FormField>
  )
}

/** Several other records. */
export function RecordsField<K extends FormKind>(props: RecordProps<K, keyof Draft<K> & string>) {
  const { of, accept } = props
  return (
    <FormField of={props}>
      {({ id, list, set }) => (
        <RecordsPicker id={id} kind={of} value={list} onChange={set} {...(accept && { accept })} />
      )}
    </FormField>
  )
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
