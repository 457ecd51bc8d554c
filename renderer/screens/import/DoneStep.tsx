import { Button } from 'antd'
import { useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { ImportResult } from '../../../shared/import.ts'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { result: ImportResult; onClose(): void; onAgain(): void }

const COUNTS = ['created', 'updated', 'skipped', 'records', 'passwords'] as const

/** What was written, what to do with the spreadsheet, and the way back. */
export function DoneStep({ result, onClose, onAgain }: Props) {
  const { done } = useText().import
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const tell = useTell()
  const [isUndoing, setUndoing] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const { undoToken } = result

  const undo = async (token: number) => {
    setUndoing(true)
    try {
      await call('records.undo', { undoToken: token })
      tell.said(done.undone)
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setUndoing(false)
    }
  }
  const leaveTo = (screen: 'ledger' | 'reminders') => {
    onClose()
    go(screen)
  }

  return (
    <div className="import-done">
      <h2>{done.title}</h2>
      <dl className="import-counts">
        {COUNTS.map((key) => (
          <div key={key}>
            <dt>{done[key]}</dt>
            <dd>{result[key].toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {result.records === 0 && <p className="soft">{done.none}</p>}
      {problem && <Problem error={problem} />}
      <div className="problem problem-due" role="note">
        <strong>{done.removeTitle(result.fileName)}</strong>
        <p>{done.removeText}</p>
      </div>
      <p className="soft">
        <b>{done.next}</b>　{done.nextText}
        {result.providersToFill > 0 && ` ${done.providersToFill(result.providersToFill)}`}
      </p>
      {undoToken !== undefined && (
        <p className="soft">
          <b>{done.undoTitle}</b>　{done.undoText}
          <Button
            size="small"
            className="import-undo"
            loading={isUndoing && { delay: 200 }}
            onClick={() => void undo(undoToken)}
          >
            {done.undo}
          </Button>
        </p>
      )}
      <div className="import-done-acts">
        <Button type="primary" autoFocus onClick={() => leaveTo('ledger')}>
          {done.toLedger}
        </Button>
        <Button onClick={() => leaveTo('reminders')}>{done.toReminders}</Button>
        <Button onClick={onAgain}>{done.again}</Button>
      </div>
    </div>
  )
}
