import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { FormPage } from '../support/form-page.ts'
import { expect, test } from '../support/test.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

/** 林备安's number in the demo: nobody's, but of the right form. */
const ID_NUMBER = '110100199311200002'

test('a letter is written from a filing, changed, saved, signed and kept', async ({ launch }) => {
  const app = await launch({ args: ['--demo'] })
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const paper = page.getByRole('region', { name: '文书正文' })
  const side = page.getByRole('complementary', { name: '文书的选项' })

  await test.step('it is begun from the drawer of the filing', async () => {
    await workspace.go('台账')
    const drawer = await workspace.openFiling('星河云官网')
    await drawer.getByRole('button', { name: '写文书' }).click()
    const form = new FormPage(page, '写文书')
    await form.choose('种类', '授权委托书')
    await form.choose('接入商、代理机构或管局', '云枢计算')
    await form.save('写好打开')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('星河云 授权委托书')
    await expect(paper).toContainText('致：云枢计算')
    await expect(paper).toContainText('91110108MA00XY00XD')
  })

  await test.step('what is missing is listed and led to', async () => {
    await expect(side).toContainText('还缺 2 项')
    await side.getByRole('button', { name: '选择人员' }).click()
    await page.keyboard.type('林备安')
    await page.keyboard.press('Enter')
    await expect(paper).toContainText('受托人（签字）：林备安')
    await side.getByRole('button', { name: '在文书中填写' }).click()
    await page.getByRole('textbox', { name: '原因' }).fill('原保管人离职，未移交备案密码')
    await page.keyboard.press('Enter')
    await expect(side).toContainText('没有缺项')
    await expect(paper).toContainText('因原保管人离职，未移交备案密码，我单位现委托')
  })

  await test.step('a paragraph is written anew, its blanks stay filled, and it can be restored', async () => {
    await page.getByRole('button', { name: /^修改这段：自20/ }).click()
    const text = page.getByRole('textbox', { name: /^修改这段/ })
    const before = await text.inputValue()
    await text.fill(before.replace('期限届满、事项办结', '期限届满或者事项办结'))
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(paper).toContainText('期限届满或者事项办结')
    await expect(paper.getByText('已改写')).toBeVisible()
  })

  await test.step('a term longer than allowed is refused in words', async () => {
    const until = side.getByLabel('截止日')
    const before = await until.inputValue()
    await until.fill('2099-12-31')
    await until.press('Enter')
    await expect(workspace.said(/有效期最长一年/)).toBeVisible()
    await expect(side).toContainText('没有缺项')
    expect(before).not.toBe('2099-12-31')
  })

  const pdf = path.join(app.folder, '授权.pdf')
  await test.step('it is saved as PDF, without ID numbers unless they are asked for', async () => {
    await app.answerDialogs(pdf)
    await page.getByRole('button', { name: '存为 PDF' }).click()
    await expect(workspace.said('已存为“授权.pdf”。')).toBeVisible()
    const without = textOfPdf(pdf)
    expect(pageCount(pdf)).toBe(2)
    if (without !== undefined) {
      expect(without).toContain('授权委托书')
      expect(without).toMatch(/第\s*2\s*页\s*共\s*2\s*页/)
      expect(without).not.toContain(ID_NUMBER)
    }
    const withIds = path.join(app.folder, '含证件.pdf')
    await app.answerDialogs(withIds)
    await page.getByRole('checkbox', { name: '填入证件号码' }).check()
    await page.getByRole('button', { name: '存为 PDF' }).click()
    await expect(workspace.said('已存为“含证件.pdf”。')).toBeVisible()
    if (without !== undefined) expect(textOfPdf(withIds)).toContain(ID_NUMBER)
    await expect(paper).not.toContainText(ID_NUMBER)
  })

  await test.step('it is drawn as a page that can be looked at', async () => {
    if (!hasPoppler()) return
    execFileSync('pdftoppm', ['-r', '30', '-png', pdf, path.join(app.folder, 'page')])
    const picture = readFileSync(path.join(app.folder, 'page-1.png'))
    // A4 at 30 dots an inch, and not an empty sheet.
    expect(Math.abs(picture.readUInt32BE(16) - 248)).toBeLessThan(2)
    expect(Math.abs(picture.readUInt32BE(20) - 351)).toBeLessThan(2)
    expect(picture.length).toBeGreaterThan(4_000)
  })

  await test.step('it is saved for Word', async () => {
    const docx = path.join(app.folder, '授权.docx')
    await app.answerDialogs(docx)
    await page.getByRole('checkbox', { name: '填入证件号码' }).uncheck()
    await page.getByRole('button', { name: '存为 Word' }).click()
    await expect(workspace.said('已存为“授权.docx”。')).toBeVisible()
    const document = strFromU8(
      unzipSync(readFileSync(docx))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(document).toContain('原保管人离职，未移交备案密码')
    expect(document).not.toContain(ID_NUMBER)
  })

  await test.step('signed, it cannot be changed any more', async () => {
    await page.getByRole('button', { name: '标记已签署' }).click()
    const form = new FormPage(page, '纸质文书已盖章、签字')
    await form.save('标记已签署')
    await expect(side).toContainText('已签署，内容不能再改。')
    await expect(paper.getByRole('button')).toHaveCount(0)
  })

  await test.step('it stands in the list and in the audit trail', async () => {
    await page.getByRole('button', { name: '全部文书' }).click()
    await expect(page.getByRole('row', { name: /星河云 授权委托书/ })).toContainText('已签署')
    await workspace.go('审计')
    await expect(page.getByText('将证件号码填入文书').first()).toBeVisible()
    await expect(page.getByText('导出文书 PDF').first()).toBeVisible()
  })
})

test('a standing authorisation that ends is renewed from its reminder', async ({ launch }) => {
  const app = await launch({ args: ['--demo'] })
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const line = page.getByRole('listitem').filter({ hasText: '授权书到期' })
  const side = page.getByRole('complementary', { name: '文书的选项' })

  await test.step('the reminder opens the letter', async () => {
    await workspace.go('提醒')
    await line.getByRole('button', { name: '重新签署' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('星河云 密码找回授权书')
    await expect(side).toContainText('请及早重新签署')
  })

  await test.step('a new one is written with a new term', async () => {
    await side.getByRole('button', { name: '重新签一份' }).click()
    await expect(page.getByText('草稿')).toBeVisible()
    await expect(side.getByLabel('被授权人')).toBeVisible()
  })

  await test.step('signed, it takes the place of the old one, and the reminder is gone', async () => {
    await page.getByRole('button', { name: '标记已签署' }).click()
    const form = new FormPage(page, '纸质文书已盖章、签字')
    await expect(form.dialog.getByRole('checkbox', { name: /同时撤销旧的/ })).toBeChecked()
    await form.save('标记已签署')
    await workspace.go('提醒')
    await expect(line).toBeHidden()
    await expect(page.getByRole('listitem').filter({ hasText: '被授权人已离职' })).toBeVisible()
  })
})

test('a date more than a month old is warned of and set to today', async ({ launch }) => {
  const app = await launch({ args: ['--demo'] })
  const page = app.page()
  await new WorkspacePage(page).go('资料')
  await page.getByText('文书', { exact: true }).click()
  await page.getByRole('row', { name: /云帆商贸 特殊情况说明/ }).click()
  // The date on the demo's draft is more than a month old.
  await expect(page.getByRole('alert')).toContainText('多数机关只收一个月内的文书')
  await page.getByRole('button', { name: '日期改为今天' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
})

function hasPoppler(): boolean {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, 'pdftoppm')))
}

/** The words of a PDF, where there is a tool that reads them. */
function textOfPdf(file: string): string | undefined {
  return hasPoppler()
    ? execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    : undefined
}

/** Pages by the page objects of the file: Chromium writes them uncompressed. */
function pageCount(file: string): number {
  return readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
