import { useEffect, useState } from 'react'
import type { VaultEvent } from '../../shared/contract.ts'
import { useClient } from '../state/app-context.ts'

type ProgressEvent = Extract<VaultEvent, { event: 'progress' }>

export type Progress = Pick<ProgressEvent, 'done' | 'total' | 'step'> & {
  /** 0 … 100, whole. */
  percent: number
}

/** How far a long task has come, while the component is there; undefined before the first word of it. */
export function useProgress(task: ProgressEvent['task']): Progress | undefined {
  const client = useClient()
  const [progress, setProgress] = useState<Progress>()
  useEffect(
    () =>
      client.listen((event) => {
        if (event.event !== 'progress' || event.task !== task) return
        const { done, total, step } = event
        const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
        setProgress({ done, total, percent, ...(step && { step }) })
      }),
    [client, task],
  )
  return progress
}
