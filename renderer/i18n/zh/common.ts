import type { CredentialState } from '../../../shared/credential-state.ts'
import type { CHANNEL_KINDS } from '../../../shared/records/channel.ts'
import type { CONTACT_ROLES, ID_KINDS } from '../../../shared/records/contact.ts'
import type {
  Credential,
  CredentialKind,
  CredentialOrigin,
} from '../../../shared/records/credential.ts'
import type { ENTITY_NATURES } from '../../../shared/records/entity.ts'
import type { PROVIDER_ROLES } from '../../../shared/records/provider.ts'
import type { RecordKind } from '../../../shared/records/record.ts'
import type { ServiceKind, ServiceStatus } from '../../../shared/records/service.ts'
import type { ReminderUrgency } from '../../../shared/reminder.ts'
import { REMINDER_NAMES } from '../../../shared/reminder-names.ts'

type Names<K extends string> = Record<K, string>

/**
 * Words that more than one screen uses. The lists of kinds, states and roles are typed by the unions of shared/,
 * and give the choices of the forms in their order.
 */
export const zhCommon = {
  save: '保存',
  cancel: '取消',
  edit: '编辑',
  remove: '删除',
  add: '新增',
  close: '关闭',
  copy: '复制',
  copied: '已复制。',
  more: '更多',
  backToList: '返回列表',
  ticked: (count: number) => `已选 ${count.toLocaleString('zh-CN')} 项`,
  untick: '取消选择',
  toTrash: '移入回收站',
  none: '无',
  unknown: '未知',
  all: '全部',
  today: '今天',
  notFilled: '未填写',
  elapsed: (seconds: number) =>
    seconds < 60 ? `已用 ${seconds} 秒` : `已用 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`,
  optional: '选填',
  required: '必填',
  yes: '是',
  no: '否',
  createdNow: '已新增。',
  saved: '已保存。',
  trashed: (count: number) => (count === 1 ? '已移入回收站。' : `${count} 项已移入回收站。`),
  restored: (count: number) => (count === 1 ? '已恢复。' : `${count} 项已恢复。`),
  daysLeft: (days: number) =>
    days === 0 ? '今天' : days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`,
  items: (count: number) => `${count.toLocaleString('zh-CN')} 项`,
  recordKind: {
    entity: '备案主体',
    service: '互联网信息服务',
    domain: '域名',
    provider: '服务商',
    contact: '联系人',
    channel: '接收渠道',
    credential: '凭据',
    document: '资料',
    case: '找回办理',
    check: '季度核查',
    task: '任务',
    letter: '文书',
    'guide-addition': '办法备注',
    'holiday-notice': '放假安排',
    custodian: '保管人',
    'company-rule': '公司规则',
    handover: '交接',
    backup: '备份',
    drill: '演练',
  } satisfies Names<RecordKind> as Names<RecordKind>,
  serviceKind: {
    website: '网站',
    app: 'APP',
    'mini-program': '小程序',
    'quick-app': '快应用',
  } satisfies Names<ServiceKind> as Names<ServiceKind>,
  serviceStatus: {
    active: '正常',
    pending: '待备案',
    restricted: '限制接入',
    cancelled: '已注销',
    unknown: '待核实',
  } satisfies Names<ServiceStatus> as Names<ServiceStatus>,
  credentialState: {
    issued: '须立即修改',
    overdue: '已逾期',
    unknown: '时间不明',
    due: '该换了',
    current: '正常',
    retired: '已停用',
  } satisfies Names<CredentialState> as Names<CredentialState>,
  credentialKind: {
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
  } satisfies Names<CredentialKind> as Names<CredentialKind>,
  credentialOrigin: {
    chosen: '自己设定',
    generated: '备案匣生成',
    issued: '下发的初始密码',
    temporary: '临时密码',
    imported: '表格导入',
    unknown: '来源不明',
  } satisfies Names<CredentialOrigin> as Names<CredentialOrigin>,
  mustChangeReason: {
    issued: '初始密码',
    temporary: '临时密码',
    handover: '人员交接',
    leaked: '疑似泄露',
    'agency-ended': '代理终止',
  } satisfies Names<NonNullable<Credential['mustChangeReason']>> as Names<
    NonNullable<Credential['mustChangeReason']>
  >,
  contactRole: {
    'entity-responsible': '主体负责人',
    'service-responsible': '服务负责人',
    emergency: '应急联系人',
    'legal-representative': '法定代表人',
    provider: '服务商联系人',
    bureau: '管局联系人',
    agency: '代理机构联系人',
    colleague: '同事',
  } satisfies Names<(typeof CONTACT_ROLES)[number]> as Names<(typeof CONTACT_ROLES)[number]>,
  idKind: {
    'resident-id': '居民身份证',
    passport: '护照',
    'hk-macau-permit': '港澳居民来往内地通行证',
    'taiwan-permit': '台湾居民来往大陆通行证',
    other: '其他证件',
  } satisfies Names<(typeof ID_KINDS)[number]> as Names<(typeof ID_KINDS)[number]>,
  providerRole: {
    access: '接入商',
    registrar: '域名注册商',
    agency: '代理机构',
    bureau: '通信管理局',
  } satisfies Names<(typeof PROVIDER_ROLES)[number]> as Names<(typeof PROVIDER_ROLES)[number]>,
  channelKind: {
    phone: '手机号',
    mailbox: '邮箱',
    authenticator: '验证器',
    ukey: 'UKey',
  } satisfies Names<(typeof CHANNEL_KINDS)[number]> as Names<(typeof CHANNEL_KINDS)[number]>,
  entityNature: {
    enterprise: '企业',
    'individual-business': '个体工商户',
    government: '党政机关',
    'public-institution': '事业单位',
    'social-organization': '社会团体',
    military: '军队',
    'law-firm': '律师执业机构',
    foundation: '基金会',
    'private-non-enterprise': '民办非企业单位',
    person: '个人',
    other: '其他',
  } satisfies Names<(typeof ENTITY_NATURES)[number]> as Names<(typeof ENTITY_NATURES)[number]>,
  reminderKind: REMINDER_NAMES['zh-CN'],
  urgency: {
    danger: '须立即处理',
    due: '到期',
    soon: '将到期',
  } satisfies Names<ReminderUrgency> as Names<ReminderUrgency>,
}
export type CommonText = typeof zhCommon
