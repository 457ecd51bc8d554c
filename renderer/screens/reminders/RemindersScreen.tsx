import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { Reminder, ReminderKind, ReminderUrgency } from '../../../shared/reminder.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { moveByArrows } from './line-keys.ts'
import { ReminderLine } from './ReminderLine.tsx'
import { countKinds, groupReminders, type ReminderFilter } from './reminder-groups.ts'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import { type ReminderActs, useReminderActs } from './use-act.ts'
import './reminders.css'

const GROUPS: readonly ReminderUrgency[] = ['danger', 'due', 'soon']
/** Lines of a group shown at first, and added by each press. */
const STEP_LINES = 60

/** 提醒: all that is due, worst first, each with the button that settles it. */
export function RemindersScreen() {
  const { reminders: text, checks, common, frame } = useText()
  const go = useApp((state) => state.go)
  const target = useApp((state) => state.target)
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const acts = useReminderActs()
  const { value, problem } = useAnswer('reminders.list')
  const [filter, setFilter] = useState<ReminderFilter>(() => startFilter(target.filter, common))
  const [snoozing, setSnoozing] = useState<Reminder>()

  const groups = useMemo(() => groupReminders(value ?? [], filter), [value, filter])
  const kindWords = useMemo(
    () => kindsWithCounts(countKinds(value ?? []), common.reminderKind),
    [value, common],
  )
  const shownCount = groups.danger.length + groups.due.length + groups.soon.length
  const hasAny = value !== undefined && value.length > 0
  const isFiltered = filter.kind !== undefined || filter.text.trim() !== ''

  const unsnooze = useCallback(
    ({ id }: Reminder) => {
      call('reminders.unsnooze', { id }).then(
        ({ undoToken }) => tell.undoable(text.unsnoozed, undoToken),
        tell.failed,
      )
    },
    [call, tell, text],
  )

  return (
    <>
      <ScreenHeader
        title={frame.screens.reminders}
        note={value !== undefined && text.count(shownCount)}
      >
        <Button onClick={() => go('checks', { tab: 'tasks' })}>{checks.tasks}</Button>
        <Button onClick={() => go('checks', { tab: 'plan' })}>{frame.screens.checks}</Button>
      </ScreenHeader>
      {hasAny && (
        <div className="screen-tools">
          <SearchField
            label={text.search}
            hint={text.searchHint}
            value={filter.text}
            onChange={(query) => setFilter({ ...filter, text: query })}
          />
          <FilterSelect
            label={text.filterKind}
            value={filter.kind}
            words={kindWords}
            onChange={(kind) =>
              setFilter(kind === undefined ? { text: filter.text } : { ...filter, kind })
            }
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between buttons inside */}
      <div className="screen-scroll" onKeyDown={moveByArrows}>
        {problem && <Problem error={problem} />}
        {GROUPS.map((urgency) => (
          <Group
            key={urgency}
            name={urgency}
            title={text.group[urgency]}
            note={text.groupNote[urgency]}
            reminders={groups[urgency]}
            acts={acts}
            canWrite={canWrite}
            onSnooze={setSnoozing}
            onUnsnooze={unsnooze}
          />
        ))}
        <Group
          name="snoozed"
          title={text.snoozedGroup}
          note={text.snoozedNote}
          reminders={groups.snoozed}
          acts={acts}
          canWrite={canWrite}
          onSnooze={setSnoozing}
          onUnsnooze={unsnooze}
        />
        {value !== undefined && shownCount === 0 && groups.snoozed.length === 0 && isFiltered && (
          <EmptyState drawing="search" title={text.empty.none} text={text.empty.noneText}>
            <Button onClick={() => setFilter({ text: '' })}>{text.empty.clear}</Button>
          </EmptyState>
        )}
        {value !== undefined && shownCount === 0 && !isFiltered && <NothingToDo />}
      </div>
      {snoozing && (
        <SnoozeDialog
          key={snoozing.id}
          reminder={snoozing}
          onClose={() => setSnoozing(undefined)}
        />
      )}
    </>
  )
}

/** Calm words only where there is something to be calm about. */
function NothingToDo() {
  const { empty } = useText().reminders
  const isLedgerEmpty = useApp((state) => state.isLedgerLoaded && state.rows.size === 0)
  const go = useApp((state) => state.go)
  const [title, text, act] = isLedgerEmpty
    ? [empty.nothingYet, empty.nothingYetText, empty.begin]
    : [empty.title, empty.text, empty.look]
  return (
    <EmptyState drawing="calendar" title={title} text={text}>
      <Button onClick={() => go('overview')}>{act}</Button>
    </EmptyState>
  )
}

type GroupProps = {
  name: ReminderUrgency | 'snoozed'
  title: string
  note: string
  reminders: readonly Reminder[]
  acts: ReminderActs
  canWrite: boolean
  onSnooze(reminder: Reminder): void
  onUnsnooze(reminder: Reminder): void
}

function Group({ name, title, note, reminders, ...line }: GroupProps) {
  const { reminders: text } = useText()
  const [count, setCount] = useState(STEP_LINES)
  if (reminders.length === 0) return null
  const left = reminders.length - count
  return (
    <section className={`reminder-group reminder-group-${name}`} aria-label={title}>
      <h2>
        {title}
        <span className="reminder-count">{reminders.length}</span>
        <span className="faint">{note}</span>
      </h2>
      <ul>
        {reminders.slice(0, count).map((reminder) => (
          <ReminderLine key={reminder.id} reminder={reminder} {...line} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="button-link" onClick={() => setCount(count + STEP_LINES)}>
          {text.more(Math.min(left, STEP_LINES))}
        </button>
      )}
    </section>
  )
}

/** A filter that another screen asked for, if it is the name of a kind. */
function startFilter(
  wanted: string | undefined,
  { reminderKind }: { reminderKind: Readonly<Record<ReminderKind, string>> },
): ReminderFilter {
  const isKind = (name: string): name is ReminderKind => name in reminderKind
  return wanted !== undefined && isKind(wanted) ? { kind: wanted, text: '' } : { text: '' }
}

/** The kinds that occur, each with how many there are. */
function kindsWithCounts(
  counts: ReadonlyMap<ReminderKind, number>,
  words: Readonly<Record<ReminderKind, string>>,
): Partial<Record<ReminderKind, string>> {
  return Object.fromEntries([...counts].map(([kind, count]) => [kind, `${words[kind]} ${count}`]))
}
