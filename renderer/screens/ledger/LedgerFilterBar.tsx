import { memo, useMemo } from 'react'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { hasFilters, type LedgerFilters } from './rows-view.ts'

type Props = { filters: LedgerFilters; onChange(filters: LedgerFilters): void }

/** Narrows 台账 by province, kind, status and state of the password. Does not render again while somebody types. */
export const LedgerFilterBar = memo(function FilterBar({ filters, onChange }: Props) {
  const { ledger, common } = useText()
  const provinces = useProvinces()
  const states = { ...common.credentialState, none: ledger.withoutCredential }
  const set = <K extends keyof LedgerFilters>(key: K, value: LedgerFilters[K] | undefined) => {
    const { [key]: _, ...rest } = filters
    onChange(value === undefined ? rest : { ...rest, [key]: value })
  }

  return (
    <>
      <FilterSelect
        label={ledger.filterProvince}
        value={filters.province}
        words={provinces}
        onChange={(value) => set('province', value)}
      />
      <FilterSelect
        label={ledger.filterKind}
        value={filters.kind}
        words={common.serviceKind}
        onChange={(value) => set('kind', value)}
      />
      <FilterSelect
        label={ledger.filterStatus}
        value={filters.status}
        words={common.serviceStatus}
        onChange={(value) => set('status', value)}
      />
      <FilterSelect
        label={ledger.filterState}
        value={filters.credentialState}
        words={states}
        onChange={(value) => set('credentialState', value)}
      />
      <FilterSelect
        label={ledger.filterGap}
        value={filters.gap}
        words={ledger.gap}
        onChange={(value) => set('gap', value)}
      />
      {hasFilters(filters) && (
        <button type="button" className="button-link" onClick={() => onChange({})}>
          {ledger.clearFilters}
        </button>
      )}
    </>
  )
})

/** The provinces that occur, each as its own word. */
function useProvinces(): Readonly<Record<string, string>> {
  const rows = useApp((state) => state.rows)
  return useMemo(() => {
    const provinces = new Set<string>()
    for (const { province } of rows.values()) if (province !== undefined) provinces.add(province)
    const sorted = [...provinces].sort(new Intl.Collator('zh-CN').compare)
    return Object.fromEntries(sorted.map((province) => [province, province]))
  }, [rows])
}
