import { ReasonForm } from '../../forms/ReasonForm.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

type Props = { lostCount: number; onClose(): void }

/** Asks why the whole vault is to be as it was in the backup, and does it. The app locks when it is done. */
export function RestoreVaultDialog({ lostCount, onClose }: Props) {
  const { whole } = useText().backups
  const call = useApp((state) => state.call)
  const withSecondPerson = useSecondPerson()
  const isEvidence = useApp((state) => state.status?.session?.mode === 'evidence')
  const { isWorking, problem, run } = useWork()

  const restore = (reason: string) =>
    run(async () => {
      await withSecondPerson(() => call('backups.restoreVault', { reason }))
      return true
    })

  return (
    <ReasonForm
      title={whole.title}
      okText={isWorking ? whole.restoring : whole.restore}
      label={whole.reason}
      hint={whole.reasonHint}
      isDanger
      endsInLock
      isWorking={isWorking}
      problem={problem}
      onReason={restore}
      onClose={onClose}
      widthPx={500}
    >
      <p className="soft">{isEvidence ? whole.evidence : whole.text}</p>
      {lostCount > 0 && <p>{whole.lost(lostCount)}</p>}
    </ReasonForm>
  )
}
