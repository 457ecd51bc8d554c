import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { PassView } from './PassView.tsx'
import { PlanList } from './PlanList.tsx'
import { TaskList } from './TaskList.tsx'
import '../contacts/contacts.css'
import './checks.css'

type Tab = 'plan' | 'tasks'

/** 季度核查: the plan, a pass through the list, and the tasks that came of it. */
export function ChecksScreen() {
  const { checks, frame } = useText()
  const target = useApp((state) => state.target)
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const tell = useTell()
  const [tab, setTab] = useState<Tab>(target.tab === 'tasks' ? 'tasks' : 'plan')
  const [checkIds, setCheckIds] = useState<string[]>()
  const { value: plan, problem } = useAnswer('checks.plan')

  useEffect(() => {
    if (target.tab === 'tasks' || target.tab === 'plan') {
      setTab(target.tab)
      setCheckIds(undefined)
    }
  }, [target])

  const begin = (serviceIds: string[]) => {
    call('checks.begin', { serviceIds })
      .then(({ pass }) => setCheckIds(pass.services.map(({ checkId }) => checkId)))
      .catch(tell.failed)
  }

  if (checkIds !== undefined) {
    return <PassView key={checkIds.join()} ids={checkIds} onClose={() => setCheckIds(undefined)} />
  }
  const due = plan === undefined ? 0 : plan.counts.overdue + plan.counts.never + plan.counts.due
  return (
    <>
      <ScreenHeader
        title={frame.screens.checks}
        note={plan === undefined ? undefined : checks.planNote(due)}
      >
        <Button onClick={() => go('reminders')}>{checks.toReminders}</Button>
        <Segmented<Tab>
          aria-label={frame.screens.checks}
          value={tab}
          onChange={setTab}
          options={[
            { value: 'plan', label: checks.tabs.plan },
            {
              value: 'tasks',
              label: plan?.openTaskCount
                ? `${checks.tabs.tasks} ${plan.openTaskCount}`
                : checks.tabs.tasks,
            },
          ]}
        />
      </ScreenHeader>
      {problem !== undefined && <Problem error={problem} />}
      {tab === 'tasks' && <TaskList startId={target.recordId} />}
      {tab === 'plan' && plan !== undefined && <PlanList plan={plan} onBegin={begin} />}
    </>
  )
}
