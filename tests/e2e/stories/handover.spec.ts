import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { verifyTrail } from '../support/audit-verifier.ts'
import { BackupsPage } from '../support/backups-page.ts'
import { FormPage } from '../support/form-page.ts'
import { HandoverPage } from '../support/handover-page.ts'
import { LABELS, LEAVER, LEAVER_PASSPHRASE, writeHandoverVault } from '../support/handover-vault.ts'
import { StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test.describe.configure({ timeout: 180_000 })

test('two custodians, one leaves: what they held, signatures, new keys, new passwords, the proof', async ({
  launch,
}) => {
  const file = path.join(test.info().outputPath(), '蓝鲸.beian')
  await writeHandoverVault(file)
  const app = await launch({ args: [file] })

  await test.step('who leaves looks at a password', async () => {
    await new StartPage(app.page()).unlock(LEAVER_PASSPHRASE)
    const drawer = await new WorkspacePage(app.page()).openFiling(SERVICE_NAME)
    const credential = drawer.getByRole('article', { name: LABELS[0] })
    await credential.getByRole('button', { name: '显示密码' }).click()
    await app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
  })

  const page = app.page()
  await new StartPage(page).unlock()
  await page.getByRole('button', { name: '我知道了' }).click()
  const workspace = new WorkspacePage(page)
  const handover = new HandoverPage(page)
  const backups = new BackupsPage(app)

  await test.step('there is a backup from before', async () => {
    const disk = path.join(app.folder, '移动硬盘')
    mkdirSync(disk)
    await backups.open()
    await backups.makeFirst(disk)
  })

  await test.step('it begins with who leaves and who takes over', async () => {
    await workspace.go('交接')
    await expect(page.getByRole('heading', { name: '还没有交接' })).toBeVisible()
    await page.getByRole('button', { name: '开始交接' }).first().click()
    const dialog = workspace.dialog('开始交接')
    await handover.choose('谁离任', `${LEAVER}（保管人）`)
    await expect(dialog.getByText(LEAVER, { exact: true })).toBeVisible()
    await handover.choose('谁接手', '林晓（我）')
    await dialog.getByRole('button', { name: '开始', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('请填写。')
    await dialog.getByRole('textbox', { name: '原因' }).fill('合同到期')
    await dialog.getByRole('textbox', { name: '离任日' }).fill(inDays(3))
    await dialog.getByRole('textbox', { name: '原因' }).click()
    await dialog.getByRole('button', { name: '开始', exact: true }).click()
    await expect(page.getByRole('heading', { name: new RegExp(`${LEAVER} → 林晓`) })).toBeVisible()
  })

  await test.step('before the day: the phone goes to somebody else', async () => {
    await handover.isAt('筹备')
    const lines = handover.lines('交接前要办的事')
    await expect(lines).toHaveCount(1)
    await expect(lines).toContainText('13900001234')
    await lines.getByRole('button', { name: '改持有人' }).click()
    const form = new FormPage(page, '编辑接收渠道')
    await form.choose('持有人', '林晓')
    await form.save('保存')
    await handover.isAt('交接单')
  })

  await test.step('the sheet is signed by both keys', async () => {
    const card = handover.card('交接单')
    await card.getByRole('button', { name: '生成交接单' }).click()
    await card.getByRole('button', { name: '用我的密钥签名' }).click()
    await expect(card.getByText('签名有效')).toHaveCount(1)
    await card.getByRole('button', { name: `请${LEAVER}签名` }).click()
    const dialog = workspace.dialog(`${LEAVER}签名`)
    await dialog.getByLabel(`${LEAVER}的主口令`).fill('不是这个口令')
    await dialog.getByRole('button', { name: '签名', exact: true }).click()
    await expect(dialog.getByRole('alert')).toBeVisible({ timeout: 30_000 })
    await dialog.getByLabel(`${LEAVER}的主口令`).fill(LEAVER_PASSPHRASE)
    await dialog.getByRole('button', { name: '签名', exact: true }).click()
    await expect(dialog).toBeHidden({ timeout: 30_000 })
    await handover.isAt('当日移除')
    const paper = page.getByRole('region', { name: '交接单内容' })
    await handover.look('交接单')
    await expect(paper).toContainText('域名注册商')
    await expect(card.getByText('签名有效')).toHaveCount(2)
  })

  const old = path.join(app.folder, '旧副本.beian')
  await test.step('on the day their ways in end and all keys are new', async () => {
    copyFileSync(file, old)
    const card = await handover.look('当日移除')
    await expect(card).toContainText('主口令', { timeout: 30_000 })
    await expect(card).toContainText('以前的文件或备份')
    await card.getByRole('button', { name: '移除并更换全部密钥' }).click()
    await page.getByRole('button', { name: '移除并更换全部密钥' }).last().click()
    await handover.isAt('轮换密码')
    await expect(handover.step('当日移除')).toContainText('已移除')
  })

  await test.step('every password is changed: what they saw first', async () => {
    const lines = handover.lines('要换的密码')
    await expect(lines).toHaveCount(LABELS.length)
    await expect(lines.first()).toContainText(LABELS[0])
    await expect(lines.first()).toContainText('看过')
    await page.getByRole('button', { name: '全部标为须立即修改' }).click()
    await expect(workspace.said('已把 3 个密码标为须立即修改。')).toBeVisible()
    const closing = handover.step('结案')
    await closing.click()
    await expect(handover.card('结案').getByRole('button', { name: '结案' })).toBeDisabled()
    await handover.look('轮换密码')
    for (const left of [2, 1, 0]) {
      await lines.first().getByRole('button', { name: '登记新密码' }).click()
      await register(page, `Zq#84${left}mW!tk`)
      if (left > 0) await expect(lines).toHaveCount(left)
    }
    await handover.isAt('结案')
  })

  const proof = path.join(app.folder, '交接单.json')
  await test.step('the signed sheet proves itself as a file', async () => {
    const card = await handover.look('交接单')
    await app.answerDialogs(proof)
    await card.getByRole('button', { name: '导出签名文件' }).click()
    await expect(workspace.said('已导出“交接单.json”。')).toBeVisible()
    expect(readFileSync(proof, 'utf8')).not.toContain('Zq#84')
  })

  await test.step('it closes, and is found in the list', async () => {
    const card = await handover.look('结案')
    await card.getByRole('button', { name: '结案' }).click()
    await expect(card).toContainText('由林晓结案')
    await page.getByRole('button', { name: '返回交接' }).click()
    await expect(page.getByRole('table', { name: '交接' })).toContainText('结案')
  })

  await test.step('the file is checked, and one changed byte shows', async () => {
    await page.getByRole('button', { name: '验证交接单文件' }).click()
    const result = workspace.dialog('验证交接单文件')
    await expect(result).toContainText('内容完整，签名有效')
    await expect(result).toContainText('由当前打开的保险库证明')
    await result.getByRole('button', { name: '知道了' }).click()
    writeFileSync(proof, readFileSync(proof, 'utf8').replace('合同到期', '合同未到期'))
    await page.getByRole('button', { name: '验证交接单文件' }).click()
    await expect(result).toContainText('不可信')
    await result.getByRole('button', { name: '知道了' }).click()
  })

  await test.step('the backup from before says that who left can still open it', async () => {
    await backups.open()
    const told = page.getByText(`备份仍能被已离任的 ${LEAVER} 打开`)
    await expect(told).toBeVisible()
    await page.getByRole('button', { name: '先做一份新备份' }).click()
    await page.getByRole('button', { name: /^删除这 \d+ 份旧备份…$/ }).click()
    const dialog = workspace.dialog('删除离任的人能打开的备份')
    await dialog.getByLabel('原因').fill('已更换全部密钥')
    await dialog.getByRole('button', { name: '删除' }).click()
    await expect(told).toBeHidden()
  })

  await test.step('the whole story stands in a trail that is verified outside the app', async () => {
    const trail = path.join(app.folder, '审计记录.jsonl')
    await workspace.go('审计')
    await app.answerDialogs(trail)
    await page.getByRole('button', { name: '导出审计' }).click()
    await expect(workspace.said(/已导出 \d+ 条到“审计记录.jsonl”/)).toBeVisible()
    const said = expect.stringContaining('✓ 记录完整')
    expect(verifyTrail(trail)).toMatchObject({ status: 0, said })
    expect(readFileSync(trail, 'utf8')).not.toContain('Zq#84')
  })

  await test.step('the passphrase of who left opens nothing but the old copy', async () => {
    const locked = await app.lockBy(() => page.getByRole('button', { name: '锁定' }).click())
    const start = new StartPage(locked)
    await start.tryPassphrase(LEAVER_PASSPHRASE)
    await expect(start.alert).toContainText('主口令', { timeout: 30_000 })
    const other = await launch({ args: [old] })
    await new StartPage(other.page()).unlock(LEAVER_PASSPHRASE)
  })
})

async function register(page: Page, value: string): Promise<void> {
  const form = new FormPage(page, '登记新密码')
  await form.fill({ 新密码: value, 再输入一次: value })
  await form.save('登记')
}

/** A day to come, in Shanghai. */
function inDays(count: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + count * 86_400_000).toISOString().slice(0, 10)
}
