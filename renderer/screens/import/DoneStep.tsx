import { Button } from 'antd'
import type { ImportResult } from '../../../shared/import.ts'
import { RemoveFileNote, WizardDone } from '../../components/wizard/WizardDone.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

type Props = { result: ImportResult; onClose(): void; onAgain(): void }

const COUNTS = ['created', 'updated', 'skipped', 'records', 'passwords'] as const

/** What an import wrote into 台账, and where to look at it. */
export function DoneStep({ result, onClose, onAgain }: Props) {
  const { done } = useText().import
  const go = useApp((state) => state.go)
  const leaveTo = (screen: 'ledger' | 'reminders') => {
    onClose()
    go(screen)
  }

  return (
    <WizardDone
      words={done}
      counts={COUNTS.map((key) => ({ word: done[key], count: result[key] }))}
      undoToken={result.undoToken}
      onClose={onClose}
      acts={
        <>
          <Button type="primary" autoFocus onClick={() => leaveTo('ledger')}>
            {done.toLedger}
          </Button>
          <Button onClick={() => leaveTo('reminders')}>{done.toReminders}</Button>
          <Button onClick={onAgain}>{done.again}</Button>
        </>
      }
    >
      {result.records === 0 && <p className="soft">{done.none}</p>}
      <RemoveFileNote title={done.removeTitle(result.fileName)} text={done.removeText} />
      <p className="soft">
        <b>{done.next}</b>　{done.nextText}
        {result.providersToFill > 0 && ` ${done.providersToFill(result.providersToFill)}`}
      </p>
    </WizardDone>
  )
}
