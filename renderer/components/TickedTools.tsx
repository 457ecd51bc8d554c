import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCanWrite } from '../hooks/use-can-write.ts'
import { useText } from '../i18n/text.ts'
import './list-details.css'

type Props = { count: number; onTrash(): void; onUntick(): void }

/** What can be done with the ticked lines of a list; nothing while none is. */
export function TickedTools({ count, onTrash, onUntick }: Props) {
  const { common } = useText()
  const canWrite = useCanWrite()
  if (count === 0) return null
  return (
    <span className="list-ticked">
      {common.ticked(count)}
      {canWrite && (
        <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={onTrash}>
          {common.toTrash}
        </Button>
      )}
      <button type="button" className="button-link" onClick={onUntick}>
        {common.untick}
      </button>
    </span>
  )
}
