import {
  HANDOVER_STEPS,
  type HandoverStep,
  type HandoverView,
} from '../../../shared/handover-view.ts'

const SUDDEN_STEPS: readonly HandoverStep[] = ['day', 'rotate', 'prepare', 'sign', 'close']

/** The steps in their order: who is gone without notice is removed before anything else. */
export function stepsOf({ record }: Pick<HandoverView, 'record'>): readonly HandoverStep[] {
  return record.data.manner === 'sudden' ? SUDDEN_STEPS : HANDOVER_STEPS
}
