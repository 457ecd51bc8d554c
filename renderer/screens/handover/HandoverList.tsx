import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { HandoverItem } from '../../../shared/handover-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Tag } from '../../components/StateTag.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../i18n/text.ts'
import type { HandoverText } from '../../i18n/zh/handover.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'

/** Open handovers by their day, then closed ones. */
export function HandoverList({ onStart }: { onStart?: () => void }) {
  const { handover } = useText()
  const go = useApp((state) => state.go)
  const [chosenId, setChosenId] = useState<string>()
  const { value, problem } = useAnswer('handover.list')
  const columns = useMemo(() => columnsOf(handover), [handover])
  return (
    <>
      {problem && <Problem error={problem} />}
      <VirtualTable
        label={handover.list}
        rows={value ?? []}
        idOf={idOf}
        columns={columns}
        chosenId={chosenId}
        onChoose={setChosenId}
        onOpen={(recordId) => go('handover', { recordId })}
        empty={
          value !== undefined && (
            <EmptyState drawing="handover" title={handover.empty.title} text={handover.empty.text}>
              {onStart && (
                <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onStart}>
                  {handover.start}
                </Button>
              )}
              <Button onClick={() => go('handover', { tab: 'custodians' })}>
                {handover.tabs.custodians}
              </Button>
            </EmptyState>
          )
        }
      />
    </>
  )
}

function idOf({ id }: HandoverItem): string {
  return id
}

function columnsOf(text: HandoverText): Column<HandoverItem>[] {
  const { columns } = text
  return [
    {
      key: 'number',
      title: columns.number,
      widthPx: 92,
      render: ({ number }) => <span className="mono-number">{number}</span>,
    },
    { key: 'leaver', title: columns.leaver, render: ({ leaverName }) => leaverName },
    {
      key: 'successor',
      title: columns.successor,
      render: ({ successorName }) => <span className="soft">{successorName}</span>,
    },
    {
      key: 'manner',
      title: text.form.manner,
      widthPx: 92,
      render: ({ manner }) => text.manner[manner],
    },
    { key: 'leavesOn', title: columns.leavesOn, widthPx: 108, render: ({ leavesOn }) => leavesOn },
    {
      key: 'step',
      title: columns.step,
      widthPx: 150,
      render: ({ step, closedOn, counts }) => {
        if (closedOn === undefined) {
          return <Tag look={['due', 'half']} word={text.steps[step]} />
        }
        const left = counts.waived + counts.open
        return left > 0 ? (
          <Tag look={['danger', 'triangle']} word={text.closedWithOpen(left)} />
        ) : (
          <Tag look={['good', 'check']} word={text.closed(closedOn)} />
        )
      },
    },
    {
      key: 'progress',
      title: columns.progress,
      widthPx: 124,
      render: ({ counts }) => {
        const total = counts.open + counts.closed + counts.waived
        return (
          <span className="case-progress">
            <progress max={Math.max(total, 1)} value={counts.closed} aria-hidden="true" />
            {counts.closed}/{total}
          </span>
        )
      },
    },
  ]
}
