import type { Add, Clock, Firms } from './demo-draft.ts'
import { credential, DAY_MS, stored } from './demo-draft.ts'
import { inventedMobile, inventedResidentId } from './demo-people.ts'

/** 广东: filed before 2009, with an overdue and a temporary password, a forum without access, a 小程序. */
export function addYunfan(add: Add, clock: Clock, firms: Firms): void {
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
