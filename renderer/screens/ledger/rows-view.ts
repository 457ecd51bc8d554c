import type { CredentialState } from '../../../shared/credential-state.ts'
import { CREDENTIAL_STATES } from '../../../shared/credential-state.ts'
import type { LedgerRow } from '../../../shared/ledger-row.ts'
import type { ServiceKind, ServiceStatus } from '../../../shared/records/service.ts'

/** What a filing may lack; counted on 总览 by the same rules. */
export const GAPS = ['no-number', 'no-provider', 'provider-unknown'] as const
export type Gap = (typeof GAPS)[number]

/** What 台账 is narrowed to; absent = everything. */
export type LedgerFilters = {
  province?: string
  kind?: ServiceKind
  status?: ServiceStatus
  credentialState?: CredentialState | 'none'
  gap?: Gap
}

export type LedgerSort = { key: SortKey; isDescending: boolean }
export const SORT_KEYS = [
  'name',
  'entity',
  'number',
  'domain',
  'provider',
  'responsible',
  'status',
  'credential',
  'due',
] as const
export type SortKey = (typeof SORT_KEYS)[number]

/** Whether `row` passes every filter that is set. */
export function passes(row: LedgerRow, filters: LedgerFilters): boolean {
  if (filters.province !== undefined && row.province !== filters.province) return false
  if (filters.kind !== undefined && row.serviceKind !== filters.kind) return false
  if (filters.status !== undefined && row.status !== filters.status) return false
  if (filters.gap !== undefined && !hasGap(row, filters.gap)) return false
  if (filters.credentialState === undefined) return true
  return (row.credentialState ?? 'none') === filters.credentialState
}

function hasGap(row: LedgerRow, gap: Gap): boolean {
  // Before it is filed a service has neither a number nor to be reachable; an entity alone has no provider.
  if (row.serviceKind === undefined || row.status === 'pending') return false
  if (gap === 'no-number') return row.filingNumber === undefined
  if (row.status === 'cancelled' || row.providerNames.length > 0) return false
  return (gap === 'provider-unknown') === (row.isProviderUnknown === true)
}

export function hasFilters(filters: LedgerFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined)
}

// Numeric: 第 2 号 before 第 10 号. One collator for all: making one costs more than a thousand comparisons.
const collator = new Intl.Collator('zh-CN', { numeric: true })

/** What a row is sorted by; empty values go last in both directions. */
function sortValue(row: LedgerRow, key: SortKey): string {
  switch (key) {
    case 'name':
      return row.name
    case 'entity':
      return row.entityName
    case 'number':
      return row.filingNumber ?? ''
    case 'domain':
      return row.domains[0] ?? ''
    case 'provider':
      return row.providerNames[0] ?? ''
    case 'responsible':
      return row.responsibleName ?? ''
    case 'status':
      return row.status
    case 'credential':
      return row.credentialState === undefined
        ? ''
        : String(CREDENTIAL_STATES.indexOf(row.credentialState))
    case 'due':
      return row.dueOn ?? ''
  }
}

/** Keys whose values compare rightly as plain text, which is fifty times faster. */
const PLAIN_KEYS: ReadonlySet<SortKey> = new Set(['domain', 'status', 'credential', 'due'])

/** A sorted copy of `rows`; rows that are equal keep their order. */
export function sortRows(rows: readonly LedgerRow[], sort: LedgerSort): LedgerRow[] {
  const { key, isDescending } = sort
  const compareText = PLAIN_KEYS.has(key) ? comparePlain : collator.compare
  const sign = isDescending ? -1 : 1
  return rows
    .map((row) => ({ row, value: sortValue(row, key) }))
    .sort((one, other) => {
      if (one.value === '' || other.value === '') {
        return Number(one.value === '') - Number(other.value === '')
      }
      return sign * compareText(one.value, other.value)
    })
    .map(({ row }) => row)
}

function comparePlain(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** The rows at their ordinals, which search answers with. */
export function rowsByOrdinal(rows: Iterable<LedgerRow>): (LedgerRow | undefined)[] {
  const byOrdinal: (LedgerRow | undefined)[] = []
  for (const row of rows) byOrdinal[row.ordinal] = row
  return byOrdinal
}

/**
 * The rows 台账 shows.
 *
 * @param byOrdinal - Every row at its ordinal.
 * @param found - Ordinals a search gave, best first; absent = no search. With a sort, the sort's order wins.
 */
export function shownRows(
  ordered: readonly LedgerRow[],
  byOrdinal: readonly (LedgerRow | undefined)[],
  filters: LedgerFilters,
  found: Uint32Array | undefined,
  isSorted: boolean,
): readonly LedgerRow[] {
  const isFiltered = hasFilters(filters)
  if (found === undefined) {
    return isFiltered ? ordered.filter((row) => passes(row, filters)) : ordered
  }
  if (isSorted) {
    const wanted = new Set(found)
    return ordered.filter((row) => wanted.has(row.ordinal) && passes(row, filters))
  }
  const rows: LedgerRow[] = []
  for (const ordinal of found) {
    const row = byOrdinal[ordinal]
    if (row !== undefined && passes(row, filters)) rows.push(row)
  }
  return rows
}

/** Sorts up, then down, then not at all. */
export function nextSort(sort: LedgerSort | undefined, key: SortKey): LedgerSort | undefined {
  if (sort?.key !== key) return { key, isDescending: false }
  return sort.isDescending ? undefined : { key, isDescending: true }
}
