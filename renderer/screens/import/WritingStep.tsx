import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useClient } from '../../state/app-context.ts'

/** How far the import has come, with the way out before it counts. */
export function WritingStep({
  isCancelling,
  onCancel,
}: {
  isCancelling: boolean
  onCancel(): void
}) {
  const { writing } = useText().import
  const client = useClient()
  const [progress, setProgress] = useState<{ done: number; total: number }>()

  useEffect(
    () =>
      client.listen((event) => {
        if (event.event === 'progress' && event.task === 'import') {
          setProgress({ done: event.done, total: event.total })
        }
      }),
    [client],
  )

  const percent =
    progress === undefined || progress.total === 0
      ? 0
      : Math.floor((progress.done / progress.total) * 100)
  return (
    <div className="import-writing" role="status">
      <h2>{writing.title}</h2>
      <Progress percent={percent} showInfo={false} aria-label={writing.label} />
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
