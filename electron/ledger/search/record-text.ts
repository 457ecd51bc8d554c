import type { LedgerRecord } from '../../../shared/records/record.ts'
import { recordTitle } from '../../../shared/records/record-title.ts'
import type { RecordStore } from '../store.ts'
import { placeOf } from '../titles.ts'
import { domainForms, numberForms } from './row-text.ts'
import type { SearchText } from './text-index.ts'

/** What any record is found by with Ctrl/Cmd+K. */
export function recordText(store: RecordStore, record: LedgerRecord): SearchText {
  const title = recordTitle(record)
  const text = { id: record.id, primary: [title], secondary: [] as string[], names: [title] }
  const add = (list: string[], ...values: (string | undefined)[]) => {
    for (const value of values) if (value !== undefined) list.push(value)
  }
  switch (record.kind) {
    case 'entity': {
      const { shortName, filingNumber, creditCode } = record.data
      add(text.primary, shortName, ...numberForms(filingNumber), creditCode)
      add(text.names, shortName)
      break
    }
    case 'service':
      add(text.primary, ...numberForms(record.data.filingNumber), record.data.policeNumber)
      break
    case 'domain':
      add(text.primary, ...domainForms(record.data.name))
      add(text.secondary, record.data.owner)
      break
    case 'provider':
      add(text.secondary, record.data.phone, record.data.consoleUrl)
      break
    case 'contact':
      add(text.primary, record.data.phone, record.data.email)
      add(text.secondary, record.data.post)
      break
    case 'channel':
      add(text.secondary, record.data.owner)
      break
    case 'case':
      add(text.primary, record.data.number, record.data.title)
      add(text.secondary, ...record.data.steps.map((step) => step.reference))
      add(text.secondary, ...record.data.log.map((entry) => entry.reference))
      add(text.names, record.data.title)
      break
    case 'document':
      add(text.secondary, record.data.paperPlace, ...record.data.files.map(({ name }) => name))
      break
    case 'credential':
      add(text.primary, record.data.account)
      add(text.secondary, record.data.portal)
      break
  }
  const subject = record.kind === 'entity' ? undefined : placeOf(store, record).subject
  add(text.secondary, subject)
  add(text.names, subject)
  return text
}
