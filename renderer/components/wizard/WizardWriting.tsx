import { Button, Progress } from 'antd'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'

/** How far the import has come, with the way out before it counts. */
export function WizardWriting({
  isCancelling,
  onCancel,
}: {
  isCancelling: boolean
  onCancel(): void
}) {
  const { writing } = useText().import
  const progress = useProgress('import')
  return (
    <div className="wizard-writing" role="status">
      <h2>{writing.title}</h2>
      <Progress percent={progress?.percent ?? 0} showInfo={false} aria-label={writing.label} />
      <p className="faint">
        {progress === undefined ? ' ' : writing.progress(progress.done, progress.total)}
      </p>
      <p className="soft">{writing.text}</p>
      <Button disabled={isCancelling} onClick={onCancel}>
        {isCancelling ? writing.cancelling : writing.cancel}
      </Button>
    </div>
  )
}
