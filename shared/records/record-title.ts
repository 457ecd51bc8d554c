import { domainToUnicode } from '../field/domain-name.ts'
import type { LedgerRecord } from './record.ts'

/** The name a person knows a record by. Never a secret. */
export function recordTitle(record: LedgerRecord): string {
  switch (record.kind) {
    case 'domain':
      return domainToUnicode(record.data.name)
    case 'channel':
      return record.data.value
    case 'credential':
      return record.data.label
    case 'entity':
    case 'service':
    case 'provider':
    case 'contact':
    case 'custodian':
      return record.data.name
    case 'backup':
      return record.data.fileName
    case 'drill':
      return record.data.on
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
    case 'handover':
      return `${record.data.number} ${record.data.leaver.name}`
    case 'company-rule':
      return '公司规则'
  }
}
