import { recordTitle } from '../shared/records/record-title.ts'
import type { AuditLine } from '../shared/views.ts'
import type { NameOf } from './custodian-names.ts'
import { APPROVAL, approvalProof } from './custodians/approval-proof.ts'
import type { OpenVault } from './session.ts'
import type { AuditRecord, Vault } from './vault/vault.ts'

/** An entry of the trail in the words of the window: names of today, and only facts that are plain. */
export function auditLine(
  { vault, ledger }: Pick<OpenVault, 'vault' | 'ledger'>,
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
    ...(action === APPROVAL ? approvalLine(vault, entry, nameOf) : {}),
  }
}

/** An approval is told by what was signed; where the signature is wrong, by what stands there and that it is. */
function approvalLine(
  vault: Vault,
  entry: AuditRecord,
  nameOf: NameOf,
): Pick<AuditLine, 'facts' | 'signature'> {
  const proof = approvalProof(vault, entry)
  if (proof === undefined) return { signature: 'wrong' }
  const facts = plainFacts(entry.facts) ?? {}
  const approver = nameOf(proof.custodianId) || facts['approver'] || ''
  return { facts: { ...proof.facts, ...facts, approver }, signature: 'right' }
}

/** Texts and numbers; anything else is for verifiers only. */
export function plainFacts(facts: AuditRecord['facts']): AuditLine['facts'] {
  const plain = Object.entries(facts ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return plain.length === 0 ? undefined : Object.fromEntries(plain)
}
