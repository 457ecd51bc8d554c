import type { CaseLine } from '../../shared/case-view.ts'
import { foldText } from '../../shared/field/normalise.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords, recordOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import { caseLine } from './case-line.ts'

export type CaseFilter = {
  state: 'open' | 'finished' | 'all'
  query?: string | undefined
  entityId?: RecordId | undefined
}

/** Open cases by their worst clock, then finished ones, newest first. */
export function listCases(store: RecordStore, filter: CaseFilter, now: number): CaseLine[] {
  const { state, query, entityId } = filter
  const terms = foldText(query ?? '')
    .split(/\s+/)
    .filter((term) => term !== '')
  const lines: CaseLine[] = []
  for (const record of liveRecords(store, 'case')) {
    const isOpen = record.data.closedOn === undefined
    if (state !== 'all' && (state === 'open') !== isOpen) continue
    if (entityId !== undefined && record.data.entityId !== entityId) continue
    if (terms.length > 0) {
      const text = caseText(store, record)
      if (!terms.every((term) => text.includes(term))) continue
    }
    lines.push(caseLine(store, record, now))
  }
  return lines.sort(compareLines)
}

/** All that people wrote in a case, folded for searching. Never a secret: a case holds none. */
function caseText(store: RecordStore, { data }: LedgerRecord<'case'>): string {
  const texts = [
    data.number,
    data.title,
    data.guideId,
    recordOf(store, 'entity', data.entityId)?.data.name,
    recordOf(store, 'provider', data.providerId)?.data.name,
    ...data.serviceIds.map((id) => recordOf(store, 'service', id)?.data.name),
    ...data.credentialIds.map((id) => recordOf(store, 'credential', id)?.data.label),
    ...data.steps.flatMap((step) => [step.person, step.channel, step.reference, step.note]),
    ...data.log.flatMap((one) => [one.withWhom, one.channel, one.reference, one.said]),
    ...data.guideChanges.map((change) => change.reason),
    data.outcome?.note,
    data.closeReason,
    data.lessons,
  ]
  return foldText(texts.filter((text) => text !== undefined).join('\n'))
}

function compareLines(a: CaseLine, b: CaseLine): number {
  if (a.isOpen !== b.isOpen) return a.isOpen ? -1 : 1
  if (!a.isOpen) return compareText(b.closedOn, a.closedOn) || compareText(b.number, a.number)
  const overdue = ({ worstClock }: CaseLine) => (worstClock?.state === 'overdue' ? 0 : 1)
  const due = ({ worstClock }: CaseLine) => worstClock?.dueAt ?? Number.POSITIVE_INFINITY
  if (overdue(a) !== overdue(b)) return overdue(a) - overdue(b)
  if (due(a) !== due(b)) return due(a) - due(b)
  return compareText(b.number, a.number)
}

function compareText(a = '', b = ''): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
