import path from 'node:path'
import type { App } from '../support/app.ts'
import { FormPage } from '../support/form-page.ts'
import { StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { CANARY, IDS, SERVICE_NAME, writeVault } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const LABEL = '蓝鲸商城备案密码'
const FRESH = 'Vt6#kQz!mB2&'

const clipboardOf = ({ electron }: App) =>
  electron.evaluate(async ({ clipboard }) => await clipboard.readText())

test('a stored password is shown for half a minute, and copied without being shown', async ({
  openedApp: app,
}) => {
  const page = app.page()
  await page.clock.install()
  const drawer = await new WorkspacePage(page).openFiling(SERVICE_NAME)
  const credential = drawer.getByRole('article', { name: LABEL })

  await credential.getByRole('button', { name: '显示密码' }).click()
  await expect(credential.getByText(CANARY)).toBeVisible()
  await page.clock.fastForward(29_000)
  await expect(credential.getByText(CANARY)).toBeVisible()
  await page.clock.fastForward(1_500)
  await expect(credential.getByText(CANARY)).toBeHidden()

  await credential.getByRole('button', { name: '复制密码' }).click()
  await expect(page.getByText('已复制，30 秒后自动从剪贴板清除。')).toBeVisible()
  await expect(credential.getByText(CANARY)).toBeHidden()
  expect(await clipboardOf(app)).toBe(CANARY)
})

test('a password is generated, and the old one goes to the history', async ({ openedApp: app }) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const drawer = await workspace.openFiling(SERVICE_NAME)
  const credential = drawer.getByRole('article', { name: LABEL })
  await expect(credential).toContainText('已逾期')

  await credential.getByRole('button', { name: '生成密码' }).click()
  const form = new FormPage(page, '登记新密码')
  const value = form.field('新密码')
  await expect(value).toHaveValue(/^.{16}$/)
  const first = await value.inputValue()
  await form.dialog.getByRole('button', { name: '换一个' }).click()
  await expect(value).not.toHaveValue(first)
  await expect(form.dialog.getByText('很强')).toBeVisible()
  await form.save('登记')

  await expect(workspace.said('新密码已登记，旧密码进入历史。')).toBeVisible()
  await expect(credential).toContainText('正常')
  await credential.getByRole('button', { name: '历史' }).click()
  const history = credential.getByRole('list', { name: '历史' })
  await expect(history.getByRole('listitem')).toHaveCount(1)
  await history.getByRole('button', { name: '显示' }).click()
  await expect(history.getByText(CANARY)).toBeVisible()
})

test('a new password that holds a fact of the filing, or a slip of typing, is refused with the reason', async ({
  launch,
}) => {
  const file = path.join(test.info().outputPath(), '蓝鲸.beian')
  await writeVault(file, [
    {
      type: 'put',
      id: '10000000000000000000000000000004',
      overview: {
        kind: 'contact',
        data: {
          name: '周示例',
          roles: ['entity-responsible'],
          entityId: IDS.entity,
          phone: '13900005678',
          idKind: 'resident-id',
        },
        createdAt: 0,
        updatedAt: 0,
      },
      secret: { idNumber: '510104199003073013' },
    },
  ])
  const app = await launch({ args: [file] })
  const page = app.page()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)
  const drawer = await workspace.openFiling(SERVICE_NAME)
  const credential = drawer.getByRole('article', { name: LABEL })
  await credential.getByRole('button', { name: '登记新密码' }).click()
  const form = new FormPage(page, '登记新密码')
  const save = form.dialog.getByRole('button', { name: '登记', exact: true })

  for (const [value, reason] of [
    ['Kx#900307zQ!', '含有负责人的生日。'],
    ['Kx#005678zQ!', '含有登记的手机号。'],
    ['Kx#073013zQ!', '含有证件号码的一段。'],
    ['Kx#12345678Q!', '含有备案号的数字。'],
    ['Ｋx#84z2Q!wp', '含有全角字符'],
    ['Kx#84z2Q!wp ', '开头或末尾有空格'],
    ['kx84z2qwp', '须同时含有大写字母、小写字母、数字和特殊字符。'],
    [CANARY, '最近用过这个密码。'],
  ] as const) {
    await form.fill({ 新密码: value })
    await expect(form.dialog.getByText(reason)).toBeVisible()
    await expect(save).toBeDisabled()
  }

  await test.step('typed twice and not the same', async () => {
    await form.fill({ 新密码: FRESH, 再输入一次: `${FRESH}1` })
    await expect(form.dialog.getByRole('alert')).toContainText('两次输入不一致。')
    await form.fill({ 再输入一次: FRESH })
    await expect(save).toBeEnabled()
    await form.save('登记')
    await expect(credential).toContainText('正常')
  })

  await test.step('one that was handed out is kept as it is, and must be changed at once', async () => {
    await credential.getByRole('button', { name: '登记新密码' }).click()
    await form.choose('来源', '下发的初始密码')
    await form.fill({ 新密码: '88888888', 再输入一次: '88888888' })
    await expect(form.dialog.getByText('这是下发的密码，登记后请尽快修改。')).toBeVisible()
    await form.save('登记')
    await expect(credential).toContainText('须立即修改')
    await expect(credential).toContainText('初始密码')
    await expect(workspace.navigation.getByTitle(/项须立即处理/)).toBeVisible()
  })
})
