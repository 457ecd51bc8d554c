import { Button, Segmented } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import {
  type HandoverLine,
  type HandoverStep,
  type HandoverView,
  LINE_STATES,
  type LineRank,
  type LineState,
} from '../../../shared/handover-view.ts'
import type { HandoverLineKind } from '../../../shared/records/handover.ts'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { ReasonDialog } from '../../forms/ReasonDialog.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { LinesHead } from './LinesHead.tsx'
import { lineColumns, lineTitle } from './line-columns.tsx'
import { useLineActs } from './use-line-acts.ts'

type Props = {
  view: HandoverView
  /** Passwords, or everything else. */
  part: 'prepare' | 'rotate'
  onGo(step: HandoverStep): void
}

type Shown = LineState | 'all'
type Rank = `${LineRank}`

/** 筹备 and 轮换: what has to be done, thousands of lines if need be, each with the button that closes it. */
export function LinesStep({ view, part, onGo }: Props) {
  const { handover } = useText()
  const text = handover.lines
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const { id, data } = view.record
  const isClosed = data.closedOn !== undefined
  const { value: all, problem } = useAnswer('handover.lines', { id })
  const acts = useLineActs(id)
  const [query, setQuery] = useState('')
  const [state, setState] = useState<Shown>('open')
  const [rank, setRank] = useState<Rank>()
  const [kind, setKind] = useState<HandoverLineKind>()
  const [chosen, setChosen] = useState<string>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [waived, setWaived] = useState<string[]>()
  const asked = useDeferredValue(query.trim().toLowerCase())
  const isRotation = part === 'rotate'
  const ofPart = useMemo(
    () => (all ?? []).filter((line) => (line.kind === 'password') === isRotation),
    [all, isRotation],
  )
  const rows = useMemo(
    () =>
      ofPart.filter(
        (line) =>
          (state === 'all' || line.state === state) &&
          (rank === undefined || `${line.rank}` === rank) &&
          (kind === undefined || line.kind === kind) &&
          (asked === '' ||
            `${lineTitle(line, handover)} ${line.subject ?? ''}`.toLowerCase().includes(asked)),
      ),
    [ofPart, state, rank, kind, asked, handover],
  )
  const columns = useMemo(
    () =>
      lineColumns(handover, acts, {
        canWrite: canWrite && !isClosed,
        hasKinds: !isRotation,
      }),
    [handover, acts, canWrite, isClosed, isRotation],
  )
  const shownTicked = useMemo(
    () =>
      rows.filter(({ key, state: of }) => ticked.has(key) && of === 'open').map(({ key }) => key),
    [rows, ticked],
  )
  const mark = (keys?: string[]) => {
    call('handover.markPasswords', { id, ...(keys && { keys }) }).then(({ count, undoToken }) => {
      if (undoToken === undefined) tell.said(handover.rotate.markedNone)
      else tell.undoable(handover.rotate.marked(count), undoToken)
    }, tell.failed)
  }
  const kinds = Object.fromEntries(
    [...new Set(ofPart.map((line) => line.kind))].map((one) => [one, text.kinds[one]]),
  )
  const words = isRotation ? handover.rotate : handover.prepare

  return (
    <>
      <LinesHead
        view={view}
        part={part}
        onGo={onGo}
        {...(isRotation && { unmarked: ofPart.filter(isUnmarked).length, onMark: () => mark() })}
      />
      {problem && <Problem error={problem} />}
      <div className="screen-tools handover-tools">
        <SearchField label={text.search} hint={text.search} value={query} onChange={setQuery} />
        <Segmented<Shown>
          size="small"
          aria-label={text.state}
          value={state}
          onChange={setState}
          options={[
            ...LINE_STATES.map((one) => ({ value: one, label: text.states[one] })),
            { value: 'all', label: text.all },
          ]}
        />
        {isRotation ? (
          <FilterSelect<Rank>
            label={text.rank}
            value={rank}
            words={text.ranks}
            onChange={setRank}
          />
        ) : (
          <FilterSelect<HandoverLineKind>
            label={text.kind}
            value={kind}
            words={kinds}
            onChange={setKind}
          />
        )}
        {all !== undefined && (
          <span className="faint">{text.count(rows.length, ofPart.length)}</span>
        )}
        {shownTicked.length > 0 && !isClosed && (
          <span className="list-ticked">
            {isRotation && (
              <Button size="small" onClick={() => mark(shownTicked)}>
                {handover.rotate.markTicked(shownTicked.length)}
              </Button>
            )}
            <Button size="small" onClick={() => setWaived(shownTicked)}>
              {text.waiveTicked(shownTicked.length)}
            </Button>
            <button type="button" className="button-link" onClick={() => setTicked(new Set())}>
              {text.untick}
            </button>
          </span>
        )}
      </div>
      <VirtualTable
        label={words.table}
        rows={rows}
        idOf={keyOf}
        columns={columns}
        chosenId={chosen}
        onChoose={setChosen}
        onOpen={(key) => {
          const line = rows.find((one) => one.key === key)
          if (line !== undefined && line.state !== 'closed' && canWrite && !isClosed) acts.act(line)
        }}
        {...(canWrite &&
          !isClosed && {
            ticked,
            onTick: setTicked,
            tickLabel: text.columns.title,
            canTick: isOpen,
          })}
        empty={
          all !== undefined && (
            <p className="lines-none faint">{ofPart.length === 0 ? words.none : text.nothing}</p>
          )
        }
      />
      {waived && (
        <ReasonDialog
          title={text.waiveTitle}
          okText={text.waive}
          label={handover.reason}
          hint={text.waiveHint}
          change={(reason) => call('handover.waive', { id, keys: waived, reason })}
          said={text.waived}
          onClose={() => {
            setWaived(undefined)
            setTicked(new Set())
          }}
        >
          <p>{text.waiveText}</p>
        </ReasonDialog>
      )}
    </>
  )
}

function keyOf({ key }: HandoverLine): string {
  return key
}

function isUnmarked({ state, isMarked, isGone }: HandoverLine): boolean {
  return state === 'open' && isMarked === undefined && isGone === undefined
}

function isOpen({ state }: HandoverLine): boolean {
  return state === 'open'
}
