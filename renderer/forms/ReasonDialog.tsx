import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from '../components/Field.tsx'
import { useUndoableWork } from '../hooks/use-undoable-work.ts'
import { FormModal } from './FormModal.tsx'

type Props = {
  title: string
  okText: string
  label: string
  hint?: string
  /** What to say before the field. */
  children?: ReactNode
  /** The change that needs the reason, and what to say once it was made. */
  change(reason: string): Promise<{ undoToken: number }>
  said: string
  onClose(): void
}

/** Asks for a reason before something that has to have one. */
export function ReasonDialog(props: Props) {
  const { label, hint, children, onClose } = props
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, make } = useUndoableWork()
  const isMissing = reason.trim() === ''
  const save = async () => {
    setTried(true)
    if (isMissing) return false
    const isDone = await make(() => props.change(reason.trim()), props.said)
    if (isDone) onClose()
    return isDone
  }
  return (
    <FormModal
      title={props.title}
      okText={props.okText}
      isDirty={reason !== ''}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={480}
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
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </FormModal>
  )
}
