import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CaseView, ClockView } from '../../../../shared/case-view.ts'
import { Tag } from '../../../components/StateTag.tsx'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { formatMoment } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { ClockTag } from '../ClockTag.tsx'
import { clockSpan } from '../clock-words.ts'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'
import { ClockDueDialog } from './ClockDueDialog.tsx'
import { Panel } from './Panel.tsx'

/** 时限: clocks that run, whose day it is, until when; those that ran. */
export function ClockPanel({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const text = recovery.clocks
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const pick = useWords()
  const canWrite = useCanWrite() && view.line.isOpen
  const { clocks, clocksToStart, record } = view
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
  const stopped = clocks.filter(({ stoppedAt }) => stoppedAt !== undefined)
  const start = (clockId: string, title: string) =>
    act(call('cases.startClock', { id: record.id, clockId }), text.saidStarted(title))

  return (
    <Panel
      title={text.title}
      acts={
        canWrite &&
        clocksToStart.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: clocksToStart.map(({ clockId, title }) => ({
                key: clockId,
                label: pick(title),
                onClick: () => void start(clockId, pick(title)),
              })),
            }}
          >
            <Button size="small" type="text" icon={<PlusOutlined aria-hidden />}>
              {text.start}
            </Button>
          </Dropdown>
        )
      }
    >
      {clocks.length === 0 && <p className="faint">{text.none}</p>}
      <ul className="clocks">
        {running.map((clock) => (
          <ClockLine key={clock.id} clock={clock} caseId={record.id} canWrite={canWrite} />
        ))}
      </ul>
      {stopped.length > 0 && (
        <details>
          <summary className="faint">{text.stoppedCount(stopped.length)}</summary>
          <ul className="clocks">
            {stopped.map((clock) => (
              <ClockLine key={clock.id} clock={clock} caseId={record.id} canWrite={false} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

type LineProps = { clock: ClockView; caseId: string; canWrite: boolean }

function ClockLine({ clock, caseId, canWrite }: LineProps) {
  const { recovery } = useText()
  const text = recovery.clocks
  const call = useApp((state) => state.call)
  const language = useApp((state) => state.preferences.language)
  const act = useCaseAct()
  const pick = useWords()
  const [isNaming, setNaming] = useState(false)
  const { id, title, party, unit, dueAt, dueOn, earliestOn, override, isNamed, state } = clock
  const stop = () =>
    act(call('cases.stopClock', { id: caseId, clockRecordId: id }), text.saidStopped(pick(title)))
  const until =
    unit === 'hours'
      ? text.until(formatMoment(dueAt, language))
      : earliestOn === dueOn
        ? text.until(dueOn)
        : text.between(earliestOn, dueOn)
  return (
    <li className={`clock clock-${state}`} aria-label={pick(title)}>
      <div className="clock-head">
        <b>{pick(title)}</b>
        <ClockTag clock={clock} />
        {canWrite && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'stop', label: text.stop, onClick: () => void stop() },
                { key: 'due', label: text.nameDay, onClick: () => setNaming(true) },
              ],
            }}
          >
            <Button
              size="small"
              type="text"
              icon={<MoreOutlined aria-hidden />}
              aria-label={text.acts(pick(title))}
            />
          </Dropdown>
        )}
      </div>
      <p className="faint">
        {until} · {isNamed ? text.named : clockSpan(clock, recovery)}
        {override && ` · ${text.override[override.scope]}`}
      </p>
      <p className="clock-party">
        <Tag look={party === 'us' ? ['due', 'dot'] : ['quiet', 'dot']} word={text.party[party]} />
        {clock.isEstimated && <span className="faint">{text.estimatedHint}</span>}
      </p>
      {state === 'overdue' && <p className="clock-late">{pick(clock.onOverdue)}</p>}
      {isNaming && (
        <ClockDueDialog clock={clock} caseId={caseId} onClose={() => setNaming(false)} />
      )}
    </li>
  )
}
