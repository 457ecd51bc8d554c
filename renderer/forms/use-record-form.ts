import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FieldFinding } from '../../shared/finding.ts'
import type { FormKind, RecordData } from '../../shared/records/record.ts'
import { useApp } from '../state/app-context.ts'

/** Pause in typing after which a draft is checked, in milliseconds. */
const PAUSE_MS = 160

/** A record while it is typed: any field may still be missing. */
export type Draft<K extends FormKind> = {
  [P in keyof RecordData<K>]?: RecordData<K>[P] | undefined
}

/** A form of one record: its draft, and what is to be said of each field. */
export type RecordForm<K extends FormKind> = {
  kind: K
  draft: Draft<K>
  /** Puts fields in; they count as touched. */
  set(change: Draft<K>): void
  /** Findings of a field: warnings at once, refusals as soon as it was touched or saving was tried. */
  findingsOf(field: string): FieldFinding[]
  hasRefusals: boolean
  isDirty: boolean
  /** Whether something is still on its way into the form, such as a file: it cannot be saved yet. */
  isWaiting: boolean
  setWaiting(isWaiting: boolean): void
  /** Checks now; true when it may be saved. From then on every refusal is shown. */
  checkNow(): Promise<boolean>
  /** Prefix of the ids of its controls. */
  idPrefix: string
}

/**
 * Holds a draft and has the vault process judge it while it is typed.
 *
 * @param ignored - Fields that are judged elsewhere, such as the entity of a filing that does not exist yet.
 */
export function useRecordForm<K extends FormKind>(
  kind: K,
  initial: Draft<K>,
  options: { id?: string; ignored?: readonly string[]; idPrefix?: string } = {},
): RecordForm<K> {
  const { id, ignored = NONE, idPrefix = kind } = options
  const call = useApp((state) => state.call)
  const [draft, setDraft] = useState<Draft<K>>(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [hasTried, setTried] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const [findings, setFindings] = useState<FieldFinding[]>([])
  const latest = useRef(0)

  const check = useCallback(
    async (data: Draft<K>) => {
      latest.current += 1
      const mine = latest.current
      const found = await call('records.check', {
        kind,
        data: filledOnly(data),
        ...(id !== undefined && { id }),
      })
      const kept = found.filter(({ field }) => field === undefined || !ignored.includes(field))
      if (mine === latest.current) setFindings(kept)
      return kept
    },
    [call, kind, id, ignored],
  )

  useEffect(() => {
    // A check that fails is told when saving fails; while typing there is nothing to say.
    const timer = setTimeout(() => void check(draft).catch(() => {}), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [check, draft])

  return useMemo(
    () => ({
      kind,
      draft,
      idPrefix,
      set: (change) => {
        setDraft((before) => ({ ...before, ...change }))
        setTouched((before) => new Set([...before, ...Object.keys(change)]))
      },
      findingsOf: (field) =>
        findings.filter(
          (finding) =>
            finding.field === field &&
            (finding.severity === 'warning' || hasTried || touched.has(field)),
        ),
      hasRefusals: findings.some(({ severity }) => severity === 'refused'),
      isDirty: touched.size > 0,
      isWaiting,
      setWaiting,
      checkNow: async () => {
        setTried(true)
        const found = await check(draft)
        return found.every(({ severity }) => severity !== 'refused')
      },
    }),
    [kind, draft, idPrefix, findings, hasTried, touched, isWaiting, check],
  )
}

const NONE: readonly string[] = []

/** The draft without what is not filled in. */
export function filledOnly(draft: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(draft).filter(([, value]) => {
      if (value === undefined || value === null) return false
      return typeof value !== 'string' || value.trim() !== ''
    }),
  )
}
