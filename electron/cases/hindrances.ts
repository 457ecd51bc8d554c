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
  const found: Hindrance[] = openSteps(progress).map(({ step }) => ({
    kind: 'step',
    guideId: guide.id,
    stepId: step.id,
    title: step.title,
  }))
  if (ended !== undefined) {
    const { standing, target } = ended
    const stepId = standing.step.id
    if ('guide' in target) found.push({ kind: 'switch-guide', guideId: target.guide, stepId })
    // Nothing to recover: no outcome either.
    else if (target.end === 'not-needed') return found
    else if (target.end === 'not-possible') found.push({ kind: 'not-possible', stepId })
  }
  if (data.outcome === undefined) {
    const before = guide.outcomes.length > 0 ? undefined : guideToReturnTo(data)
    if (guide.outcomes.length > 0) found.push({ kind: 'outcome' })
    else if (before !== undefined) found.push({ kind: 'return-to-guide', guideId: before })
    return found
  }
  if (needsRegistration(data) && !isRegistered(data)) {
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
