import { Modal } from 'antd'
import { type ReactNode, useRef } from 'react'
import { focusFirstField, focusFirstRefusal } from '../../forms/focus.ts'
import { useText } from '../../i18n/text.ts'

type DialogProps = {
  title: string
  okText: string
  isWorking: boolean
  canSubmit?: boolean
  onSubmit(): void
  onClose(): void
  /** Ends the work; absent where it cannot be ended. */
  onStop?(): void
  children: ReactNode
}

/** A small form that cannot be left while its work goes on; where the work can be ended, 取消 ends it. */
export function WorkDialog({
  isWorking,
  canSubmit = true,
  onSubmit,
  onStop,
  ...props
}: DialogProps) {
  const { common } = useText()
  const form = useRef<HTMLFormElement>(null)
  const submit = () => {
    onSubmit()
    requestAnimationFrame(() => focusFirstRefusal(form.current))
  }
  return (
    <Modal
      open
      width={460}
      title={props.title}
      okText={props.okText}
      cancelText={common.cancel}
      // Not `confirmLoading`: antd would let nothing be cancelled meanwhile.
      okButtonProps={{ disabled: !canSubmit, loading: isWorking }}
      cancelButtonProps={{ disabled: isWorking && onStop === undefined }}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onOk={submit}
      afterOpenChange={(isOpen) => isOpen && focusFirstField(form.current)}
      onCancel={isWorking && onStop !== undefined ? onStop : props.onClose}
    >
      <form
        ref={form}
        className="start-form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {props.children}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
