import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ImportPage } from '../support/import-page.ts'
import { expect, test } from '../support/test.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const sheets = path.resolve(import.meta.dirname, '../../fixtures/spreadsheets')

test('the spreadsheet of today becomes the ledger, and a second import finds what is there', async ({
  openedApp: app,
}) => {
  const workspace = new WorkspacePage(app.page())
  const wizard = new ImportPage(app)
  await workspace.go('台账')

  await test.step('its columns are recognised, and corrected by hand', async () => {
    await wizard.open()
    await wizard.choose(path.join(sheets, 'ledger.xlsx'))
    await expect(wizard.dialog.getByText('ledger.xlsx')).toBeVisible()
    await expect(wizard.dialog.getByRole('row', { name: /备案密码/ })).toContainText('备案密码')
    await wizard.map('备注', '不导入')
    await wizard.map('备注', '备注')
  })

  await test.step('each row is checked, and no password is shown', async () => {
    await wizard.check()
    await expect(wizard.rows.getByRole('row', { name: /星河示例官网/ })).toBeVisible()
    await expect(wizard.rows).not.toContainText('Pw1!')
    await wizard.rows.getByRole('row', { name: /星河示例官网/ }).click()
    await expect(wizard.dialog.getByRole('complementary')).toContainText('开头或末尾有空格')
    const lost = wizard.rows.getByRole('row', { name: /晨光示例/ })
    await expect(lost).toContainText('不能导入')
    await expect(lost).toContainText('数字太长，表格里已丢失末几位')
  })

  await test.step('a wrong number can go into the notes, so that its row comes in', async () => {
    const all = wizard.dialog.getByRole('checkbox', { name: /^带着问题导入 \d+ 行/ })
    await wizard.rows.getByRole('row', { name: /晨光示例/ }).click()
    await wizard.dialog.getByRole('checkbox', { name: /^带着问题导入：把/ }).check()
    await expect(wizard.rows.getByRole('row', { name: /晨光示例/ })).toContainText('带问题')
    await expect(all).toBeChecked()
    await all.uncheck()
    await expect(wizard.rows.getByRole('row', { name: /晨光示例/ })).toContainText('不能导入')
  })

  await test.step('all of it is written at once, with the advice to remove the file', async () => {
    await wizard.commit()
    await expect(wizard.count('新增备案')).toHaveText('2')
    await expect(wizard.count('加密存入的密码')).toHaveText('2')
    await expect(wizard.dialog.getByRole('note')).toContainText('请删除原表格“ledger.xlsx”')
    await wizard.button('查看台账').click()
    const drawer = await workspace.openFiling('星河示例官网')
    await expect(drawer).toContainText('xinghe.example.com')
    await expect(drawer).toContainText('张三')
    await expect(drawer.getByRole('article')).toContainText('时间不明')
    await drawer.getByRole('button', { name: '关闭详情' }).click()
  })

  await test.step('once more: all are known, and are skipped unless one says otherwise', async () => {
    await wizard.open()
    await wizard.choose(path.join(sheets, 'ledger.xlsx'))
    await wizard.check()
    await expect(wizard.dialog.getByText('没有可导入的行')).toBeVisible()
    await wizard.dialog.getByRole('combobox', { name: '遇到重复时' }).press('Enter')
    await app.page().getByTitle('用表格里填了的内容更新；旧密码进历史').click()
    await expect(wizard.dialog.getByText('更新 2 行')).toBeVisible()
    await wizard.rows.getByRole('row', { name: /星河示例客户端/ }).click()
    await wizard.dialog.getByRole('radio', { name: '都保留' }).check()
    await expect(wizard.dialog.getByText('将新增 1 行，更新 1 行')).toBeVisible()
    await wizard.commit()
    await expect(wizard.count('更新备案')).toHaveText('1')
  })

  await test.step('and the whole of it is undone', async () => {
    await wizard.button('撤销这次导入').click()
    await expect(workspace.said('已撤销，台账恢复到导入之前。')).toBeVisible()
    await workspace.search.fill('客户端')
    await expect(workspace.row('星河示例客户端')).toHaveCount(1)
  })
})

test('a GBK csv from Excel is read as it was meant', async ({ openedApp: app }) => {
  const workspace = new WorkspacePage(app.page())
  const wizard = new ImportPage(app)
  await workspace.go('台账')
  await wizard.open()
  await wizard.choose(path.join(sheets, 'gbk.csv'))
  await expect(wizard.dialog.getByText(/编码 gb18030/i)).toBeVisible()
  await expect(wizard.dialog.getByText('分隔符 逗号')).toBeVisible()
  await wizard.check()
  await expect(wizard.rows.getByRole('row', { name: /星河示例科技有限公司/ })).toBeVisible()
  await wizard.commit()
  await wizard.button('查看台账').click()
  await workspace.search.fill('xinghe')
  await expect(workspace.rows).toHaveCount(1)
})

test('a file that is no spreadsheet is named as what it is, and nothing is lost', async ({
  openedApp: app,
}) => {
  const workspace = new WorkspacePage(app.page())
  const wizard = new ImportPage(app)
  await workspace.go('台账')
  await wizard.open()

  await wizard.choose(path.join(sheets, 'old.xls'))
  await expect(wizard.dialog.getByRole('alert')).toContainText('这是旧格式的表格')
  await expect(wizard.dialog.getByText(/另存为 → 选“Excel 工作簿/)).toBeVisible()

  const broken = `${app.folder}/台账.xlsx`
  writeFileSync(broken, readFileSync(path.join(sheets, 'ledger.xlsx')).subarray(0, 3000))
  await wizard.choose(broken)
  await expect(wizard.dialog.getByRole('alert')).toContainText('读不懂这个文件')
  await expect(wizard.dialog.getByRole('alert')).toContainText('没有读入任何内容')

  await wizard.button('关闭').click()
  await expect(wizard.dialog).toBeHidden()
  await expect(workspace.rows).toHaveCount(1)
})

test('a blank template is saved, with headers that the import knows', async ({
  openedApp: app,
}) => {
  const workspace = new WorkspacePage(app.page())
  const wizard = new ImportPage(app)
  const template = `${app.folder}/模板.xlsx`
  await workspace.go('台账')
  await wizard.open()
  await app.answerDialogs(template)
  await wizard.button('保存空白模板').click()
  await expect(workspace.said('空白模板已保存为 模板.xlsx。')).toBeVisible()
  expect(readFileSync(template).subarray(0, 2).toString()).toBe('PK')
})
