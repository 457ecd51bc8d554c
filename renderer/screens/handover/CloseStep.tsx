import { Button } from 'antd'
import { useMemo } from 'react'
import type { HandoverLine, HandoverView } from '../../../shared/handover-view.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { lineTitle } from './line-columns.tsx'
import { useHandoverAct } from './use-handover-act.ts'

/** So many lines are named; the tables of the steps show all. */
const NAMED = 30

/** 结案: what is left, or that nothing is. */
export function CloseStep({ view }: { view: HandoverView }) {
  const { handover } = useText()
  const text = handover.close
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const act = useHandoverAct()
  const { id, data } = view.record
  const { value: lines } = useAnswer('handover.lines', { id })
  const open = view.blockers.open + view.passwords.open
  const waived = view.blockers.waived + view.passwords.waived
  const isRemoved = data.removedAt !== undefined
  const isReady = open === 0 && isRemoved
  return (
    <div className="screen-scroll handover-step">
      <section className="step-card" aria-label={handover.steps.close}>
        <h2>{text.title}</h2>
        {data.closedOn !== undefined ? (
          <>
            <p className="handover-done">{text.closed(data.closedOn, data.closedBy ?? '')}</p>
            {open + waived > 0 && <p className="line-early">{text.stillOpen(open + waived)}</p>}
          </>
        ) : (
          <>
            {!isRemoved && <p>{text.notRemoved}</p>}
            {open > 0 && <p>{text.notReady(open)}</p>}
            {isReady && <p>{waived === 0 ? text.ready : text.readyWaived(waived)}</p>}
            {canWrite && (
              <div className="handover-step-acts">
                <Button
                  type="primary"
                  size="large"
                  danger={waived > 0}
                  disabled={!isReady}
                  onClick={() => void act(call('handover.close', { id }), text.said(data.number))}
                >
                  {text.act}
                </Button>
              </div>
            )}
          </>
        )}
        <LineNames title={text.open} lines={lines} state="open" />
        <LineNames title={text.left} lines={lines} state="waived" />
      </section>
    </div>
  )
}

type NamesProps = {
  title: string
  lines: readonly HandoverLine[] | undefined
  state: 'open' | 'waived'
}

function LineNames({ title, lines, state }: NamesProps) {
  const { handover } = useText()
  const found = useMemo(() => (lines ?? []).filter((line) => line.state === state), [lines, state])
  if (found.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="faint">{found.length}</span>
      </h3>
      <ul className="bullets">
        {found.slice(0, NAMED).map((line) => (
          <li key={line.key}>
            {handover.lines.kinds[line.kind]}：{lineTitle(line, handover)}
            {line.subject !== undefined && <span className="faint"> {line.subject}</span>}
            {line.waiver && <span className="faint"> — {line.waiver.reason}</span>}
          </li>
        ))}
        {found.length > NAMED && <li className="faint">…</li>}
      </ul>
    </section>
  )
}
