import {
  copyFileSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CustodyPage } from '../support/custody-page.ts'
import { KitPage } from '../support/kit-page.ts'
import { callOver } from '../support/port.ts'
import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { IDS, SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test('a vault opened read-only can be looked at and not changed', async ({ launch, vaultFile }) => {
  const before = readFileSync(vaultFile)
  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  await page.getByRole('checkbox', { name: /以只读方式打开/ }).check()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)
  await expect(workspace.said('只读打开：可以查看和复制，不能修改。')).toBeVisible()
  await workspace.go('台账')
  await expect(page.getByRole('button', { name: '新增备案' })).toBeDisabled()
  await expect(page.getByRole('button', { name: '导入台账' })).toBeDisabled()

  const drawer = await workspace.openFiling(SERVICE_NAME)
  await expect(drawer.getByRole('button', { name: '编辑', exact: true })).toBeHidden()
  await expect(drawer.getByRole('button', { name: '登记新密码' })).toBeHidden()
  await workspace.go('凭据')
  await expect(page.getByRole('button', { name: '新增凭据' })).toBeDisabled()
  await workspace.go('联系人')
  await expect(page.getByRole('button', { name: '新增联系人' }).first()).toBeDisabled()

  await app.lockBy(() => page.getByRole('button', { name: '锁定' }).click())
  expect(readFileSync(vaultFile).equals(before)).toBe(true)
})

test.describe('a file that cannot be opened says why', () => {
  test('no vault at all, and one that is damaged, and one of a newer version', async ({
    app,
    vaultFile,
  }) => {
    const page = app.page()
    const alert = page.getByRole('alert')
    const open = page.getByRole('button', { name: '打开保险库' })

    await test.step('no vault at all', async () => {
      const file = `${app.folder}/台账.beian`
      writeFileSync(file, '主体名称,备案号\n蓝鲸,京ICP备12345678号\n')
      await app.answerDialogs(file)
      await open.click()
      await expect(alert).toContainText('这个文件不是备案匣的保险库')
    })

    await test.step('a newer version', async () => {
      const file = `${app.folder}/新版.beian`
      copyFileSync(vaultFile, file)
      inDatabase(file, (database) => database.exec('PRAGMA user_version = 2'))
      await app.answerDialogs(file)
      await open.click()
      await expect(alert).toContainText('由更新版本的备案匣保存')
    })

    await test.step('damaged', async () => {
      const file = `${app.folder}/损坏.beian`
      copyFileSync(vaultFile, file)
      truncateSync(file, Math.floor(readFileSync(file).length / 2))
      await app.answerDialogs(file)
      await open.click()
      await expect(alert).toContainText('保险库文件已损坏')
      await expect(alert).toContainText('没有尝试任何修复')
    })
  })

  test('a vault that is open elsewhere names who has it', async ({ launch, vaultFile }) => {
    const first = await launch({ args: [vaultFile] })
    await new StartPage(first.page()).unlock()
    const second = await launch({ args: [vaultFile] })
    const start = new StartPage(second.page())
    await start.tryPassphrase(PASSPHRASE)
    await expect(start.alert).toContainText(/正由 .+ 在 .+ 上打开/)
    await first.lockBy(() => first.page().getByRole('button', { name: '锁定' }).click())
    await start.unlock()
    await new WorkspacePage(second.page()).openFiling(SERVICE_NAME)
  })
})

test('an older file put back is reported, and opened once the reason is told', async ({
  launch,
  vaultFile,
}) => {
  const app = await launch({ args: [vaultFile] })
  await new StartPage(app.page()).unlock()
  const friday = readFileSync(vaultFile)
  await app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
  await new StartPage(app.page()).unlock()
  await app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
  writeFileSync(vaultFile, friday)

  const page = app.page()
  await new StartPage(page).tryPassphrase(PASSPHRASE)
  const older = page.getByRole('heading', { name: '这份文件比上次打开的旧' })
  await expect(older).toBeVisible({ timeout: 15_000 })
  const accept = page.getByRole('button', { name: '是我恢复的，继续打开' })
  await expect(accept).toBeDisabled()
  await page.getByLabel('为什么用旧文件').fill('昨天误删，从周五的备份恢复')
  await page.getByLabel('主口令', { exact: true }).fill(PASSPHRASE)
  await accept.click()
  const workspace = new WorkspacePage(page)
  await expect(workspace.navigation).toBeVisible({ timeout: 15_000 })
  await workspace.openFiling(SERVICE_NAME)
  await expect(page.getByRole('button', { name: '新增备案' })).toBeEnabled()
})

test('an older file is opened by the recovery kit too, also after a wrong passphrase', async ({
  openedApp: app,
  vaultFile,
}) => {
  const kit = await callOver(app.page(), 'kit.prepare')
  if (!kit.ok) throw new Error(kit.error.code)
  // `as`: what the contract says of this call.
  const { groups, askedGroups } = kit.value as { groups: string[]; askedGroups: [number, number] }
  await callOver(app.page(), 'kit.confirm', { groups: askedGroups.map((place) => groups[place]) })
  const friday = readFileSync(vaultFile)
  await app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
  writeFileSync(vaultFile, friday)

  const page = app.page()
  await page.getByRole('button', { name: '改用恢复包' }).click()
  await page.getByLabel('恢复码').fill(groups.join(' '))
  await page.getByRole('button', { name: '解锁', exact: true }).click()
  await page.getByLabel('为什么用旧文件').fill('从周五的备份恢复')
  await expect(page.getByLabel('恢复码')).toBeVisible()
  const accept = page.getByRole('button', { name: '是我恢复的，继续打开' })
  await test.step('a wrong passphrase', async () => {
    await page.getByRole('button', { name: '改用主口令' }).click()
    await page.getByLabel('主口令', { exact: true }).fill('江水缓流 七盏灯 wrong horse 41')
    await accept.click()
    await expect(page.getByRole('alert')).toContainText('主口令不对')
    await expect(page.getByRole('button', { name: '只查看，不改动' })).toBeHidden()
  })
  await page.getByRole('button', { name: '改用恢复包' }).click()
  await page.getByLabel('恢复码').fill(groups.join('-').toLowerCase())
  await accept.click()
  await new KitPage(page).setNewPassphrase('栗子 窗台 铁轨 七月的雨')
  const workspace = new WorkspacePage(page)
  // The look at the older file before is told, as any use of a kit: it may have been another who held it.
  const custody = new CustodyPage(page)
  await expect(custody.notice).toContainText('用恢复包打开了保险库')
  await custody.acknowledge()
  await workspace.go('台账')
  await expect(page.getByRole('button', { name: '新增备案' })).toBeEnabled()
})

test('what this computer remembers of a vault is told when it is missing or cannot be written', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const missing = workspace.said('这台电脑上没有这个保险库的版本记录')
  const notWritten = workspace.said('本机的版本记录没能写下')
  await expect(missing).toBeVisible()
  await expect(notWritten).toBeHidden()
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(missing).toBeHidden()

  const anchors = path.join(app.dataFolder, 'anchors')
  renameSync(anchors, `${anchors}.aside`)
  writeFileSync(anchors, '')
  await reveal()
  await expect(notWritten).toBeVisible()
  rmSync(anchors)
  renameSync(`${anchors}.aside`, anchors)
  await reveal()
  await expect(notWritten).toBeHidden()

  /** Each is an entry in the trail, and so a write. */
  async function reveal() {
    await callOver(page, 'credentials.reveal', { id: IDS.credential })
  }
})

test('a row tampered with opens as evidence, which lists it and compares it with a backup', async ({
  launch,
  vaultFile,
}) => {
  const backup = `${vaultFile}.backup.beian`
  copyFileSync(vaultFile, backup)
  inDatabase(vaultFile, (database) => {
    const id = Buffer.from(IDS.credential, 'hex')
    const row = database.prepare('SELECT secret FROM record WHERE id = ?').get(id)
    const secret = Buffer.from(row?.['secret'] as Uint8Array)
    secret[40] = (secret[40] ?? 0) ^ 1
    database.prepare('UPDATE record SET secret = ? WHERE id = ?').run(secret, id)
  })

  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)
  await page.getByRole('button', { name: '查看发现的问题' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '取证' })).toBeVisible()
  const found = page.getByRole('row', { name: /蓝鲸商城备案密码/ })
  await expect(found).toContainText('这条记录的密码部分打不开')

  await app.answerDialogs(backup)
  await page.getByLabel('备份的主口令').fill(PASSPHRASE)
  await page.getByRole('button', { name: '选择备份并比对' }).click()
  await expect(page.getByText('有 1 条记录不同')).toBeVisible({ timeout: 15_000 })
  await workspace.go('台账')
  await expect(page.getByRole('button', { name: '新增备案' })).toBeDisabled()
})

/** Changes a vault file the way somebody without a key can. */
function inDatabase(file: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file)
  try {
    change(database)
  } finally {
    database.close()
  }
}
