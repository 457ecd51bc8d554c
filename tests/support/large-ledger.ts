import type { OpenRecord, RecordChange } from '../../electron/vault/vault.ts'
import { addDays, dayOf } from '../../shared/calendar-day.ts'
import { creditCheckCharacter } from '../../shared/field/credit-code.ts'
import { organizationCheckCharacter } from '../../shared/field/organization-code.ts'
import { PROVINCES } from '../../shared/field/province.ts'
import type { Credential, CredentialSecret } from '../../shared/records/credential.ts'
import type { RecordData, RecordKind } from '../../shared/records/record.ts'

/**
 * A ledger of an agency, the same for the same seed: `serviceCount` services of about a third as many
 * entities, with a domain and one or two credentials each, contacts, channels and providers. About four
 * records a service.
 *
 * @param now - Unix ms; days are relative to it, so that states are mixed.
 */
export function buildLargeLedger(
  serviceCount: number,
  seed = 1,
  now = Date.UTC(2026, 10, 22, 2),
): RecordChange[] {
  const random = createRandom(seed)
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)]
    if (item === undefined) throw new RangeError('the list is empty')
    return item
  }
  const hex = () =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0')
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const today = dayOf(now)
  const past = (most: number) => addDays(today, -Math.floor(random() * most))
  const changes: RecordChange[] = []

  const add = <K extends RecordKind>(
    kind: K,
    data: RecordData<K>,
    secret?: CredentialSecret,
  ): string => {
    const id = hex() + hex() + hex() + hex()
    const at = now - serviceCount * 10_000 + changes.length * 1_000
    const overview = { kind, data, createdAt: at, updatedAt: at }
    changes.push({
      type: 'put',
      id,
      overview,
      expectedRevision: 0,
      ...(secret === undefined ? {} : { secret }),
    })
    return id
  }

  const providers = PROVIDERS.map((name, index) =>
    add('provider', {
      name,
      roles:
        index % 3 === 0 ? ['access', 'registrar'] : index % 3 === 1 ? ['access'] : ['registrar'],
    }),
  )

  let made = 0
  for (let entityIndex = 0; made < serviceCount; entityIndex += 1) {
    const province = pick(PROVINCES)
    const own =
      pick(FIRST_CHARACTERS) + pick(SECOND_CHARACTERS) + pick(['', pick(SECOND_CHARACTERS)])
    const name = `${pick(CITIES)}${own}${pick(TRADES)}有限公司`
    const year = 2005 + Math.floor(random() * 21)
    const number = `${province.icpPrefix}ICP备${String(year).slice(2)}${String(entityIndex % 1_000_000).padStart(6, '0')}号`
    const organization = `MA${digits(6)}`
    const code = `91${province.code}0100${organization}${organizationCheckCharacter(organization)}`
    const entityId = add('entity', {
      name,
      shortName: own,
      nature: 'enterprise',
      creditCode: code + creditCheckCharacter(code),
      province: province.icpPrefix,
      filingNumber: number,
      filedOn: `${year}-0${1 + Math.floor(random() * 9)}-15`,
      ...(random() < 0.2
        ? { licenceValidUntilOn: addDays(today, Math.floor(random() * 900)) }
        : {}),
    })
    const person = `${pick(SURNAMES)}${pick(GIVEN_NAMES)}`
    const contactId = add('contact', {
      name: person,
      roles: ['entity-responsible', 'service-responsible'],
      entityId,
      phone: `154${digits(8)}`,
      email: `icp${entityIndex}@firm${entityIndex}.example`,
      idKind: 'resident-id',
      idValidUntilOn: addDays(today, Math.floor(random() * 3_000) - 30),
    })
    const channelId = add('channel', {
      kind: 'phone',
      value: `154${digits(8)}`,
      holderId: contactId,
      verifiedOn: past(150),
    })
    add(
      'credential',
      {
        ...credential('filing-password', `${own} 备案密码`),
        entityId,
        channelId,
        changedOn: past(240),
      },
      { value: `Ex@m${digits(4)}pleQ`, history: [] },
    )
    const servicesHere = Math.min(1 + Math.floor(random() * 5), serviceCount - made)
    for (let serial = 1; serial <= servicesHere; serial += 1) {
      made += 1
      const [kind, letter, word] = pick(SERVICE_KINDS)
      const providerId = pick(providers)
      const serviceId = add('service', {
        entityId,
        kind,
        name: `${own}${pick(SITES)}${word}`,
        filingNumber: `${number}-${serial}${letter}`,
        filedOn: past(3_000),
        status: random() < 0.95 ? 'active' : 'pending',
        providerIds: random() < 0.97 ? [providerId] : [],
        responsibleId: contactId,
        entityResponsibleId: contactId,
        ...(random() < 0.5
          ? { policeNumber: `${province.policePrefix}公网安备${province.code}010002${digits(6)}号` }
          : {}),
      })
      add('domain', {
        serviceId,
        name: `${pick(LABELS)}${entityIndex}-${serial}.example`,
        registrarId: pick(providers),
        owner: name,
        expiresOn: addDays(today, Math.floor(random() * 900) - 10),
      })
      if (random() < 0.65) {
        add(
          'credential',
          {
            ...credential('portal-account', `${own} 平台账号`),
            entityId,
            serviceId,
            providerId,
            account: `acct-${entityIndex}-${serial}`,
            changedOn: past(240),
          },
          { value: `Ex@m${digits(4)}pleP`, history: [] },
        )
      }
    }
  }
  return changes
}

/** The changes as the vault tells its records at unlock, without a vault. */
export function asOpenRecords(changes: readonly RecordChange[]): OpenRecord[] {
  return changes.flatMap((change) =>
    change.type === 'delete'
      ? []
      : [
          {
            id: change.id,
            revision: 1,
            overview: change.overview,
            hasSecret: change.secret !== undefined && change.secret !== null,
          },
        ],
  )
}

function credential(kind: Credential['kind'], label: string): Credential {
  return { kind, label, origin: 'chosen', rotationMonths: 3, isRetired: false }
}

/** mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const PROVIDERS = [
  '云枢计算',
  '南湾数据中心',
  '名址注册',
  '北辰云',
  '星轨网络',
  '江海互联',
  '域海注册',
  '长风云',
]
const FIRST_CHARACTERS = [...'星云锦华盛泰瑞鼎恒宏嘉悦晨曦远航博雅德信诚达通明阳光海川江河山松柏']
const SECOND_CHARACTERS = [
  ...'河帆里源峰宇辰轩景程图文智联创新维越凌拓元启和顺兴隆庆丰安康宁静乐行长重',
]
const CITIES = [
  '北京',
  '上海',
  '深圳',
  '广州',
  '杭州',
  '成都',
  '重庆',
  '西安',
  '武汉',
  '南京',
  '长沙',
  '厦门',
  '苏州',
  '合肥',
]
const TRADES = [
  '科技',
  '网络科技',
  '信息技术',
  '文化传媒',
  '商贸',
  '教育咨询',
  '医疗器械',
  '装饰工程',
  '物流',
  '餐饮管理',
]
const SITES = ['官网', '商城', '社区', '服务平台', '学堂', '资讯', '会员中心', '数据门户']
const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗']
const GIVEN_NAMES = [
  '伟',
  '敏',
  '静',
  '丽华',
  '志强',
  '晓明',
  '建国',
  '雪梅',
  '文博',
  '思远',
  '雨桐',
  '子轩',
]
const LABELS = ['www-', 'shop', 'site', 'app', 'data', 'cloud', 'edu', 'med']
const SERVICE_KINDS = [
  ['website', '', ''],
  ['website', '', ''],
  ['website', '', '网'],
  ['app', 'A', 'App'],
  ['mini-program', 'X', '小程序'],
] as const
