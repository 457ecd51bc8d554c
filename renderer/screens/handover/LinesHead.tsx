import { Button } from 'antd'
import type { HandoverStep, HandoverView } from '../../../shared/handover-view.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'

type Props = {
  view: HandoverView
  part: 'prepare' | 'rotate'
  onGo(step: HandoverStep): void
  /** Open passwords that do not yet stand red everywhere. */
  unmarked?: number
  onMark?(): void
}

/** What the step is about, how far it is, and the button that goes on. */
export function LinesHead({ view, part, onGo, unmarked = 0, onMark }: Props) {
  const { handover } = useText()
  const canWrite = useCanWrite()
  const { data } = view.record
  const isSudden = data.manner === 'sudden'
  const counts = part === 'prepare' ? view.blockers : view.passwords
  const total = counts.open + counts.closed + counts.waived
  const couldOpen = data.couldOpenSinceAt !== undefined
  const { prepare, rotate } = handover
  return (
    <section className="step-card" aria-label={handover.steps[part]}>
      <div className="handover-step-head">
        <div>
          <h2>{part === 'prepare' ? prepare.title : rotate.title}</h2>
          <p className="soft">
            {part === 'rotate' ? rotate.text : isSudden ? prepare.sudden : prepare.text}
          </p>
        </div>
        <p className="handover-progress">
          <span className="case-progress">
            <progress max={Math.max(total, 1)} value={counts.closed} aria-hidden="true" />
            {counts.closed}/{total}
          </span>
          {part === 'rotate' && counts.open > 0 && (
            <span className="faint">
              {rotate.ranks(view.openByRank[1], view.openByRank[2], view.openByRank[3])}
            </span>
          )}
        </p>
      </div>
      {part === 'prepare' && data.leaver.contactId === undefined && (
        <p className="note note-warning">{prepare.noContact}</p>
      )}
      {part === 'rotate' && data.removedAt === undefined && couldOpen && (
        <p className="note note-warning handover-note">
          {rotate.early}
          <Button size="small" onClick={() => onGo('day')}>
            {handover.steps.day}
          </Button>
        </p>
      )}
      {canWrite && data.closedOn === undefined && (
        <div className="handover-step-acts">
          {part === 'prepare' && !isSudden && view.signatures.length === 0 && (
            <Button type={counts.open === 0 ? 'primary' : 'default'} onClick={() => onGo('sign')}>
              {counts.open === 0 ? prepare.next : prepare.skip}
            </Button>
          )}
          {onMark && counts.open > 0 && (
            <Button disabled={unmarked === 0} onClick={onMark}>
              {unmarked === 0 ? rotate.allMarked : rotate.mark}
            </Button>
          )}
          {part === 'rotate' && total > 0 && counts.open === 0 && (
            <Button type="primary" onClick={() => onGo('close')}>
              {handover.steps.close}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
