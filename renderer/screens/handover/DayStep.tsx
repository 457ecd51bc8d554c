import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { HandoverView } from '../../../shared/handover-view.ts'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** 当日: their ways in end, everything is sealed under new keys; what that protects and what not. */
export function DayStep({ view }: { view: HandoverView }) {
  const { handover } = useText()
  const text = handover.day
  const { data } = view.record
  const { leaver, removedAt, generation = 1 } = data
  const hadWays = view.ways.length > 0 || data.couldOpenSinceAt !== undefined
  return (
    <div className="screen-scroll handover-step">
      <section className="step-card" aria-label={handover.steps.day}>
        <h2>{hadWays ? text.title(leaver.name) : text.plainTitle(leaver.name)}</h2>
        {removedAt !== undefined && (
          <p className="handover-done">{text.doneOn(dayOf(removedAt), generation)}</p>
        )}
        {removedAt === undefined && hadWays && <p className="soft">{text.text}</p>}
        {removedAt === undefined && <Ways view={view} />}
        {hadWays && (
          <div className="handover-columns">
            <Bullets title={text.protects} points={text.protectsList} />
            <Bullets title={text.doesNot} points={text.doesNotList} />
          </div>
        )}
        {removedAt === undefined && <Removal view={view} />}
      </section>
    </div>
  )
}

function Ways({ view }: { view: HandoverView }) {
  const { day: text } = useText().handover
  return (
    <dl className="handover-facts">
      <dt>{text.ways}</dt>
      <dd>
        {view.ways.length === 0 ? (
          text.noWays
        ) : (
          <ul>
            {view.ways.map(({ id, kind, createdAt }) => (
              <li key={id}>
                {text.kinds[kind] ?? kind} <span className="faint">{dayOf(createdAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{text.remaining}</dt>
      <dd>{view.remaining.length === 0 ? text.nobody : view.remaining.join('、')}</dd>
    </dl>
  )
}

function Bullets({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="bullets">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

function Removal({ view }: { view: HandoverView }) {
  const { handover, common } = useText()
  const text = handover.day
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const withSecondPerson = useSecondPerson()
  const { modal } = App.useApp()
  const today = dayOf(useNow())
  const [isWorking, setWorking] = useState(false)
  const { id, data } = view.record
  const { leaver } = data
  const hasWays = view.ways.length > 0
  const hasSigned = view.signatures.some(({ part }) => part === 'leaver')

  const remove = async () => {
    setWorking(true)
    try {
      await withSecondPerson(() => call('handover.remove', { id }))
      tell.said(text.done(leaver.name))
    } catch (error) {
      const isStopped = error instanceof VaultError && error.code === 'cancelled'
      if (isStopped) tell.said(text.cancelled)
      else tell.failed(error)
    } finally {
      setWorking(false)
    }
  }
  const ask = () => {
    if (!hasWays) {
      void remove()
      return
    }
    modal.confirm({
      title: text.confirm,
      content: text.confirmText(leaver.name, view.ways.length),
      okText: text.act,
      okButtonProps: { danger: true },
      cancelText: common.cancel,
      onOk: () => void remove(),
    })
  }

  if (isWorking) return <Working onCancel={() => void call('handover.cancelRemoval')} />
  return (
    <>
      {view.isSelf && <p className="note">{text.self}</p>}
      {data.manner === 'planned' && hasWays && !hasSigned && (
        <p className="note note-warning">{text.unsigned}</p>
      )}
      {today < data.leavesOn && <p className="faint">{text.tooEarly(data.leavesOn)}</p>}
      {canWrite && (
        <div className="handover-step-acts">
          <Button
            type="primary"
            size="large"
            danger={hasWays}
            disabled={view.isSelf || (hasWays && view.remaining.length === 0)}
            onClick={ask}
          >
            {hasWays ? text.act : text.actPlain}
          </Button>
        </div>
      )}
    </>
  )
}

function Working({ onCancel }: { onCancel(): void }) {
  const { day: text } = useText().handover
  const progress = useProgress('rekey')
  return (
    <div className="handover-working" role="status">
      <p>{text.working}</p>
      <Progress percent={progress?.percent ?? 0} aria-label={text.working} />
      <Button onClick={onCancel}>{text.cancel}</Button>
    </div>
  )
}
