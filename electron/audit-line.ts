import { recordTitle } from '../shared/records/record-title.ts'
import type { AuditLine } from '../shared/views.ts'
import type { OpenVault } from './session.ts'
import type { AuditRecord, Vault } from './vault/vault.ts'

/** An entry of the trail in the words of the window: names of today, and only facts that are plain. */
export function auditLine({ vault, ledger }: OpenVault, entry: AuditRecord): AuditLine {
  const { sequence, at, action, recordId } = entry
  const record = recordId === undefined ? undefined : ledger.records.get(recordId)
  const facts = plainFacts(entry.facts)
  return {
    sequence,
    at,
    action,
    custodianName: custodianNameOf(vault, entry.custodianId),
    ...(recordId === undefined ? {} : { recordId }),
    ...(record === undefined ? {} : { title: recordTitle(record) }),
    ...(facts === undefined ? {} : { facts }),
  }
}

/** A custodian who has no slot any more has no name in the vault any more either. */
function custodianNameOf(vault: Vault, custodianId: string): string {
  if (custodianId === vault.custodianId) return vault.custodianName
  return vault.slots().find((slot) => slot.custodianId === custodianId)?.label ?? ''
}

/** Texts and numbers; anything else is for verifiers only. */
export function plainFacts(facts: AuditRecord['facts']): AuditLine['facts'] {
  const plain = Object.entries(facts ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return plain.length === 0 ? undefined : Object.fromEntries(plain)
}
