import { Button } from 'antd'
import type { ForeignResult } from '../../../shared/exchange.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { result: ForeignResult; isSealed: boolean; onClose(): void; onAgain(): void }

const COUNTS = ['created', 'updated', 'skipped', 'passwords', 'papers'] as const

/** What was written, what to do with the file, and the way back. */
export function ForeignDone({ result, isSealed, onClose, onAgain }: Props) {
  const { done } = useText().exchange
  const call = useApp((state) => state.call)
  const tell = useTell()
  const work = useWork()
  const { undoToken, filesLeft, withPrivateNotes } = result

  const undo = async (token: number) => {
    const isUndone = await work.run(async () => {
      await call('records.undo', { undoToken: token })
      return true
    })
    if (!isUndone) return
    tell.said(done.undone)
    onClose()
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
      {work.problem && <Problem error={work.problem} />}
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
      <div className="problem problem-due" role="note">
        <strong>{done.removeTitle(result.fileName)}</strong>
        <p>{isSealed ? done.removeSealed : done.removePlain}</p>
      </div>
      {undoToken !== undefined && (
        <p className="soft">
          <b>{done.undoTitle}</b>　{done.undoText}
          <Button
            size="small"
            className="import-undo"
            loading={work.isWorking && { delay: 200 }}
            onClick={() => void undo(undoToken)}
          >
            {done.undo}
          </Button>
        </p>
      )}
      <div className="import-done-acts">
        <Button type="primary" autoFocus onClick={onClose}>
          {done.close}
        </Button>
        <Button onClick={onAgain}>{done.again}</Button>
      </div>
    </div>
  )
}
