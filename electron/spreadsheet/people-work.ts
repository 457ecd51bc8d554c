import type { Contact } from '../../shared/records/contact.ts'
import type { Provider } from '../../shared/records/provider.ts'
import { liveRecords, type RecordStore } from '../ledger/store.ts'
import type { JsonObject, RecordId } from '../vault/vault.ts'
import { foldName } from './filing-match.ts'
import type { PersonDraft } from './people.ts'
import type { MergeMode, WorkingSet } from './working-set.ts'

/** Finds or makes contacts, their channels, and firms. */
export type PeopleWork = {
  person(draft: PersonDraft, entityId: RecordId, mode: MergeMode): RecordId
  /** The channel of a phone; undefined when there is none. */
  channel(phone: string | undefined): RecordId | undefined
  firm(name: string, role: Provider['roles'][number]): RecordId
}

/** @param peekSecret - What is sealed of a contact that is in the vault. */
export function createPeopleWork(
  store: RecordStore,
  work: WorkingSet,
  peekSecret: (id: RecordId) => JsonObject | undefined,
): PeopleWork {
  const contacts = new Map<string, RecordId>()
  const channels = new Map<string, RecordId>()
  const firms = new Map<string, RecordId>()
  for (const { id, data } of liveRecords(store, 'contact')) {
    for (const key of contactKeys(data.name, data.phone, data.entityId)) putNew(contacts, key, id)
  }
  for (const { id, data } of liveRecords(store, 'channel')) putNew(channels, data.value, id)
  for (const { id, data } of liveRecords(store, 'provider')) putNew(firms, foldName(data.name), id)

  const holdPhone = (phone: string, holderId: RecordId) => {
    const known = channels.get(phone)
    if (known !== undefined) work.merge('channel', known, { holderId }, 'fill')
    else channels.set(phone, work.create('channel', { kind: 'phone', value: phone, holderId }))
  }
  const keepId = (id: RecordId, draft: PersonDraft, mode: MergeMode) => {
    if (draft.idNumber === undefined) return
    const before = work.secret(id) ?? (store.records.has(id) ? peekSecret(id) : undefined)
    const known = before?.['idNumber']
    if (known === draft.idNumber || (known !== undefined && mode === 'fill')) return
    work.setSecret('contact', id, { ...before, idNumber: draft.idNumber })
  }

  return {
    person(draft, entityId, mode) {
      const phone = draft.phones[0]
      const keys = contactKeys(draft.name, phone, entityId)
      const found = keys.map((key) => contacts.get(key)).find((id) => id !== undefined)
      const isSame = found !== undefined && isSamePerson(work.data('contact', found), phone, mode)
      const told = {
        ...(phone === undefined ? {} : { phone }),
        ...(draft.email === undefined ? {} : { email: draft.email }),
        ...(draft.idKind === undefined ? {} : { idKind: draft.idKind }),
      }
      let id: RecordId
      if (isSame) {
        id = found
        const { roles } = work.data('contact', id)
        if (!roles.includes(draft.role)) {
          work.merge('contact', id, { roles: [...roles, draft.role] }, 'change')
        }
        work.merge('contact', id, told, mode)
      } else {
        id = work.create('contact', { name: draft.name, roles: [draft.role], entityId, ...told })
      }
      for (const key of keys) putNew(contacts, key, id)
      keepId(id, draft, mode)
      for (const one of draft.phones) holdPhone(one, id)
      return id
    },
    channel: (phone) => (phone === undefined ? undefined : channels.get(phone)),
    firm(name, role) {
      const key = foldName(name)
      const known = firms.get(key)
      if (known === undefined) {
        const id = work.create('provider', { name, roles: [role] })
        firms.set(key, id)
        return id
      }
      const { roles } = work.data('provider', known)
      if (!roles.includes(role)) {
        work.merge('provider', known, { roles: [...roles, role] }, 'change')
      }
      return known
    },
  }
}

/** The same name at another phone is somebody else, unless the row is to change what is known. */
function isSamePerson(known: Contact, phone: string | undefined, mode: MergeMode): boolean {
  return (
    mode === 'change' || phone === undefined || known.phone === undefined || known.phone === phone
  )
}

/** A person is known by name and phone, or by name within an entity. */
function contactKeys(
  name: string,
  phone: string | undefined,
  entityId: RecordId | undefined,
): string[] {
  const folded = foldName(name)
  const keys = phone === undefined ? [] : [`phone:${folded}:${phone}`]
  return entityId === undefined ? keys : [...keys, `entity:${folded}:${entityId}`]
}

function putNew(map: Map<string, RecordId>, key: string, id: RecordId): void {
  if (!map.has(key)) map.set(key, id)
}
