import { ReasonForm } from '../../forms/ReasonForm.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { ids: string[]; onClose(): void; onRemoved(): void }

/** Asks why backups that somebody who left can open are removed, and removes them. */
export function RemoveFormerDialog({ ids, onClose, onRemoved }: Props) {
  const { formerDialog } = useText().backups
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { isWorking, problem, run } = useWork()

  const remove = (reason: string) =>
    run(async () => {
      const { removedCount, keptCount } = await call('backups.removeFormer', { ids, reason })
      const said = formerDialog.removed(removedCount)
      tell.said(keptCount > 0 ? `${said} ${formerDialog.kept(keptCount)}` : said)
      onRemoved()
      return true
    })

  return (
    <ReasonForm
      title={formerDialog.title}
      okText={formerDialog.remove}
      label={formerDialog.reason}
      hint={formerDialog.reasonHint}
      isDanger
      isWorking={isWorking}
      problem={problem}
      onReason={remove}
      onClose={onClose}
    >
      <p>{formerDialog.text(ids.length)}</p>
    </ReasonForm>
  )
}
