import { useDeferredValue, useMemo, useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { AuditLine } from '../../../shared/views.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useText } from '../../i18n/text.ts'
import type { AuditText } from '../../i18n/zh/audit.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { auditColumns } from './audit-columns.tsx'
import { askedFilter, filterOf, isFiltered, type TrailFilter } from './audit-filter.ts'
import { EntryDetails } from './EntryDetails.tsx'
import { TrailFilters } from './TrailFilters.tsx'
import { useAuditLines } from './use-audit-lines.ts'

/** 记录: who did what and when, newest first. */
export function TrailView() {
  const text = useText()
  const { audit, auditActions } = text
  const language = useApp((state) => state.preferences.language)
  const target = useApp((state) => state.target)
  const [filter, setFilter] = useState<TrailFilter>(() => filterOf(target))
  const [chosenId, setChosenId] = useState<string>()
  const [openId, setOpenId] = useState<string>()
  // Typing goes on while the answer to the words before is under way.
  const settled = useDeferredValue(filter)
  const asked = useMemo(
    () => askedFilter(settled, auditActions, dayOf(Date.now())),
    [settled, auditActions],
  )
  const { lines, total, problem, loadEarlier } = useAuditLines(asked)
  const columns = useMemo(() => auditColumns(text, language), [text, language])
  const opened = lines?.find((line) => idOf(line) === openId)
  const change = (next: TrailFilter) => {
    setFilter(next)
    setOpenId(undefined)
    setChosenId(undefined)
  }

  return (
    <>
      <TrailFilters
        filter={filter}
        count={lines === undefined ? undefined : total}
        onChange={change}
      />
      {problem && <Problem error={problem} />}
      <div className="list-and-details">
        <VirtualTable
          key={JSON.stringify(asked)}
          label={audit.label}
          rows={lines ?? NO_LINES}
          idOf={idOf}
          columns={columns}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpen={setOpenId}
          endKey={lines?.length ?? 0}
          onEnd={loadEarlier}
          empty={
            lines !== undefined && <EmptyState drawing="search" {...emptyWords(filter, audit)} />
          }
        />
        {opened && (
          <EntryDetails
            key={opened.sequence}
            line={opened}
            onClose={() => setOpenId(undefined)}
            onAbout={(aboutId) => change({ text: '', aboutId })}
          />
        )}
      </div>
    </>
  )
}

function emptyWords(filter: TrailFilter, audit: AuditText): { title: string; text: string } {
  if (!isFiltered(filter)) return { title: audit.empty, text: audit.emptyText }
  const isAskedWhoSaw = filter.aboutId !== undefined && filter.group === 'secret'
  if (isAskedWhoSaw) return { title: audit.nobodySaw, text: audit.nobodySawText }
  return { title: audit.none, text: audit.noneText }
}

const NO_LINES: readonly AuditLine[] = []

function idOf({ sequence }: AuditLine): string {
  return `audit-${sequence}`
}
