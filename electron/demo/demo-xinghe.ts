import type { Add, Clock, Firms } from './demo-draft.ts'
import { addMonthsAndDays, credential, DAY_MS, stored } from './demo-draft.ts'
import { inventedMobile, inventedResidentId } from './demo-people.ts'

/** 北京: a website with two domains and an App; a domain about to end, a password soon due. */
export function addXinghe(add: Add, clock: Clock, firms: Firms): void {
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
