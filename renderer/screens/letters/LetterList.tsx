import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import {
  LETTER_STATES,
  type LetterLine,
  type LetterState,
} from '../../../shared/letters/filled-letter.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useIsNarrow } from '../../hooks/use-is-narrow.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { LetterStateTag } from './LetterStateTag.tsx'
import { PaperTabs } from './PaperTabs.tsx'
import { useLetterActs } from './use-letter-acts.ts'
import { useTrashLetters } from './use-trash-letters.ts'

/** What a narrow window has no room for; the letter itself tells it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['writtenOn', 'scan'])

/** Every letter: what it is, of whom, who is named, until when it holds. */
export function LetterList() {
  const text = useText()
  const { letters, frame, common } = text
  const acts = useLetterActs()
  const canWrite = useCanWrite()
  const trash = useTrashLetters()
  const filter = useApp((state) => state.target.filter)
  const { value: lines, problem } = useAnswer('letters.list')
  const [chosenId, setChosenId] = useState<string>()
  const [state, setState] = useState(filter ?? 'all')
  const isNarrow = useIsNarrow()
  const columns = useMemo(
    () => letterColumns(text).filter(({ key }) => !isNarrow || !LEFT_OUT.has(key)),
    [text, isNarrow],
  )
  const shown = lines?.filter((line) => state === 'all' || line.state === state) ?? []
  const choices = ['all', ...LETTER_STATES].map((value) => ({
    value,
    // `as`: all but the first are states.
    label: value === 'all' ? common.all : letters.state[value as LetterState],
  }))

  return (
    <>
      <ScreenHeader
        title={frame.screens.letters}
        {...(lines && { note: common.items(lines.length) })}
      >
        <PaperTabs />
        {canWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            title={letters.writeHint}
            onClick={() => acts.write()}
          >
            {letters.write}
          </Button>
        )}
      </ScreenHeader>
      {lines !== undefined && lines.length > 0 && (
        <div className="screen-tools">
          <Select
            aria-label={letters.filter}
            className="letters-filter"
            value={state}
            options={choices}
            onChange={setState}
          />
        </div>
      )}
      {problem && <Problem error={problem} />}
      <div className="ledger-area">
        <VirtualTable
          label={frame.screens.letters}
          rows={shown}
          idOf={idOf}
          columns={columns}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpen={acts.open}
          {...(canWrite && { onDelete: (ids: string[]) => void trash(ids) })}
          empty={lines && <NoLetters isFiltered={lines.length > 0} />}
        />
      </div>
    </>
  )
}

function NoLetters({ isFiltered }: { isFiltered: boolean }) {
  const { letters } = useText()
  if (isFiltered) {
    return (
      <EmptyState drawing="search" title={letters.emptyFiltered} text={letters.emptyFilteredText} />
    )
  }
  return <EmptyState drawing="paper" title={letters.empty} text={letters.emptyText} />
}

function idOf({ id }: LetterLine): string {
  return id
}

function letterColumns({ letters, documents }: Text): Column<LetterLine>[] {
  return [
    {
      key: 'name',
      title: letters.name,
      render: ({ title }) => title,
      titleOf: ({ title, kind }) => `${title}\n${letters.kind[kind]}`,
    },
    {
      key: 'entity',
      title: letters.entity,
      render: ({ entityName }) => <span className="soft">{entityName}</span>,
      titleOf: ({ entityName }) => entityName,
    },
    {
      key: 'people',
      title: letters.people,
      widthPx: 160,
      render: ({ people, hasLeft }) => (
        <>
          {people.join(documents.separator)}
          {hasLeft && <span className="letters-left">{letters.leftMark}</span>}
        </>
      ),
      titleOf: ({ people }) => people.join(documents.separator),
    },
    {
      key: 'writtenOn',
      title: letters.writtenOn,
      widthPx: 104,
      render: ({ writtenOn }) => writtenOn,
    },
    {
      key: 'validity',
      title: letters.validity,
      widthPx: 124,
      render: ({ validUntilOn }) =>
        validUntilOn !== undefined && <span className="soft">{letters.validTo(validUntilOn)}</span>,
    },
    {
      key: 'state',
      title: letters.stateColumn,
      widthPx: 96,
      render: ({ state }) => <LetterStateTag state={state} />,
    },
    {
      key: 'scan',
      title: letters.scan,
      widthPx: 76,
      render: ({ hasScan }) => hasScan && letters.hasScan,
    },
  ]
}
