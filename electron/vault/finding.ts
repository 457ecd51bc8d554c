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
  /** The certificates are not those this machine saw: forged, or another copy's. */
  'certificate-not-anchored',
  'anchor-missing',
  'anchor-altered',
  /** Made with the keychain's key, and the keychain does not answer. */
  'anchor-unverifiable',
  /** From now on kept with the keychain's key too. */
  'anchor-upgraded',
  /** What was written last could not be remembered on this machine; it is tried again with each change. */
  'anchor-not-written',
  /** The file has another name too: a journal that a crash left beside that one is not seen here. */
  'hard-linked',
] as const

export type FindingCode = (typeof FINDING_CODES)[number]

/** Something that is not as it should be. */
export type Finding = {
  code: FindingCode
  recordId?: RecordId
  facts?: Readonly<Record<string, string | number>>
}

const HARMLESS: readonly FindingCode[] = [
  'anchor-missing',
  'anchor-upgraded',
  'anchor-not-written',
  'hard-linked',
]

const ACCEPTABLE: readonly FindingCode[] = [
  'older-than-anchor',
  'forked-from-anchor',
  'anchor-altered',
  'anchor-unverifiable',
]

/** Whether a finding is only told, and the vault may still be written. */
export function isHarmless(finding: Finding): boolean {
  return HARMLESS.includes(finding.code)
}

/** Whether the vault may be written once a person says that they know why it is so. */
export function isAcceptable(finding: Finding): boolean {
  return ACCEPTABLE.includes(finding.code)
}

/** Whether a finding is about what this machine saw last, and the file itself holds together. */
export function isAboutAnchor(finding: Finding): boolean {
  return isHarmless(finding) || isAcceptable(finding) || finding.code === 'certificate-not-anchored'
}
