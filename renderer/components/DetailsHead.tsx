import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../i18n/text.ts'
import './list-details.css'

/** The title of a DetailsPane, with the button that closes it. */
export function DetailsHead({ title, onClose }: { title: string; onClose(): void }) {
  const { common } = useText()
  return (
    <div className="details-head">
      <h2>{title}</h2>
      <Button
        type="text"
        size="small"
        className="details-close"
        icon={<CloseOutlined aria-hidden />}
        aria-label={common.close}
        onClick={onClose}
      />
    </div>
  )
}
