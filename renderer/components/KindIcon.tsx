import type { ServiceKind } from '../../shared/records/service.ts'

/** What kind of service a row is, as one small drawing: one element and a path, for lists of thousands. */
export function KindIcon({ kind }: { kind: ServiceKind | undefined }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className="kind-icon">
      <path d={PATHS[kind ?? 'entity']} />
    </svg>
  )
}

const PATHS: Readonly<Record<ServiceKind | 'entity', string>> = {
  website:
    'M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1ZM1 7h12M7 1c2 1.700 2.600 3.800 2.600 6S9 11.300 7 13M7 1C5 2.700 4.400 4.800 4.400 7S5 11.300 7 13',
  app: 'M4.500 1h5A1.500 1.500 0 0 1 11 2.500v9A1.500 1.500 0 0 1 9.500 13h-5A1.500 1.500 0 0 1 3 11.500v-9A1.500 1.500 0 0 1 4.500 1ZM6 11h2',
  'mini-program':
    'M1.500 1.500h4v4h-4ZM8.500 1.500h4v4h-4ZM1.500 8.500h4v4h-4ZM8.500 8.500h4v4h-4Z',
  'quick-app': 'M8 1 2.500 8H7l-1 5 5.500-7H7Z',
  entity:
    'M2 13V3l5-2v12M7 5l5 1.500V13M1 13h12M4 5.500v0M4 8v0M4 10.500v0M9.500 8.500v0M9.500 11v0',
}
