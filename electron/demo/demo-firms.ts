import type { Add, Clock, Firms } from './demo-draft.ts'

/** Providers, a registrar and two bureaus. */
export function addFirms(add: Add, { months }: Clock): Firms {
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
