import type { CalendarDay } from '../../shared/calendar-day.ts'
import { domainToUnicode } from '../../shared/field/domain-name.ts'
import { type BlankName, blankOf } from '../../shared/letters/blanks.ts'
import { chineseDay } from '../../shared/letters/letter-rules.ts'
import { PAPER_ID_KINDS } from '../../shared/letters/paper-words.ts'
import type { RoleName } from '../../shared/letters/template.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { domainsOf } from '../ledger/row.ts'
import { liveRecords, oldestFirst } from '../ledger/store.ts'
import type { LetterContext } from './letter-context.ts'
import { CHOICE_KEYS } from './letter-context.ts'

/** What the ledger, the case or the letter's own dates say for a blank; undefined: nothing, so it stays one. */
export function blankValue(context: LetterContext, name: BlankName): string | undefined {
  return VALUES[name]?.(context)
}

/** The contact whose ID number belongs into a sealed blank. */
export function idHolderOf(
  context: LetterContext,
  name: string,
): LedgerRecord<'contact'> | undefined {
  const source = blankOf(name)?.source
  if (source === 'legal') return context.legal
  return context.people.get(source as RoleName)
}

type Value = (context: LetterContext) => string | undefined

const VALUES: Readonly<Partial<Record<BlankName, Value>>> = {
  'entity.name': ({ entity }) => entity?.data.name,
  'entity.creditCode': ({ entity }) => entity?.data.creditCode ?? entity?.data.organizationCode,
  'entity.address': ({ entity }) => entity?.data.address,
  'entity.filingNumber': ({ entity }) => entity?.data.filingNumber,
  'entity.filedOn': ({ entity, services }) =>
    inChinese(entity?.data.filedOn ?? earliest(services.map(({ data }) => data.filedOn))),

  'legal.name': ({ legal }) => legal?.data.name,
  'legal.phone': ({ legal }) => legal?.data.phone,
  'legal.idKind': ({ legal }) => idKindOf(legal),

  'agent.name': ofRole('agent', ({ name }) => name),
  'agent.post': ofRole('agent', ({ post }) => post),
  'agent.phone': ofRole('agent', ({ phone }) => phone),
  'agent.idKind': ({ people }) => idKindOf(people.get('agent')),

  'contact.name': ofRole('contact', ({ name }) => name),
  'contact.post': ofRole('contact', ({ post }) => post),
  'contact.phone': ofRole('contact', ({ phone }) => phone),
  'contact.email': ofRole('contact', ({ email }) => email),

  'giver.name': ofRole('giver', ({ name }) => name),
  'giver.post': ofRole('giver', ({ post }) => post),
  'receiver.name': ofRole('receiver', ({ name }) => name),
  'receiver.post': ofRole('receiver', ({ post }) => post),
  'witness.name': ofRole('witness', ({ name }) => name),
  'witness.post': ofRole('witness', ({ post }) => post),

  'services.names': ({ services }) => joined(services.map(({ data }) => data.name)),
  'services.count': ({ services }) => `${services.length}`,
  'services.domains': ({ ledger, services }) =>
    joined(services.flatMap(({ id }) => domainsOf(ledger, id).map(nameOfDomain))),

  'provider.name': ({ provider }) => provider?.data.name,
  'provider.address': ({ provider }) => provider?.data.address,
  'provider.phone': ({ provider }) => provider?.data.phone,
  'bureau.name': ({ province }) => province?.bureau,
  'bureau.province': ({ province }) => province?.name,
  addressee: ({ provider, province, recoveryCase }) =>
    provider?.data.name ??
    (BUREAU_GUIDES.includes(recoveryCase?.data.guideId ?? '') ? province?.bureau : undefined),

  'case.number': ({ recoveryCase }) => recoveryCase?.data.number,
  'case.references': ({ recoveryCase }) =>
    joined([
      ...new Set(
        [...(recoveryCase?.data.steps ?? []), ...(recoveryCase?.data.log ?? [])].flatMap(
          ({ reference }) => reference ?? [],
        ),
      ),
    ]),
  'case.askedOn': ({ recoveryCase }) =>
    inChinese(earliest(recoveryCase?.data.log.map(({ on }) => on))),
  acceptedOn: complainedOn,

  'transferee.name': ({ transferee }) => transferee?.data.name,
  'transferee.creditCode': ({ transferee }) => transferee?.data.creditCode,
  'transferee.address': ({ transferee }) => transferee?.data.address,

  'letter.writtenOn': ({ letter }) => inChinese(letter.writtenOn),
  'letter.validFrom': ({ letter }) => inChinese(letter.validFromOn),
  'letter.validUntil': ({ letter }) => inChinese(letter.validUntilOn),

  formerPerson: (context) => formerResponsible(context)?.data.name,
  formerLeftOn: (context) => inChinese(formerResponsible(context)?.data.leftOn),
}

/** Guides that lead to the bureau. */
const BUREAU_GUIDES: readonly string[] = ['b', 'f', 'g']

function ofRole(
  role: RoleName,
  read: (data: LedgerRecord<'contact'>['data']) => string | undefined,
): Value {
  return ({ people }) => {
    const person = people.get(role)
    return person === undefined ? undefined : read(person.data)
  }
}

function idKindOf(contact: LedgerRecord<'contact'> | undefined): string | undefined {
  return contact?.data.idKind === undefined ? undefined : PAPER_ID_KINDS[contact.data.idKind]
}

/** The day a complaint to the provider itself was signed in the same case. */
function complainedOn({ ledger, letter }: LetterContext): string | undefined {
  if (letter.caseId === undefined) return undefined
  const days = oldestFirst([...liveRecords(ledger, 'letter')])
    .filter(
      ({ data }) =>
        data.kind === 'complaint' &&
        data.caseId === letter.caseId &&
        data.values[CHOICE_KEYS.variant] === 'to-provider',
    )
    .map(({ data }) => data.signedOn)
  return inChinese(earliest(days))
}

/** A responsible person of the services who has left. */
function formerResponsible({ ledger, services }: LetterContext) {
  for (const { data } of services) {
    for (const id of [data.responsibleId, data.entityResponsibleId]) {
      const contact = id === undefined ? undefined : ledger.records.get(id)
      if (contact?.kind === 'contact' && contact.data.leftOn !== undefined) return contact
    }
  }
  return undefined
}

export function nameOfDomain({ data }: LedgerRecord<'domain'>): string {
  return domainToUnicode(data.name)
}

function inChinese(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : chineseDay(day)
}

function earliest(days: readonly (CalendarDay | undefined)[] = []): CalendarDay | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join('、')
}
