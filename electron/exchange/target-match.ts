import type { ForeignLine, ForeignTarget } from '../../shared/exchange.ts'
import { ownLabels } from '../../shared/field/domain-name.ts'
import { liveRecord, liveRecords, type RecordStore } from '../ledger/store.ts'
import { foldName } from '../spreadsheet/filing-match.ts'
import type { RecordId } from '../vault/vault.ts'
import type { ForeignEntry } from './foreign-entry.ts'
import { domainsAround, hostOf } from './portal-host.ts'

type Suggestion = { target: ForeignTarget; targetBy?: NonNullable<ForeignLine['targetBy']> }

/** Shorter names are found in too many words. */
const MIN_NAME_CHARS = 2
const NUMBER = /[\u4e00-\u9fff]ICP[备证]\d{6,10}号(?:-\d{1,4}[A-Z]?)?/i

type NamedTarget = { name: string; target: ForeignTarget }

/** Tells where in the ledger entries of a file may belong. */
export type TargetMatcher = (entry: ForeignEntry) => Suggestion

/** Everything in the ledger by which an entry can be recognised. */
export function createTargetMatcher(store: RecordStore): TargetMatcher {
  const byNumber = new Map<string, ForeignTarget>()
  const byDomain = new Map<string, ForeignTarget>()
  const byConsole = new Map<string, RecordId>()
  const names: NamedTarget[] = []
  const addName = (name: string | undefined, target: ForeignTarget) => {
    const folded = foldName(name ?? '')
    if (folded.length >= MIN_NAME_CHARS) names.push({ name: folded, target })
  }
  for (const { id, data } of liveRecords(store, 'service')) {
    const target = { entityId: data.entityId, serviceId: id }
    if (data.filingNumber !== undefined) byNumber.set(data.filingNumber.toUpperCase(), target)
    const home = data.homeUrl === undefined ? undefined : hostOf(data.homeUrl)
    if (home !== undefined) byDomain.set(home, target)
    addName(data.name, target)
  }
  for (const { data } of liveRecords(store, 'domain')) {
    const service = liveRecord(store, 'service', data.serviceId)
    if (service === undefined) continue
    byDomain.set(data.name, { entityId: service.data.entityId, serviceId: service.id })
  }
  for (const { id, data } of liveRecords(store, 'entity')) {
    const target = { entityId: id }
    if (data.filingNumber !== undefined) byNumber.set(data.filingNumber.toUpperCase(), target)
    addName(data.name, target)
    addName(data.shortName, target)
  }
  for (const { id, data } of liveRecords(store, 'provider')) {
    const host = data.consoleUrl === undefined ? undefined : hostOf(data.consoleUrl)
    if (host !== undefined) byConsole.set(ownDomain(host), id)
  }
  const byStart = new Map<string, NamedTarget[]>()
  for (const one of names) {
    const start = one.name.slice(0, MIN_NAME_CHARS)
    const same = byStart.get(start)
    if (same === undefined) byStart.set(start, [one])
    else same.push(one)
  }

  return (entry) => {
    const hosts = entry.urls.flatMap((url) => hostOf(url) ?? [])
    const providerId = hosts
      .map((host) => byConsole.get(ownDomain(host)))
      .find((id) => id !== undefined)
    const withProvider = (target: ForeignTarget): ForeignTarget =>
      providerId === undefined ? target : { ...target, providerId }
    const said = [entry.title, ...entry.group, ...entry.extras.map((extra) => extra.value)]
    for (const text of said) {
      const number = NUMBER.exec(text)?.[0].toUpperCase()
      const target = number === undefined ? undefined : byNumber.get(number)
      if (target !== undefined) return { target: withProvider(target), targetBy: 'filing-number' }
    }
    for (const domain of hosts.flatMap(domainsAround)) {
      const target = byDomain.get(domain)
      if (target !== undefined) return { target: withProvider(target), targetBy: 'domain' }
    }
    const found = longestName(foldName([entry.title, ...entry.group].join('\n')), byStart)
    if (found !== undefined) return { target: withProvider(found.target), targetBy: 'name' }
    return { target: withProvider({}) }
  }
}

/** A longer name says more: 星河示例商城 before 星河. Each place of the text is looked at once, whatever the ledger holds. */
function longestName(
  text: string,
  byStart: ReadonlyMap<string, readonly NamedTarget[]>,
): NamedTarget | undefined {
  let longest: NamedTarget | undefined
  for (let at = 0; at + MIN_NAME_CHARS <= text.length; at++) {
    for (const one of byStart.get(text.slice(at, at + MIN_NAME_CHARS)) ?? []) {
      const isLonger = one.name.length > (longest?.name.length ?? 0)
      if (isLonger && text.startsWith(one.name, at)) longest = one
    }
  }
  return longest
}

/** `console.aliyun.com` and `beian.aliyun.com` are one provider's. */
function ownDomain(host: string): string {
  const [label] = ownLabels(host).slice(-1)
  return label === undefined ? host : host.slice(host.lastIndexOf(label))
}
