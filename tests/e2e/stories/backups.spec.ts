import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BackupsPage } from '../support/backups-page.ts'
import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { IDS, SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test('a filing that was purged comes back from a backup', async ({ openedApp: app }) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const folder = path.join(app.folder, '移动硬盘')
  mkdirSync(folder)
  const backups = new BackupsPage(app)

  await test.step('a folder is chosen, and the first backup comes by hand or by itself', async () => {
    await backups.open()
    await expect(page.getByRole('heading', { name: '还没有备份' })).toBeVisible()
    await backups.makeFirst(folder)
    expect(readdirSync(folder)[0]).toMatch(/-\d{8}-\d{4}-r\d+(-\d+)?\.beian$/)
  })

  await test.step('the filing is purged', async () => {
    const drawer = await workspace.openFiling(SERVICE_NAME)
    await drawer.getByRole('button', { name: '移入回收站' }).click()
    await workspace.go('回收站')
    const trash = page.getByRole('table', { name: '回收站' })
    await trash.getByRole('row', { name: SERVICE_NAME }).click()
    await page.getByRole('button', { name: '彻底删除' }).click()
    const question = page.getByRole('dialog', { name: /彻底删除/ })
    await question.getByRole('button', { name: '彻底删除' }).click()
    await expect(trash.getByRole('row', { name: SERVICE_NAME })).toBeHidden()
  })

  await test.step('the backup tells that it is gone, and gives it back', async () => {
    await backups.open()
    await page.getByRole('button', { name: '打开查看' }).last().click()
    const dialog = page.getByRole('dialog', { name: '打开备份查看' })
    await dialog.getByLabel('备份的主口令').fill(PASSPHRASE)
    await dialog.getByRole('button', { name: '打开' }).click()
    const row = page.getByRole('row', { name: SERVICE_NAME }).filter({ hasText: '现在没有了' })
    // The key is derived for real, and the whole copy read.
    await expect(row.first()).toBeVisible({ timeout: 30_000 })
    await page.getByText('全部记录', { exact: true }).click()
    await page.getByRole('searchbox', { name: '搜索备份' }).fill('lanjing')
    const all = page.getByRole('table', { name: '备份里的全部记录' })
    await all.getByRole('row', { name: `${SERVICE_NAME} 互联网信息服务` }).click()
    const details = page.getByRole('complementary', { name: '备份里的记录' })
    await expect(details.getByText('京ICP备12345678号-1')).toBeVisible()
    await page.getByTitle('不同之处').click()
    await page.getByRole('checkbox', { name: `选择 ${SERVICE_NAME}`, exact: true }).check()
    await page.getByRole('button', { name: '恢复所选 1 条记录' }).click()
    await expect(workspace.said(/已从备份恢复/)).toBeVisible()
    await workspace.go('台账')
    await expect(workspace.row(SERVICE_NAME)).toBeVisible()
  })
})

test('a vault that was tampered with is restored from a backup, and kept as evidence', async ({
  launch,
  vaultFile,
}) => {
  const folder = path.dirname(vaultFile)
  const backup = path.join(folder, '周五的备份.beian')
  copyFileSync(vaultFile, backup)
  const database = new DatabaseSync(vaultFile)
  const id = Buffer.from(IDS.credential, 'hex')
  database.prepare('UPDATE record SET secret = zeroblob(400) WHERE id = ?').run(id)
  database.close()

  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  await new StartPage(page).unlock()
  await page.getByRole('button', { name: '查看发现的问题' }).click()
  await page.getByRole('button', { name: '从备份恢复…' }).click()
  await app.answerDialogs(backup)
  await page.getByRole('button', { name: '打开其他备份…' }).click()
  const dialog = page.getByRole('dialog', { name: '打开备份查看' })
  await dialog.getByLabel('备份的主口令').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('row', { name: '蓝鲸商城备案密码' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '恢复整个保险库…' }).click()
  const restore = page.getByRole('dialog', { name: '恢复整个保险库' })
  await expect(restore.getByText('原样另存')).toBeVisible()
  await restore.getByLabel('原因').fill('文件被改动，从周五的备份恢复')
  await app.lockBy(() => restore.getByRole('button', { name: '恢复整个保险库' }).click())

  const again = new StartPage(app.page())
  await again.unlock()
  const reopened = new WorkspacePage(app.page())
  await reopened.openFiling(SERVICE_NAME)
  await expect(app.page().getByRole('button', { name: '新增备案' })).toBeEnabled()
  expect(readdirSync(folder).filter((name) => name.endsWith('-evidence.beian'))).toHaveLength(1)
})
