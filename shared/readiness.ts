import type { MaterialState } from './records/recovery-case.ts'

/** Why a paper is not as it is asked for, or what to know of it before setting out. */
export const READINESS_REASONS = [
  /** No paper of the kinds asked for belongs to the holder. */
  'no-document',
  'expired',
  /** It ends within 30 days. */
  'expires-soon',
  'seal-missing',
  'signature-missing',
  'notary-missing',
  /** The original is asked for, and only a scan is known. */
  'original-not-located',
  /** Only the paper is known: there is nothing to print or upload. */
  'no-scan',
  /** An ID card of which only one side is there. */
  'side-missing',
  /** It names the entity, but not which of its people. */
  'holder-unclear',
] as const
export type ReadinessReason = (typeof READINESS_REASONS)[number]

/** How far a material of a case is there, by what 资料 holds. `sent` is only ever said by a person. */
export type Readiness = {
  state: Exclude<MaterialState, 'sent'>
  /** The paper that fits best; absent only when none fits. */
  documentId?: string
  reasons: readonly ReadinessReason[]
  /** Others that would do, best first. */
  otherIds: readonly string[]
}
