import {
  HANDOVER_STEPS,
  type HandoverStep,
  type HandoverView,
} from '../../../shared/handover-view.ts'

const SUDDEN_STEPS: readonly HandoverStep[] = ['day', 'rotate', 'prepare', 'sign', 'close']

/** How many of those named in the sheet could sign it with a key of their own, and have not. */
export function missingSignatures({
  signatures,
  signers,
}: Pick<HandoverView, 'signatures' | 'signers'>): number {
  const signed = new Set(signatures.map(({ custodianId }) => custodianId))
  return signers.filter(({ part, custodianId }) => part !== 'other' && !signed.has(custodianId))
    .length
}

/** The steps in their order: who is gone without notice is removed before anything else. */
export function stepsOf({ record }: Pick<HandoverView, 'record'>): readonly HandoverStep[] {
  return record.data.manner === 'sudden' ? SUDDEN_STEPS : HANDOVER_STEPS
}
