import type { CheckPass } from '../../../shared/check-view.ts'
import { quarterly } from '../../../shared/guides/quarterly.ts'
import type { CheckItem } from '../../../shared/records/check.ts'

/** Items of the list that some service of the pass has no result for. */
export function openItemIds(pass: CheckPass): string[] {
  const open = new Set(pass.services.flatMap((service) => service.openItemIds))
  return quarterly.steps.map(({ id }) => id).filter((id) => open.has(id))
}

/** The worst result of an item over the services of a pass. */
export function itemStanding(pass: CheckPass, itemId: string): CheckItem['result'] | 'open' {
  const results = pass.services.map(
    ({ items }) => items.find((item) => item.itemId === itemId)?.result,
  )
  if (results.includes('problem')) return 'problem'
  if (results.includes(undefined)) return 'open'
  return results.includes('fine') ? 'fine' : 'not-applicable'
}

/** A recorded result that all services of the scope share; undefined when they have none or differ. */
export function sharedItem(
  pass: CheckPass,
  checkIds: readonly string[],
  itemId: string,
): CheckItem | undefined {
  const items = pass.services
    .filter(({ checkId }) => checkIds.includes(checkId))
    .map((service) => service.items.find((item) => item.itemId === itemId))
  const [first] = items
  if (first === undefined) return undefined
  return items.every((item) => item?.result === first.result) ? first : undefined
}
