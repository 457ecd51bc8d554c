import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Fact, GuideId } from '../../../shared/guides/guide.ts'
import type { TriageAnswer } from '../../../shared/guides/triage-rule.ts'
import { type Choices, RecoveryPage } from '../support/recovery-page.ts'
import { writeRecoveryVault } from '../support/recovery-vault.ts'
import { StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const LABEL = '蓝鲸商城备案密码'

// Some go twenty steps, each of which is written to the disk.
test.describe.configure({ timeout: 150_000 })

type Walk = Choices & {
  guide: GuideId
  /** What makes this walk this one, in a few words. */
  by: string
  /** Said in the triage. */
  facts?: Readonly<Partial<Record<Fact, TriageAnswer>>>
  /** Steps that must be on the way, in their order. */
  through: readonly string[]
}

const WALKS: readonly Walk[] = [
  {
    guide: 'a1',
    by: 'a new password set on the page',
    facts: { 'portal-has-entry': 'yes' },
    outcome: '已自行重设',
    through: ['find-entry', 'enter-data', 'enter-code', 'set-password', 'log-in'],
  },
  {
    guide: 'a2',
    by: 'a password that was sent, changed at once',
    outcome: '密码已发送',
    through: ['choose-channel', 'set-password', 'change-at-once', 'register-password'],
  },
  {
    guide: 'm',
    by: 'the SMS check and the bureau’s approval',
    facts: { 'portal-has-entry': 'no' },
    outcome: '联系方式已变更',
    through: ['submit-change', 'provider-review', 'sms-check', 'bureau-review'],
  },
  {
    guide: 'm',
    by: 'no provider left: cancelled and filed anew',
    answers: { 'open-account': 'no-provider' },
    outcome: '联系方式已变更',
    through: ['open-account', 'cancel-and-refile', 'bureau-review'],
  },
  {
    guide: 'b',
    by: 'papers at the bureau’s window, a temporary password',
    answers: { 'bureau-platform': 'no' },
    outcome: '拿到临时密码',
    through: ['call-bureau', 'prepare-papers', 'submit', 'follow-up', 'change-at-once'],
  },
  {
    guide: 'c',
    by: 'a ticket at the provider',
    facts: { 'has-access-provider': 'yes' },
    answers: { 'log-in-provider': 'not-shown', 'own-function': 'no-function' },
    outcome: '密码已发送',
    through: ['own-function', 'open-ticket', 'verification-call', 'change-at-once'],
  },
  {
    guide: 'd',
    by: 'the agency answers, and its phone leaves the filing',
    facts: { 'filed-by-agency': 'yes' },
    answers: { 'whose-contacts': 'agency' },
    outcome: '拿到临时密码',
    through: ['ask-in-writing', 'replace-contacts', 'order-approved', 'revoke-authorization'],
  },
  {
    guide: 'e',
    by: 'the entity changed: transfer, and the empty old one cancelled',
    facts: { 'entity-changed': 'yes' },
    answers: { 'code-changed': 'changed', 'services-left': 'none' },
    outcome: '已自行重设',
    through: ['apply-transfer', 'transfer-approved', 'cancel-subject', 'recover', 'hand-over'],
  },
  {
    guide: 'e',
    by: 'the entity changed: migration of the service',
    facts: { 'entity-changed': 'yes' },
    answers: { 'code-changed': 'changed', 'choose-path': 'migrate' },
    outcome: '联系方式已变更',
    through: ['check-migration', 'move-domain', 'order-sms-check', 'recover'],
  },
  {
    guide: 'f',
    by: 'another province: in writing at the filing’s bureau',
    facts: { 'other-province': 'yes' },
    outcome: '拿到临时密码',
    through: ['contact-bureau', 'submit', 'bureau-reviews', 'change-at-once'],
  },
  {
    guide: 'f',
    by: 'the company moved: cancelled and filed anew',
    facts: { 'other-province': 'yes' },
    answers: { 'which-case': 'company-moved', 'call-both': 'cancel-refile' },
    outcome: '账号已找回',
    through: ['call-both', 'cancel-and-refile', 'receive-password'],
  },
  {
    guide: 'g',
    by: 'filed before 2009: the bureau makes a password',
    facts: { 'filed-before-2009': 'yes' },
    outcome: '拿到临时密码',
    through: ['ask-archive', 'write-statement', 'submit', 'bureau-answer', 'change-at-once'],
  },
  {
    guide: 'g',
    by: 'filed before 2009: submitted anew',
    facts: { 'filed-before-2009': 'yes' },
    answers: { 'bureau-answer': 'refile' },
    outcome: '账号已找回',
    through: ['refile', 'order-at-bureau', 'order-approved', 'store-archive'],
  },
]

for (const { guide, by, facts = {}, through, ...choices } of WALKS) {
  test(`${guide.toUpperCase()}, ${by}: from the triage to the registered password`, async ({
    launch,
  }) => {
    const { page, recovery } = await begin(await opened(launch))
    for (const [fact, answer] of Object.entries(facts)) {
      // `as`: the keys of the walk's own object.
      await recovery.answer(fact as Fact, answer)
    }
    await recovery.startWith(guide)
    const gone = await recovery.walk(guide, choices)
    expect(gone.filter((step) => through.includes(step))).toEqual(through)
    await recovery.close()
    await isRegistered(page)
  })
}

type Trouble = {
  guide: GuideId
  answers?: Readonly<Record<string, string>>
  /** Where its last answer leads; absent: it ends by its steps. */
  leadsTo?: GuideId
}

const TROUBLES: readonly Trouble[] = [
  { guide: 't0', answers: { 'check-contacts': 'right', 'ask-resend': 'arrived' } },
  { guide: 't1', answers: { resend: 'not-yet', decide: 'by-provider' }, leadsTo: 'c' },
  { guide: 't2', answers: { decide: 'solved' } },
  { guide: 't3', answers: { 'check-layer': 'solved' } },
  {
    guide: 't4',
    answers: { 'complete-papers': 'refused', 'provider-answer': 'unsatisfied', mediated: 'solved' },
  },
  { guide: 't5', answers: { 'which-platform': 'other', 'call-support': 'solved' } },
  { guide: 't6', answers: { 'one-stop': 'no', 'search-messages': 'bureau' }, leadsTo: 'b' },
]

for (const { guide, answers = {}, leadsTo } of TROUBLES) {
  test(`${guide.toUpperCase()}: gone through to ${leadsTo?.toUpperCase() ?? 'its end'}`, async ({
    launch,
  }) => {
    const { recovery } = await begin(await opened(launch))
    await recovery.startWith(guide)
    await recovery.walk(guide, { answers })
    if (leadsTo === undefined) await recovery.close()
    else await recovery.isFollowing(leadsTo)
  })
}

type Launch = (options: { args: string[] }) => Promise<{ page(): Page }>

/** The app on a fresh vault, unlocked. */
async function opened(launch: Launch): Promise<Page> {
  const file = path.join(test.info().outputPath(), '蓝鲸.beian')
  await writeRecoveryVault(file)
  const app = await launch({ args: [file] })
  await new StartPage(app.page()).unlock()
  return app.page()
}

/** From the card of the forgotten password to the triage. */
async function begin(page: Page) {
  const drawer = await new WorkspacePage(page).openFiling(SERVICE_NAME)
  const credential = drawer.getByRole('article', { name: LABEL })
  await credential.getByRole('button', { name: '忘记了 / 找回' }).click()
  const recovery = new RecoveryPage(page)
  await expect(recovery.ways).toContainText('2020-08-17')
  return { page, recovery }
}

/** The password of the filing is in order again, set today. */
async function isRegistered(page: Page): Promise<void> {
  const drawer = await new WorkspacePage(page).openFiling(SERVICE_NAME)
  await expect(drawer.getByRole('article', { name: LABEL })).toContainText('正常')
}
