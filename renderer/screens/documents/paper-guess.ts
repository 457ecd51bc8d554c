import type { DocumentKind } from '../../../shared/records/document.ts'

/** What files of each kind are most often called; the first that fits counts. */
const HINTS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['business-licence', /执照|licen[cs]e/i],
  ['organization-code-certificate', /组织机构代码/],
  ['id-card', /身份证|护照|通行证|passport/i],
  ['domain-certificate', /域名.*证书|证书.*域名|domain/i],
  ['standing-authorization', /找回授权/],
  ['authorization', /授权|委托/],
  ['special-statement', /特殊情况/],
  ['statement', /情况说明|说明/],
  ['transfer-agreement', /过户/],
  ['notarial-certificate', /公证/],
  ['application-form', /申请表|核验单|真实性核验/],
  ['filing-archive', /备案档案|备案信息/],
  ['contract', /合同|协议/],
  ['receipt', /回执|快递|运单|EMS/i],
  ['screenshot', /截图|截屏|屏幕|粘贴的图片|screenshot/i],
  ['handover-sheet', /交接/],
  ['complaint', /投诉|申诉/],
]

/** What a paper may be and be called, by the name of its first file. */
export function guessPaper(fileName: string): { kind: DocumentKind; title: string } {
  const title = fileName.replace(/\.[^.]*$/, '')
  const kind = HINTS.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other'
  return { kind, title }
}
