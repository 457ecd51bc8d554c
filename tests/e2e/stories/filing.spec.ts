import { FormPage } from '../support/form-page.ts'
import { expect, test } from '../support/test.ts'
import { SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const NEW = '青柠示例书屋'

test('a filing is entered, found by any part of it, changed, thrown away and brought back', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await workspace.go('台账')

  await test.step('what is wrong is refused with the reason while it is typed', async () => {
    await page.getByRole('button', { name: '新增备案' }).click()
    const form = new FormPage(page, '新增备案')
    await form.dialog.getByText('新增主体').click()
    await form.fill({ 主体名称: '成都青柠示例文化有限公司' })

    await form.fill({ 统一社会信用代码: '91510104MA0XQ7B24G' })
    await expect(form.dialog.getByRole('alert').filter({ hasText: '校验位不对' })).toBeVisible()
    await form.dialog.getByRole('button', { name: '保存备案' }).click()
    await expect(form.dialog.getByText('请填写。').first()).toBeVisible()
    await form.fill({ 统一社会信用代码: '91510104MA0XQ7B24F' })
    await expect(form.dialog.getByText('校验位不对')).toBeHidden()
  })

  await test.step('a number tells its province and bureau, and a doubt is only a warning', async () => {
    const form = new FormPage(page, '新增备案')
    await form.fill({ 主体备案号: '蜀ICP备20012345号' })
    await expect(form.dialog.getByText('四川省　主管部门：四川省通信管理局')).toBeVisible()
    await form.fill({ 服务名称: NEW, 备案号: '蜀ICP备27012345号-1' })
    await expect(form.dialog.getByRole('status').filter({ hasText: '年份是 2027' })).toBeVisible()
    await form.fill({ 备案号: '蜀ICP备20012345号-1', 域名: 'lime.example.com 青柠.example.com' })
    await expect(form.dialog.getByText('年份是')).toBeHidden()
    await form.save('保存备案')
    await expect(workspace.said(`已加入台账：${NEW}`)).toBeVisible()
  })

  await test.step('its drawer shows all that was entered', async () => {
    const drawer = workspace.drawer(NEW)
    await expect(drawer).toContainText('蜀ICP备20012345号-1')
    await expect(drawer).toContainText('四川省通信管理局')
    await expect(drawer).toContainText('lime.example.com')
    await expect(drawer).toContainText('青柠.example.com')
    await expect(drawer).toContainText('成都青柠示例文化有限公司')
    await expect(drawer).toContainText('91510104MA0XQ7B24F')
    await drawer.getByRole('button', { name: '关闭详情' }).click()
    await expect(drawer).toBeHidden()
  })

  for (const [how, query] of [
    ['initials', 'qnslsw'],
    ['pinyin', 'qingning'],
    ['a domain', 'lime.exa'],
    ['a Chinese domain', '青柠.exam'],
    ['digits of the number', '0123'],
    ['the firm', '成都青柠'],
  ] as const) {
    await test.step(`it is found by ${how}`, async () => {
      await workspace.search.fill(query)
      await expect(workspace.row(NEW)).toBeVisible()
      await expect(workspace.row(SERVICE_NAME)).toBeHidden()
    })
  }

  await test.step('nothing found says what to try', async () => {
    await workspace.search.fill('没有这样的东西')
    await expect(page.getByText('没有符合条件的备案')).toBeVisible()
    await workspace.search.press('Escape')
    await expect(workspace.row(SERVICE_NAME)).toBeVisible()
  })

  await test.step('it is changed, and the change undone', async () => {
    const drawer = await workspace.openFiling(NEW)
    await drawer.getByRole('button', { name: '编辑', exact: true }).click()
    const form = new FormPage(page, '编辑互联网信息服务')
    await form.fill({ 服务名称: '青柠书屋新站' })
    await form.save('保存')
    await expect(workspace.row('青柠书屋新站')).toBeVisible()
    await workspace.undo()
    await expect(workspace.row(NEW)).toBeVisible()
  })

  await test.step('it is thrown away, and that undone', async () => {
    const drawer = workspace.drawer(NEW)
    await drawer.getByRole('button', { name: '移入回收站' }).click()
    await expect(workspace.row(NEW)).toBeHidden()
    await workspace.undo()
    await expect(workspace.row(NEW)).toBeVisible()
  })

  await test.step('it is thrown away again, and restored from the trash', async () => {
    const drawer = await workspace.openFiling(NEW)
    await drawer.getByRole('button', { name: '移入回收站' }).click()
    await workspace.go('回收站')
    const trash = page.getByRole('table', { name: '回收站' })
    await trash.getByRole('row', { name: NEW }).click()
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await expect(trash.getByRole('row', { name: NEW })).toBeHidden()
    await workspace.go('台账')
    await expect(workspace.row(NEW)).toBeVisible()
  })

  await test.step('purged, it is gone for good, after a question', async () => {
    const drawer = await workspace.openFiling(NEW)
    await drawer.getByRole('button', { name: '移入回收站' }).click()
    await workspace.go('回收站')
    const trash = page.getByRole('table', { name: '回收站' })
    await trash.getByRole('row', { name: NEW }).click()
    await page.getByRole('button', { name: '彻底删除' }).click()
    const question = page.getByRole('dialog', { name: /彻底删除 1 项/ })
    await expect(question).toContainText('无法恢复')
    await question.getByRole('button', { name: '彻底删除' }).click()
    await expect(trash.getByRole('row', { name: NEW })).toBeHidden()
  })
})

test('a filing with a long name is told in one line, and undone with its drawer closed', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const name = '名字很长的示例服务'.repeat(12)
  await workspace.go('台账')
  await page.getByRole('button', { name: '新增备案' }).click()
  const form = new FormPage(page, '新增备案')
  await form.choose('选择主体', '蓝鲸示例科技有限公司')
  await form.fill({ 服务名称: name })
  await form.save('保存备案')

  const said = page.getByRole('status').filter({ hasText: `已加入台账：${name}` })
  await expect(said).toBeInViewport()
  const height = await said.evaluate((element) => element.getBoundingClientRect().height)
  expect(height).toBeLessThan(48)

  await workspace.undo()
  await expect(workspace.drawer(name)).toBeHidden()
  await expect(page.getByRole('alert')).toBeHidden()
})
