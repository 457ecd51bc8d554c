import type { CredentialKind } from '../../shared/records/credential.ts'
import type { ForeignEntry } from './foreign-entry.ts'
import { hostOf } from './portal-host.ts'

/** Words that tell what a password is for, the surest first. */
const WORDS: readonly (readonly [CredentialKind, RegExp])[] = [
  ['police-filing-account', /公安联网备案|公安备案|beian\.mps|police filing/i],
  ['provider-side-password', /接入商侧|provider-side/i],
  ['filing-password', /备案密码|icp\s*密码|filing password|beian\.miit/i],
  ['bureau-account', /管局|通信管理局/],
  ['authorization-code', /授权码|authori[sz]ation code|app password/i],
  ['registrar-account', /注册商|域名(账号|账户|管理)|registrar/i],
  ['mailbox', /邮箱|mailbox|e-?mail|(^|\.)(mail|exmail|smtp|imap)\./im],
]

/** Consoles that filings are made at, as Chinese providers run them. */
const CONSOLES =
  /(^|\.)(aliyun\.com|tencentcloud\.com|cloud\.tencent\.com|huaweicloud\.com|qcloud\.com|bce\.baidu\.com|volcengine\.com|ctyun\.cn|ecloud\.10086\.cn|jdcloud\.com|ksyun\.com|ucloud\.cn|qiniu\.com|west\.cn)$/

/** What an entry seems to be; `other` when nothing tells. */
export function kindOf(entry: ForeignEntry): CredentialKind {
  const hosts = entry.urls.flatMap((url) => hostOf(url) ?? [])
  const said = [entry.title, ...entry.group, ...hosts].join('\n')
  const found = WORDS.find(([, words]) => words.test(said))
  if (found !== undefined) return found[0]
  if (hosts.some((host) => CONSOLES.test(host))) return 'portal-account'
  if (entry.password === undefined && entry.totpUri !== undefined) return 'totp'
  return 'other'
}
