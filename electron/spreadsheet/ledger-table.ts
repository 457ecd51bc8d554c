import { domainToUnicode } from '../../shared/field/domain-name.ts'
import type { Contact } from '../../shared/records/contact.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { zhReport } from '../../shared/reports/zh.ts'
import { liveRecord, type RecordStore, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** Words of the spreadsheet, which stays Chinese: the import reads them back. */
export const { nature: NATURE_WORDS, kind: KIND_WORDS, status: STATUS_WORDS } = zhReport.ledger

type Line = {
  entity: LedgerRecord<'entity'>
  service?: LedgerRecord<'service'>
  domains: LedgerRecord<'domain'>[]
  store: RecordStore
}

/** A column of the export: its header is one that the import maps to the same field. */
type ExportColumn = { header: string; width: number; text: (line: Line) => string | undefined }

/** No column holds a secret: neither passwords nor ID numbers. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { header: '主体名称', width: 28, text: ({ entity }) => entity.data.name },
  { header: '单位性质', width: 12, text: ({ entity }) => NATURE_WORDS[entity.data.nature] },
  {
    header: '统一社会信用代码',
    width: 22,
    text: ({ entity }) => entity.data.creditCode ?? entity.data.organizationCode,
  },
  { header: '主体备案号', width: 22, text: ({ entity }) => entity.data.filingNumber },
  { header: '地址', width: 28, text: ({ entity }) => entity.data.address },
  { header: '网站名称', width: 22, text: ({ service }) => service?.data.name },
  {
    header: '类型',
    width: 10,
    text: ({ service }) => service && KIND_WORDS[service.data.kind],
  },
  { header: '网站备案号', width: 24, text: ({ service }) => service?.data.filingNumber },
  {
    header: '备案日期',
    width: 12,
    text: ({ service, entity }) => (service === undefined ? entity.data : service.data).filedOn,
  },
  {
    header: '状态',
    width: 10,
    text: ({ service }) => service && STATUS_WORDS[service.data.status],
  },
  { header: '首页网址', width: 24, text: ({ service }) => service?.data.homeUrl },
  { header: '前置审批', width: 14, text: ({ service }) => service?.data.preApproval },
  { header: '公安备案号', width: 26, text: ({ service }) => service?.data.policeNumber },
  {
    header: '域名',
    width: 30,
    text: ({ domains }) => domains.map((one) => domainToUnicode(one.data.name)).join('、'),
  },
  {
    header: '域名到期时间',
    width: 14,
    text: ({ domains }) => oneForAll(domains.map((one) => one.data.expiresOn ?? '')),
  },
  {
    header: '域名所有者',
    width: 20,
    text: ({ domains }) => [...new Set(domains.map((one) => one.data.owner ?? ''))][0],
  },
  {
    header: '域名注册商',
    width: 16,
    text: ({ domains, store }) =>
      oneForAll(domains.map((one) => firmName(store, one.data.registrarId) ?? '')),
  },
  {
    header: '接入商',
    width: 16,
    text: ({ service, store }) =>
      service?.data.providerIds.map((id) => firmName(store, id) ?? '').join('、'),
  },
  { header: '主体负责人', width: 12, text: (line) => person(line, 'entityResponsibleId')?.name },
  {
    header: '主体负责人手机',
    width: 16,
    text: (line) => person(line, 'entityResponsibleId')?.phone,
  },
  { header: '网站负责人', width: 12, text: (line) => person(line, 'responsibleId')?.name },
  { header: '网站负责人手机', width: 16, text: (line) => person(line, 'responsibleId')?.phone },
  { header: '网站负责人邮箱', width: 24, text: (line) => person(line, 'responsibleId')?.email },
  { header: '应急联系人', width: 12, text: (line) => person(line, 'emergencyId')?.name },
  { header: '应急电话', width: 16, text: (line) => person(line, 'emergencyId')?.phone },
  {
    header: '备注',
    width: 30,
    text: ({ service, entity }) => (service === undefined ? entity.data : service.data).notes,
  },
]

/** What a blank template asks for besides, each after another column: what only the import takes. */
export const SECRET_COLUMNS: readonly { header: string; width: number; after: string }[] = [
  { header: '备案密码', width: 18, after: '接入商' },
  { header: '密码修改日期', width: 14, after: '接入商' },
  { header: '登录账号', width: 18, after: '接入商' },
  { header: '平台密码', width: 18, after: '接入商' },
  { header: '网站负责人证件号码', width: 22, after: '网站负责人邮箱' },
]

/**
 * The ledger as text, one row a service (or an entity without one), in the order given.
 *
 * @param ids - Lines of 台账; those that are not there any more are left out.
 */
export function ledgerTable(store: RecordStore, ids: readonly RecordId[]): string[][] {
  return ids.flatMap((id) => {
    const line = lineOf(store, id)
    return line === undefined ? [] : [EXPORT_COLUMNS.map((column) => column.text(line) ?? '')]
  })
}

function lineOf(store: RecordStore, id: RecordId): Line | undefined {
  const service = liveRecord(store, 'service', id)
  const entity = liveRecord(store, 'entity', service?.data.entityId ?? id)
  if (entity === undefined) return undefined
  return service === undefined
    ? { entity, domains: [], store }
    : { entity, service, domains: domainsOf(store, service.id), store }
}

/** The shortest name first: a domain before its www. */
function domainsOf(store: RecordStore, serviceId: RecordId): LedgerRecord<'domain'>[] {
  const rank = (one: LedgerRecord<'domain'>) => [one.data.name.length, one.data.name] as const
  return usersOf(store, serviceId, 'domain').sort((left, right) => {
    const [length, name] = rank(left)
    const [otherLength, otherName] = rank(right)
    return length - otherLength || (name < otherName ? -1 : 1)
  })
}

/** One value if all agree, else one for each, so that the import tells them apart again. */
function oneForAll(values: readonly string[]): string {
  const distinct = new Set(values)
  return distinct.size <= 1 ? (values[0] ?? '') : values.map((value) => value || '无').join('、')
}

function firmName(store: RecordStore, id: RecordId | undefined): string | undefined {
  return liveRecord(store, 'provider', id)?.data.name
}

function person(
  { service, store }: Line,
  field: 'responsibleId' | 'entityResponsibleId' | 'emergencyId',
): Contact | undefined {
  return liveRecord(store, 'contact', service?.data[field])?.data
}
