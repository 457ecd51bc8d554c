import { foldText } from '../../shared/field/normalise.ts'
import { liveRecord, liveRecords, type RecordStore } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import type { RowDraft } from './row-draft.ts'

/** A filing that is known: in the vault, or from an earlier row of the same file. */
export type KnownFiling = { id: RecordId; name: string; row?: number }

/** Known filings by what they are recognised by. */
export type FilingIndex = {
  /** Service numbers with their serial. */
  numbers: Map<string, KnownFiling>
  domains: Map<string, KnownFiling>
  /** Entities in the vault, for rows that tell of an entity only. */
  entities: Map<string, KnownFiling>
}

export type FilingMatch = {
  filing: KnownFiling
  by: 'filing-number' | 'domain'
  /** One more domain of a service that an earlier row of the file began: joined, not a duplicate. */
  isContinuation: boolean
}

/** All filings of the vault that are not in the trash. */
export function indexFilings(store: RecordStore): FilingIndex {
  const index: FilingIndex = { numbers: new Map(), domains: new Map(), entities: new Map() }
  for (const { id, data } of liveRecords(store, 'service')) {
    const number = data.filingNumber
    if (number !== undefined) putNew(index.numbers, number, { id, name: data.name })
  }
  for (const { data } of liveRecords(store, 'domain')) {
    const service = liveRecord(store, 'service', data.serviceId)
    if (service === undefined) continue
    putNew(index.domains, data.name, { id: service.id, name: service.data.name })
  }
  for (const { id, data } of liveRecords(store, 'entity')) {
    for (const key of entityKeys(data.name, data))
      putNew(index.entities, key, { id, name: data.name })
  }
  return index
}

/** The filing that a row seems to be; undefined when it is new. */
export function matchRow(index: FilingIndex, draft: RowDraft): FilingMatch | undefined {
  const { service, entity } = draft
  if (service === undefined) {
    const keys = entityKeys(entity.isNameMadeUp ? undefined : entity.name, entity.data)
    const filing = keys.map((key) => index.entities.get(key)).find((one) => one !== undefined)
    return filing === undefined ? undefined : { filing, by: 'filing-number', isContinuation: false }
  }
  const number = service.data.filingNumber
  const byNumber = number === undefined ? undefined : index.numbers.get(number)
  if (byNumber !== undefined) {
    const isFresh = draft.domains.every((domain) => !index.domains.has(domain.name))
    const isContinuation = byNumber.row !== undefined && draft.domains.length > 0 && isFresh
    return { filing: byNumber, by: 'filing-number', isContinuation }
  }
  for (const { name } of draft.domains) {
    const filing = index.domains.get(name)
    if (filing !== undefined) return { filing, by: 'domain', isContinuation: false }
  }
  return undefined
}

/** Makes the filing of a row known to the rows below it. */
export function rememberRow(index: FilingIndex, draft: RowDraft, id: RecordId): void {
  if (draft.service === undefined) return
  const filing = { id, name: draft.service.name, row: draft.row }
  const number = draft.service.data.filingNumber
  if (number !== undefined) putNew(index.numbers, number, filing)
  for (const { name } of draft.domains) putNew(index.domains, name, filing)
}

/** What an entity is recognised by, surest first. */
export function entityKeys(
  name: string | undefined,
  data: { creditCode?: string | undefined; filingNumber?: string | undefined },
): string[] {
  const keys: string[] = []
  if (data.creditCode !== undefined) keys.push(`code:${data.creditCode}`)
  if (data.filingNumber !== undefined) keys.push(`number:${data.filingNumber}`)
  if (name !== undefined) keys.push(`name:${foldName(name)}`)
  return keys
}

/** Names of units and persons as they are compared: width, case, blanks and kinds of brackets do not count. */
export function foldName(name: string): string {
  return foldText(name).replace(/[\s()[\]【】《》"'“”]/g, '')
}

function putNew(map: Map<string, KnownFiling>, key: string, filing: KnownFiling): void {
  if (!map.has(key)) map.set(key, filing)
}
