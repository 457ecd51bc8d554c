import path from 'node:path'
import { KitPage } from '../support/kit-page.ts'
import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test('a custodian makes a vault, keeps a recovery kit, locks it and comes back with either', async ({
  app,
}) => {
  await app.answerDialogs(path.join(app.folder, '备案保险库.beian'))
  const start = new StartPage(app.page())
  const create = app.page().getByRole('button', { name: '新建保险库' })
  const repeat = app.page().getByLabel('确认主口令')
  let groups: string[] = []

  await test.step('what is missing is said, and the focus is where it is missing', async () => {
    await create.click()
    const name = app.page().getByLabel('您的姓名')
    await expect(name).toBeFocused()
    await name.fill('林晓')
    await create.click()
    await expect(app.page().getByText('请填写这个口令。')).toBeVisible()
    await expect(start.passphrase).toBeFocused()
  })

  await test.step('an easily guessed passphrase is refused with the reason', async () => {
    await start.passphrase.fill('beian123456')
    await repeat.fill('beian123456')
    await expect(app.page().getByText('太容易被猜到：换成几个互不相干的词。')).toBeVisible()
    await create.click()
    await expect(start.alert).toContainText('这个主口令太容易被猜到', { timeout: 20_000 })
    await expect(start.alert).toContainText('什么都没有保存')
    await expect(start.passphrase).toBeFocused()
  })

  await test.step('two passphrases that differ are told apart', async () => {
    await start.passphrase.fill(PASSPHRASE)
    await repeat.fill(`${PASSPHRASE}!`)
    await create.click()
    await expect(app.page().getByText('两次输入的主口令不一致。')).toBeVisible()
  })

  await test.step('a good one makes the vault', async () => {
    await repeat.fill(PASSPHRASE)
    await create.click()
    await start.isGone()
  })

  await test.step('the kit counts only when two of its groups are retyped', async () => {
    const kit = new KitPage(app.page())
    await expect(kit.region).toContainText('它只显示这一次')
    groups = await kit.readGroups()
    expect(groups).toHaveLength(8)
    await kit.retype(groups.toReversed())
    await expect(kit.region.getByRole('alert')).toContainText('输入的两组与恢复包不一致')
    await kit.retype(groups)
    await expect(new WorkspacePage(app.page()).navigation).toBeVisible()
  })

  await test.step('the empty 台账 says how to begin, and asks for no kit any more', async () => {
    const workspace = new WorkspacePage(app.page())
    await expect(app.page().getByText('从这里开始')).toBeVisible()
    await workspace.go('台账')
    await expect(app.page().getByText('台账还是空的')).toBeVisible()
    await expect(app.page().getByRole('button', { name: '导入现有表格' })).toBeVisible()
    await expect(workspace.said(/还没有恢复包/)).toBeHidden()
  })

  await test.step('locked, a wrong passphrase is answered in the same place', async () => {
    await app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
    const locked = new StartPage(app.page())
    await locked.tryPassphrase('江水缓流 七盏灯')
    await expect(locked.alert).toContainText('主口令不对', { timeout: 20_000 })
    await expect(locked.alert).toContainText('保险库没有任何改动')
    await expect(locked.passphrase).toHaveValue('')
    await expect(locked.passphrase).toBeFocused()
  })

  await test.step('the right one opens it, and the failed try is told', async () => {
    await new StartPage(app.page()).unlock()
    await expect(new WorkspacePage(app.page()).said(/有 1 次失败的解锁尝试/)).toBeVisible()
  })

  await test.step('the kit opens it too, and asks for a new passphrase', async () => {
    // The page is gone before the key is released.
    await app.lockBy(() =>
      app
        .page()
        .keyboard.press('Control+l')
        .catch(() => undefined),
    )
    const page = app.page()
    await page.getByRole('button', { name: '改用恢复包' }).click()
    await page.getByLabel('恢复码').fill(`${groups[0]} 00000`)
    await page.getByRole('button', { name: '解锁', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('恢复码不对')
    await page.getByLabel('恢复码').fill(groups.join(' ').toLowerCase())
    await page.getByRole('button', { name: '解锁', exact: true }).click()
    await new KitPage(page).setNewPassphrase('栗子 窗台 铁轨 七月的雨')
    await expect(new WorkspacePage(page).said(/这次是用恢复包打开的/)).toBeVisible({
      timeout: 15_000,
    })
  })
})

test('a kit can wait, and the window goes on asking for it', async ({ openedApp: app }) => {
  const workspace = new WorkspacePage(app.page())
  await expect(workspace.said(/还没有恢复包：一旦忘记主口令/)).toBeVisible()
  await app.page().getByRole('button', { name: '现在制作' }).click()
  const kit = new KitPage(app.page())
  await expect(kit.confirmButton).toBeVisible()
  await kit.region.getByRole('button', { name: '稍后再做' }).click()
  await expect(kit.region.getByRole('alert')).toContainText('没有恢复包，忘记主口令就再也打不开')
  await kit.region.getByRole('button', { name: '我明白，稍后再做' }).click()
  await expect(kit.region).toBeHidden()
  await expect(workspace.said(/还没有恢复包：一旦忘记主口令/)).toBeVisible()
})
