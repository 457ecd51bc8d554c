import type { Hindrance } from '../../shared/case-view.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { RecoveryCase } from '../../shared/records/recovery-case.ts'
import type { RecordStore } from '../ledger/store.ts'
import { recordOf } from '../ledger/store.ts'
import { isRegistered, needsRegistration } from './blocking.ts'
import { openSteps, progressOf } from './progress.ts'

/** What still stands between a case and its end; empty: it may be closed without a reason. */
export function hindrancesOf(store: RecordStore, data: RecoveryCase): Hindrance[] {
  const guide = guideOf(data.guideId)
  if (guide === undefined) return [{ kind: 'guide-unknown', guideId: data.guideId }]
  const progress = progressOf(guide, data)
  const { ended } = progress
  const isMissing = needsRegistration(data) && !isRegistered(data)
  const found: Hindrance[] = openSteps(progress)
    // Told below as what they are.
    .filter(({ step }) => !(step.isOutcome === true && data.outcome === undefined))
    .filter(({ step }) => !(step.isRegistration === true && isMissing))
    .map(({ step: { id, title } }) => ({ kind: 'step', guideId: guide.id, stepId: id, title }))
  if (ended !== undefined) {
    const { standing, target } = ended
    const stepId = standing.step.id
    if ('guide' in target) found.push({ kind: 'switch-guide', guideId: target.guide, stepId })
    // Nothing to recover: no outcome either.
    else if (target.end === 'not-needed') return found
    else if (target.end === 'not-possible') found.push({ kind: 'not-possible', stepId })
  }
  const before = guide.outcomes.length > 0 ? undefined : guideToReturnTo(data)
  if (before !== undefined) found.push({ kind: 'return-to-guide', guideId: before })
  if (data.outcome === undefined) {
    if (guide.outcomes.length > 0) found.push({ kind: 'outcome' })
  } else if (isMissing) {
    const credentialId = data.outcome.credentialId ?? ''
    const label = recordOf(store, 'credential', credentialId)?.data.label ?? ''
    found.push({ kind: 'registration', credentialId, label })
  }
  return found
}

/** A trouble is a detour: the last guide before it that ends with an outcome. */
export function guideToReturnTo({ guideChanges }: RecoveryCase): string | undefined {
  return guideChanges.findLast(
    ({ fromGuideId }) => (guideOf(fromGuideId)?.outcomes.length ?? 0) > 0,
  )?.fromGuideId
}
