import { Input } from 'antd'
import { Field } from '../../components/Field.tsx'

type Props = {
  id: string
  label: string
  hint: string
  value: string
  isDisabled: boolean
  onChange(reason: string): void
}

/** Why something is done that cannot be taken back. It goes into the trail. */
export function ReasonField({ id, label, hint, value, isDisabled, onChange }: Props) {
  return (
    <Field id={id} label={label} isRequired hint={hint}>
      <Input
        id={id}
        value={value}
        maxLength={500}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
