import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { CheckPlan } from '../../../shared/check-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { type PlanRow, planRows } from './plan-rows.ts'
import { CheckStandingTag } from './StandingTag.tsx'

type Props = { plan: CheckPlan; onBegin(serviceIds: string[]): void }

/** Which entities are due, worst first; a line begins the pass through its services. */
export function PlanList({ plan, onBegin }: Props) {
  const { checks } = useText()
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const [isDueOnly, setDueOnly] = useState(true)
  const [text, setText] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const rows = useMemo(() => planRows(plan, { isDueOnly, text }), [plan, isDueOnly, text])
  const columns = useMemo(
    () => planColumns(checks, canWrite ? onBegin : undefined),
    [checks, canWrite, onBegin],
  )

  if (plan.groups.length === 0) {
    const { title, text: what, act } = checks.noServices
    return (
      <EmptyState drawing="checks" title={title} text={what}>
        {canWrite && <Button onClick={() => showForm({ form: 'filing' })}>{act}</Button>}
      </EmptyState>
    )
  }
  const open = (id: string) => {
    const row = rows.find((one) => one.id === id)
    if (row !== undefined && canWrite) onBegin(row.serviceIds)
  }
  return (
    <>
      <div className="screen-tools">
        <SearchField label={checks.search} hint={checks.search} value={text} onChange={setText} />
        <Segmented<'due' | 'all'>
          size="small"
          aria-label={checks.columns.standing}
          value={isDueOnly ? 'due' : 'all'}
          onChange={(value) => setDueOnly(value === 'due')}
          options={[
            { value: 'due', label: checks.onlyDue },
            { value: 'all', label: checks.all },
          ]}
        />
      </div>
      <VirtualTable
        label={checks.plan}
        rows={rows}
        idOf={idOf}
        columns={columns}
        chosenId={chosenId}
        onChoose={setChosenId}
        onOpen={open}
        empty={
          <EmptyState drawing="calendar" title={checks.noneDue.title} text={checks.noneDue.text}>
            <Button onClick={() => setDueOnly(false)}>{checks.noneDue.act}</Button>
          </EmptyState>
        }
      />
    </>
  )
}

function idOf(row: PlanRow): string {
  return row.id
}

function planColumns(
  checks: Text['checks'],
  onBegin: ((serviceIds: string[]) => void) | undefined,
): Column<PlanRow>[] {
  const { columns } = checks
  return [
    {
      key: 'entity',
      title: columns.entity,
      render: (row) => row.entityName,
      titleOf: (row) => row.entityName,
    },
    {
      key: 'standing',
      title: columns.standing,
      widthPx: 124,
      render: (row) => <CheckStandingTag standing={row.standing} />,
    },
    {
      key: 'services',
      title: columns.services,
      widthPx: 90,
      render: (row) => checks.ofServices(row.serviceIds.length),
    },
    { key: 'last', title: columns.last, widthPx: 110, render: (row) => row.lastOn ?? '—' },
    { key: 'due', title: columns.due, widthPx: 110, render: (row) => row.dueOn ?? '—' },
    {
      key: 'tasks',
      title: columns.tasks,
      widthPx: 90,
      render: (row) => (row.openTaskCount === 0 ? '' : row.openTaskCount),
    },
    {
      key: 'act',
      title: '',
      widthPx: 104,
      render: (row) =>
        onBegin && (
          <Button
            size="small"
            aria-label={`${row.isBegun ? checks.goOn : checks.start} ${row.entityName}`}
            onClick={(event) => {
              event.stopPropagation()
              onBegin(row.serviceIds)
            }}
          >
            {row.isBegun ? checks.goOn : checks.start}
          </Button>
        ),
    },
  ]
}
