import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { BackupsPage } from '../support/backups-page.ts'
import { LEAVER, LEAVER_PASSPHRASE, writeHandoverVault } from '../support/handover-vault.ts'
import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { removeCustodian } from '../support/vault-file.ts'

test('what a leaver kept: old backups are told of and removed, the old file in the place of the new is found out', async ({
  launch,
}, testInfo) => {
  // Five unlocks, each with a key derived for real.
  test.slow()
  const folder = testInfo.outputPath('vaults')
  const disk = testInfo.outputPath('移动硬盘')
  for (const one of [folder, disk]) mkdirSync(one, { recursive: true })
  const file = path.join(folder, '蓝鲸.beian')
  const kept = testInfo.outputPath('留存.beian')
  await writeHandoverVault(file)

  const app = await launch({ args: [file] })
  const start = () => new StartPage(app.page())
  const lock = () => app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
  const backups = new BackupsPage(app)
  await start().unlock()
  await app.page().getByRole('button', { name: '我知道了' }).click()

  await test.step('a backup is made while both have a way in', async () => {
    await backups.open()
    await backups.makeFirst(disk)
    await expect(backups.list.getByText(LEAVER).first()).toBeVisible()
  })

  await lock()
  copyFileSync(file, kept)
  await removeCustodian(file, LEAVER)

  await test.step('their passphrase opens the vault no more', async () => {
    await start().tryPassphrase(LEAVER_PASSPHRASE)
    await expect(start().alert).toContainText('主口令不对')
    await start().unlock()
  })

  await test.step('the backups they can open are removed once there is a newer one', async () => {
    await backups.open()
    const page = app.page()
    await expect(page.getByText(`备份仍能被已离任的 ${LEAVER} 打开`)).toBeVisible()
    const before = readdirSync(disk)
    await page.getByRole('button', { name: '先做一份新备份' }).click()
    await page.getByRole('button', { name: /^删除这 \d+ 份旧备份…$/ }).click()
    const dialog = page.getByRole('dialog', { name: '删除离任的人能打开的备份' })
    await dialog.getByLabel('原因').fill('周离任离任，已更换全部密钥')
    await dialog.getByRole('button', { name: '删除' }).click()
    await expect(page.getByText(`备份仍能被已离任的 ${LEAVER} 打开`)).toBeHidden()
    const after = readdirSync(disk)
    expect(after.filter((name) => before.includes(name))).toEqual([])
    expect(after).toHaveLength(1)
  })

  await test.step('the old file in the place of the new one is found out', async () => {
    await lock()
    copyFileSync(kept, file)
    await start().tryPassphrase(PASSPHRASE)
    const older = app.page().getByRole('heading', { name: '这份文件比上次打开的旧' })
    await expect(older).toBeVisible({ timeout: 30_000 })
  })
})
