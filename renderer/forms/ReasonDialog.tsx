import type { ComponentProps } from 'react'
import { useUndoableWork } from '../hooks/use-undoable-work.ts'
import { ReasonForm } from './ReasonForm.tsx'

type Words = 'title' | 'okText' | 'label' | 'hint' | 'children' | 'onClose'
type Props = Pick<ComponentProps<typeof ReasonForm>, Words> & {
  /** The change that needs the reason, and what to say once it was made. */
  change(reason: string): Promise<{ undoToken: number }>
  said: string
}

/** Asks for a reason before a change that has to have one, and can be taken back. */
export function ReasonDialog({ change, said, ...form }: Props) {
  const { isWorking, problem, make } = useUndoableWork()
  return (
    <ReasonForm
      {...form}
      isWorking={isWorking}
      problem={problem}
      onReason={(reason) => make(() => change(reason), said)}
    />
  )
}
