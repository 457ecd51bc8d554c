import { useCallback } from 'react'
import type { FormKind } from '../../../shared/records/record.ts'
import { useAppStore } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** Kinds whose values a portal asks for. */
const KINDS: readonly FormKind[] = ['entity', 'service', 'domain', 'contact', 'provider']

/** Opens the form of a record of which only the id is known. */
export function useEditRecord(): (id: string) => Promise<void> {
  const store = useAppStore()
  const tell = useTell()
  return useCallback(
    async (id) => {
      const { call, showForm } = store.getState()
      try {
        const record = await call('records.read', { id })
        const kind = KINDS.find((one) => one === record.kind)
        if (kind !== undefined) showForm({ form: 'record', kind, id })
      } catch (error) {
        tell.failed(error)
      }
    },
    [store, tell],
  )
}
