import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { FilledBlock } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useOpenLetter } from './letter-context.ts'

/** Leaves a block out of the paper. */
export function RemoveBlock({ block, name }: { block: FilledBlock; name: string }) {
  const { letters } = useText()
  const { canEdit, type } = useOpenLetter()
  if (!canEdit) return null
  return (
    <Button
      size="small"
      type="text"
      className="paper-act"
      icon={<DeleteOutlined aria-hidden />}
      aria-label={`${letters.removeText}：${name}`}
      title={letters.removeText}
      onClick={() => void type({ [`block.${block.key}`]: '' })}
    />
  )
}
