import { Button } from 'antd'
import type { ForeignResult } from '../../../shared/exchange.ts'
import { RemoveFileNote, WizardDone } from '../../components/wizard/WizardDone.tsx'
import { useText } from '../../i18n/text.ts'

type Props = { result: ForeignResult; isSealed: boolean; onClose(): void; onAgain(): void }

const COUNTS = ['created', 'updated', 'skipped', 'passwords', 'papers'] as const

/** What was taken over, and what the file held that could not be. */
export function ForeignDone({ result, isSealed, onClose, onAgain }: Props) {
  const { done } = useText().exchange
  const { filesLeft, withPrivateNotes } = result

  return (
    <WizardDone
      words={done}
      counts={COUNTS.map((key) => ({ word: done[key], count: result[key] }))}
      undoToken={result.undoToken}
      onClose={onClose}
      acts={
        <>
          <Button type="primary" autoFocus onClick={onClose}>
            {done.close}
          </Button>
          <Button onClick={onAgain}>{done.again}</Button>
        </>
      }
    >
      {withPrivateNotes > 0 && <p className="soft">{done.privateNotes(withPrivateNotes)}</p>}
      {filesLeft.length > 0 && (
        <div className="problem problem-due" role="note">
          <strong>{done.filesLeft}</strong>
          <ul>
            {filesLeft.map(({ title, name }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may come twice; the list never changes
              <li key={place}>
                {title}：{name}
              </li>
            ))}
          </ul>
        </div>
      )}
      <RemoveFileNote
        title={done.removeTitle(result.fileName)}
        text={isSealed ? done.removeSealed : done.removePlain}
      />
    </WizardDone>
  )
}
