import { Button } from 'antd'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { HandoverLine, LineState } from '../../../shared/handover-view.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { HandoverText } from '../../i18n/zh/handover.ts'

const LOOKS: Readonly<Record<LineState, TagLook>> = {
  open: ['due', 'half'],
  closed: ['good', 'check'],
  waived: ['danger', 'triangle'],
}

export type LineActs = {
  /** Opens what closes the line. */
  act(line: HandoverLine): void
  /** Opens the guide that leads there; only for some kinds. */
  guide(line: HandoverLine): void
  unwaive(line: HandoverLine): void
}

export function lineTitle(line: HandoverLine, { lines }: HandoverText): string {
  return lines.titles[line.kind] ?? line.title
}

/** Every reason in words, strongest first. */
export function reasonWords(line: HandoverLine, text: HandoverText): string {
  const parts = line.reasons.map((reason) => text.reasonText(reason, dayOf))
  if (line.isSeenAgain) parts.unshift(text.lines.seenAgain)
  if (line.isEarly) parts.unshift(text.lines.early)
  if (line.isGone) parts.unshift(text.lines.gone)
  if (line.waiver) parts.unshift(line.waiver.reason)
  return parts.join('；')
}

/** Columns of the lines of a handover. */
export function lineColumns(
  text: HandoverText,
  acts: LineActs,
  options: { canWrite: boolean; hasKinds: boolean },
): Column<HandoverLine>[] {
  const { lines } = text
  const columns: Column<HandoverLine>[] = [
    {
      key: 'state',
      title: lines.columns.state,
      widthPx: 104,
      render: (line) => {
        if (line.state === 'open' && line.isMarked) {
          return <Tag look={['danger', 'triangle']} word={lines.marked} />
        }
        const word =
          line.closedBy === undefined ? lines.states[line.state] : text.way[line.closedBy]
        return <Tag look={LOOKS[line.state]} word={word} />
      },
    },
    ...(options.hasKinds
      ? [
          {
            key: 'kind',
            title: lines.kind,
            widthPx: 88,
            render: ({ kind }: HandoverLine) => <span className="soft">{lines.kinds[kind]}</span>,
          },
        ]
      : []),
    {
      key: 'title',
      title: lines.columns.title,
      render: (line) => (
        <>
          {lineTitle(line, text)} <span className="faint">{line.subject}</span>
        </>
      ),
      titleOf: (line) => `${lineTitle(line, text)}\n${line.subject ?? ''}`,
    },
    {
      key: 'reasons',
      title: lines.columns.reasons,
      render: (line) => (
        <span className={line.isEarly || line.isSeenAgain ? 'line-early' : 'soft'}>
          {reasonWords(line, text)}
        </span>
      ),
      titleOf: (line) => reasonWords(line, text),
    },
  ]
  if (!options.canWrite) return columns
  return [
    ...columns,
    {
      key: 'act',
      title: lines.columns.act,
      widthPx: 168,
      render: (line) => (
        <span className="line-acts">
          {line.state !== 'closed' && line.isGone === undefined && (
            <Button size="small" onClick={() => acts.act(line)}>
              {lines.acts[line.kind]}
            </Button>
          )}
          {line.state === 'waived' ? (
            <Button size="small" type="text" onClick={() => acts.unwaive(line)}>
              {lines.unwaive}
            </Button>
          ) : (
            line.state === 'open' &&
            hasGuide(line) && (
              <Button
                size="small"
                type="text"
                aria-label={lines.guideFor(lineTitle(line, text))}
                onClick={() => acts.guide(line)}
              >
                {lines.guide}
              </Button>
            )
          )}
        </span>
      ),
    },
  ]
}

function hasGuide({ kind, isGone }: HandoverLine): boolean {
  return isGone === undefined && (kind === 'password' || kind === 'responsible')
}
