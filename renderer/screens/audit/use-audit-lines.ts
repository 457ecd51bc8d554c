import { useCallback, useEffect, useRef, useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { AuditLine } from '../../../shared/views.ts'
import { problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import type { AskedFilter } from './audit-filter.ts'
import { withNewest, withOlder } from './audit-lines.ts'

/** Lines asked for at a time. */
const PAGE_LINES = 200

export type AuditTrail = {
  /** Newest first; absent until the first answer. */
  lines: readonly AuditLine[] | undefined
  /** How many there are in all that fit; and how many entries the trail has. */
  total: number
  entries: number
  problem: VaultError | undefined
  /** Asks for the page before the earliest line known. */
  loadEarlier(): void
}

type Known = { key: string; lines: readonly AuditLine[]; total: number; entries: number }

/** The entries that fit, page by page; what is done meanwhile appears at the top. */
export function useAuditLines(filter: AskedFilter): AuditTrail {
  const call = useApp((state) => state.call)
  const changeCount = useApp((state) => state.changeCount)
  const [known, setKnown] = useState<Known>()
  const [problem, setProblem] = useState<VaultError>()
  const isLoading = useRef(false)
  const key = JSON.stringify(filter)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `filter`; each change writes entries
  useEffect(() => {
    let isStale = false
    call('audit.query', { filter, from: 0, count: PAGE_LINES }).then(
      ({ lines, total, entries }) => {
        if (isStale) return
        setProblem(undefined)
        setKnown((before) => ({
          key,
          lines: before?.key === key ? withNewest(before.lines, lines) : lines,
          total,
          entries,
        }))
      },
      (error: unknown) => {
        if (!isStale) setProblem(problemOf(error))
      },
    )
    return () => {
      isStale = true
    }
  }, [call, key, changeCount])

  const from = known?.lines.length ?? 0
  const isComplete = known === undefined || from >= known.total
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `filter`
  const loadEarlier = useCallback(() => {
    if (isLoading.current || isComplete) return
    isLoading.current = true
    call('audit.query', { filter, from, count: PAGE_LINES })
      .then(
        (page) =>
          setKnown((before) =>
            before?.key === key
              ? { ...before, lines: withOlder(before.lines, page.lines), total: page.total }
              : before,
          ),
        (error: unknown) => setProblem(problemOf(error)),
      )
      .finally(() => {
        isLoading.current = false
      })
  }, [call, key, from, isComplete])

  return {
    lines: known?.lines,
    total: known?.total ?? 0,
    entries: known?.entries ?? 0,
    problem,
    loadEarlier,
  }
}
