import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'

type DialogProps = {
  title: string
  okText: string
  isWorking: boolean
  canSubmit?: boolean
  onSubmit(): void
  onClose(): void
  children: ReactNode
}

/** A small form that cannot be left while the key derivation runs, which takes a second or more. */
export function WorkDialog({ isWorking, canSubmit = true, onSubmit, ...props }: DialogProps) {
  const { common } = useText()
  return (
    <Modal
      open
      width={460}
      title={props.title}
      okText={props.okText}
      cancelText={common.cancel}
      okButtonProps={{ disabled: !canSubmit }}
      cancelButtonProps={{ disabled: isWorking }}
      confirmLoading={isWorking}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onOk={onSubmit}
      onCancel={props.onClose}
    >
      <form
        className="start-form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {props.children}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
