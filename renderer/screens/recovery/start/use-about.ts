import { useEffect, useState } from 'react'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'

/** What was lost, and whose it is. */
export type LossScope = {
  entityId: string | undefined
  serviceIds: string[]
  credentialIds: string[]
}

const NOTHING: LossScope = { entityId: undefined, serviceIds: [], credentialIds: [] }

/**
 * The scope of a new case, begun with what it was asked for from: a line of 台账, an entity, a service or a
 * credential.
 */
export function useAbout(
  aboutId: string | undefined,
): [LossScope, (change: Partial<LossScope>) => void] {
  const [scope, setScope] = useState<LossScope>(NOTHING)
  const call = useApp((state) => state.call)
  const tell = useTell()

  useEffect(() => {
    if (aboutId === undefined) return
    let isStale = false
    const read = async () => {
      const record = await call('records.read', { id: aboutId })
      if (record.kind === 'entity') return { ...NOTHING, entityId: record.id }
      if (record.kind === 'service') {
        return { ...NOTHING, entityId: record.data.entityId, serviceIds: [record.id] }
      }
      if (record.kind !== 'credential') return NOTHING
      const { serviceId, entityId } = record.data
      const credentialIds = [record.id]
      if (serviceId === undefined) return { entityId, serviceIds: [], credentialIds }
      const service = await call('records.read', { id: serviceId })
      const owner = service.kind === 'service' ? service.data.entityId : entityId
      return { entityId: owner, serviceIds: [serviceId], credentialIds }
    }
    read().then(
      (found) => {
        if (!isStale) setScope(found)
      },
      (error) => tell.failed(error),
    )
    return () => {
      isStale = true
    }
  }, [aboutId, call, tell])

  return [scope, (change) => setScope((before) => ({ ...before, ...change }))]
}
