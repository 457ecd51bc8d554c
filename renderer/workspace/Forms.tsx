import { Modal } from 'antd'
import { useEffect, useMemo } from 'react'
import { FilingForm } from '../forms/FilingForm.tsx'
import { RecordForm } from '../forms/RecordForm.tsx'
import { RegisterForm } from '../forms/RegisterForm.tsx'
import { RecoveryKit } from '../kit/RecoveryKit.tsx'
import { ExportDialog } from '../screens/documents/export/ExportDialog.tsx'
import { FileViewer } from '../screens/documents/viewer/FileViewer.tsx'
import { ImportWizard } from '../screens/import/ImportWizard.tsx'
import { NewLetterForm } from '../screens/letters/NewLetterForm.tsx'
import { useApp } from '../state/app-context.ts'
import type { OpenForm } from '../state/navigation.ts'

/** The form or wizard that lies over the screen, if any. */
export function Forms() {
  const form = useApp((state) => state.openForm)
  const close = useApp((state) => state.closeForm)
  useFocusReturn(form)
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
      return <FilingForm onClose={close} />
    case 'record':
      return <RecordForm {...form} onClose={close} />
    case 'register':
      return <RegisterForm {...form} onClose={close} />
    case 'import':
      return <ImportWizard onClose={close} />
    case 'view-file':
      return <FileViewer {...form} onClose={close} />
    case 'export-file':
      return <ExportDialog {...form} onClose={close} />
    case 'letter':
      return <NewLetterForm preset={form.preset} onClose={close} />
  }
}

/** Gives the focus back to where it was before a form: else the keyboard starts again at the top. */
function useFocusReturn(form: OpenForm | undefined) {
  // Read while rendering: an effect would find the focus inside the form already.
  const before = useMemo(() => (form === undefined ? null : document.activeElement), [form])
  useEffect(() => {
    if (before instanceof HTMLElement) return () => before.focus()
    return undefined
  }, [before])
}
