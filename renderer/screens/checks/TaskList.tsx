import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Modal, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { TaskLine } from '../../../shared/check-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type State = 'open' | 'done'

/** 任务: what checks, cases and people left to be done, by day. */
export function TaskList({ startId }: { startId: string | undefined }) {
  const text = useText()
  const { checks } = text
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const [state, setState] = useState<State>('open')
  const [chosenId, setChosenId] = useState(startId)
  const [finishing, setFinishing] = useState<TaskLine>()
  const { value: tasks, problem } = useAnswer('tasks.list', { state })
  const columns = useMemo(
    () => taskColumns(text, canWrite && state === 'open' ? setFinishing : undefined),
    [text, canWrite, state],
  )
  if (problem !== undefined) return <Problem error={problem} />
  const empty = state === 'open' ? checks.task.empty : checks.task.noneDone
  return (
    <>
      <div className="screen-tools">
        <Segmented<State>
          size="small"
          aria-label={checks.tasks}
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: checks.task.open },
            { value: 'done', label: checks.task.done },
          ]}
        />
        {canWrite && (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => showForm({ form: 'record', kind: 'task' })}
          >
            {checks.task.create}
          </Button>
        )}
      </div>
      {tasks !== undefined && (
        <VirtualTable
          label={checks.task.list}
          rows={tasks}
          idOf={idOf}
          columns={columns}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpen={(id) => canWrite && showForm({ form: 'record', kind: 'task', id })}
          empty={<EmptyState drawing="checks" title={empty.title} text={empty.text} />}
        />
      )}
      {finishing && <FinishDialog task={finishing} onClose={() => setFinishing(undefined)} />}
    </>
  )
}

function FinishDialog({ task, onClose }: { task: TaskLine; onClose(): void }) {
  const { checks } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [result, setResult] = useState('')
  const finish = () => {
    call('tasks.finish', { id: task.id, ...(result.trim() !== '' && { result: result.trim() }) })
      .then(({ undoToken }) => {
        tell.undoable(checks.task.finished, undoToken)
        onClose()
      })
      .catch(tell.failed)
  }
  return (
    <Modal
      open
      title={checks.task.finishTitle}
      okText={checks.task.finish}
      onOk={finish}
      onCancel={onClose}
    >
      <p>{task.data.title}</p>
      <Input.TextArea
        rows={3}
        aria-label={checks.task.result}
        placeholder={checks.task.resultHint}
        value={result}
        maxLength={2000}
        onChange={(event) => setResult(event.target.value)}
      />
    </Modal>
  )
}

function idOf(task: TaskLine): string {
  return task.id
}

function taskColumns(
  { checks, common }: Text,
  onFinish: ((task: TaskLine) => void) | undefined,
): Column<TaskLine>[] {
  const { columns, finish, noDay } = checks.task
  return [
    {
      key: 'title',
      title: columns.title,
      render: ({ data }) => data.title,
      titleOf: ({ data }) => data.title,
    },
    {
      key: 'subject',
      title: columns.subject,
      widthPx: 200,
      render: ({ subject }) => subject ?? '',
      titleOf: ({ subject }) => subject,
    },
    { key: 'person', title: columns.person, widthPx: 90, render: ({ data }) => data.person ?? '' },
    {
      key: 'due',
      title: columns.due,
      widthPx: 190,
      render: (task) =>
        task.data.doneOn !== undefined ? (
          task.data.doneOn
        ) : (
          <span className="task-due">
            {task.daysLeft === undefined ? (
              noDay
            ) : (
              <Tag look={lookOf(task)} word={common.daysLeft(task.daysLeft)} />
            )}
            <span className="faint">{task.data.dueOn}</span>
          </span>
        ),
    },
    {
      key: 'act',
      title: '',
      widthPx: 92,
      render: (task) =>
        onFinish && (
          <Button
            size="small"
            aria-label={`${finish} ${task.data.title}`}
            onClick={(event) => {
              event.stopPropagation()
              onFinish(task)
            }}
          >
            {finish}
          </Button>
        ),
    },
  ]
}

function lookOf({ data, daysLeft = 0 }: TaskLine): TagLook {
  if (data.isDanger === true || daysLeft < 0) return ['danger', 'triangle']
  return daysLeft <= 7 ? ['due', 'half'] : ['quiet', 'ring']
}
