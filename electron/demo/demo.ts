import { addDays, addMonths, dayOf } from '../../shared/calendar-day.ts'
import type { ContactSecret } from '../../shared/records/contact.ts'
import type { Credential, CredentialSecret } from '../../shared/records/credential.ts'
import type { RecordData, RecordKind } from '../../shared/records/record.ts'
import { newRecordId } from '../ledger/store.ts'
import type { RecordChange, RecordId } from '../vault/vault.ts'
import { inventedMobile, inventedResidentId } from './demo-people.ts'

/** Days and months from the day the demo is opened, so that something is always due. */
type Clock = { days(count: number): string; months(count: number): string; at: number }

/**
 * The filings of `--demo`: three entities in 北京, 广东 and 四川 with websites, an App and a 小程序, a filing
 * of before 2009, passwords in every state. All names and numbers are invented; domains end in `.example`.
 *
 * @param now - Unix ms; states are relative to it.
 */
export function demoChanges(now: number): RecordChange[] {
  const today = dayOf(now)
  const clock: Clock = {
    days: (count) => addDays(today, count),
    months: (count) => addMonths(today, count),
    at: now,
  }
  const changes: RecordChange[] = []
  const add: Add = (kind, data, secret) => {
    const id = newRecordId()
    // Each a second after the one before: lists have an order, and the newest is this moment.
    const at = now - 3_600_000 + changes.length * 1_000
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
  const firms = addFirms(add, clock)
  addXinghe(add, clock, firms)
  addYunfan(add, clock, firms)
  addJinli(add, clock, firms)
  return changes
}

type Secret = CredentialSecret | ContactSecret
type Add = <K extends RecordKind>(kind: K, data: RecordData<K>, secret?: Secret) => RecordId
type Firms = { cloud: RecordId; hosting: RecordId; registrar: RecordId; beijing: RecordId }

function addFirms(add: Add, { months }: Clock): Firms {
  const cloud = add('provider', {
    name: '云枢计算',
    roles: ['access', 'registrar'],
    consoleUrl: 'https://console.yunshu.example',
    phone: '400-000-1001',
    verifiedOn: months(-1),
    notes: '备案工单 1–2 个工作日回复。',
  })
  const hosting = add('provider', {
    name: '南湾数据中心',
    roles: ['access'],
    consoleUrl: 'https://idc.nanwan.example',
    phone: '0755-00001002',
    verifiedOn: months(-5),
  })
  const registrar = add('provider', {
    name: '名址注册',
    roles: ['registrar'],
    consoleUrl: 'https://mingzhi.example',
    phone: '400-000-1003',
  })
  const beijing = add('provider', {
    name: '北京市通信管理局',
    roles: ['bureau'],
    notes: '电话与窗口时间请以管局公布为准，核实后填写核实日期。',
  })
  add('provider', {
    name: '浙江省通信管理局',
    roles: ['bureau'],
    address: '杭州市上城区解放路178号',
    phone: '0571-87078277',
    notes: '周一至周五 8:30–12:00，14:00–17:30。',
  })
  return { cloud, hosting, registrar, beijing }
}

function addXinghe(add: Add, clock: Clock, firms: Firms): void {
  const { days, months, at } = clock
  const entityId = add('entity', {
    name: '星河云科技（北京）有限公司',
    shortName: '星河云',
    nature: 'enterprise',
    creditCode: '91110108MA00XY00XD',
    address: '北京市海淀区虚构路 1 号',
    province: '京',
    filingNumber: '京ICP备19001358号',
    filedOn: '2019-03-12',
    licenceValidUntilOn: months(26),
  })
  const head = add(
    'contact',
    {
      name: '沈星河',
      roles: ['entity-responsible', 'legal-representative'],
      entityId,
      post: '总经理',
      phone: inventedMobile(1),
      email: 'shen@xinghe.example',
      idKind: 'resident-id',
      idValidUntilOn: days(52),
    },
    { idNumber: inventedResidentId('110100', '1980-05-06') },
  )
  const responsible = add(
    'contact',
    {
      name: '林备安',
      roles: ['service-responsible'],
      entityId,
      post: '备案专员',
      phone: inventedMobile(2),
      email: 'beian@xinghe.example',
      idKind: 'resident-id',
      idValidUntilOn: months(70),
    },
    { idNumber: inventedResidentId('110100', '1993-11-20') },
  )
  const emergency = add('contact', {
    name: '陈值守',
    roles: ['emergency', 'colleague'],
    entityId,
    phone: inventedMobile(3),
  })
  const phone = add('channel', {
    kind: 'phone',
    value: inventedMobile(2),
    holderId: responsible,
    owner: '公司名下',
    verifiedOn: months(-1),
  })
  const mailbox = add('channel', {
    kind: 'mailbox',
    value: 'beian@xinghe.example',
    holderId: responsible,
    owner: '公司名下',
    verifiedOn: months(-4),
  })
  const people = {
    responsibleId: responsible,
    entityResponsibleId: head,
    emergencyId: emergency,
  }
  const site = add('service', {
    entityId,
    kind: 'website',
    name: '星河云官网',
    filingNumber: '京ICP备19001358号-1',
    filedOn: '2019-03-12',
    status: 'active',
    homeUrl: 'https://xinghe.example',
    policeNumber: '京公网安备11010802030001号',
    providerIds: [firms.cloud],
    ...people,
  })
  add('domain', {
    serviceId: site,
    name: 'xinghe.example',
    registrarId: firms.cloud,
    owner: '星河云科技（北京）有限公司',
    expiresOn: months(14),
  })
  add('domain', {
    serviceId: site,
    name: 'xn--9kq078cmue.example',
    registrarId: firms.registrar,
    owner: '星河云科技（北京）有限公司',
    expiresOn: days(24),
  })
  const app = add('service', {
    entityId,
    kind: 'app',
    name: '星河云盘',
    filingNumber: '京ICP备19001358号-2A',
    filedOn: '2024-02-20',
    status: 'active',
    providerIds: [firms.cloud],
    ...people,
  })
  add('domain', {
    serviceId: app,
    name: 'pan-xinghe.example',
    registrarId: firms.cloud,
    owner: '星河云科技（北京）有限公司',
    expiresOn: months(7),
  })
  add(
    'credential',
    {
      ...credential('filing-password', '星河云 备案密码', 'chosen', months(-1)),
      entityId,
      channelId: phone,
      portal: 'https://beian.miit.gov.cn',
      account: '京ICP备19001358号',
    },
    stored('Qm7#tzL9vR!k', [
      {
        value: 'Hd4$pwX8bN@e',
        setOn: months(-5),
        replacedAt: at - 30 * DAY_MS,
        origin: 'generated',
      },
    ]),
  )
  add(
    'credential',
    {
      ...credential(
        'portal-account',
        '云枢计算 主账号',
        'generated',
        addMonthsAndDays(clock, -3, 6),
      ),
      entityId,
      providerId: firms.cloud,
      channelId: phone,
      account: 'xinghe-icp',
      portal: 'https://console.yunshu.example',
    },
    {
      ...stored('Vt9!rkM4xC#w2Jp8'),
      totpUri:
        'otpauth://totp/Yunshu:xinghe-icp?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Yunshu',
    },
  )
  add(
    'credential',
    {
      ...credential('provider-side-password', '星河云官网 接入商侧密码', 'imported', undefined),
      serviceId: site,
      entityId,
      providerId: firms.cloud,
    },
    stored('xh-2019-icp'),
  )
  add(
    'credential',
    {
      ...credential('police-filing-account', '公安联网备案 账号', 'chosen', months(-4)),
      serviceId: site,
      entityId,
      account: 'xinghe_ga',
      portal: 'https://beian.mps.gov.cn',
      channelId: mailbox,
    },
    stored('Zp3%ncW7uY&s'),
  )
}

function addYunfan(add: Add, clock: Clock, firms: Firms): void {
  const { days, months, at } = clock
  const entityId = add('entity', {
    name: '云帆商贸（深圳）有限公司',
    shortName: '云帆商贸',
    nature: 'enterprise',
    creditCode: '91440300MA5FXY002N',
    address: '广东省深圳市南山区虚构大道 88 号',
    province: '粤',
    filingNumber: '粤ICP备08000246号',
    filedOn: '2008-06-18',
    notes: '2009 年以前的备案：当年没有强制设置备案密码，接入商历史档案待查。',
  })
  const head = add(
    'contact',
    {
      name: '黄一帆',
      roles: ['entity-responsible', 'service-responsible'],
      entityId,
      post: '法定代表人',
      phone: inventedMobile(11),
      email: 'huang@yunfan.example',
      idKind: 'resident-id',
      idValidUntilOn: days(-12),
    },
    { idNumber: inventedResidentId('440300', '1972-09-30') },
  )
  const phone = add('channel', {
    kind: 'phone',
    value: inventedMobile(12),
    holderId: head,
    owner: '个人名下',
    notes: '号码是否仍在使用，尚未核实。',
  })
  const mall = add('service', {
    entityId,
    kind: 'website',
    name: '云帆商城',
    filingNumber: '粤ICP备08000246号-1',
    filedOn: '2008-06-18',
    status: 'active',
    homeUrl: 'https://yunfan.example',
    policeNumber: '粤公网安备44030502000031号',
    providerIds: [firms.hosting],
    responsibleId: head,
    entityResponsibleId: head,
  })
  add('domain', {
    serviceId: mall,
    name: 'yunfan.example',
    registrarId: firms.registrar,
    owner: '云帆商贸（深圳）有限公司',
    expiresOn: days(5),
  })
  const mini = add('service', {
    entityId,
    kind: 'mini-program',
    name: '云帆会员',
    filingNumber: '粤ICP备08000246号-3X',
    filedOn: '2024-05-09',
    status: 'active',
    providerIds: [firms.cloud],
    responsibleId: head,
  })
  const old = add('service', {
    entityId,
    kind: 'website',
    name: '云帆论坛',
    filingNumber: '粤ICP备08000246号-2',
    filedOn: '2008-11-03',
    status: 'active',
    providerIds: [],
    responsibleId: head,
    notes: '原接入商已停业，需重新办理接入备案。',
  })
  add('domain', {
    serviceId: old,
    name: 'bbs-yunfan.example',
    registrarId: firms.registrar,
    owner: '黄一帆',
    expiresOn: months(4),
  })
  add(
    'credential',
    {
      ...credential('filing-password', '云帆商贸 备案密码', 'chosen', months(-8)),
      entityId,
      account: '粤ICP备08000246号',
      channelId: phone,
    },
    stored('Yf#2016gT!w', [
      { value: 'yunfan888', replacedAt: at - 240 * DAY_MS, origin: 'imported' },
    ]),
  )
  add(
    'credential',
    {
      ...credential('portal-account', '南湾数据中心 客户号', 'temporary', days(-2)),
      entityId,
      providerId: firms.hosting,
      account: 'NW-10086',
      portal: 'https://idc.nanwan.example',
      mustChangeReason: 'temporary',
      obtainedFrom: '南湾客服工单重置，短信告知',
      obtainedOn: days(-2),
    },
    stored('nw582913'),
  )
  add(
    'credential',
    {
      ...credential('other', '小程序后台 管理员', 'generated', months(-2)),
      serviceId: mini,
      entityId,
      account: 'member@yunfan.example',
      rotationMonths: 6,
    },
    stored('Bk8^sfQ5mZ+a'),
  )
  add('credential', {
    ...credential('filing-password', '云帆论坛 旧登录密码', 'unknown', undefined),
    serviceId: old,
    entityId,
    isRetired: true,
    notes: '2010 年系统升级前的登录密码，已无效，仅存档。',
  })
}

function addJinli(add: Add, clock: Clock, firms: Firms): void {
  const { days, months } = clock
  const entityId = add('entity', {
    name: '成都锦里文化传播有限公司',
    shortName: '锦里文化',
    nature: 'enterprise',
    creditCode: '91510100MA6CXY0012',
    address: '四川省成都市武侯区虚构街 6 号',
    province: '蜀',
    filingNumber: '蜀ICP备2021000357号',
    filedOn: '2021-04-26',
    licenceValidUntilOn: days(75),
  })
  const head = add('contact', {
    name: '周锦',
    roles: ['entity-responsible'],
    entityId,
    phone: inventedMobile(21),
    email: 'zhou@jinli.example',
  })
  const former = add('contact', {
    name: '吴前任',
    roles: ['service-responsible', 'colleague'],
    entityId,
    post: '原网站负责人',
    phone: inventedMobile(22),
    leftOn: days(-9),
    notes: '已离职，需变更网站负责人，并轮换其经手的全部密码。',
  })
  const site = add('service', {
    entityId,
    kind: 'website',
    name: '锦里文化网',
    filingNumber: '蜀ICP备2021000357号-1',
    filedOn: '2021-04-26',
    status: 'active',
    homeUrl: 'https://jinli.example',
    policeNumber: '川公网安备51010702000048号',
    providerIds: [firms.cloud],
    responsibleId: former,
    entityResponsibleId: head,
  })
  add('domain', {
    serviceId: site,
    name: 'jinli.example',
    registrarId: firms.cloud,
    owner: '成都锦里文化传播有限公司',
    expiresOn: months(9),
  })
  add('service', {
    entityId,
    kind: 'quick-app',
    name: '锦里导览',
    filingNumber: '蜀ICP备2021000357号-2K',
    status: 'pending',
    providerIds: [firms.cloud],
    responsibleId: head,
    entityResponsibleId: head,
    notes: '已提交管局，等待短信核验。',
  })
  add(
    'credential',
    {
      ...credential('filing-password', '锦里文化 备案密码', 'chosen', months(-2)),
      entityId,
      account: '蜀ICP备2021000357号',
      mustChangeReason: 'handover',
      notes: '吴前任经手，离职后须立即修改。',
    },
    stored('Jw6@dvK3hS*q'),
  )
  add(
    'credential',
    {
      ...credential('registrar-account', '云枢计算 域名账号', 'generated', days(-20)),
      entityId,
      providerId: firms.cloud,
      account: 'jinli-domain',
    },
    stored('Wn5=xaG9rT_d7Lc3'),
  )
  add(
    'credential',
    {
      ...credential('bureau-account', '四川管局平台 账号', 'issued', days(-1)),
      entityId,
      account: 'sc-jinli',
      mustChangeReason: 'issued',
      obtainedFrom: '管局窗口',
      obtainedOn: days(-1),
    },
    stored('sc4471'),
  )
}

const DAY_MS = 86_400_000

function credential(
  kind: Credential['kind'],
  label: string,
  origin: Credential['origin'],
  changedOn: string | undefined,
): Credential {
  const common = { kind, label, origin, rotationMonths: 3, isRetired: false }
  return changedOn === undefined ? common : { ...common, changedOn }
}

function stored(value: string, history: CredentialSecret['history'] = []): CredentialSecret {
  return { value, history }
}

/** A day `months` away and then `days`: for what falls due in a few days. */
function addMonthsAndDays({ months }: Clock, monthCount: number, dayCount: number): string {
  return addDays(months(monthCount), dayCount)
}
