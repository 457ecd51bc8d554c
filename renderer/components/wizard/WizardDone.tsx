import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWork } from '../../hooks/use-work.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Words = { title: string; undoTitle: string; undoText: string; undo: string; undone: string }

type Props = {
  words: Words
  /** What was counted, each with its word. */
  counts: readonly { word: string; count: number }[]
  /** Absent: there is nothing to take back. */
  undoToken: number | undefined
  /** Buttons that lead on; the first is the usual one. */
  acts: ReactNode
  onClose(): void
  /** What is left for the person to know or do. */
  children: ReactNode
}

/** What was written, what to do with the file, and the way back. */
export function WizardDone({ words, counts, undoToken, acts, onClose, children }: Props) {
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { isWorking, problem, run } = useWork()

  const undo = async (token: number) => {
    const isUndone = await run(async () => {
      await call('records.undo', { undoToken: token })
      return true
    })
    if (!isUndone) return
    tell.said(words.undone)
    onClose()
  }

  return (
    <div className="wizard-done">
      <h2>{words.title}</h2>
      <dl className="wizard-counts">
        {counts.map(({ word, count }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {problem && <Problem error={problem} />}
      {children}
      {undoToken !== undefined && (
        <p className="soft">
          <b>{words.undoTitle}</b>　{words.undoText}
          <Button
            size="small"
            className="wizard-undo"
            loading={isWorking && { delay: 200 }}
            onClick={() => void undo(undoToken)}
          >
            {words.undo}
          </Button>
        </p>
      )}
      <div className="wizard-done-acts">{acts}</div>
    </div>
  )
}

/** The file still lies where it was, with passwords in it. */
export function RemoveFileNote({ title, text }: { title: string; text: string }) {
  return (
    <div className="problem problem-due" role="note">
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  )
}
