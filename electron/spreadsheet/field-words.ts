import type { Entity } from '../../shared/records/entity.ts'
import type { ServiceKind, ServiceStatus } from '../../shared/records/service.ts'

type Nature = Entity['nature']

const NATURES: readonly (readonly [RegExp, Nature])[] = [
  [/个体/, 'individual-business'],
  [/民办非|民非|社会服务机构/, 'private-non-enterprise'],
  [/基金会/, 'foundation'],
  [/律师|律所/, 'law-firm'],
  [/事业/, 'public-institution'],
  [/社会团体|社团|协会|学会|商会|联合会/, 'social-organization'],
  [/军队|部队/, 'military'],
  [/政府|机关|行政|党/, 'government'],
  [/个人|自然人|^person(al)?$|^individual$/i, 'person'],
  [/企业|公司|集团|合作社|^enterprise$|^company$/i, 'enterprise'],
]

/** First two characters of a credit code: who registered the unit, and what it is. */
const NATURE_OF_CODE: Readonly<Record<string, Nature>> = {
  '11': 'government',
  '12': 'public-institution',
  '31': 'law-firm',
  '51': 'social-organization',
  '52': 'private-non-enterprise',
  '53': 'foundation',
  '91': 'enterprise',
  '92': 'individual-business',
  '93': 'enterprise',
}

/** A name of two or three characters that begins with one of the usual surnames. */
const SURNAME =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]\p{Script=Han}{1,2}$/u

/** 单位性质 by its own column, else by the credit code, else by the name. */
export function readNature(
  text: string | undefined,
  creditCode: string | undefined,
  name: string,
): Nature {
  const told = text === undefined ? undefined : firstMatch(NATURES, text)
  if (told !== undefined) return told
  const ofCode = creditCode === undefined ? undefined : NATURE_OF_CODE[creditCode.slice(0, 2)]
  if (ofCode !== undefined) return ofCode
  if (/公司|厂$|集团|企业/.test(name)) return 'enterprise'
  if (/学校|医院|大学|学院|中学|小学|研究院|研究所/.test(name)) return 'public-institution'
  if (SURNAME.test(name)) return 'person'
  return firstMatch(NATURES, name) ?? 'other'
}

const KINDS: readonly (readonly [RegExp, ServiceKind])[] = [
  [/小程序|mini[- ]?(program|app)|^7$/i, 'mini-program'],
  [/快应用|quick[- ]?app|^8$/i, 'quick-app'],
  [/app|客户端|移动应用|^6$/i, 'app'],
  [/网站|站点|web|site|域名|首次|新增|接入|变更|^icp(备案)?$|^1$/i, 'website'],
]

/** 类型; undefined when the word is none of them. */
export function readServiceKind(text: string): ServiceKind | undefined {
  return firstMatch(KINDS, text)
}

/** What a service's name says of its kind; undefined when it says nothing. */
export function kindOfName(name: string): ServiceKind | undefined {
  if (/小程序/.test(name)) return 'mini-program'
  if (/快应用/.test(name)) return 'quick-app'
  return /(^|[^a-z])app([^a-z]|$)|客户端/i.test(name) ? 'app' : undefined
}

const STATUSES: readonly (readonly [RegExp, ServiceStatus])[] = [
  [/注销|取消|作废|已删除|cancel/i, 'cancelled'],
  [/不限制|未限制|无限制/, 'active'],
  [/限制|暂停|关停|关闭|停用|异常|restrict|suspend/i, 'restricted'],
  [/未备案|未通过|待|备案中|审核|办理|申请|进行|提交|管局|pending/i, 'pending'],
  [/正常|有效|已备案|备案成功|成功|通过|在用|运行|启用|完成|active|normal|valid|^ok$/i, 'active'],
]

/**
 * 状态; undefined when the word is none of them.
 *
 * @param header - A column headed 是否限制接入 answers with 是 and 否.
 */
export function readStatus(text: string, header: string): ServiceStatus | undefined {
  if (/限制/.test(header)) {
    if (/^(是|y|yes|true|1)$/i.test(text)) return 'restricted'
    if (/^(否|n|no|false|0)$/i.test(text)) return 'active'
  }
  return firstMatch(STATUSES, text)
}

/** What is written in place of a number that does not exist yet, or no longer. */
export function statusInsteadOfNumber(text: string): ServiceStatus | undefined {
  return /ICP|B[12]-|\d{6}/i.test(text) ? undefined : firstMatch(STATUSES, text)
}

function firstMatch<T>(table: readonly (readonly [RegExp, T])[], text: string): T | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1]
}
