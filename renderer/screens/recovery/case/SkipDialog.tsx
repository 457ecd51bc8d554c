import { ReasonDialog } from '../../../forms/ReasonDialog.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'

type Props = { caseId: string; stepId: string; title: string; onClose(): void }

/** A step that is left out says why. */
export function SkipDialog({ caseId, stepId, title, onClose }: Props) {
  const { recovery } = useText()
  const text = recovery.step
  const call = useApp((state) => state.call)
  return (
    <ReasonDialog
      title={text.skipTitle(title)}
      okText={text.skip}
      label={text.skipReason}
      hint={text.skipHint}
      change={(note) => call('cases.recordStep', { id: caseId, stepId, state: 'skipped', note })}
      said={text.saidSkipped(title)}
      onClose={onClose}
    />
  )
}
