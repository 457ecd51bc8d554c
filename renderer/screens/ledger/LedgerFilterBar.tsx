import { Select } from 'antd'
import { memo, useMemo } from 'react'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { hasFilters, type LedgerFilters } from './rows-view.ts'

type Props = { filters: LedgerFilters; onChange(filters: LedgerFilters): void }

/** Narrows 台账 by province, kind, status and state of the password. Does not render again while somebody types. */
export const LedgerFilterBar = memo(function FilterBar({ filters, onChange }: Props) {
  const { ledger, common } = useText()
  const provinces = useProvinces()
  const set = <K extends keyof LedgerFilters>(key: K, value: LedgerFilters[K] | undefined) => {
    const { [key]: _, ...rest } = filters
    onChange(value === undefined ? rest : { ...rest, [key]: value })
  }

  return (
    <>
      <Filter
        label={ledger.filterProvince}
        value={filters.province}
        options={provinces.map((province) => [province, province])}
        onChange={(value) => set('province', value)}
      />
      <Filter
        label={ledger.filterKind}
        value={filters.kind}
        options={entriesOf(common.serviceKind)}
        onChange={(value) => set('kind', value)}
      />
      <Filter
        label={ledger.filterStatus}
        value={filters.status}
        options={entriesOf(common.serviceStatus)}
        onChange={(value) => set('status', value)}
      />
      <Filter
        label={ledger.filterState}
        value={filters.credentialState}
        options={[...entriesOf(common.credentialState), ['none', ledger.withoutCredential]]}
        onChange={(value) => set('credentialState', value)}
      />
      {hasFilters(filters) && (
        <button type="button" className="button-link" onClick={() => onChange({})}>
          {ledger.clearFilters}
        </button>
      )}
    </>
  )
})

type FilterProps<V extends string> = {
  label: string
  value: V | undefined
  options: readonly (readonly [V, string])[]
  onChange(value: V | undefined): void
}

function Filter<V extends string>({ label, value, options, onChange }: FilterProps<V>) {
  return (
    <Select<V>
      aria-label={label}
      className="ledger-filter"
      size="small"
      allowClear
      placeholder={label}
      {...(value !== undefined && { value })}
      options={options.map(([option, word]) => ({ value: option, label: word }))}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      popupMatchSelectWidth={false}
    />
  )
}

function entriesOf<K extends string>(words: Readonly<Record<K, string>>): [K, string][] {
  // `as`: Object.entries forgets the key's type; the dictionaries are literals with exactly these keys.
  return Object.entries(words) as [K, string][]
}

function useProvinces(): string[] {
  const rows = useApp((state) => state.rows)
  return useMemo(() => {
    const provinces = new Set<string>()
    for (const { province } of rows.values()) if (province !== undefined) provinces.add(province)
    return [...provinces].sort(new Intl.Collator('zh-CN').compare)
  }, [rows])
}
