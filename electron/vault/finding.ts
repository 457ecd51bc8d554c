import type { RecordId } from './records.ts'

export const FINDING_CODES = [
  'head-mismatch',
  'record-unreadable',
  'secret-unreadable',
  /** The trail says that the record should be there. */
  'record-missing',
  /** The record is there, and the trail does not know it. */
  'record-added',
  /** The record is of another revision than the trail says. */
  'record-replayed',
  'slot-altered',
  'generation-invalid',
  'audit-broken',
  'attachment-altered',
  'older-than-anchor',
  'forked-from-anchor',
  'anchor-missing',
  'anchor-altered',
] as const

export type FindingCode = (typeof FINDING_CODES)[number]

/** Something that is not as it should be. */
export type Finding = {
  code: FindingCode
  recordId?: RecordId
  facts?: Readonly<Record<string, string | number>>
}

/** Whether a finding is only told, and the vault may still be written. */
export function isHarmless(finding: Finding): boolean {
  return finding.code === 'anchor-missing' || finding.code === 'anchor-altered'
}

/** Whether a finding says that another copy of the vault is here than the one this machine saw last. */
export function isAboutAnchor(finding: Finding): boolean {
  return finding.code === 'older-than-anchor' || finding.code === 'forked-from-anchor'
}
