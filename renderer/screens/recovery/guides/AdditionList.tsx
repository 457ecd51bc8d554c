import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { GuideAdditionView } from '../../../../shared/case-view.ts'
import type { ClockUnit } from '../../../../shared/guides/guide.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { clockSpan } from '../clock-words.ts'
import { useCaseAct } from '../use-case-act.ts'

type Props = {
  additions: readonly GuideAdditionView[]
  /** Of the clock whose figures they replace. */
  unit?: ClockUnit
}

/** What people of this vault added: notes, and how long a bureau or provider takes. */
export function AdditionList({ additions, unit }: Props) {
  const { recovery, common } = useText()
  const text = recovery.guides
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const canWrite = useCanWrite()
  if (additions.length === 0) return null
  return (
    <ul className="own-notes" aria-label={text.ownNotes}>
      {additions.map(({ id, note, from, to, providerName, province, source, verifiedOn }) => (
        <li key={id} className="note note-own">
          <b>{text.ownNote}</b>
          {unit !== undefined && from !== undefined && to !== undefined && (
            <span>{clockSpan({ unit, from, to }, recovery)}</span>
          )}
          {note}
          <span className="faint">
            {[providerName, province && text.ofProvinces(province), source, verifiedOn]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {canWrite && (
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={common.remove}
              onClick={() => void act(call('guides.removeAddition', { id }), text.removed)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
