import { Button } from 'antd'
import { useMemo } from 'react'
import type { HandoverLine, HandoverStep, HandoverView } from '../../../shared/handover-view.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { lineTitle } from './line-columns.tsx'
import { useHandoverAct } from './use-handover-act.ts'
import { useLineActs } from './use-line-acts.ts'

/** So many lines are named; the tables of the steps show all. */
const NAMED = 30

type Props = { view: HandoverView; onGo(step: HandoverStep): void }

/** 结案: what is left and where it is done, or that nothing is. */
export function CloseStep({ view, onGo }: Props) {
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
            {!isReady && <StepsLeft view={view} onGo={onGo} />}
            {isReady && <p>{waived === 0 ? text.ready : text.readyWaived(waived)}</p>}
            {canWrite && (
              <div className="handover-step-acts">
                <Button
                  type={isReady ? 'primary' : 'default'}
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
        <LineNames title={text.open} handoverId={id} lines={lines} state="open" onGo={onGo} />
        <LineNames title={text.left} handoverId={id} lines={lines} state="waived" onGo={onGo} />
      </section>
    </div>
  )
}

/** The steps that have something left, each a way there; the one to be taken now first of all. */
function StepsLeft({ view, onGo }: Props) {
  const { handover } = useText()
  const left = [
    ['sign', view.step === 'sign' ? 1 : 0],
    ['day', view.record.data.removedAt === undefined ? 1 : 0],
    ['rotate', view.passwords.open, true],
    ['prepare', view.blockers.open, true],
  ] as const
  return (
    <div className="handover-step-acts">
      {left.map(
        ([step, count, isCounted = false]) =>
          count > 0 && (
            <Button
              key={step}
              type={step === view.step ? 'primary' : 'default'}
              onClick={() => onGo(step)}
            >
              {handover.close.goTo(handover.steps[step], isCounted ? count : undefined)}
            </Button>
          ),
      )}
    </div>
  )
}

type NamesProps = {
  title: string
  handoverId: string
  lines: readonly HandoverLine[] | undefined
  state: 'open' | 'waived'
  onGo(step: HandoverStep): void
}

function LineNames({ title, handoverId, lines, state, onGo }: NamesProps) {
  const { handover } = useText()
  const acts = useLineActs(handoverId)
  const canWrite = useCanWrite()
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
            <button
              type="button"
              className="button-link"
              onClick={() => {
                if (canWrite && line.isGone === undefined) acts.act(line)
                else onGo(line.kind === 'password' ? 'rotate' : 'prepare')
              }}
            >
              {handover.close.line(handover.lines.kinds[line.kind], lineTitle(line, handover))}
            </button>
            {line.subject !== undefined && <span className="faint"> {line.subject}</span>}
            {line.waiver && <span className="faint"> — {line.waiver.reason}</span>}
          </li>
        ))}
        {found.length > NAMED && <li className="faint">…</li>}
      </ul>
    </section>
  )
}
