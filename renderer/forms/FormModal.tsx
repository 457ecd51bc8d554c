import { App as AntApp, Modal } from 'antd'
import { type ReactNode, type SyntheticEvent, useId } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import { useUnsaved } from '../hooks/use-unsaved.ts'
import { useText } from '../i18n/text.ts'
import { Problem } from '../start/Problem.tsx'
import { focusFirstField, focusFirstRefusal } from './focus.ts'
import './forms.css'

type Props = {
  title: string
  /** Word of the button that saves. */
  okText?: string
  /** Word of the button that leaves. */
  cancelText?: string
  isDirty: boolean
  isSaving: boolean
  canSave?: boolean
  /** Saving does what is better not done: the button is red. */
  isDanger?: boolean
  problem: VaultError | undefined
  /** Resolves to whether it was saved; if not, the first refusal is brought into view. */
  onSave(): Promise<boolean>
  onClose(): void
  widthPx?: number
  children: ReactNode
}

/** A form over the screen, with the focus in its first field. Enter saves; leaving with something typed asks first. */
export function FormModal(props: Props) {
  const { common, forms } = useText()
  const { modal } = AntApp.useApp()
  const formId = useId()
  useUnsaved(props.isDirty)

  const leave = () => {
    if (!props.isDirty) {
      props.onClose()
      return
    }
    modal.confirm({
      title: forms.discardTitle,
      content: forms.discardText,
      okText: forms.discard,
      cancelText: forms.keepEditing,
      onOk: props.onClose,
    })
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (props.isSaving || props.canSave === false) return
    void props.onSave().then((isSaved) => {
      if (!isSaved) requestAnimationFrame(() => focusFirstRefusal(document.getElementById(formId)))
    })
  }

  return (
    <Modal
      open
      title={props.title}
      width={props.widthPx ?? 640}
      centered
      closable={!props.isSaving}
      keyboard={!props.isSaving}
      mask={{ closable: false }}
      onCancel={leave}
      afterOpenChange={(isOpen) => isOpen && focusFirstField(document.getElementById(formId))}
      okText={props.okText ?? common.save}
      cancelText={props.cancelText ?? common.cancel}
      okButtonProps={{
        htmlType: 'submit',
        form: formId,
        // A save takes a few milliseconds: a spinner that comes and goes at once gets stuck half way.
        loading: props.isSaving && { delay: 200 },
        disabled: props.canSave === false,
        danger: props.isDanger === true,
      }}
      cancelButtonProps={{ disabled: props.isSaving }}
    >
      <form id={formId} className="form-body" onSubmit={submit}>
        {props.children}
        {props.problem && (
          <div className="form-problem">
            <Problem error={props.problem} />
          </div>
        )}
      </form>
    </Modal>
  )
}
