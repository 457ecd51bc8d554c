import { useCallback, useMemo } from 'react'
import { recordTitle } from '../../../shared/records/record-title.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useApp } from '../../state/app-context.ts'
import type { ContactTab } from './standing.ts'

/** Names of what the records of a tab point to: entities and firms of people, holders of channels. */
export function useNames(tab: ContactTab): (id: string) => string | undefined {
  const rows = useApp((state) => state.rows)
  const pointedTo = useAnswer(
    'records.list',
    tab === 'contact' ? PROVIDERS : tab === 'channel' ? CONTACTS : undefined,
  )
  const names = useMemo(() => {
    const known = new Map<string, string>()
    if (tab === 'contact') for (const row of rows.values()) known.set(row.entityId, row.entityName)
    for (const record of pointedTo.value ?? []) known.set(record.id, recordTitle(record))
    return known
  }, [tab, rows, pointedTo.value])
  return useCallback((id) => names.get(id), [names])
}

const PROVIDERS = { kind: 'provider' } as const
const CONTACTS = { kind: 'contact' } as const
