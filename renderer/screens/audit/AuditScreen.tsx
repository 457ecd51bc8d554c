import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { AuditLine } from '../../../shared/views.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { openRecord } from '../../frame/open-record.ts'
import { auditActionWords } from '../../i18n/audit-words.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp, useAppStore } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { type AuditFilter, detailWords, groupOf, shownLines } from './audit-lines.ts'
import { useAuditLines } from './use-audit-lines.ts'
import './audit.css'

/** Lines looked through without being asked again while a filter hides them. */
const SEARCH_LINES = 4_000

/** 审计: who did what and when, newest first, and whether the trail is whole. */
export function AuditScreen() {
  const text = useText()
  const { audit, frame } = text
  const language = useApp((state) => state.preferences.language)
  const { lines, isComplete, problem, loadEarlier } = useAuditLines()
  const [filter, setFilter] = useState<AuditFilter>({ text: '' })
  const [searchLimit, setSearchLimit] = useState(SEARCH_LINES)
  const [chosenId, setChosenId] = useState<string>()
  const open = useOpenLine()

  const columns = useMemo(() => auditColumns(text, language), [text, language])
  const shown = useMemo(() => shownLines(lines ?? [], filter, text), [lines, filter, text])
  const isFiltered = filter.group !== undefined || filter.text.trim() !== ''
  const loadedCount = lines?.length ?? 0
  const isSearchPaused = isFiltered && !isComplete && loadedCount >= searchLimit

  const change = (next: AuditFilter) => {
    setFilter(next)
    setSearchLimit(Math.max(SEARCH_LINES, loadedCount))
  }

  return (
    <>
      <ScreenHeader title={frame.screens.audit} note={audit.note}>
        <Verify />
      </ScreenHeader>
      <div className="screen-tools">
        <SearchField
          label={audit.search}
          hint={audit.searchHint}
          value={filter.text}
          onChange={(query) => change({ ...filter, text: query })}
        />
        <FilterSelect
          label={audit.filterGroup}
          value={filter.group}
          words={audit.group}
          onChange={(group) =>
            change(group === undefined ? { text: filter.text } : { ...filter, group })
          }
        />
        {isFiltered && (
          <button type="button" className="button-link" onClick={() => change({ text: '' })}>
            {audit.clear}
          </button>
        )}
        {isSearchPaused && (
          <button
            type="button"
            className="button-link"
            onClick={() => {
              setSearchLimit(loadedCount + SEARCH_LINES)
              loadEarlier()
            }}
          >
            {audit.searchMore(loadedCount)}
          </button>
        )}
      </div>
      {problem && <Problem error={problem} />}
      <VirtualTable
        key={`${filter.group ?? ''} ${filter.text}`}
        label={audit.label}
        rows={shown}
        idOf={idOf}
        columns={columns}
        chosenId={chosenId}
        onChoose={setChosenId}
        onOpen={(id) => open(shown.find((line) => idOf(line) === id))}
        // More lines loaded may all be hidden by the filter: the count makes it ask again.
        endKey={loadedCount}
        {...(!isSearchPaused && { onEnd: loadEarlier })}
        empty={
          lines !== undefined &&
          isComplete && (
            <EmptyState
              drawing="search"
              title={isFiltered ? audit.none : audit.empty}
              text={isFiltered ? audit.noneText : audit.emptyText}
            />
          )
        }
      />
    </>
  )
}

/** A moment to the second as the clock in Shanghai shows it, in the order of day and month of the language. */
const CLOCK = {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
} as const

function idOf({ sequence }: AuditLine): string {
  return `audit-${sequence}`
}

function auditColumns(text: Text, language: string): Column<AuditLine>[] {
  const { audit, auditActions } = text
  const clock = new Intl.DateTimeFormat(language, CLOCK)
  return [
    {
      key: 'at',
      title: audit.columns.at,
      widthPx: 168,
      render: ({ at }) => clock.format(at),
    },
    {
      key: 'action',
      title: audit.columns.action,
      widthPx: 158,
      render: ({ action }) => {
        const words = auditActionWords(auditActions, action)
        return (
          <span className={`audit-action audit-action-${groupOf(action)}`} title={words}>
            {words}
          </span>
        )
      },
    },
    {
      key: 'title',
      title: audit.columns.title,
      render: ({ title, recordId }) => {
        if (title !== undefined) return <span title={title}>{title}</span>
        return recordId !== undefined && <span className="faint">{audit.goneRecord}</span>
      },
    },
    {
      key: 'details',
      title: audit.columns.details,
      render: ({ facts }) => {
        const words = detailWords(facts, text)
        return (
          <span className="soft" title={words}>
            {words}
          </span>
        )
      },
    },
    {
      key: 'who',
      title: audit.columns.who,
      widthPx: 110,
      render: ({ custodianName }) =>
        custodianName === '' ? (
          <span className="faint">{audit.formerCustodian}</span>
        ) : (
          <span title={custodianName}>{custodianName}</span>
        ),
    },
  ]
}

/** Goes to the record of a line, where it still exists. */
function useOpenLine() {
  const store = useAppStore()
  const tell = useTell()
  return (line: AuditLine | undefined) => {
    if (line?.recordId === undefined || line.title === undefined) return
    const { call } = store.getState()
    call('records.read', { id: line.recordId }).then((record) => {
      const rowId =
        record.kind === 'domain'
          ? record.data.serviceId
          : record.kind === 'entity' || record.kind === 'service'
            ? record.id
            : undefined
      openRecord(store.getState(), {
        id: record.id,
        kind: record.kind,
        ...(rowId !== undefined && { rowId }),
      })
    }, tell.failed)
  }
}

/** Recomputes the whole chain and says whether it holds. */
function Verify() {
  const { audit } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [isVerifying, setVerifying] = useState(false)
  const [result, setResult] = useState<CallOutput<'audit.verify'>>()

  const verify = async () => {
    setVerifying(true)
    setResult(undefined)
    try {
      setResult(await call('audit.verify'))
    } catch (error) {
      tell.failed(error)
    } finally {
      setVerifying(false)
    }
  }
  return (
    <>
      {result?.isIntact === true && (
        <span role="status" className="audit-intact">
          {audit.intact(result.entries)}
        </span>
      )}
      {result?.isIntact === false && (
        <span role="alert" className="audit-broken" title={audit.brokenText}>
          {audit.broken}
        </span>
      )}
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={isVerifying && { delay: 200 }}
        onClick={() => void verify()}
      >
        {isVerifying ? audit.verifying : audit.verify}
      </Button>
    </>
  )
}
