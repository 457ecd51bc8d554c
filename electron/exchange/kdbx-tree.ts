import { dayOf } from '../../shared/calendar-day.ts'
import type { KdbxCounts, KdbxScope } from '../../shared/exchange.ts'
import { provinceOfIcp } from '../../shared/field/province.ts'
import type { CredentialKind, CredentialSecret } from '../../shared/records/credential.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { rotationOf } from '../../shared/rotation.ts'
import { liveRecord, liveRecords, oldestFirst, type RecordStore, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import type { KdbxEntry, KdbxGroup, KdbxVersion } from './kdbx/kdbx-writer.ts'

type CredentialRecord = LedgerRecord<'credential'>

/** What goes out, before any secret is opened. */
export type KdbxSelection = {
  credentials: CredentialRecord[]
  papers: LedgerRecord<'document'>[]
}

/** A file of a paper with its content. */
export type PaperFile = { name: string; bytes: Uint8Array }

/** Where secrets and files come from while the tree is made. */
export type SecretSource = {
  secretOf(id: RecordId): CredentialSecret
  filesOf(paperId: RecordId): readonly PaperFile[]
}

export const KIND_NAMES: Readonly<Record<CredentialKind, string>> = {
  'filing-password': '备案密码',
  'provider-side-password': '接入商侧密码',
  'portal-account': '平台账号',
  'registrar-account': '注册商账号',
  'police-filing-account': '公安联网备案',
  'bureau-account': '管局平台账号',
  mailbox: '邮箱',
  'authorization-code': '授权码',
  totp: '动态口令',
  other: '其他',
}
const ORIGIN_NAMES: Readonly<Record<CredentialRecord['data']['origin'], string>> = {
  chosen: '自行设置',
  generated: '生成',
  issued: '下发',
  temporary: '临时',
  imported: '导入',
  unknown: '不明',
}

/** The records that a scope means, oldest first. */
export function selectForKdbx(store: RecordStore, scope: KdbxScope): KdbxSelection {
  const entities = scope.entityIds === undefined ? undefined : new Set(scope.entityIds)
  const entityOf = (data: Linked) =>
    data.entityId ?? liveRecord(store, 'service', data.serviceId)?.data.entityId
  const isIn = (data: Linked) => entities === undefined || entities.has(entityOf(data) ?? '')
  const credentials = [...liveRecords(store, 'credential')].filter(
    ({ data }) => isIn(data) && (scope.withRetired || !data.isRetired),
  )
  const papers = scope.withPapers
    ? [...liveRecords(store, 'document')].filter(({ data }) => data.files.length > 0 && isIn(data))
    : []
  return { credentials: oldestFirst(credentials), papers: oldestFirst(papers) }
}

export function countsOf({ credentials, papers }: KdbxSelection): KdbxCounts {
  const files = papers.flatMap(({ data }) => data.files)
  return {
    credentials: credentials.length,
    papers: papers.length,
    paperBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
  }
}

/** Entities as groups, services as groups in them, every field of a credential in its entry. */
export function kdbxTree(
  store: RecordStore,
  { credentials, papers }: KdbxSelection,
  secrets: SecretSource,
  place: { name: string; now: number },
): KdbxGroup {
  const groups = new Map<string, MutableGroup>()
  const root: MutableGroup = { name: place.name, entries: [], groups: [] }
  const child = (parent: MutableGroup, key: string, name: string, notes: string) => {
    const known = groups.get(key)
    if (known !== undefined) return known
    const made: MutableGroup = { name, notes, entries: [], groups: [] }
    groups.set(key, made)
    parent.groups.push(made)
    return made
  }
  const groupOf = (data: Linked): MutableGroup => {
    const service = liveRecord(store, 'service', data.serviceId)
    const entity = liveRecord(store, 'entity', service?.data.entityId ?? data.entityId)
    if (entity === undefined) {
      const provider = liveRecord(store, 'provider', data.providerId)
      return provider === undefined
        ? child(root, 'other', '未归属主体', '')
        : child(root, provider.id, provider.data.name, '')
    }
    const notes = factLines([
      ['主体备案号', entity.data.filingNumber],
      ['统一社会信用代码', entity.data.creditCode],
      ['住所', entity.data.address],
    ])
    const group = child(root, entity.id, entity.data.name, notes)
    if (service === undefined) return group
    const facts = factLines([['服务备案号', service.data.filingNumber]])
    return child(group, service.id, service.data.name, facts)
  }
  for (const credential of credentials) {
    const secret = secrets.secretOf(credential.id)
    groupOf(credential.data).entries.push(entryOf(store, credential, secret, place.now))
  }
  for (const paper of papers) {
    groupOf(paper.data).entries.push(paperEntry(paper, secrets.filesOf(paper.id)))
  }
  return root
}

type MutableGroup = { name: string; notes?: string; entries: KdbxEntry[]; groups: MutableGroup[] }
type Linked = {
  entityId?: string | undefined
  serviceId?: string | undefined
  providerId?: string | undefined
}

function entryOf(
  store: RecordStore,
  credential: CredentialRecord,
  secret: CredentialSecret,
  now: number,
): KdbxEntry {
  const { data, createdAt } = credential
  const strings = (password: string) => stringsOf(store, credential, secret, password)
  // A version stands from when its value was set, which is when the one before was replaced.
  const past = [...secret.history].reverse()
  const setAt = (index: number) => {
    const own = past[index]
    const before = past[index - 1]?.replacedAt
    if (before !== undefined) return before
    const setOn = own?.setOn === undefined ? createdAt : dayStart(own.setOn)
    return Math.min(setOn, own?.replacedAt ?? setOn)
  }
  const history: KdbxVersion[] = past.map(({ value }, index) => ({
    strings: strings(value),
    createdAt,
    changedAt: setAt(index),
  }))
  const { overdueOn } = rotationOf(data, credential.hasSecret, dayOf(now))
  const changedOn = data.changedOn === undefined ? createdAt : dayStart(data.changedOn)
  const entry: KdbxEntry = {
    strings: strings(secret.value ?? ''),
    createdAt,
    changedAt: past.at(-1)?.replacedAt ?? changedOn,
    tags: [KIND_NAMES[data.kind], ...(data.isRetired ? ['已停用'] : [])],
    history,
    files: [],
  }
  return overdueOn === undefined ? entry : { ...entry, expiresAt: dayStart(overdueOn) + DAY_MS }
}

function stringsOf(
  store: RecordStore,
  { data }: CredentialRecord,
  { totpUri, privateNotes }: CredentialSecret,
  password: string,
): KdbxVersion['strings'] {
  const service = liveRecord(store, 'service', data.serviceId)
  const entity = liveRecord(store, 'entity', service?.data.entityId ?? data.entityId)
  const domains = service === undefined ? [] : usersOf(store, service.id, 'domain')
  const strings: { key: string; value: string; isProtected: boolean }[] = [
    { key: 'Title', value: data.label, isProtected: false },
    { key: 'UserName', value: data.account ?? '', isProtected: false },
    { key: 'Password', value: password, isProtected: true },
    { key: 'URL', value: data.portal ?? '', isProtected: false },
    { key: 'Notes', value: data.notes ?? '', isProtected: false },
  ]
  if (totpUri !== undefined) strings.push({ key: 'otp', value: totpUri, isProtected: true })
  if (privateNotes) strings.push({ key: '私密备注', value: privateNotes, isProtected: true })
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['类型', KIND_NAMES[data.kind]],
    ['主体', entity?.data.name],
    ['主体备案号', entity?.data.filingNumber],
    ['省份', provinceOfIcp(entity?.data.province ?? '')?.name],
    ['服务', service?.data.name],
    ['服务备案号', service?.data.filingNumber],
    ['域名', domains.map((domain) => domain.data.name).join(' ') || undefined],
    ['接入商', liveRecord(store, 'provider', data.providerId)?.data.name],
    ['接收渠道', liveRecord(store, 'channel', data.channelId)?.data.value],
    ['设置日期', data.changedOn],
    ['轮换周期（月）', String(data.rotationMonths)],
    ['取得方式', ORIGIN_NAMES[data.origin]],
    ['取得自', data.obtainedFrom],
    ['取得日期', data.obtainedOn],
    ['立即修改', data.mustChangeReason === undefined ? undefined : '是'],
    ['已停用', data.isRetired ? '是' : undefined],
  ]
  for (const [key, value] of facts) {
    if (value !== undefined) strings.push({ key, value, isProtected: false })
  }
  return strings
}

function paperEntry(paper: LedgerRecord<'document'>, files: readonly PaperFile[]): KdbxEntry {
  const { data, createdAt, updatedAt } = paper
  const notes = factLines([
    ['签发', data.issuedOn],
    ['有效期至', data.validUntilOn],
    ['原件在', data.paperPlace],
    ['备注', data.notes],
  ])
  const named = new Set<string>()
  const entry: KdbxEntry = {
    strings: [
      { key: 'Title', value: data.title, isProtected: false },
      { key: 'UserName', value: '', isProtected: false },
      { key: 'Password', value: '', isProtected: true },
      { key: 'URL', value: '', isProtected: false },
      { key: 'Notes', value: notes, isProtected: false },
    ],
    createdAt,
    changedAt: updatedAt,
    tags: ['资料'],
    history: [],
    files: files.map((file) => ({ ...file, name: freeName(file.name, named) })),
  }
  const { validUntilOn } = data
  return validUntilOn === undefined
    ? entry
    : { ...entry, expiresAt: dayStart(validUntilOn) + DAY_MS }
}

/** KeePass knows the files of an entry by their names. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${count} ${name}`
  taken.add(free)
  return free
}

const DAY_MS = 86_400_000

/** Midnight of a day in Shanghai, Unix ms. */
function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`)
}

function factLines(facts: readonly (readonly [string, string | undefined])[]): string {
  return facts.flatMap(([name, value]) => (value ? [`${name}：${value}`] : [])).join('\n')
}
