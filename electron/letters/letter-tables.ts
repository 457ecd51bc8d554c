import { provinceOfNumber } from '../../shared/field/icp-number.ts'
import type { Province } from '../../shared/field/province.ts'
import { chineseDay } from '../../shared/letters/letter-rules.ts'
import {
  PAPER_CHANNEL_KINDS,
  PAPER_MATTERS,
  PAPER_SERVICE_STATUSES,
  TICK,
} from '../../shared/letters/paper-words.ts'
import type { TableName } from '../../shared/letters/template.ts'
import type { FormKind, LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { remindersOf } from '../ledger/ledger.ts'
import { domainsOf } from '../ledger/row.ts'
import { liveRecord, liveRecords, oldestFirst, recordOf, usersOf } from '../ledger/store.ts'
import { nameOfDomain } from './blank-values.ts'
import type { LetterContext } from './letter-context.ts'

/** A line of a letter's table: its cells by column, and the record a missing cell is filled in at. */
export type TableRow = {
  /** Unique within the letter; names what a person typed into its cells. */
  key: string
  cells: Readonly<Record<string, string | undefined>>
  form?: { kind: FormKind; id: string }
}

/** The lines of a table as the ledger has them. */
export function tableRows(context: LetterContext, table: TableName): TableRow[] {
  return TABLES[table](context)
}

const TABLES: Readonly<Record<TableName, (context: LetterContext) => TableRow[]>> = {
  filings: ({ ledger, services }) =>
    services.map((service) => ({
      key: service.id,
      cells: {
        name: service.data.name,
        number: service.data.filingNumber,
        domains: domainsText(ledger, service),
      },
      form: { kind: 'service', id: service.id },
    })),

  timeline: ({ recoveryCase }) =>
    [...(recoveryCase?.data.log ?? [])]
      .sort((a, b) => (a.on + (a.time ?? '') < b.on + (b.time ?? '') ? -1 : 1))
      .map(({ id, on, time, channel, withWhom, reference, said }) => ({
        key: id,
        cells: {
          on: time === undefined ? chineseDay(on) : `${chineseDay(on)} ${time}`,
          channel,
          withWhom,
          reference,
          said,
        },
      })),

  'handover-filings': ({ ledger, services, province }) =>
    services.map((service) => ({
      key: service.id,
      cells: {
        name: service.data.name,
        number: service.data.filingNumber,
        domains: domainsText(ledger, service),
        provider: service.data.providerIds
          .map((id) => recordOf(ledger, 'provider', id)?.data.name)
          .join('、'),
        bureau: shortBureau(provinceOfNumber(service.data.filingNumber ?? '') ?? province),
        status: PAPER_SERVICE_STATUSES[service.data.status],
        checkedOn: lastCheckedOn(ledger, service.id),
      },
      form: { kind: 'service', id: service.id },
    })),

  'handover-credentials': (context) =>
    credentialsOf(context).map(({ id, data }) => ({
      key: id,
      cells: {
        name: data.label,
        platform:
          data.portal?.replace(/^https?:\/\//, '') ??
          recordOf(context.ledger, 'provider', data.providerId)?.data.name,
        account: data.account,
        delivered: TICK,
        changed: TICK,
      },
    })),

  'handover-channels': (context) => [
    ...channelsOf(context).map(({ id, data }) => ({
      key: id,
      cells: {
        kind: PAPER_CHANNEL_KINDS[data.kind],
        value: data.value,
        holder: recordOf(context.ledger, 'contact', data.holderId)?.data.name,
        owner: data.owner,
        delivered: TICK,
      },
    })),
    // Whoever may use the seal may open every door of the filing: it is asked for in each handover.
    { key: 'seal-right', cells: { kind: '公章使用权', delivered: TICK } },
  ],

  'handover-documents': ({ ledger, entity, services }) =>
    oldestFirst(recordsOf(ledger, 'document', [entity, ...services])).map(({ id, data }) => ({
      key: id,
      cells: {
        title: data.title,
        form: [
          ...(data.paperPlace === undefined ? [] : ['原件']),
          ...(data.files.length === 0 ? [] : ['扫描件']),
        ].join('、'),
        count: data.copyCount === undefined ? undefined : `${data.copyCount}`,
        place: data.paperPlace,
        delivered: TICK,
      },
    })),

  'handover-matters': (context) => [...openCases(context), ...openTasks(context), ...due(context)],

  'handover-responsibles': ({ ledger, services, people }) => {
    const giver = people.get('giver')
    const to = people.get('receiver')?.data.name
    if (giver === undefined) return []
    return services.flatMap((service) =>
      RESPONSIBLES.filter(({ field }) => service.data[field] === giver.id).map(
        ({ field, suffix, word }) => ({
          key: `${service.id}-${suffix}`,
          cells: {
            service:
              field === 'entityResponsibleId'
                ? recordOf(ledger, 'entity', service.data.entityId)?.data.name
                : service.data.name,
            role: word,
            from: giver.data.name,
            to,
            dueOn: '立即办理',
          },
        }),
      ),
    )
  },

  'handover-authorizations': ({ ledger, letter, people }) => {
    const giver = people.get('giver')
    return oldestFirst(usersOf(ledger, letter.entityId, 'letter'))
      .filter(
        ({ data }) =>
          (data.kind === 'authorization' || data.kind === 'standing-authorization') &&
          data.signedOn !== undefined &&
          data.revokedOn === undefined &&
          (giver === undefined || data.contactIds.includes(giver.id)),
      )
      .map(({ id, data }) => ({
        key: id,
        cells: {
          title: data.title,
          person: data.contactIds
            .map((contactId) => recordOf(ledger, 'contact', contactId)?.data.name)
            .join('、'),
          validUntil: data.validUntilOn === undefined ? undefined : chineseDay(data.validUntilOn),
          revoked: TICK,
        },
      }))
  },
}

const RESPONSIBLES = [
  { field: 'entityResponsibleId', suffix: 'er', word: '主体负责人' },
  { field: 'responsibleId', suffix: 'sr', word: '服务负责人' },
  { field: 'emergencyId', suffix: 'em', word: '应急联系人' },
] as const

type Ledger = LetterContext['ledger']

function shortBureau(province: Province | undefined): string | undefined {
  return province === undefined ? undefined : `${province.name.replace(/[省市]$/u, '')}管局`
}

function domainsText(ledger: Ledger, service: LedgerRecord<'service'>): string {
  return domainsOf(ledger, service.id).map(nameOfDomain).join('、')
}

function lastCheckedOn(ledger: Ledger, serviceId: string): string | undefined {
  return usersOf(ledger, serviceId, 'check')
    .flatMap(({ data }) => data.finishedOn ?? [])
    .sort()
    .at(-1)
}

function credentialsOf({ ledger, entity, services }: LetterContext): LedgerRecord<'credential'>[] {
  const all = recordsOf(ledger, 'credential', [entity, ...services])
  return oldestFirst(all.filter(({ data }) => !data.isRetired))
}

/** Where codes arrive: of these credentials, and whatever the leaving person holds. */
function channelsOf(context: LetterContext): LedgerRecord<'channel'>[] {
  const { ledger, people } = context
  const giver = people.get('giver')
  const found = new Set<LedgerRecord<'channel'>>()
  for (const { data } of credentialsOf(context)) {
    const channel = liveRecord(ledger, 'channel', data.channelId)
    if (channel !== undefined) found.add(channel)
  }
  if (giver !== undefined) {
    for (const channel of oldestFirst(usersOf(ledger, giver.id, 'channel'))) found.add(channel)
  }
  return [...found]
}

function openCases({ ledger, letter }: LetterContext): TableRow[] {
  return oldestFirst(usersOf(ledger, letter.entityId, 'case'))
    .filter(({ data }) => data.closedOn === undefined)
    .map((one) => ({ key: one.id, cells: { title: `找回办理：${recordTitle(one)}` } }))
}

function openTasks({ ledger, letter }: LetterContext): TableRow[] {
  return oldestFirst([...liveRecords(ledger, 'task')])
    .filter(({ data }) => data.entityId === letter.entityId && data.doneOn === undefined)
    .map(({ id, data }) => ({
      key: id,
      cells: { title: data.title, dueOn: data.dueOn, note: data.person },
    }))
}

/** What wants doing of the entity's records, by their reminders. */
function due(context: LetterContext): TableRow[] {
  const { ledger, entity, services, today } = context
  const domains = services.flatMap(({ id }) => domainsOf(ledger, id))
  const own = [entity, ...services, ...domains, ...credentialsOf(context), ...channelsOf(context)]
  const ids = own.flatMap((record) => record?.id ?? [])
  return remindersOf(ledger, ids, today).flatMap(({ recordId, kind, title, dueOn }) => {
    const matter = PAPER_MATTERS[kind]
    return matter === undefined
      ? []
      : [{ key: `due-${recordId}`, cells: { title: `${title}：${matter}`, dueOn } }]
  })
}

/** The records of a kind that name any of these, each once. */
function recordsOf<K extends 'credential' | 'document'>(
  ledger: Ledger,
  kind: K,
  owners: readonly (LedgerRecord | undefined)[],
): LedgerRecord<K>[] {
  const found = new Set<LedgerRecord<K>>()
  for (const owner of owners) {
    if (owner === undefined) continue
    for (const record of usersOf(ledger, owner.id, kind)) found.add(record)
  }
  return [...found]
}
