import { PlusOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useText } from '../../i18n/text.ts'
import { useDroppedFiles } from './use-dropped-files.ts'
import type { FileIntake } from './use-file-intake.ts'

/** Where files come in: by the dialog, by dragging, by pasting. Shows what is being read, with a way to stop. */
export function FileZone({ intake, isActive = true }: { intake: FileIntake; isActive?: boolean }) {
  const { documents } = useText()
  const { reading, take, choose, cancel } = intake
  const place = useDroppedFiles(isActive && reading === undefined, take)
  const percent =
    reading === undefined || reading.total === 0
      ? 0
      : Math.round((reading.done / reading.total) * 100)

  return (
    <div
      className={place.isOver ? 'file-zone file-zone-over' : 'file-zone'}
      data-testid="file-zone"
      {...place.props}
    >
      {reading === undefined ? (
        <>
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => void choose()}
            disabled={!isActive}
          >
            {documents.addFiles}
          </Button>
          <span className="faint">{place.isOver ? documents.dropNow : documents.dropHere}</span>
        </>
      ) : (
        <>
          <span className="ellipsis" role="status">
            {reading.name}
          </span>
          <Progress percent={percent} size="small" aria-label={reading.name} />
          <Button size="small" onClick={cancel}>
            {documents.cancelReading}
          </Button>
        </>
      )}
    </div>
  )
}
