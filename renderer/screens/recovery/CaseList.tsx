import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { CaseLine } from '../../../shared/case-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { caseColumns } from './case-columns.tsx'
import { useWords } from './use-words.ts'

const STATES = ['open', 'finished'] as const
type ListState = (typeof STATES)[number]

/** The cases that are open, worst clock first, and those that are finished. */
export function CaseList({ startState }: { startState: ListState }) {
  const text = useText()
  const { recovery } = text
  const go = useApp((state) => state.go)
  const pick = useWords()
  const [state, setState] = useState<ListState>(startState)
  const [query, setQuery] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const { value, problem } = useAnswer('cases.list', {
    state,
    ...(query.trim() !== '' && { query }),
  })
  const columns = useMemo(() => caseColumns(state, text, pick), [state, text, pick])

  return (
    <>
      <div className="screen-tools">
        <SearchField
          label={recovery.list.search}
          hint={recovery.list.searchHint}
          value={query}
          onChange={setQuery}
        />
        <Segmented<ListState>
          size="small"
          aria-label={recovery.list.state}
          value={state}
          onChange={setState}
          options={STATES.map((one) => ({ value: one, label: recovery.list.states[one] }))}
        />
        {value !== undefined && <span className="faint">{recovery.list.count(value.length)}</span>}
      </div>
      {problem && <Problem error={problem} />}
      <VirtualTable
        label={recovery.list.states[state]}
        rows={value ?? []}
        idOf={idOf}
        columns={columns}
        chosenId={chosenId}
        onChoose={setChosenId}
        onOpen={(recordId) => go('recovery', { recordId })}
        empty={value !== undefined && <NoCases state={state} isFiltered={query.trim() !== ''} />}
      />
    </>
  )
}

function idOf({ id }: CaseLine): string {
  return id
}

function NoCases({ state, isFiltered }: { state: ListState; isFiltered: boolean }) {
  const { recovery } = useText()
  const go = useApp((store) => store.go)
  const canWrite = useCanWrite()
  const { empty } = recovery
  if (isFiltered) return <EmptyState drawing="search" title={empty.none} text={empty.noneText} />
  if (state === 'finished') {
    return <EmptyState drawing="recovery" title={empty.finished} text={empty.finishedText} />
  }
  return (
    <EmptyState drawing="recovery" title={empty.title} text={empty.text}>
      {canWrite && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => go('recovery', { tab: 'start' })}
        >
          {recovery.start.button}
        </Button>
      )}
      <Button onClick={() => go('recovery', { tab: 'guides' })}>{empty.read}</Button>
    </EmptyState>
  )
}
