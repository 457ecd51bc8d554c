import { Modal } from 'antd'
import { RecoveryKit } from '../kit/RecoveryKit.tsx'
import { useApp } from '../state/app-context.ts'

/** The form or wizard that lies over the screen, if any. */
export function Forms() {
  const form = useApp((state) => state.openForm)
  const close = useApp((state) => state.closeForm)
  if (form === undefined) return null
  switch (form.form) {
    case 'kit':
      return (
        <Modal
          open
          footer={null}
          closable={false}
          width={680}
          keyboard={false}
          mask={{ closable: false }}
        >
          <RecoveryKit onClose={close} />
        </Modal>
      )
    case 'filing':
    case 'record':
    case 'register':
    case 'import':
      return null
  }
}
