import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { MergeResult } from '../../../shared/merge-view.ts'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import type { Choices, countOutcomes } from './choices.ts'

type Props = {
  counts: ReturnType<typeof countOutcomes>
  choices: Choices
  onClose(): void
  /** The vault is another than the one that was compared. */
  onStale(): void
  onDone(): void
}

/** Says what will be written, writes it with progress, and tells what came of it. */
export function MergeDialog({ counts, choices, onClose, onStale, onDone }: Props) {
  const { merge, common } = useText()
  const { dialog } = merge
  const call = useApp((state) => state.call)
  const withSecondPerson = useSecondPerson()
  const tell = useTell()
  const progress = useProgress('merge')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const [result, setResult] = useState<MergeResult>()

  const commit = async () => {
    setWorking(true)
    setProblem(undefined)
    try {
      setResult(
        await withSecondPerson(() => call('merge.commit', { choices: [...choices.values()] })),
      )
    } catch (error) {
      const failed = problemOf(error)
      if (failed.code === 'cancelled') {
        tell.said(dialog.cancelled)
        onClose()
        return
      }
      setProblem(failed)
      onStale()
    } finally {
      setWorking(false)
    }
  }

  if (result !== undefined) return <MergeDone result={result} onDone={onDone} />
  return (
    <Modal
      open
      width={480}
      title={dialog.title}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        isWorking ? (
          <Button onClick={() => void call('merge.cancel').catch(tell.failed)}>
            {dialog.cancel}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="primary" onClick={() => void commit()}>
              {dialog.merge}
            </Button>
          </>
        )
      }
    >
      <p className="soft">{dialog.text}</p>
      <ul className="merge-counts">
        <li>{dialog.taken(counts.there + counts.mixed)}</li>
        <li>{dialog.trashed(counts.trash)}</li>
        <li>{dialog.kept(counts.here + counts.gone)}</li>
      </ul>
      {isWorking && (
        <p role="status">
          {progress === undefined ? dialog.merging : dialog.progress(progress.percent)}
        </p>
      )}
      {problem && <Problem error={problem} />}
    </Modal>
  )
}

function MergeDone({ result, onDone }: { result: MergeResult; onDone(): void }) {
  const { done } = useText().merge
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [renamed, setRenamed] = useState<string>()
  const rename = () => {
    call('merge.renameCopy').then(({ fileName }) => setRenamed(fileName), tell.failed)
  }
  return (
    <Modal
      open
      width={480}
      title={done.title}
      mask={{ closable: false }}
      onCancel={onDone}
      footer={
        <>
          {renamed === undefined && <Button onClick={rename}>{done.rename}</Button>}
          <Button type="primary" onClick={onDone}>
            {done.finish}
          </Button>
        </>
      }
    >
      <p>{done.text(result.takenCount, result.trashedCount, result.keptCount)}</p>
      {result.neededCount > 0 && <p>{done.needed(result.neededCount)}</p>}
      <p className="soft merge-file">{done.backup(result.backupName)}</p>
      <p className="soft merge-file">{renamed === undefined ? done.copy : done.renamed(renamed)}</p>
    </Modal>
  )
}
