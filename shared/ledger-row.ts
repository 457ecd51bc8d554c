import type { CalendarDay } from './calendar-day.ts'
import type { CredentialState } from './credential-state.ts'
import type { ServiceKind, ServiceStatus } from './records/service.ts'

/** One line of 台账: a service with what is told of it at a glance, or an entity that has no service yet. */
export type LedgerRow = {
  /** Service id, or the entity's where there is no service. */
  id: string
  /** Names the line until the vault is locked, in less than its id does: search answers with these. Never given again. */
  ordinal: number
  entityId: string
  entityName: string
  /** Absent: an entity without a service (空壳主体 danger). */
  serviceKind?: ServiceKind
  name: string
  /** Service number, else the entity's. */
  filingNumber?: string
  /** ICP prefix character. */
  province?: string
  /** Unicode form, first the one most used. */
  domains: string[]
  providerNames: string[]
  /** No provider, and none was ever asked for: to be filled in. */
  isProviderUnknown?: true
  responsibleName?: string
  status: ServiceStatus
  filedOn?: CalendarDay
  /** The worst state among the credentials that concern this filing; absent: none stored. */
  credentialState?: CredentialState
  /** The earliest day at which something is due for this filing. */
  dueOn?: CalendarDay
  updatedAt: number
}
