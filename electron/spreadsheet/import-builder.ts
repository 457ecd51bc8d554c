import type { ImportPlan } from '../../shared/import.ts'
import type { Service } from '../../shared/records/service.ts'
import { type RecordStore, usersOf } from '../ledger/store.ts'
import type { LedgerChange } from '../ledger/write.ts'
import type { JsonObject, RecordId } from '../vault/vault.ts'
import { type PasswordClaim, writeCredentials } from './credential-work.ts'
import { createEntityWork } from './entity-work.ts'
import { indexFilings, matchRow, rememberRow } from './filing-match.ts'
import { maybe } from './maybe.ts'
import { createPeopleWork } from './people-work.ts'
import { lacksProvider, type RowDraft } from './row-draft.ts'
import { createWorkingSet, type MergeMode } from './working-set.ts'

type DuplicateChoice = ImportPlan['duplicates']
export type RowOutcome = 'created' | 'updated' | 'skipped'

/** Turns rows into records, one after the other; nothing is written before `finish`. */
export type ImportBuilder = {
  /** @param choice - What to do if the row is a filing that is known. */
  add(draft: RowDraft, choice: DuplicateChoice): RowOutcome
  finish(): { changes: LedgerChange[]; passwords: number; providersToFill: number }
}

export function createImportBuilder(
  store: RecordStore,
  context: { now: number; peekSecret: (id: RecordId) => JsonObject | undefined },
): ImportBuilder {
  const work = createWorkingSet(store)
  const filings = indexFilings(store)
  const entities = createEntityWork(store, work)
  const people = createPeopleWork(store, work, context.peekSecret)
  const domainsOf = new Map<RecordId, Map<string, RecordId>>()
  const claims: PasswordClaim[] = []
  let providersToFill = 0

  const knownDomains = (serviceId: RecordId) => {
    const known = domainsOf.get(serviceId)
    if (known !== undefined) return known
    const made = new Map(usersOf(store, serviceId, 'domain').map((one) => [one.data.name, one.id]))
    domainsOf.set(serviceId, made)
    return made
  }

  const writeDomains = (draft: RowDraft, serviceId: RecordId, mode: MergeMode) => {
    const known = knownDomains(serviceId)
    for (const { name, registrar, ...told } of draft.domains) {
      const registrarId = registrar === undefined ? undefined : people.firm(registrar, 'registrar')
      const data = { ...told, ...(registrarId === undefined ? {} : { registrarId }) }
      const id = known.get(name)
      if (id === undefined) known.set(name, work.create('domain', { serviceId, name, ...data }))
      else work.merge('domain', id, data, mode)
    }
  }

  const addProvider = (serviceId: RecordId, providerId: RecordId) => {
    const { isProviderUnknown, ...data } = work.data('service', serviceId)
    const isKnown = data.providerIds.includes(providerId)
    if (isKnown && isProviderUnknown === undefined) return
    const providerIds = isKnown ? data.providerIds : [...data.providerIds, providerId]
    work.replace('service', serviceId, { ...data, providerIds })
  }

  const addRemark = (kind: 'entity' | 'service', id: RecordId, remark: string) => {
    const { notes } = work.data(kind, id)
    if (notes?.includes(remark) === true) return
    const all = notes === undefined ? remark : `${notes}\n${remark}`
    work.merge(kind, id, { notes: all }, 'change')
  }

  return {
    add(draft, choice) {
      const match = matchRow(filings, draft)
      const isDuplicate = match !== undefined && !match.isContinuation
      if (isDuplicate && choice === 'skip') return 'skipped'
      const joins = match !== undefined && (match.isContinuation || choice === 'update')
      const mode: MergeMode = isDuplicate && joins ? 'change' : 'fill'

      const isTwin = isDuplicate && !joins && draft.service === undefined
      const entityId = entities.of(draft, isTwin ? 'new' : mode)
      const providerId =
        draft.provider === undefined ? undefined : people.firm(draft.provider, 'access')
      const persons = new Map(
        draft.people.map((one) => [one.role, people.person(one, entityId, mode)]),
      )
      let serviceId: RecordId | undefined
      if (draft.service !== undefined) {
        const told: Partial<Service> = {
          ...draft.service.data,
          ...(draft.service.isNameMadeUp ? {} : { name: draft.service.name }),
          ...maybe('responsibleId', persons.get('service-responsible')),
          ...maybe('entityResponsibleId', persons.get('entity-responsible')),
          ...maybe('emergencyId', persons.get('emergency')),
        }
        if (match !== undefined && joins) {
          serviceId = match.filing.id
          if (providerId !== undefined) addProvider(serviceId, providerId)
          // That this table says nothing of providers is nothing new about a service that is known.
          const { isProviderUnknown: _, ...news } = told
          work.merge('service', serviceId, news, mode)
        } else {
          serviceId = work.create('service', {
            kind: 'website',
            status: draft.service.data.filingNumber === undefined ? 'unknown' : 'active',
            ...told,
            entityId,
            name: draft.service.name,
            providerIds: providerId === undefined ? [] : [providerId],
          })
          if (lacksProvider(draft)) providersToFill += 1
        }
        writeDomains(draft, serviceId, mode)
        rememberRow(filings, draft, serviceId)
      }
      if (draft.remark !== undefined) {
        if (serviceId === undefined) addRemark('entity', entityId, draft.remark)
        else addRemark('service', serviceId, draft.remark)
      }
      const responsible =
        draft.people.find((one) => one.role === 'entity-responsible') ?? draft.people[0]
      claims.push({
        entityId,
        ...(serviceId === undefined ? {} : { serviceId }),
        ...(providerId === undefined ? {} : { providerId }),
        ...maybe('channelId', people.channel(responsible?.phones[0])),
        passwords: draft.passwords,
        mode,
      })
      return match !== undefined && joins ? 'updated' : 'created'
    },
    finish() {
      const passwords = writeCredentials(claims, { store, work, ...context })
      return { changes: work.changes(context.now), passwords, providersToFill }
    },
  }
}
