import { useCallback, useEffect, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../shared/contract.ts'
import type { VaultError } from '../../shared/errors.ts'
import { problemOf } from '../start/Problem.tsx'
import { useApp } from '../state/app-context.ts'

export type Answer<T> = {
  /** Absent until the first answer; then the latest one, also while the next is under way. */
  value: T | undefined
  problem: VaultError | undefined
  reload(): void
}

/**
 * Asks the vault process and asks again after each change of the ledger. `input` is compared by its JSON.
 * Not for secrets: those are asked for by a press of a button and kept in one component only.
 */
export function useAnswer<N extends CallName>(
  name: N,
  ...rest: undefined extends CallInput<N> ? [] : [input: CallInput<N> | undefined]
): Answer<CallOutput<N>> {
  const call = useApp((state) => state.call)
  const changeCount = useApp((state) => state.changeCount)
  const [answer, setAnswer] = useState<{ value?: CallOutput<N>; problem?: VaultError }>({})
  const [turn, setTurn] = useState(0)
  const input: unknown = rest[0]
  const isSkipped = rest.length === 1 && input === undefined
  const key = JSON.stringify(input)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `input`; `changeCount` and `turn` ask again
  useEffect(() => {
    if (isSkipped) return
    let isStale = false
    // `as`: one implementation for every call; the caller's types hold name and input together.
    const ask = call as (name: CallName, input?: unknown) => Promise<CallOutput<N>>
    ask(name, input).then(
      (value) => {
        if (!isStale) setAnswer({ value })
      },
      (error: unknown) => {
        if (!isStale) setAnswer({ problem: problemOf(error) })
      },
    )
    return () => {
      isStale = true
    }
  }, [call, name, key, isSkipped, changeCount, turn])

  const reload = useCallback(() => setTurn((count) => count + 1), [])
  return { value: answer.value, problem: answer.problem, reload }
}
