import type { CheckGroup, CheckPlan, CheckStanding } from '../../../shared/check-view.ts'

/** One line of the plan: an entity, for its services go in one pass. */
export type PlanRow = {
  id: string
  entityName: string
  standing: CheckStanding
  serviceIds: string[]
  dueCount: number
  lastOn?: string
  dueOn?: string
  openTaskCount: number
  isBegun: boolean
}

const WANTED: ReadonlySet<CheckStanding> = new Set(['overdue', 'never', 'due'])

/** A pass takes the services that are due; all of them when none is. */
export function planRow(group: CheckGroup): PlanRow {
  const due = group.services.filter(({ standing }) => WANTED.has(standing))
  const begun = group.services.filter(({ openCheckId }) => openCheckId !== undefined)
  const taken = begun.length > 0 ? begun : due.length > 0 ? due : group.services
  const row: PlanRow = {
    id: group.entityId,
    entityName: group.entityName,
    standing: group.standing,
    serviceIds: taken.slice(0, MOST_SERVICES).map(({ serviceId }) => serviceId),
    dueCount: due.length,
    openTaskCount: group.services.reduce((sum, one) => sum + one.openTaskCount, 0),
    isBegun: begun.length > 0,
  }
  const first = group.services[0]
  if (first?.lastOn !== undefined) row.lastOn = first.lastOn
  if (first?.dueOn !== undefined) row.dueOn = first.dueOn
  return row
}

/** More are gone through in further passes. */
const MOST_SERVICES = 500

export type PlanFilter = { isDueOnly: boolean; text: string }

export function planRows(plan: CheckPlan, { isDueOnly, text }: PlanFilter): PlanRow[] {
  const words = text.trim().toLowerCase()
  return plan.groups
    .map(planRow)
    .filter(
      (row) =>
        (!isDueOnly || row.dueCount > 0 || row.isBegun) &&
        row.entityName.toLowerCase().includes(words),
    )
}
