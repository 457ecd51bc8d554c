import type { CaseView } from '../../../../shared/case-view.ts'
import type { LetterPreset } from '../../../../shared/letters/preset.ts'

/** What a letter written from a case is about. */
export function presetOf({ line, record: { data } }: CaseView): LetterPreset {
  const { entityId, serviceIds, providerId } = data
  return {
    entityId,
    caseId: line.id,
    serviceIds,
    ...(providerId !== undefined && { providerId }),
  }
}
