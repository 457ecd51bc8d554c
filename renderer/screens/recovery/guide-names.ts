import type { Guide, GuideId, Target } from '../../../shared/guides/guide.ts'
import { guideOf } from '../../../shared/guides/guide-list.ts'

type Pick = (words: { zh: string; en: string }) => string

/** `A1 工信部自助找回…`; of a guide of a later version its id alone. */
export function guideName(guideId: string, pick: Pick): string {
  const guide = guideOf(guideId)
  if (guide === undefined) return guideId.toUpperCase()
  return isCodeShown(guide) ? `${guide.code} ${pick(guide.title)}` : pick(guide.title)
}

/** The quarterly check goes by its name alone. */
export function isCodeShown({ kind }: Guide): boolean {
  return kind !== 'check'
}

/** Title of a step, or its id where this version does not know it. */
export function stepTitle(guideId: string, stepId: string, pick: Pick): string {
  const step = guideOf(guideId)?.steps.find(({ id }) => id === stepId)
  return step === undefined ? stepId : pick(step.title)
}

/** The guide a target leads to, if it does. */
export function guideOfTarget(to: Target | undefined): GuideId | undefined {
  return to !== undefined && 'guide' in to ? to.guide : undefined
}
