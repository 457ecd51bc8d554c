import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useCaseAct } from '../use-case-act.ts'
import { LogDialog, type LogEntry } from './LogDialog.tsx'
import { Panel } from './Panel.tsx'

/** 沟通记录: every call, mail and visit, latest first. */
export function LogPanel({ view }: { view: CaseView }) {
  const { recovery, common } = useText()
  const text = recovery.log
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const canWrite = useCanWrite() && view.line.isOpen
  const [editing, setEditing] = useState<LogEntry | 'new'>()
  const { id, data } = view.record
  const remove = (entryId: string) =>
    act(call('cases.removeLogEntry', { id, entryId }), text.saidRemoved)
  return (
    <Panel
      title={text.title}
      acts={
        canWrite && (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {text.add}
          </Button>
        )
      }
    >
      {data.log.length === 0 && <p className="faint">{text.none}</p>}
      <ul className="log">
        {data.log.toReversed().map((entry) => (
          <li key={entry.id}>
            <div>
              <b>{entry.withWhom}</b>
              <p className="faint">
                {[entry.on, entry.time, entry.channel, entry.reference].filter(Boolean).join(' · ')}
              </p>
              <p className="log-said">{entry.said}</p>
            </div>
            {canWrite && (
              <span>
                <Button
                  size="small"
                  type="text"
                  icon={<EditOutlined aria-hidden />}
                  aria-label={`${common.edit} ${entry.withWhom}`}
                  onClick={() => setEditing(entry)}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${common.remove} ${entry.withWhom}`}
                  onClick={() => void remove(entry.id)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {editing !== undefined && (
        <LogDialog
          caseId={id}
          people={view.people.map(({ name }) => name)}
          {...(editing !== 'new' && { entry: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Panel>
  )
}
