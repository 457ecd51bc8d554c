import { readFileSync } from 'node:fs'
import { FormPage } from '../support/form-page.ts'
import { expect, test } from '../support/test.ts'
import { CANARY, SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const ID_NUMBER = '510104199003073013'

test('a person is entered with checked numbers, and the ID number is shown on request only', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await workspace.go('联系人')
  await page.getByRole('button', { name: '新增联系人' }).first().click()
  const form = new FormPage(page, '新增联系人')
  await form.fill({ 姓名: '周示例', 手机: '1390000567', 邮箱: 'zhou@example' })
  await expect(form.dialog.getByText('手机号应为 1 开头的 11 位数字。')).toBeVisible()
  await expect(form.dialog.getByText('邮箱地址的写法不对。')).toBeVisible()
  await form.fill({ 手机: '139 0000 5678', 邮箱: 'zhou@example.com' })
  await form.choose('备案主体', '蓝鲸示例科技有限公司')
  await form.choose('证件类型', '居民身份证')
  await form.fill({ 证件号码: `${ID_NUMBER.slice(0, -1)}4` })
  await form.dialog.getByRole('button', { name: '保存' }).click()
  await expect(form.dialog.getByText('校验位不对，请逐位核对。').first()).toBeVisible()
  await form.fill({ 证件号码: ID_NUMBER })
  await form.save('保存')

  await page.getByRole('row', { name: '周示例' }).click()
  await expect(page.getByText(ID_NUMBER)).toBeHidden()
  await page.clock.install()
  await page.getByRole('button', { name: '显示证件号码' }).click()
  await expect(page.getByText(ID_NUMBER)).toBeVisible()
  await page.clock.fastForward(31_000)
  await expect(page.getByText(ID_NUMBER)).toBeHidden()

  const drawer = await workspace.openFiling(SERVICE_NAME)
  await expect(drawer.getByRole('region', { name: '人员' })).toContainText('周示例')
})

test('a one-time code is kept beside the password, and shows how long it lasts', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await workspace.go('凭据')
  await page.getByRole('button', { name: '新增凭据' }).click()
  const form = new FormPage(page, '新增凭据')
  await form.choose('凭据种类', '动态口令')
  await form.fill({ 名称: '示例云 动态口令', 动态口令地址: 'JBSWY3DPEHPK3PXP' })
  await form.dialog.getByRole('button', { name: '保存' }).click()
  const refusal = form.dialog.getByText('动态口令应为 otpauth:// 开头的地址。')
  await expect(refusal.first()).toBeVisible()
  await form.fill({ 动态口令地址: 'otpauth://totp/example?secret=JBSWY3DPEHPK3PXP' })
  await form.save('保存')

  await page.getByRole('row', { name: '示例云 动态口令' }).click()
  const credential = page.getByRole('article', { name: '示例云 动态口令' })
  await credential.getByRole('button', { name: '显示动态口令' }).click()
  await expect(credential.getByText(/^\d{6}$/)).toBeVisible()
  await credential.getByRole('button', { name: '复制动态口令' }).click()
  await expect(workspace.said(/已复制/)).toBeVisible()
  const copied = await app.electron.evaluate(async ({ clipboard }) => await clipboard.readText())
  expect(copied).toMatch(/^\d{6}$/)
})

test('the ledger is taken out as a table without any password', async ({ openedApp: app }) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await workspace.go('台账')
  await app.answerDialogs(`${app.folder}/台账.csv`)
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: '导出为 CSV (.csv)' }).click()
  await expect(workspace.said('已导出 1 行到 台账.csv，其中不含任何密码。')).toBeVisible()
  const table = readFileSync(`${app.folder}/台账.csv`, 'utf8')
  expect(table).toContain(SERVICE_NAME)
  expect(table).not.toContain(CANARY)
})
