import { demoChanges } from '../../electron/demo/demo.ts'
import { newRecordId } from '../../electron/ledger/store.ts'
import type { RecordChange, RecordId } from '../../electron/vault/vault.ts'
import { addDays, dayOf } from '../../shared/calendar-day.ts'
import { DOCUMENT_KINDS, type DocumentFile } from '../../shared/records/document.ts'
import type { RecordData, RecordKind, RecordOverview } from '../../shared/records/record.ts'

/**
 * So many open cases over the services of a ledger, each in the midst of a guide: as those of the demo, in turn.
 *
 * @param now - Unix ms; of the demo's clocks.
 */
export function buildOpenCases(
  ledger: readonly RecordChange[],
  count: number,
  now: number,
): RecordChange[] {
  const templates = ofKind(demoChanges(now), 'case').filter(
    ({ data }) => data.closedOn === undefined,
  )
  const services = ofKind(ledger, 'service')
  return Array.from({ length: count }, (_, index) => {
    const template = templates[index % templates.length]
    const service = services[index % services.length]
    if (template === undefined || service === undefined) throw new RangeError('nothing to copy')
    const { providerId: _provider, ...data } = template.data
    return put('case', now, {
      ...data,
      number: `2026-${String(index + 1).padStart(4, '0')}`,
      title: `${service.data.name} 备案密码`,
      entityId: service.data.entityId,
      serviceIds: [service.id],
      credentialIds: [],
    })
  })
}

/**
 * A paper of an entity or a service of a ledger, with its scan.
 *
 * @param index - Which of them all; kinds, owners and dates follow from it.
 */
export function buildPaper(
  ledger: readonly RecordChange[],
  index: number,
  file: DocumentFile,
  now: number,
): RecordChange {
  const services = ofKind(ledger, 'service')
  const service = services[(index * 7) % services.length]
  const kind = DOCUMENT_KINDS[index % DOCUMENT_KINDS.length]
  if (service === undefined || kind === undefined) throw new RangeError('no owner for a paper')
  return put('document', now, {
    kind,
    title: `${service.data.name} 资料 ${index + 1}`,
    entityId: service.data.entityId,
    ...(index % 2 === 0 && { serviceId: service.id }),
    ...(index % 3 === 0 && { validUntilOn: addDays(dayOf(now), (index % 800) - 20) }),
    sealState: 'not-needed',
    files: [file],
  })
}

function put<K extends RecordKind>(kind: K, at: number, data: RecordData<K>): RecordChange {
  const overview = { kind, data, createdAt: at, updatedAt: at }
  return { type: 'put', id: newRecordId(), overview, expectedRevision: 0 }
}

const known = new WeakMap<readonly RecordChange[], Map<RecordKind, unknown>>()

function ofKind<K extends RecordKind>(
  changes: readonly RecordChange[],
  kind: K,
): { id: RecordId; data: RecordData<K> }[] {
  const kinds = known.get(changes) ?? new Map<RecordKind, unknown>()
  known.set(changes, kinds)
  const found =
    kinds.get(kind) ??
    changes.flatMap((change) => {
      if (change.type !== 'put') return []
      // `as`: the builders write what the schemas of the kinds say.
      const overview = change.overview as RecordOverview
      return overview.kind === kind ? [{ id: change.id, data: overview.data }] : []
    })
  kinds.set(kind, found)
  // `as`: filtered by the kind just above.
  return found as { id: RecordId; data: RecordData<K> }[]
}
