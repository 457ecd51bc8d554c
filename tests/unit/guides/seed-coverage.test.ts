import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '../../../electron/passwords/filing-facts.ts'
import { policyFindings } from '../../../electron/passwords/policy.ts'
import type { CallName } from '../../../shared/contract.ts'
import { CONTRACT } from '../../../shared/contract.ts'
import type { Finding, GuideId } from '../../../shared/guides/guide.ts'
import { guideOf } from '../../../shared/guides/guide-list.ts'
import { TEMPLATES } from '../../../shared/letters/templates.ts'
import type { CredentialKind, CredentialOrigin } from '../../../shared/records/credential.ts'
import { CREDENTIAL_KINDS, CREDENTIAL_ORIGINS } from '../../../shared/records/credential.ts'
import type { DocumentKind } from '../../../shared/records/document.ts'
import { DOCUMENT_KINDS } from '../../../shared/records/document.ts'
import type { LetterKind } from '../../../shared/records/letter.ts'
import { PROVIDER_ROLES } from '../../../shared/records/provider.ts'
import type { ReminderKind } from '../../../shared/reminder.ts'
import { REMINDER_KINDS } from '../../../shared/reminder.ts'
import { DEFAULT_ROTATION_MONTHS, ROTATION_LIMIT_MONTHS } from '../../../shared/rotation.ts'

/** Where a statement of the three articles lives in the product. */
type Place =
  | { guide: GuideId; step: string; says?: string }
  | { guide: GuideId; note: string; says?: string }
  | { guide: GuideId; material: string }
  | { guide: GuideId; clock: string }
  | { guide: GuideId; finding: Finding['id'] }
  | { call: CallName }
  | { letter: LetterKind }
  | { document: DocumentKind }
  | { credential: CredentialKind }
  | { origin: CredentialOrigin }
  | { reminder: ReminderKind }

type Row = [article: string, statement: string, places: readonly [Place, ...Place[]]]

/**
 * Every product-relevant statement of the articles: S0 《域名备案密码找回流程》, S1 《网上备案查询密码全攻略》,
 * S2 《备案密码怎么找回》.
 */
const ROWS: readonly Row[] = [
  [
    'S0 §1',
    'the password proves who may change or cancel a filing; keep others out',
    [{ credential: 'filing-password' }, { call: 'vault.unlock' }, { call: 'audit.verify' }],
  ],
  [
    'S0 §2.1',
    'check the filed data first, and mend what is wrong',
    [
      { guide: 'a1', step: 'confirm-filed' },
      { guide: 'a1', step: 'compare-filing', says: '先更正' },
      { call: 'cases.preflight' },
    ],
  ],
  [
    'S0 §2.2',
    'have domain certificate, ID and licence ready',
    [
      { guide: 'a1', step: 'collect-papers' },
      { guide: 'a1', material: 'domain-certificate' },
      { document: 'domain-certificate' },
      { document: 'id-card' },
      { document: 'business-licence' },
    ],
  ],
  [
    'S0 §2.3–2.4',
    'choose the route; read its rules or call support',
    [
      { guide: 'b', step: 'choose-way' },
      { guide: 'b', step: 'read-rules' },
      { call: 'cases.triage' },
    ],
  ],
  [
    'S0 §3',
    'the procedure at MIIT in five steps',
    [
      { guide: 'a1', step: 'open-portal' },
      { guide: 'a1', step: 'find-entry', says: '找回备案密码' },
      { guide: 'a1', step: 'enter-data', says: '证件类型' },
      { guide: 'a1', step: 'set-password', says: '发送密码' },
      { guide: 'a1', step: 'log-in' },
    ],
  ],
  [
    'S0 §4',
    'the procedure at the registrar in five steps; registrars differ',
    [
      { guide: 'c', step: 'log-in-provider' },
      { guide: 'c', step: 'own-function', says: '域名管理' },
      { guide: 'c', step: 'receive-password' },
      { guide: 'c', note: 'registrar-or-provider' },
      { call: 'guides.saveAddition' },
    ],
  ],
  ['S0 §5.1', 'exact input', [{ guide: 'a1', step: 'exact-values' }, { call: 'cases.copyValue' }]],
  [
    'S0 §5.2',
    'protect personal data while recovering',
    [
      { guide: 'a1', note: 'privacy', says: '水印' },
      { guide: 'b', note: 'privacy' },
      { call: 'documents.exportStamped' },
    ],
  ],
  [
    'S0 §5.3',
    'a password that was sent may end: start again',
    [
      { guide: 'a1', step: 'change-at-once' },
      { guide: 'a1', step: 'set-password' },
      { call: 'cases.recordOutcome' },
    ],
  ],
  [
    'S0 §5.4',
    'ask the support of MIIT or registrar',
    [{ guide: 'a1', step: 'read-rules', says: '打电话' }, { call: 'cases.saveLogEntry' }],
  ],
  [
    'S1 2.1.1',
    'the first password comes by SMS or mail, 6–12 letters and digits; change it soon',
    [
      { guide: 't0', step: 'change-at-once', says: '6–12位' },
      { origin: 'issued' },
      { reminder: 'must-change' },
    ],
  ],
  [
    'S1 2.1.2',
    'some bureaus run a platform of their own: phone of the province, SMS code',
    [
      { guide: 'b', step: 'bureau-platform', says: '省内手机号' },
      { guide: 't0', note: 'provincial-platform' },
      { credential: 'bureau-account' },
    ],
  ],
  [
    'S1 2.2.1',
    'the provider shows or resets it: console, ticket',
    [
      { guide: 'c', step: 'log-in-provider', says: '显示备案密码' },
      { guide: 'c', step: 'open-ticket' },
    ],
  ],
  [
    'S1 2.2.2',
    'an agency obtains it and tells the owner; check its qualification',
    [
      { guide: 'd', step: 'find-contract', says: '资质' },
      { guide: 'd', step: 'receive-password' },
      { guide: 'd', note: 'agency-risk' },
    ],
  ],
  [
    'S1 3.1',
    'not received: contacts, carrier, spam and white list, re-send, amend contacts',
    [
      { guide: 't0', step: 'check-contacts' },
      { guide: 't0', step: 'ask-carrier' },
      { guide: 't0', step: 'look-in-spam', says: '白名单' },
      { guide: 't0', step: 'ask-resend' },
      { guide: 't0', step: 'amend-contacts' },
    ],
  ],
  [
    'S1 3.2',
    'forgotten: what each platform asks',
    [
      { guide: 't5', step: 'which-platform' },
      { guide: 't5', step: 'call-support' },
    ],
  ],
  [
    'S1 Q1',
    'how to tell which platform',
    [
      { guide: 't6', step: 'one-stop', says: '一站式' },
      { guide: 't6', step: 'search-messages' },
      { guide: 't6', step: 'ask-registrar' },
    ],
  ],
  [
    'S1 Q2',
    'at least 8, letters, digits and specials, no birthday or phone; type with care; change regularly',
    [
      { call: 'credentials.assess' },
      { call: 'credentials.register' },
      { reminder: 'rotation-due' },
    ],
  ],
  [
    'S2 scenes',
    'long unused · person left · provider changed · upgrade changed the format',
    [
      { guide: 't3', note: 'format-changed' },
      { guide: 'quarterly', finding: 'person-left' },
      { guide: 'm', note: 'add-before-cancel' },
      { letter: 'handover-sheet' },
      { reminder: 'rotation-overdue' },
    ],
  ],
  [
    'S2 (一)',
    'two ways of self-service; 8–20 characters of four classes',
    [
      { guide: 'a1', step: 'choose-domain', says: '已备案域名验证' },
      { guide: 'a2', step: 'choose-channel', says: '手机/邮箱验证' },
      { guide: 'a2', step: 'enter-data', says: '身份证号' },
      { guide: 'a1', step: 'set-password', says: '8–20位' },
    ],
  ],
  [
    'S2 (二)',
    'provider: three papers, ticket, 1–3 working days, encrypted mail or SMS, log in and change',
    [
      { guide: 'c', step: 'prepare-papers', says: '授权委托书' },
      { guide: 'c', step: 'open-ticket', says: '三样材料' },
      { guide: 'c', clock: 'provider-reset' },
      { guide: 'c', step: 'receive-password', says: '加密邮件或短信' },
      { guide: 'c', step: 'change-at-once' },
      { guide: 'c', material: 'authorization' },
    ],
  ],
  [
    'S2 特殊一',
    'transfer: both licences, agreement, notarial certificate, then recover',
    [
      { guide: 'e', step: 'apply-transfer' },
      { guide: 'e', material: 'notarial-certificate' },
      { guide: 'e', clock: 'transfer' },
      { guide: 'e', step: 'recover' },
      { letter: 'transfer-agreement' },
    ],
  ],
  [
    'S2 特殊二',
    'another province: bureau of the filing, window, sealed statement, temporary password',
    [
      { guide: 'f', step: 'contact-bureau' },
      { guide: 'f', step: 'submit', says: '窗口' },
      { guide: 'f', material: 'statement' },
      { guide: 'f', step: 'receive-password', says: '临时密码' },
      { letter: 'statement' },
    ],
  ],
  [
    'S2 特殊三',
    'before 2009: archive, special statement, or a new service',
    [
      { guide: 'g', step: 'ask-archive' },
      { guide: 'g', step: 'write-statement' },
      { guide: 'g', step: 'refile', says: '新增备案' },
      { letter: 'special-statement' },
      { document: 'filing-archive' },
    ],
  ],
  [
    'S2 注意1',
    'no simple password; rotate every 3–6 months',
    [
      { call: 'credentials.assess' },
      { reminder: 'rotation-due' },
      { reminder: 'rotation-overdue' },
    ],
  ],
  [
    'S2 注意2',
    'data must equal the papers',
    [
      { guide: 't2', note: 'papers-must-match' },
      { guide: 'quarterly', step: 'unit-matches-licence' },
      { guide: 'quarterly', step: 'domain-owner' },
      { call: 'records.check' },
    ],
  ],
  [
    'S2 注意3',
    'forgery: blacklist, fine, closure; corrected beside it',
    [
      { guide: 'b', note: 'forgery', says: '关闭网站并注销备案' },
      { guide: 'c', note: 'forgery', says: '黑名单' },
      { guide: 'e', note: 'forgery' },
      { guide: 'f', note: 'forgery' },
      { guide: 'g', note: 'forgery' },
    ],
  ],
  [
    'S2 注意4',
    'an encrypted record in a safe place, and a named second contact',
    [
      { call: 'kit.prepare' },
      { call: 'vault.compareWithBackup' },
      { guide: 'quarterly', finding: 'no-second-person' },
    ],
  ],
  [
    'S2 table, row 1',
    'no code arrives',
    [
      { guide: 't1', step: 'check-phone' },
      { guide: 't1', step: 'decide', says: '接入商更新联系方式' },
    ],
  ],
  [
    'S2 table, row 2',
    'the identity does not match',
    [
      { guide: 't2', step: 'compare-name' },
      { guide: 't2', step: 'decide', says: '重新提交' },
    ],
  ],
  [
    'S2 table, row 3',
    'login still fails: cache, four classes',
    [
      { guide: 't3', step: 'clear-cache' },
      { guide: 't3', step: 'check-format', says: '四类' },
    ],
  ],
  [
    'S2 table, row 4',
    'the provider puts you off: complain to the bureau with full records',
    [
      { guide: 't4', step: 'complete-papers' },
      { guide: 't4', step: 'collect-records' },
      { guide: 't4', note: 'two-kinds', says: '向管局投诉' },
      { letter: 'complaint' },
    ],
  ],
  [
    'S2 预防1',
    'a ledger of password, provider and filing day; a designated person',
    [
      { call: 'ledger.rows' },
      { call: 'credentials.list' },
      { guide: 'quarterly', step: 'record-kept', says: '专人' },
    ],
  ],
  [
    'S2 预防2',
    'check state and contacts every quarter',
    [
      { guide: 'quarterly', note: 'every-quarter' },
      { guide: 'quarterly', step: 'phones-reached' },
      { reminder: 'check-due' },
    ],
  ],
  [
    'S2 预防3',
    'use a password manager',
    [{ call: 'import.preview' }, { call: 'credentials.generate' }],
  ],
  [
    'S2 预防4',
    'a standing authorisation, sealed and signed in advance, kept electronically',
    [
      { letter: 'standing-authorization' },
      { guide: 'quarterly', step: 'standing-authorization' },
      { reminder: 'authorization-expiry' },
      { reminder: 'authorized-person-left' },
    ],
  ],
  [
    'S2 end',
    'prefer official channels; ask the bureau or professionals',
    [
      { guide: 'a1', note: 'portal-address', says: '官方渠道' },
      { guide: 'd', note: 'official-first' },
      { call: 'shell.openLink' },
    ],
  ],
]

describe('the articles', () => {
  it.each(ROWS)('%s has its place: %s', (_article, _statement, places) => {
    for (const place of places) expect(exists(place), JSON.stringify(place)).toBe(true)
  })

  it('are kept in the ledger with a role for each platform that they name', () => {
    expect(PROVIDER_ROLES).toEqual(['access', 'registrar', 'agency', 'bureau'])
  })

  it('have their password rules in the policy, and their rotation of three to six months', () => {
    const refused = (value: string) => policyFindings(value, 'chosen', NO_FACTS).length > 0
    expect(refused('Kx7#mQ2z')).toBe(false)
    for (const weak of ['Kx7#mQ2', 'kx7#mq2z', 'KX7#MQ2Z', 'Kxp#mQvz', 'Kx7amQ2z']) {
      expect(refused(weak), weak).toBe(true)
    }
    expect([DEFAULT_ROTATION_MONTHS, ROTATION_LIMIT_MONTHS]).toEqual([3, 6])
  })
})

function exists(place: Place): boolean {
  if ('call' in place) return place.call in CONTRACT
  if ('letter' in place) return place.letter in TEMPLATES
  if ('document' in place) return DOCUMENT_KINDS.includes(place.document)
  if ('credential' in place) return CREDENTIAL_KINDS.includes(place.credential)
  if ('origin' in place) return CREDENTIAL_ORIGINS.includes(place.origin)
  if ('reminder' in place) return REMINDER_KINDS.includes(place.reminder)
  const guide = guideOf(place.guide)
  if (guide === undefined) return false
  if ('material' in place) return guide.materials.some(({ id }) => id === place.material)
  if ('clock' in place) return guide.clocks.some(({ id }) => id === place.clock)
  if ('finding' in place) {
    return guide.steps.some(({ findings }) => findings?.some(({ id }) => id === place.finding))
  }
  const found =
    'step' in place
      ? guide.steps.find(({ id }) => id === place.step)
      : guide.notes.find(({ id }) => id === place.note)
  const words =
    found === undefined
      ? ''
      : 'title' in found
        ? `${found.title.zh}${found.text.zh}`
        : found.text.zh
  return words.includes(place.says ?? '') && found !== undefined
}
