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
    case 'custodian':
      return record.data.name
    case 'handover':
      return `${record.data.number} ${record.data.leaverName}`
    case 'backup':
      return record.data.fileName
    case 'drill':
      return record.data.on
    case 'company-rule':
      return record.kind
    case 'case':
      return `${record.data.number} ${record.data.title}`
    case 'document':
    case 'letter':
    case 'task':
      return record.data.title
    case 'check':
      return record.data.startedOn
    case 'guide-addition':
      return record.data.guideId.toUpperCase()
    case 'holiday-notice':
      return `${record.data.year}`
  }
}
