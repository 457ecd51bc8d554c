import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from '../../../components/Field.tsx'
import { useText } from '../../../i18n/text.ts'

type Props = {
  title: string
  okText: string
  label: string
  hint?: string
  /** What to say before the field. */
  children?: ReactNode
  /** Resolves to whether it was done. */
  onReason(reason: string): Promise<boolean>
  onClose(): void
}

/** Asks for a reason before something that has to have one. */
export function ReasonDialog({ title, okText, label, hint, children, onReason, onClose }: Props) {
  const { common } = useText()
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setTried(true)
    if (reason.trim() === '' || isSaving) return
    setSaving(true)
    if (await onReason(reason.trim())) onClose()
    else setSaving(false)
  }
  return (
    <Modal
      open
      width={480}
      title={title}
      okText={okText}
      cancelText={common.cancel}
      okButtonProps={{ loading: isSaving && { delay: 200 } }}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="dialog-fields">
        {children}
        <Field
          id="reason"
          label={label}
          isRequired
          findings={
            hasTried && reason.trim() === '' ? [{ severity: 'refused', code: 'required' }] : []
          }
        >
          <Input
            id="reason"
            autoFocus
            value={reason}
            maxLength={200}
            placeholder={hint}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void save()}
          />
        </Field>
      </div>
    </Modal>
  )
}
