import { VaultError } from '../../shared/errors.ts'
import type { PartyChoice } from '../../shared/handover-view.ts'
import type { HandoverParty } from '../../shared/records/handover.ts'
import { recordsById } from '../custodians/people.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { liveRecords, requireLive } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { SlotSummary } from '../vault/vault.ts'
import { opensAll } from './blocker-lines.ts'
import { compareText } from './password-lines.ts'

/** Who is named in a form: a custodian, a contact, or a name of somebody the vault does not know. */
export type NamedParty = {
  custodianId?: string | undefined
  contactId?: string | undefined
  name?: string | undefined
  post?: string | undefined
  department?: string | undefined
  staffNumber?: string | undefined
}

/** Everybody who can be named: custodians first, then contacts of ours who have not left. */
export function partyChoices(open: OpenVault, today: string): PartyChoice[] {
  const { ledger, vault } = open
  const choices: PartyChoice[] = []
  const seenContacts = new Set<string>()
  const byId = slotsByCustodian(vault.slots())
  const records = recordsById(ledger)
  for (const [custodianId, slots] of byId) {
    const record = records.get(custodianId)
    const name = record?.data.name ?? slots[0]?.custodianName ?? ''
    if (name === '') continue
    const contact =
      record?.data.contactId ??
      [...liveRecords(ledger, 'contact')].find(
        ({ data }) => data.name === name && data.leftOn === undefined,
      )?.id
    if (contact !== undefined) seenContacts.add(contact)
    choices.push({
      id: custodianId,
      custodianId,
      name,
      ...(contact !== undefined && { contactId: contact }),
      ...(record?.data.post !== undefined && { post: record.data.post }),
      ...(record?.data.staffNumber !== undefined && { staffNumber: record.data.staffNumber }),
      isSelf: custodianId === vault.custodianId,
      canOpen: slots.some(opensAll),
    })
  }
  const contacts: PartyChoice[] = []
  for (const { id, data } of liveRecords(ledger, 'contact')) {
    if (seenContacts.has(id) || (data.leftOn !== undefined && data.leftOn <= today)) continue
    const { name, post } = data
    contacts.push({
      id,
      contactId: id,
      name,
      ...(post !== undefined && { post }),
      isSelf: false,
      canOpen: false,
    })
  }
  const byName = (a: PartyChoice, b: PartyChoice) => compareText(a.name, b.name)
  return [...choices.sort(byName), ...contacts.sort(byName)]
}

/**
 * A party with what the vault knows of them.
 *
 * @throws VaultError `record-not-found`, `invalid-value` (`field`) where nobody is named.
 */
export function partyOf(open: OpenVault, field: string, named: NamedParty): HandoverParty {
  const { ledger, vault } = open
  const { custodianId, contactId } = named
  const record = custodianId === undefined ? undefined : recordsById(ledger).get(custodianId)
  const slot = vault.slots().find((one) => one.custodianId === custodianId)
  if (custodianId !== undefined && record === undefined && slot === undefined) {
    throw new VaultError('record-not-found', 'there is no such custodian')
  }
  const contact = contactId === undefined ? undefined : requireLive(ledger, 'contact', contactId)
  const name = record?.data.name ?? slot?.custodianName ?? contact?.data.name ?? named.name?.trim()
  if (name === undefined || name === '') throw invalidValue(field, 'required')
  const post = named.post ?? record?.data.post ?? contact?.data.post
  const staffNumber = named.staffNumber ?? record?.data.staffNumber
  return {
    name,
    ...(custodianId !== undefined && { custodianId }),
    ...(contactId !== undefined && { contactId }),
    ...(post !== undefined && { post }),
    ...(named.department !== undefined && { department: named.department }),
    ...(staffNumber !== undefined && { staffNumber }),
  }
}

/** Since when a custodian could open every secret; undefined: never. */
export function couldOpenSince(
  { vault, ledger }: OpenVault,
  custodianId: string | undefined,
): number | undefined {
  if (custodianId === undefined) return undefined
  const own = vault
    .slots()
    .filter((slot) => slot.custodianId === custodianId && slot.scope === 'all')
  if (own.length === 0) return undefined
  // A slot is as young as its passphrase; the person may have come long before.
  const joinedOn = recordsById(ledger).get(custodianId)?.data.joinedOn
  const times = own.map(({ createdAt }) => createdAt)
  if (joinedOn !== undefined) times.push(Date.parse(`${joinedOn}T00:00:00+08:00`))
  return Math.min(...times)
}

/** By their way in or as a contact; by name where neither is known. */
export function isSamePerson(a: NamedParty, b: NamedParty): boolean {
  const isSame = (one: string | undefined, other: string | undefined) =>
    one !== undefined && one === other
  return (
    isSame(a.custodianId, b.custodianId) ||
    isSame(a.contactId, b.contactId) ||
    (a.custodianId === undefined &&
      b.custodianId === undefined &&
      a.contactId === undefined &&
      b.contactId === undefined &&
      isSame(a.name, b.name))
  )
}

function slotsByCustodian(slots: readonly SlotSummary[]): Map<string, SlotSummary[]> {
  const found = new Map<string, SlotSummary[]>()
  for (const slot of slots) {
    if (slot.custodianId === '') continue
    found.set(slot.custodianId, [...(found.get(slot.custodianId) ?? []), slot])
  }
  return found
}
