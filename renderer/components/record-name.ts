import type { LedgerRecord } from '../../shared/records/record.ts'

/** The name a person knows a record by. */
export function recordName(record: LedgerRecord): string {
  switch (record.kind) {
    case 'credential':
      return record.data.label
    case 'channel':
      return record.data.value
    case 'entity':
    case 'service':
    case 'domain':
    case 'provider':
    case 'contact':
      return record.data.name
  }
}
