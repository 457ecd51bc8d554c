import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import { Field } from '../components/Field.tsx'
import { FormModal } from './FormModal.tsx'

type Props = {
  title: string
  okText: string
  label: string
  hint?: string
  /** What to say before the field. */
  children?: ReactNode
  isDanger?: boolean
  /** What is done ends with a lock: the reason is then no form that was lost. */
  endsInLock?: boolean
  isWorking: boolean
  problem: VaultError | undefined
  /** Resolves to whether it was done; the form closes then. */
  onReason(reason: string): Promise<boolean>
  onClose(): void
  widthPx?: number
}

/** A reason before something that has to have one. It goes into the trail. */
export function ReasonForm(props: Props) {
  const { label, hint, children, onClose } = props
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const save = async () => {
    setTried(true)
    if (isMissing) return false
    const isDone = await props.onReason(reason.trim())
    if (isDone) onClose()
    return isDone
  }
  return (
    <FormModal
      title={props.title}
      okText={props.okText}
      isDirty={reason !== '' && props.endsInLock !== true}
      isSaving={props.isWorking}
      isDanger={props.isDanger ?? false}
      problem={props.problem}
      onSave={save}
      onClose={onClose}
      widthPx={props.widthPx ?? 480}
    >
      {children}
      <Field
        id="reason"
        label={label}
        isRequired
        findings={hasTried && isMissing ? [{ severity: 'refused', code: 'required' }] : []}
      >
        <Input
          id="reason"
          autoFocus
          value={reason}
          maxLength={200}
          placeholder={hint}
          disabled={props.isWorking}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </FormModal>
  )
}
