import type { CredentialKind } from '../../shared/records/credential.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { liveRecords, type RecordStore } from '../ledger/store.ts'
import { foldName } from '../spreadsheet/filing-match.ts'
import { hostOf } from './portal-host.ts'

type Known = LedgerRecord<'credential'>

type Linked = {
  entityId?: string | undefined
  serviceId?: string | undefined
  providerId?: string | undefined
}

/** What an account is recognised by. */
export type AccountFacts = {
  label: string
  account?: string | undefined
  portal?: string | undefined
  kind: CredentialKind
  target: Linked
}

/** Finds the credential in the vault that is the same account at the same place. */
export type DuplicateFinder = (facts: AccountFacts) => Known | undefined

export function createDuplicateFinder(store: RecordStore): DuplicateFinder {
  const known = new Map<string, Known>()
  for (const credential of liveRecords(store, 'credential')) {
    const { data } = credential
    const { entityId, serviceId, providerId } = data
    const target = { entityId, serviceId, providerId }
    for (const key of keysOf({ ...data, target })) if (!known.has(key)) known.set(key, credential)
  }
  return (facts) => {
    for (const key of keysOf(facts)) {
      const found = known.get(key)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Surest first: account and site; account, kind and filing; without an account the name does what it can. */
function keysOf({ label, account, portal, kind, target }: AccountFacts): string[] {
  const who = foldName(account ?? '')
  const host = portal === undefined ? undefined : (hostOf(portal) ?? foldName(portal))
  const place = target.serviceId ?? target.entityId ?? target.providerId
  const keys: string[] = []
  if (host !== undefined && (who !== '' || place === undefined)) {
    keys.push(JSON.stringify(['site', host, who === '' ? foldName(label) : who]))
  }
  if (who !== '' && place !== undefined) keys.push(JSON.stringify(['place', place, kind, who]))
  if (who === '' && host === undefined) {
    keys.push(JSON.stringify(['name', place ?? '', foldName(label)]))
  }
  return keys
}
