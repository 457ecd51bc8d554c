import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../support/app.ts'
import { BackupsPage } from '../support/backups-page.ts'
import { CustodyPage, JoinPage } from '../support/custody-page.ts'
import { KitPage } from '../support/kit-page.ts'
import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { addCustodian, CANARY, inviteTooLate } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const OTHER = '秋雨 梧桐 旧书摊 blue harbour 29'

test.setTimeout(180_000)

const lock = (app: App) =>
  app.lockBy(() => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')))

/** Somebody makes a request on a machine of their own and hands its file over. */
async function request(app: App, name: string, file: string): Promise<string[]> {
  const join = new JoinPage(app.page())
  const words = await join.begin(name, OTHER)
  await app.answerDialogs(file)
  await join.saveRequest()
  return words
}

/** Lets the person of a second app join the vault that is open in the first. */
async function letJoin(
  opened: App,
  second: App,
  role: '副保管人' | '审计',
): Promise<{ file: string; vaultWords: string[] }> {
  const file = path.join(second.folder, '申请.beian-key')
  const words = await request(second, '周文', file)
  await opened.answerDialogs(file)
  const custody = new CustodyPage(opened.page())
  await custody.open()
  expect(await custody.readRequest()).toEqual(words)
  return { file, vaultWords: await custody.invite(role) }
}

/** The vault is locked here and opened there for the first time. */
async function enter(opened: App, second: App, vaultFile: string, vaultWords: string[]) {
  await lock(opened)
  await second.answerDialogs(vaultFile)
  const join = new JoinPage(second.page())
  await join.look(OTHER)
  expect(await join.words('保险库核对词')).toEqual(vaultWords)
  await join.enter()
}

test('a deputy joins from a machine of their own, and then unlocks with their own passphrase', async ({
  openedApp,
  vaultFile,
  launch,
}) => {
  const custody = new CustodyPage(openedApp.page())
  await custody.open()
  await expect(openedApp.page().getByText('只有一个人能打开这个保险库。')).toBeVisible()

  const second = await launch()
  const { vaultWords } = await letJoin(openedApp, second, '副保管人')
  await expect(custody.person('周文').getByText('等待加入')).toBeVisible()
  await enter(openedApp, second, vaultFile, vaultWords)

  const theirs = new CustodyPage(second.page())
  await theirs.open()
  await expect(theirs.person('周文').getByText('本人')).toBeVisible()
  await expect(theirs.person('周文').getByText('主口令')).toBeVisible()
  await expect(theirs.person('林晓')).toBeVisible()
  await expect(second.page().getByText('只有一个人能打开这个保险库。')).toBeHidden()

  const page = await lock(second)
  await new StartPage(page).unlock(OTHER)
  await expect(page.getByRole('navigation')).toContainText('周文')
})

test('words that differ let nobody in, here or there', async ({ openedApp, vaultFile, launch }) => {
  const second = await launch()
  const file = path.join(second.folder, '申请.beian-key')
  await request(second, '周文', file)
  await openedApp.answerDialogs(file)
  const custody = new CustodyPage(openedApp.page())
  await custody.open()
  const words = await custody.readRequest()
  await custody.addDialog.getByRole('button', { name: '不一样' }).click()
  await expect(custody.addDialog.getByRole('alert')).toContainText('没有添加任何人')
  await custody.addDialog.getByRole('button', { name: '好', exact: true }).click()
  await expect(custody.person('周文')).toBeHidden()

  // Chromium reads no file with a Chinese name where the locale is plain C, as on a bare machine.
  const picture = path.join(second.folder, 'request.png')
  await new JoinPage(second.page()).photograph(picture)
  expect(await custody.readPicture(picture)).toEqual(words)
  await custody.invite('副保管人')
  await lock(openedApp)
  const copy = path.join(second.folder, '别处.beian')
  copyFileSync(vaultFile, copy)
  await second.answerDialogs(copy)
  const join = new JoinPage(second.page())
  await join.look(OTHER)
  await join.words('保险库核对词')
  await second.page().getByRole('button', { name: '不一样' }).click()
  await expect(second.page().getByRole('alert')).toContainText('没有打开这个文件')
  await expect(second.page().getByRole('navigation')).toBeHidden()
})

test('an invitation that has expired opens nothing, and both sides are told what to do', async ({
  launch,
  vaultFile,
}) => {
  const second = await launch()
  const file = path.join(second.folder, '申请.beian-key')
  await request(second, '周文', file)
  await inviteTooLate(vaultFile, file)
  await second.answerDialogs(vaultFile)
  await new JoinPage(second.page()).look(OTHER)
  await expect(second.page().getByRole('alert')).toContainText('期限已过')
  await expect(second.page().getByRole('list', { name: '保险库核对词' })).toBeHidden()

  const first = await launch({ args: [vaultFile] })
  await new StartPage(first.page()).unlock()
  const custody = new CustodyPage(first.page())
  await custody.open()
  await expect(custody.person('周文').getByText('等待加入 · 已过期')).toBeVisible()
  await custody.person('周文').getByRole('button', { name: '撤回邀请' }).click()
  await first.page().getByRole('dialog').getByRole('button', { name: '撤回邀请' }).click()
  await expect(custody.person('周文')).toBeHidden()
})

test('an auditor sees ledger and audit, and neither a secret nor a way to change anything', async ({
  launch,
  vaultFile,
}) => {
  await addCustodian(vaultFile, '审计员赵', OTHER, 'ledger')
  const app = await launch({ args: [vaultFile] })
  await new StartPage(app.page()).unlock(OTHER)
  const workspace = new WorkspacePage(app.page())
  await expect(app.page().getByText(/^您是审计/)).toBeVisible()
  await workspace.go('台账')
  await expect(app.page().getByRole('button', { name: '新增备案' })).toBeDisabled()
  await workspace.go('凭据')
  await app
    .page()
    .getByRole('row', { name: /蓝鲸商城备案密码/ })
    .click()
  await expect(app.page().getByText('审计人员看不到密码').first()).toBeVisible()
  await expect(app.page().getByRole('button', { name: '显示密码' })).toBeHidden()
  await expect(app.page().getByRole('button', { name: '复制密码' })).toBeHidden()
  await workspace.go('审计')
  await expect(app.page().getByRole('table', { name: '审计记录' })).toBeVisible()
  expect(await app.page().content()).not.toContain(CANARY)
})

test('two persons are needed to export once the company rule says so', async ({
  launch,
  vaultFile,
}) => {
  await addCustodian(vaultFile, '周文', OTHER, 'all')
  const app = await launch({ args: [vaultFile] })
  await new StartPage(app.page()).unlock()
  const workspace = new WorkspacePage(app.page())
  const custody = new CustodyPage(app.page())
  // That somebody joined since is told first.
  await custody.acknowledge()
  await custody.open()
  await custody.setRule('导出要两个人')

  const file = path.join(app.folder, '台账.csv')
  await app.answerDialogs(file)
  const exportCsv = async () => {
    await app.page().getByRole('button', { name: '导出' }).click()
    await app.page().getByRole('menuitem', { name: /csv/ }).click()
    await expect(custody.secondPerson).toBeVisible()
  }
  await workspace.go('台账')
  await exportCsv()
  await expect(custody.secondPerson).toContainText('周文')
  await custody.approveAs(PASSPHRASE)
  await expect(custody.secondPerson.getByRole('alert')).toBeVisible()
  await custody.secondPerson.getByRole('button', { name: '取消' }).click()
  await expect(custody.secondPerson).toBeHidden()
  expect(existsSync(file)).toBe(false)

  await exportCsv()
  await custody.approveAs(OTHER)
  await expect(custody.secondPerson).toBeHidden()
  await expect.poll(() => existsSync(file)).toBe(true)

  await workspace.go('审计')
  await expect(app.page().getByRole('row', { name: /第二人同意/ })).toContainText('周文')
})

test('a kit in parts is made, opens the vault for somebody new, and the others are told', async ({
  openedApp: app,
}) => {
  const custody = new CustodyPage(app.page())
  await custody.open()
  const codes = await custody.makeSplitKit({ wrongFirst: true })
  expect(codes).toHaveLength(3)
  await expect(app.page().getByText(/由 法定代表人、财务、IT 分别保管/)).toBeVisible()

  const page = await lock(app)
  await page.getByRole('button', { name: '改用恢复包' }).click()
  await page.getByRole('button', { name: '恢复包分成了几份' }).click()
  const [first = '', , third = ''] = codes
  await page.getByLabel('第 1 份恢复码').fill(first)
  await page.getByLabel('第 2 份恢复码').fill(first)
  await page.getByRole('button', { name: '解锁', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('同一份')
  await page.getByLabel('第 2 份恢复码').fill(third)
  await page.getByRole('button', { name: '解锁', exact: true }).click()

  // Nobody comes in under the name of a custodian who is known already.
  const kit = new KitPage(page)
  await kit.trySetNewPassphrase(OTHER, '林晓')
  await expect(page.getByRole('alert')).toContainText('已经有叫“林晓”的保管人')
  await kit.setNewPassphrase(OTHER, '周文')

  const again = await lock(app)
  await new StartPage(again).unlock()
  const told = new CustodyPage(again)
  await expect(told.notice).toContainText('用恢复包打开了保险库')
  await told.acknowledge()

  // The quarterly drill, by the paper of two holders.
  await new BackupsPage(app).open()
  const drill = await new BackupsPage(app).startKitDrill()
  await drill.getByLabel('一份恢复码', { exact: true }).fill(first)
  await drill.getByRole('button', { name: '核对' }).click()
  await expect(drill.getByRole('alert')).toContainText('还差 1 份')
  await drill.getByLabel('一份恢复码', { exact: true }).fill(third)
  await drill.getByLabel('另一份恢复码').fill(first)
  await drill.getByRole('button', { name: '核对' }).click()
  await expect(drill.getByRole('alert')).toContainText('第 3 份（IT）正确')
  await expect(drill.getByRole('alert')).toContainText('通过：')
  await drill.getByRole('button', { name: '关闭' }).last().click()
  const drills = again.getByRole('region', { name: '演练' })
  await expect(drills).toContainText(/通过 · 林晓/)
  await expect(drills).toContainText('第 3 份（IT）、第 1 份（法定代表人）')
  await new WorkspacePage(again).go('审计')
  await expect(again.getByRole('row', { name: /记录演练.*第 3\+1 份/ })).toContainText('通过')
})
