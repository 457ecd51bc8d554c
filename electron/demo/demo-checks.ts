import { quarterly } from '../../shared/guides/quarterly.ts'
import type { CheckItem } from '../../shared/records/check.ts'
import type { RecordChange } from '../vault/vault.ts'
import type { Add, Clock } from './demo-draft.ts'
import { DAY_MS } from './demo-draft.ts'

/** Days since the last check of each service, in the order they were added; further ones were never checked. */
const DAYS_SINCE: readonly number[] = [84, 84, 140]

/** Checks of the quarter before: some in time, one late, and a task that came of one. */
export function addChecks(add: Add, clock: Clock, changes: readonly RecordChange[]): void {
  const services = changes.flatMap((change) =>
    change.type === 'put' && change.overview['kind'] === 'service' ? [change] : [],
  )
  for (const [index, daysSince] of DAYS_SINCE.entries()) {
    const service = services[index]
    if (service === undefined) continue
    // `as`: the demo's own service, added a moment ago.
    const { entityId } = service.overview['data'] as { entityId: string }
    const day = clock.days(-daysSince)
    const isProblem = index === DAYS_SINCE.length - 1
    const items = quarterly.steps.map(({ id }): CheckItem => {
      const found = isProblem && id === 'home-page-shows-icp'
      const checkedAt = clock.at - daysSince * DAY_MS
      return { itemId: id, result: found ? 'problem' : 'fine', documentIds: [], checkedAt }
    })
    const checkId = add('check', {
      serviceId: service.id,
      entityId,
      startedOn: day,
      finishedOn: day,
      person: '林备安',
      items,
    })
    if (!isProblem) continue
    add('task', {
      title: '首页底部补上备案号，并链接到工信部备案网站',
      origin: 'check',
      dueOn: clock.days(5),
      entityId,
      serviceId: service.id,
      checkId,
      itemId: 'home-page-shows-icp',
      findingId: 'icp-missing',
      person: '林备安',
    })
  }
}
