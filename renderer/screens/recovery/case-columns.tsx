import type { CaseLine } from '../../../shared/case-view.ts'
import type { Words } from '../../../shared/guides/guide.ts'
import { guideOf } from '../../../shared/guides/guide-list.ts'
import { Tag } from '../../components/StateTag.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { Text } from '../../i18n/text.ts'
import { ClockTag } from './ClockTag.tsx'

/** Columns of the open cases, or of the finished ones. */
export function caseColumns(
  state: 'open' | 'finished',
  { recovery }: Text,
  pick: (words: Words) => string,
): Column<CaseLine>[] {
  const { columns, outcome } = recovery
  const wayOf = (guideId: string) => {
    const guide = guideOf(guideId)
    return guide === undefined ? guideId : `${guide.code} ${pick(guide.title)}`
  }
  const common: Column<CaseLine>[] = [
    {
      key: 'number',
      title: columns.number,
      widthPx: 88,
      render: ({ number }) => <span className="mono-number">{number}</span>,
    },
    {
      key: 'title',
      title: columns.title,
      render: ({ title }) => title,
      titleOf: ({ title, entityName }) => `${title}\n${entityName}`,
    },
    {
      key: 'subject',
      title: columns.subject,
      render: ({ entityName }) => <span className="soft">{entityName}</span>,
      titleOf: ({ entityName }) => entityName,
    },
    {
      key: 'guide',
      title: columns.guide,
      widthPx: 148,
      render: ({ guideId }) => wayOf(guideId),
      titleOf: ({ guideId }) => wayOf(guideId),
    },
  ]
  if (state === 'finished') {
    return [
      ...common,
      {
        key: 'outcome',
        title: columns.outcome,
        widthPx: 150,
        render: ({ outcome: kind }) => (kind === undefined ? '—' : outcome.kind[kind]),
      },
      {
        key: 'reason',
        title: columns.closeReason,
        render: ({ closeReason }) => <span className="faint">{closeReason}</span>,
        titleOf: ({ closeReason }) => closeReason,
      },
      { key: 'opened', title: columns.opened, widthPx: 104, render: ({ openedOn }) => openedOn },
      { key: 'closed', title: columns.closed, widthPx: 104, render: ({ closedOn }) => closedOn },
    ]
  }
  return [
    ...common,
    {
      key: 'next',
      title: columns.next,
      render: ({ nextStep, isBlocked }) =>
        isBlocked ? (
          <Tag look={['danger', 'triangle']} word={recovery.block.short} />
        ) : (
          nextStep && pick(nextStep.title)
        ),
      titleOf: ({ nextStep }) => nextStep && pick(nextStep.title),
    },
    {
      key: 'clock',
      title: columns.clock,
      widthPx: 176,
      render: ({ worstClock }) => worstClock && <ClockTag clock={worstClock} />,
      titleOf: ({ worstClock }) => worstClock && pick(worstClock.title),
    },
    {
      key: 'progress',
      title: columns.progress,
      widthPx: 116,
      render: ({ settledCount, stepCount }) => (
        <span className="case-progress">
          <progress max={Math.max(stepCount, 1)} value={settledCount} aria-hidden="true" />
          {settledCount}/{stepCount}
        </span>
      ),
    },
  ]
}
