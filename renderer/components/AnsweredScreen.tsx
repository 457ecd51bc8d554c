import type { ReactNode } from 'react'
import type { Answer } from '../hooks/use-answer.ts'
import { useText } from '../i18n/text.ts'
import { Problem } from '../start/Problem.tsx'

type Props<T> = { answer: Answer<T>; children(value: T): ReactNode }

/** A screen about one answer: that it is asked for, or why it did not come, until it is there. */
export function AnsweredScreen<T>({ answer: { value, problem }, children }: Props<T>) {
  const { frame } = useText()
  if (value !== undefined) return children(value)
  return (
    <div className="screen-scroll">
      {problem === undefined ? (
        <span className="faint">{frame.loading}</span>
      ) : (
        <Problem error={problem} />
      )}
    </div>
  )
}
