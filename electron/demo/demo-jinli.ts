import type { Add, Clock, Firms } from './demo-draft.ts'
import { credential, stored } from './demo-draft.ts'
import { inventedMobile } from './demo-people.ts'

/** 四川: somebody has left, an issued password, a 快应用 that waits for its number. */
export function addJinli(add: Add, clock: Clock, firms: Firms): void {
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
