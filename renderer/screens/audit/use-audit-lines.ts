import { useCallback, useEffect, useRef, useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { AuditLine } from '../../../shared/views.ts'
import { problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { withNewest } from './audit-lines.ts'

/** Lines asked for at a time. */
const PAGE_LINES = 200

export type AuditTrail = {
  /** Newest first; absent until the first answer. */
  lines: readonly AuditLine[] | undefined
  /** Whether the earliest line is among them. */
  isComplete: boolean
  problem: VaultError | undefined
  /** Asks for the page before the earliest line known. */
  loadEarlier(): void
}

/** The audit trail, page by page; what is done meanwhile appears at the top. */
export function useAuditLines(): AuditTrail {
  const call = useApp((state) => state.call)
  const changeCount = useApp((state) => state.changeCount)
  const [lines, setLines] = useState<readonly AuditLine[]>()
  const [isComplete, setComplete] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const isLoading = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the ledger writes entries
  useEffect(() => {
    let isStale = false
    call('audit.list', { limit: PAGE_LINES }).then(
      (page) => {
        if (isStale) return
        setLines((known) => (known === undefined ? page : withNewest(known, page)))
        if (page.length < PAGE_LINES) setComplete(true)
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
    return () => {
      isStale = true
    }
  }, [call, changeCount])

  const earliest = lines?.at(-1)?.sequence
  const loadEarlier = useCallback(() => {
    if (isLoading.current || isComplete || earliest === undefined) return
    isLoading.current = true
    call('audit.list', { beforeSequence: earliest, limit: PAGE_LINES })
      .then(
        (page) => {
          setLines((known) => [
            ...(known ?? []),
            ...page.filter(({ sequence }) => sequence < earliest),
          ])
          if (page.length < PAGE_LINES) setComplete(true)
        },
        (error: unknown) => setProblem(problemOf(error)),
      )
      .finally(() => {
        isLoading.current = false
      })
  }, [call, earliest, isComplete])

  return { lines, isComplete, problem, loadEarlier }
}
