import { recordTitle } from '../shared/records/record-title.ts'
import type { AuditLine } from '../shared/views.ts'
import type { NameOf } from './custodian-names.ts'
import type { OpenVault } from './session.ts'
import type { AuditRecord } from './vault/vault.ts'

/** An entry of the trail in the words of the window: names of today, and only facts that are plain. */
export function auditLine(
  { ledger }: Pick<OpenVault, 'ledger'>,
  entry: AuditRecord,
  nameOf: NameOf,
): AuditLine {
  const { sequence, at, action, recordId } = entry
  const record = recordId === undefined ? undefined : ledger.records.get(recordId)
  const facts = plainFacts(entry.facts)
  return {
    sequence,
    at,
    action,
    custodianName: nameOf(entry.custodianId),
    ...(recordId === undefined ? {} : { recordId }),
    ...(record === undefined ? {} : { title: recordTitle(record) }),
    ...(facts === undefined ? {} : { facts }),
  }
}

/** Texts and numbers; anything else is for verifiers only. */
export function plainFacts(facts: AuditRecord['facts']): AuditLine['facts'] {
  const plain = Object.entries(facts ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return plain.length === 0 ? undefined : Object.fromEntries(plain)
}
