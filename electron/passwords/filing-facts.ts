import { ownLabels } from '../../shared/field/domain-name.ts'
import { birthDayOf } from '../../shared/field/resident-id.ts'
import { ContactSecret } from '../../shared/records/contact.ts'
import { CredentialSecret } from '../../shared/records/credential.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { credentialsOfFiling } from '../ledger/row.ts'
import { readingsOf } from '../ledger/search/pinyin.ts'
import { liveRecord, usersOf } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'

/** What is known of a filing and must not be part of its passwords. All in lower case. */
export type FilingFacts = {
  /** `YYYY-MM-DD`. */
  birthdays: readonly string[]
  mobiles: readonly string[]
  idNumbers: readonly string[]
  creditCodes: readonly string[]
  /** The digits of 备案号, 公安备案号 and licence numbers. */
  filingDigits: readonly string[]
  /** Labels of its domains, at least four characters. */
  domainLabels: readonly string[]
  /** Full pinyin and initials of its names, at least three characters. */
  companyNames: readonly string[]
  /** The latest values of the credential itself, newest first. */
  usedBefore: readonly string[]
}

export const NO_FACTS: FilingFacts = {
  birthdays: [],
  mobiles: [],
  idNumbers: [],
  creditCodes: [],
  filingDigits: [],
  domainLabels: [],
  companyNames: [],
  usedBefore: [],
}

/** What a password belongs to: a credential that is there, or the filing a new one is for. */
export type PasswordScope = {
  id?: RecordId | undefined
  serviceId?: RecordId | undefined
  entityId?: RecordId | undefined
}

/** So many of the latest values may not be used again. */
const REMEMBERED_VALUES = 5

/** Legal forms and filler that many companies share: no hint at one of them, so no reason to refuse. */
const COMMON_WORDS =
  /股份|有限|责任|公司|集团|科技|技术|网络|信息|发展|文化|传媒|商贸|贸易|分公司/gu

/**
 * Gathers what a password of this scope must not contain: the facts of its filing and of the people
 * in it. Opens their ID numbers and the credential's past values inside the vault process only.
 */
export function factsOf({ vault, ledger }: OpenVault, scope: PasswordScope): FilingFacts {
  const credential = liveRecord(ledger, 'credential', scope.id)
  const serviceId = credential?.data.serviceId ?? scope.serviceId
  const service = liveRecord(ledger, 'service', serviceId)
  const entityId = credential?.data.entityId ?? service?.data.entityId ?? scope.entityId
  const entity = liveRecord(ledger, 'entity', entityId)
  const services =
    service !== undefined ? [service] : entity ? usersOf(ledger, entity.id, 'service') : []
  const domains = services.flatMap((one) => usersOf(ledger, one.id, 'domain'))
  const people = peopleOf(ledger, entity, services)
  const channels = entity
    ? credentialsOfFiling(ledger, entity.id, service?.id).map(({ data }) =>
        liveRecord(ledger, 'channel', data.channelId),
      )
    : []

  const idNumbers = people.flatMap((person) => {
    if (!person.hasSecret) return []
    return ContactSecret.parse(vault.peekSecret(person.id) ?? {}).idNumber ?? []
  })
  const names = [entity?.data.name, entity?.data.shortName, ...services.map((one) => one.data.name)]
  const numbers = [entity?.data.filingNumber, entity?.data.organizationCode].concat(
    services.flatMap((one) => [one.data.filingNumber, one.data.policeNumber]),
  )
  return {
    birthdays: idNumbers.flatMap((id) => birthDayOf(id) ?? []),
    mobiles: [
      ...people.map((person) => person.data.phone),
      ...channels.map((channel) =>
        channel?.data.kind === 'phone' ? channel.data.value : undefined,
      ),
    ].flatMap((phone) => phone?.replace(/\D/g, '') || []),
    idNumbers: idNumbers.map((id) => id.toLowerCase()),
    creditCodes:
      entity?.data.creditCode === undefined ? [] : [entity.data.creditCode.toLowerCase()],
    filingDigits: numbers.flatMap((number) => digitRuns(number)),
    domainLabels: domains.flatMap((domain) =>
      ownLabels(domain.data.name).filter((label) => label.length >= 4),
    ),
    companyNames: [...new Set(names.flatMap((name) => pinyinForms(name)))],
    usedBefore: usedBefore(vault, credential),
  }
}

function peopleOf(
  ledger: OpenVault['ledger'],
  entity: LedgerRecord<'entity'> | undefined,
  services: readonly LedgerRecord<'service'>[],
): LedgerRecord<'contact'>[] {
  const people = new Set(entity === undefined ? [] : usersOf(ledger, entity.id, 'contact'))
  for (const { data } of services) {
    for (const id of [data.responsibleId, data.entityResponsibleId, data.emergencyId]) {
      const person = liveRecord(ledger, 'contact', id)
      if (person !== undefined) people.add(person)
    }
  }
  return [...people]
}

function usedBefore(
  vault: OpenVault['vault'],
  credential: LedgerRecord<'credential'> | undefined,
): string[] {
  if (credential?.hasSecret !== true) return []
  const secret = CredentialSecret.parse(vault.peekSecret(credential.id) ?? { history: [] })
  const values = [secret.value, ...secret.history.map((past) => past.value)]
  return values.filter((value) => value !== undefined).slice(0, REMEMBERED_VALUES)
}

function digitRuns(number: string | undefined): string[] {
  return (number?.match(/\d+/g) ?? []).filter((run) => run.length >= 6)
}

/** `xinghe` and `xh` of 星河科技有限公司, and the forms of the whole name. Latin letters stay as they are. */
function pinyinForms(name: string | undefined): string[] {
  if (name === undefined) return []
  const folded = name.normalize('NFKC').toLowerCase()
  const own = folded.replace(/\(.*?\)/g, '').replace(COMMON_WORDS, '')
  return [folded, own].flatMap((text) => {
    const syllables = [...text].flatMap(
      (character) => readingsOf(character)[0] ?? (/[a-z0-9]/.test(character) ? character : []),
    )
    const initials = syllables.map((syllable) => syllable[0]).join('')
    return [syllables.join(''), initials].filter((form) => form.length >= 4)
  })
}
