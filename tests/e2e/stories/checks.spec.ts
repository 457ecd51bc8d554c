import { quarterly } from '../../../shared/guides/quarterly.ts'
import { expect, test } from '../support/test.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test('every quarter: the list is gone through, what is wrong becomes a task, and it is done', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const items = page.getByRole('navigation', { name: '核查项目' })
  const item = (title: string) => items.getByRole('button', { name: title })
  // The radios themselves are hidden behind their words.
  const answer = (word: string) =>
    page.getByRole('radiogroup', { name: '结果' }).getByText(word, { exact: true })

  await test.step('提醒 says that services are due, and leads to the plan', async () => {
    await workspace.go('提醒')
    const line = page.getByRole('listitem').filter({ hasText: '个服务该做季度核查' })
    await line.getByRole('button', { name: '开始核查' }).click()
    await expect(page.getByRole('table', { name: '核查计划' })).toContainText('从未核查')
  })

  await test.step('the values of the ledger stand beside what is to be compared', async () => {
    await page
      .getByRole('button', { name: /^开始核查/ })
      .first()
      .click()
    await expect(items.getByRole('listitem')).toHaveCount(quarterly.steps.length)
    await expect(page.getByText('与台账比对')).toBeVisible()
    await page.getByRole('button', { name: '复制服务名称' }).first().click()
    await expect(workspace.said('已复制。')).toBeVisible()
    await expect(page.getByRole('button', { name: '完成核查' })).toBeDisabled()
  })

  await test.step('a finding says which task it becomes before it is one', async () => {
    await item('“是否限制接入”为否').click()
    await answer('有问题').click()
    await page.getByRole('checkbox', { name: /被限制接入/ }).check()
    await page.getByRole('button', { name: '记下，下一项' }).click()
    await expect(page.getByText(`1 / ${quarterly.steps.length} 项`)).toBeVisible()
  })

  await test.step('each item can be recorded by itself, the rest at once', async () => {
    await item('备案号查得到').click()
    await answer('正常').click()
    await page.getByRole('button', { name: '记下，下一项' }).click()
    await expect(page.getByText(`2 / ${quarterly.steps.length} 项`)).toBeVisible()
    await page.getByRole('button', { name: '其余都正常' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '其余都正常' }).click()
    await expect(
      page.getByText(`${quarterly.steps.length} / ${quarterly.steps.length} 项`),
    ).toBeVisible()
  })

  await test.step('finished, the service is not due any more', async () => {
    await page.getByRole('button', { name: '完成核查' }).click()
    await expect(workspace.said('核查已完成')).toBeVisible()
    await expect(page.getByText('都查过了')).toBeVisible()
  })

  await test.step('the service is red, and its task is done with a result', async () => {
    await workspace.go('提醒')
    const danger = page.getByRole('region', { name: '须立即处理' })
    await expect(danger).toContainText('被限制接入')
    await page.getByRole('button', { name: '任务', exact: true }).click()
    const tasks = page.getByRole('table', { name: '任务' })
    await tasks
      .getByRole('button', { name: /^已办好/ })
      .first()
      .click()
    const dialog = workspace.dialog('任务已办好')
    await dialog.getByLabel('结果').fill('接入商已恢复')
    await dialog.getByRole('button', { name: '已办好' }).click()
    await expect(workspace.said('任务已完成。')).toBeVisible()
    await expect(page.getByText('没有未完的任务')).toBeVisible()
  })
})
