import { copyFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { CANARY, changeVault, IDS } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const HERE = 'Here-9!xW-vault'
const THERE = 'There-7!qK-vault'
const NEW_SERVICE = '蓝鲸示例论坛'

test('two copies that were changed apart become one, record by record', async ({
  launch,
  vaultFile,
}) => {
  const folder = path.dirname(vaultFile)
  const copyName = '蓝鲸 (冲突副本 2026-11-22).beian'
  const copy = path.join(folder, copyName)
  copyFileSync(vaultFile, copy)
  await changeVault(vaultFile, [credential(HERE, '2026-11-20'), entity({ shortName: '蓝鲸' })])
  await changeVault(copy, [
    credential(THERE, '2026-11-21'),
    entity({ address: '示例路 1 号' }),
    service(NEW_SERVICE),
  ])

  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await new StartPage(page).unlock()

  await test.step('the other copy is told of at unlock', async () => {
    await expect(workspace.said(`另一份：${copyName}`)).toBeVisible({ timeout: 15_000 })
    await page.getByRole('button', { name: '合并另一份', exact: true }).click()
    await expect(page.getByText('两份各自改过')).toBeVisible()
    await expect(page.getByText('同步冲突副本')).toBeVisible()
  })

  await test.step('it opens by its passphrase, and nothing can be merged while a choice is open', async () => {
    await page.getByRole('button', { name: '打开比较…' }).click()
    const dialog = page.getByRole('dialog', { name: '打开另一份' })
    const passphrase = dialog.getByLabel('另一份的主口令')
    await expect(passphrase).toBeFocused()
    await page.keyboard.type('wrong')
    await dialog.getByRole('button', { name: '打开' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible({ timeout: 20_000 })
    await expect(passphrase).toBeFocused()
    await passphrase.fill(PASSPHRASE)
    await dialog.getByRole('button', { name: '打开' }).click()
    await expect(page.getByText('3 处不同，2 处须您选择')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('button', { name: '合并…' })).toBeDisabled()
    await expect(row(NEW_SERVICE)).toContainText('取另一份的')
  })

  await test.step('both passwords are told as different, and shown on request', async () => {
    await row('蓝鲸商城备案密码').click()
    const details = page.getByRole('complementary', { name: '两个版本' })
    await expect(details.getByText('两边都改过。')).toBeVisible()
    await expect(page.getByText(THERE)).toBeHidden()
    await details.getByRole('button', { name: '显示保密内容' }).click()
    await expect(details.getByText(HERE)).toBeVisible()
    await expect(details.getByText(THERE)).toBeVisible()
    await details.getByRole('button', { name: '隐藏' }).click()
    await expect(page.getByText(THERE)).toBeHidden()
    await details.getByText('用另一份', { exact: true }).click()
    await expect(row('蓝鲸商城备案密码')).toContainText('取另一份的')
  })

  await test.step('the entity is put together from both, by the keyboard and field by field', async () => {
    await row('蓝鲸示例科技有限公司').click()
    const details = page.getByRole('complementary', { name: '两个版本' })
    await page.getByRole('group', { name: '两份的不同之处' }).focus()
    await page.keyboard.press('1')
    await expect(row('蓝鲸示例科技有限公司')).toContainText('留这一份的')
    await details.getByRole('radio', { name: '地址：另一份' }).check()
    await expect(row('蓝鲸示例科技有限公司')).toContainText('逐项合并')
    await page.keyboard.press('Escape')
  })

  await test.step('what only one copy has is shown once, with nothing to choose in it', async () => {
    await row(NEW_SERVICE).click()
    const details = page.getByRole('complementary', { name: '两个版本' })
    await expect(details.getByRole('heading', { name: '内容' })).toBeVisible()
    await expect(details.getByText('未填写')).toBeHidden()
  })

  await test.step('it is merged in one step, after a backup', async () => {
    await page.getByRole('button', { name: '合并…' }).click()
    const dialog = page.getByRole('dialog', { name: '合并到这一份' })
    await expect(dialog.getByText('取自另一份 3 条')).toBeVisible()
    await dialog.getByRole('button', { name: '开始合并' }).click()
    const done = page.getByRole('dialog', { name: '已合并' })
    await expect(done).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('alert')).toBeHidden()
    expect(readdirSync(folder)).toContain(copyName)
    await done.getByRole('button', { name: '给另一份改名' }).click()
    await expect(done.getByText(/另一份已改名为/)).toBeVisible()
    expect(readdirSync(folder)).not.toContain(copyName)
    expect(
      readdirSync(folder).filter((name) => /-\d{8}-\d{4}-r\d+\.beian$/.test(name)),
    ).toHaveLength(1)
    await done.getByRole('button', { name: '完成' }).click()
  })

  await test.step('everything of both is there, and the password not chosen is in the history', async () => {
    await expect(page.getByText('这个文件夹里没有这个保险库的另一份')).toBeVisible()
    const drawer = await workspace.openFiling(NEW_SERVICE)
    await expect(drawer.getByText('示例路 1 号').first()).toBeVisible()
    await workspace.go('凭据')
    await page.getByRole('row', { name: '蓝鲸商城备案密码' }).click()
    await page.getByRole('button', { name: '显示密码' }).click()
    await expect(page.getByText(THERE)).toBeVisible()
    await workspace.go('审计')
    await expect(page.getByText('合并另一份').first()).toBeVisible()
  })

  function row(name: string) {
    return page.getByRole('table', { name: '两份的不同之处' }).getByRole('row', { name })
  }
})

const TIMES = { createdAt: Date.UTC(2026, 0, 5), updatedAt: Date.UTC(2026, 10, 21) }

function entity(more: Readonly<Record<string, string>>) {
  const data = { name: '蓝鲸示例科技有限公司', nature: 'enterprise', province: '京', ...more }
  return { type: 'put', id: IDS.entity, overview: { kind: 'entity', data, ...TIMES } } as const
}

function credential(value: string, changedOn: string) {
  const data = {
    kind: 'filing-password',
    label: '蓝鲸商城备案密码',
    serviceId: IDS.service,
    origin: 'generated',
    changedOn,
    rotationMonths: 6,
    isRetired: false,
  }
  const past = { value: CANARY, replacedAt: TIMES.updatedAt, origin: 'chosen' }
  return {
    type: 'put',
    id: IDS.credential,
    overview: { kind: 'credential', data, ...TIMES },
    secret: { value, history: [past] },
  } as const
}

function service(name: string) {
  const data = {
    entityId: IDS.entity,
    kind: 'website',
    name,
    filingNumber: '京ICP备12345678号-2',
    status: 'active',
    providerIds: [],
  }
  const id = '10000000000000000000000000000009'
  return { type: 'put', id, overview: { kind: 'service', data, ...TIMES } } as const
}
