import type { CalendarDay } from '../../shared/calendar-day.ts'
import { provinceOfNumber } from '../../shared/field/icp-number.ts'
import type { Province } from '../../shared/field/province.ts'
import { provinceOfIcp } from '../../shared/field/province.ts'
import type { LetterTemplate, RoleName, Signer } from '../../shared/letters/template.ts'
import { SIGNERS } from '../../shared/letters/template.ts'
import { TEMPLATES } from '../../shared/letters/templates.ts'
import type { Letter } from '../../shared/records/letter.ts'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { oldestFirst, recordOf, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** A letter with all that its blanks may be filled from. */
export type LetterContext = {
  ledger: Ledger
  letter: Letter
  today: CalendarDay
  template: LetterTemplate
  signer: Signer
  variant: string | undefined
  entity: LedgerRecord<'entity'> | undefined
  services: LedgerRecord<'service'>[]
  province: Province | undefined
  people: ReadonlyMap<RoleName, LedgerRecord<'contact'>>
  /** The legal representative; of a person's filing the person, of a shop its owner. */
  legal: LedgerRecord<'contact'> | undefined
  provider: LedgerRecord<'provider'> | undefined
  recoveryCase: LedgerRecord<'case'> | undefined
  transferee: LedgerRecord<'entity'> | undefined
  /** ID numbers by contact, opened for this one printing; empty otherwise. */
  idNumbers: ReadonlyMap<RecordId, string>
}

/** Names in `Letter.values` that are choices, not texts. */
export const CHOICE_KEYS = {
  signer: 'choice.signer',
  variant: 'choice.variant',
  transferee: 'choice.transferee',
  role: (role: RoleName) => `choice.${role}`,
} as const

export function letterContext(
  ledger: Ledger,
  letter: Letter,
  today: CalendarDay,
  idNumbers: ReadonlyMap<RecordId, string> = new Map(),
): LetterContext {
  const template = TEMPLATES[letter.kind]
  const entity = recordOf(ledger, 'entity', letter.entityId)
  const services = found(ledger, 'service', letter.serviceIds)
  const recoveryCase = recordOf(ledger, 'case', letter.caseId)
  const number = entity?.data.filingNumber ?? services[0]?.data.filingNumber ?? ''
  const signer = signerOf(ledger, letter, entity)
  return {
    ledger,
    letter,
    today,
    template,
    signer,
    variant: variantOf(letter, template, recoveryCase),
    entity,
    services,
    province: provinceOfNumber(number) ?? provinceOfIcp(entity?.data.province ?? ''),
    people: peopleOf(ledger, letter, template),
    legal: entity === undefined ? undefined : legalOf(ledger, entity, signer),
    provider: recordOf(ledger, 'provider', letter.providerId),
    recoveryCase,
    transferee: recordOf(ledger, 'entity', letter.values[CHOICE_KEYS.transferee]),
    idNumbers,
  }
}

/** Who is meant by each role: chosen by name, else the first person of the letter in the first role. */
function peopleOf(
  ledger: Ledger,
  letter: Letter,
  template: LetterTemplate,
): Map<RoleName, LedgerRecord<'contact'>> {
  const people = new Map<RoleName, LedgerRecord<'contact'>>()
  for (const [index, role] of template.roles.entries()) {
    const chosen = letter.values[CHOICE_KEYS.role(role.id)]
    const contact = recordOf(
      ledger,
      'contact',
      chosen ?? (index === 0 ? letter.contactIds[0] : undefined),
    )
    if (contact !== undefined) people.set(role.id, contact)
  }
  return people
}

/** The variant chosen, else the one the case's guide asks for, else the usual one. */
function variantOf(
  letter: Letter,
  { variants }: LetterTemplate,
  recoveryCase: LedgerRecord<'case'> | undefined,
): string | undefined {
  const chosen = letter.values[CHOICE_KEYS.variant]
  const wanted = chosen ?? GUIDE_VARIANTS[`${letter.kind}:${recoveryCase?.data.guideId}`]
  return variants.some(({ id }) => id === wanted) ? wanted : variants[0]?.id
}

const GUIDE_VARIANTS: Readonly<Record<string, string>> = {
  'statement:f': 'other-province',
  'authorization:m': 'change',
  'authorization:e': 'transfer',
}

/**
 * A person signs for a person. An 个体工商户 whose name is its owner's has no trade name, and so most often no seal;
 * the person who writes may say otherwise.
 */
function signerOf(
  ledger: Ledger,
  letter: Letter,
  entity: LedgerRecord<'entity'> | undefined,
): Signer {
  const chosen = SIGNERS.find((signer) => signer === letter.values[CHOICE_KEYS.signer])
  if (chosen !== undefined) return chosen
  if (entity?.data.nature === 'person') return 'person'
  if (entity?.data.nature !== 'individual-business') return 'unit'
  const isOwnersName = usersOf(ledger, entity.id, 'contact').some(
    ({ data }) => data.name === entity.data.name,
  )
  return isOwnersName ? 'unnamed-shop' : 'unit'
}

function legalOf(
  ledger: Ledger,
  entity: LedgerRecord<'entity'>,
  signer: Signer,
): LedgerRecord<'contact'> | undefined {
  const people = oldestFirst(usersOf(ledger, entity.id, 'contact')).filter(
    ({ data }) => data.leftOn === undefined,
  )
  const named = people.find(({ data }) => data.name === entity.data.name)
  if (signer !== 'unit' && named !== undefined) return named
  return (
    people.find(({ data }) => data.roles.includes('legal-representative')) ??
    people.find(({ data }) => /法定代表人|经营者|负责人$/.test(data.post ?? '')) ??
    (signer === 'unit'
      ? undefined
      : people.find(({ data }) => data.roles.includes('entity-responsible')))
  )
}

function found<K extends RecordKind>(
  ledger: Ledger,
  kind: K,
  ids: readonly RecordId[],
): LedgerRecord<K>[] {
  return ids.flatMap((id) => recordOf(ledger, kind, id) ?? [])
}
