import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { readForeign } from '../../../electron/exchange/read-foreign.ts'
import { ForeignPage } from '../support/foreign-page.ts'
import { StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { CANARY, SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/exchange')
/** The password of the fixtures, and one for what goes out. */
const FILE_PASSWORD = 'fixture-password'
const OWN = '远山近水 九盏灯 staple 27'

test('passwords move in from KeePass, with their key file, and are taken back', async ({
  openedApp: app,
}) => {
  const workspace = new WorkspacePage(app.page())
  const wizard = new ForeignPage(app)
  const credentials = app.page().getByRole('table', { name: '凭据' })
  await workspace.go('凭据')

  await test.step('the password alone does not open it; with the key file it does', async () => {
    await wizard.open()
    await wizard.choose(path.join(fixtures, 'key-file.kdbx'))
    await wizard.dialog.getByLabel('文件密码').fill(FILE_PASSWORD)
    await wizard.button('打开文件').click()
    await expect(wizard.dialog.getByRole('alert')).toContainText('密码或密钥文件不对')
    await app.answerDialogs(path.join(fixtures, 'key-file.keyx'))
    await wizard.button('选择密钥文件').click()
    await expect(wizard.dialog.getByText('key-file.keyx')).toBeVisible()
    await wizard.button('打开文件').click()
    await expect(wizard.row(/with key/)).toBeVisible({ timeout: 30_000 })
  })

  await test.step('no password is shown, and the entry is placed by hand', async () => {
    await expect(wizard.dialog).not.toContainText('Keyed-Pw-1')
    await expect(wizard.row(/with key/)).toContainText('未归属')
    await wizard.placeAll(SERVICE_NAME)
    await expect(wizard.row(/with key/)).toContainText(SERVICE_NAME)
  })

  await test.step('it is written, and shows its password', async () => {
    await wizard.commit()
    await expect(wizard.count('新增凭据')).toHaveText('1')
    await expect(wizard.dialog.getByRole('note')).toContainText('请安全删除“key-file.kdbx”')
    await wizard.button('完成').click()
    await credentials.getByRole('row', { name: /with key/ }).click()
    await app.page().getByRole('button', { name: '显示密码' }).click()
    await expect(app.page().getByText('Keyed-Pw-1')).toBeVisible()
  })

  await test.step('once more: it is known, and updated, and that is undone', async () => {
    await wizard.open()
    const file = path.join(app.folder, 'again.csv')
    writeFileSync(
      file,
      `name,url,username,password\n${SERVICE_NAME} with key,,keyed,Newer-Pw-2\n另一个,,u,p\n`,
    )
    await wizard.choose(file)
    const known = wizard.row(/with key/)
    await expect(known).toContainText('跳过')
    await known.click()
    await expect(wizard.dialog.getByText('凭据里已有“with key”，密码不同')).toBeVisible()
    await wizard.dialog.getByRole('radio', { name: '更新已有的' }).check()
    await expect(known).toContainText('更新')
    await wizard.commit()
    await expect(wizard.count('新增凭据')).toHaveText('1')
    await expect(wizard.count('更新凭据')).toHaveText('1')
    await expect(wizard.dialog.getByRole('note')).toContainText('明文')
    await wizard.button('撤销这次导入').click()
    await expect(workspace.said('已撤销，凭据恢复到导入之前。')).toBeVisible()
    await expect(credentials.getByRole('row', { name: /另一个/ })).toHaveCount(0)
  })

  await test.step('a file that is none is refused in words', async () => {
    await wizard.open()
    await wizard.choose(path.join(fixtures, 'version3.kdbx'))
    await wizard.dialog.getByLabel('文件密码').fill(FILE_PASSWORD)
    await wizard.button('打开文件').click()
    await expect(wizard.dialog.getByRole('alert')).toContainText('旧格式的 KeePass 文件')
  })
})

test('everything moves out: to a KDBX, and to an archive that opens for reading', async ({
  openedApp: app,
  launch,
}) => {
  // Five keys are derived for real, and the app starts twice.
  test.slow()
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const kdbx = path.join(app.folder, '迁出.kdbx')
  const archive = path.join(app.folder, '封存.beian-archive')

  await test.step('the export says what leaves, and wants a reason and a passphrase', async () => {
    await workspace.go('设置')
    await page.getByRole('button', { name: '导出…' }).click()
    const dialog = page.getByRole('dialog', { name: '导出到 KDBX 4' })
    await expect(dialog.getByRole('note')).toContainText('将带走 1 条凭据')
    await expect(dialog.getByLabel('范围')).toBeFocused()
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    await expect(dialog.getByText('请填写。')).toBeVisible()
    await expect(dialog.getByText('请填写这个口令。')).toBeVisible()
    await expect(dialog.getByLabel('导出原因')).toBeFocused()
    await app.answerDialogs(kdbx)
    await fill(dialog, '导出原因', '导出文件的口令')
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    await expect(workspace.said('已导出 1 条到 迁出.kdbx，并已读回核对。')).toBeVisible({
      timeout: 60_000,
    })
    const { entries } = await readForeign(readFileSync(kdbx), { password: OWN })
    expect(entries[0]).toMatchObject({ password: CANARY })
  })

  await test.step('the archive is cancelled while its key is derived, and there is no file', async () => {
    await page.getByRole('button', { name: '封存…' }).click()
    const dialog = page.getByRole('dialog', { name: '封存归档' })
    await app.answerDialogs(archive)
    await fill(dialog, '导出原因', '归档口令')
    await dialog.getByRole('button', { name: '封存归档', exact: true }).click()
    await expect(dialog.getByText('正在换上新的密钥…')).toBeVisible()
    await dialog.getByRole('button', { name: '取消', exact: true }).click()
    await expect(workspace.said('已取消，没有写出文件。')).toBeVisible({ timeout: 60_000 })
    expect(readdirSync(app.folder).filter((name) => /archive|\.part$/.test(name))).toEqual([])
  })

  await test.step('not cancelled, it is there', async () => {
    await page.getByRole('button', { name: '封存…' }).click()
    const dialog = page.getByRole('dialog', { name: '封存归档' })
    await app.answerDialogs(archive)
    await fill(dialog, '导出原因', '归档口令')
    await dialog.getByRole('button', { name: '封存归档', exact: true }).click()
    await expect(workspace.said(/已封存 \d+ 条记录到 封存\.beian-archive/)).toBeVisible({
      timeout: 60_000,
    })
  })

  await test.step('both stand in the audit, with every credential', async () => {
    await workspace.go('审计')
    for (const words of [
      '取消封存归档，没有写出文件',
      '封存归档',
      '导出全部凭据到 KDBX',
      '导出密码',
    ]) {
      await expect(page.getByText(words).first()).toBeVisible()
    }
  })

  await test.step('the archive opens on another machine with its own passphrase, for reading', async () => {
    const elsewhere = await launch()
    await elsewhere.answerDialogs(archive)
    const start = new StartPage(elsewhere.page())
    await start.chooseVault()
    await start.unlock(OWN)
    const there = new WorkspacePage(elsewhere.page())
    await expect(there.said('只读打开：可以查看和复制，不能修改。')).toBeVisible()
    await there.go('凭据')
    await elsewhere
      .page()
      .getByRole('row', { name: /备案密码/ })
      .first()
      .click()
    await elsewhere.page().getByRole('button', { name: '显示密码' }).click()
    await expect(elsewhere.page().getByText(CANARY)).toBeVisible()
    await there.go('设置')
    await expect(elsewhere.page().getByRole('button', { name: '封存…' })).toBeDisabled()
  })
})

async function fill(
  dialog: ReturnType<Page['getByRole']>,
  reason: string,
  passphrase: string,
): Promise<void> {
  await dialog.getByLabel(reason).fill('测试迁移')
  await dialog.getByLabel(passphrase).fill(OWN)
  await dialog.getByLabel('再输一次').fill(OWN)
}
