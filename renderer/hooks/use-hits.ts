import { useEffect, useState } from 'react'
import type { RecordKind } from '../../shared/records/record.ts'
import { useApp } from '../state/app-context.ts'

/** Ids of this kind that the vault process finds: it knows pinyin and initials. */
export function useHits(ofKind: RecordKind, query: string): ReadonlySet<string> {
  const call = useApp((state) => state.call)
  const [ids, setIds] = useState<ReadonlySet<string>>(NO_IDS)
  useEffect(() => {
    if (query.trim() === '') {
      setIds(NO_IDS)
      return
    }
    let isStale = false
    call('ledger.searchEverywhere', { query }).then(
      ({ hits }) => {
        if (!isStale)
          setIds(new Set(hits.filter(({ kind }) => kind === ofKind).map(({ id }) => id)))
      },
      () => setIds(NO_IDS),
    )
    return () => {
      isStale = true
    }
  }, [call, ofKind, query])
  return ids
}

const NO_IDS: ReadonlySet<string> = new Set()
