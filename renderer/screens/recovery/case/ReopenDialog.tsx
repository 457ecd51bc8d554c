import { ReasonDialog } from '../../../forms/ReasonDialog.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'

/** Takes a closed case up again. */
export function ReopenDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { recovery } = useText()
  const text = recovery.closing
  const call = useApp((state) => state.call)
  return (
    <ReasonDialog
      title={text.reopenTitle}
      okText={recovery.case.reopen}
      label={text.reopenReason}
      change={(reason) => call('cases.reopen', { id, reason })}
      said={text.saidReopened}
      onClose={onClose}
    />
  )
}
