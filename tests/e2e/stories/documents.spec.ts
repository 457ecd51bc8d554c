import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { demoPdf } from '../../../electron/demo/demo-pdf.ts'
import { cardBack, cardFront, demoPng } from '../../../electron/demo/demo-png.ts'
import { addDays, dayOf } from '../../../shared/calendar-day.ts'
import type { App } from '../support/app.ts'
import { PapersPage } from '../support/papers-page.ts'
import { expect, test } from '../support/test.ts'
import { SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const ENTITY = '蓝鲸示例科技有限公司'

/** Writes a file into the test's folder and gives its path. */
function put(app: App, name: string, content: Uint8Array): string {
  const file = path.join(app.folder, name)
  writeFileSync(file, content)
  return file
}

test('a licence is added from the dialog, looked at, reminded of, found, and kept with its filing', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const papers = new PapersPage(app)
  await papers.open()
  await expect(page.getByText('还没有资料')).toBeVisible()
  const form = await papers.beginWith(put(app, '营业执照.png', demoPng(cardFront)))
  await expect(form.dialog.getByText('营业执照.png')).toBeVisible()
  await form.fill({ 名称: '营业执照（副本）', 原件在何处: '财务室保险柜' })
  await form.choose('所属主体', ENTITY)
  const end = addDays(dayOf(Date.now()), 20)
  await form.field('有效期至').fill(end)
  await form.field('有效期至').press('Tab')
  await form.save('保存')

  const row = page.getByRole('row', { name: '营业执照（副本）' })
  await expect(row).toContainText('将到期')
  await papers.openPaper('营业执照（副本）')
  const picture = await papers.view('营业执照（副本）', '营业执照.png')
  // The page is drawn, not only announced.
  expect(await picture.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(300)
  await page.keyboard.press('r')
  await page.keyboard.press('+')
  await page.keyboard.press('Escape')
  await expect(papers.viewer).toBeHidden()

  const workspace = new WorkspacePage(page)
  await workspace.go('提醒')
  await expect(page.getByText('营业执照（副本）').first()).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: '搜索全部' }).fill('yingyezhizhao')
  await expect(page.getByRole('option', { name: '营业执照（副本）' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(papers.details('营业执照（副本）')).toBeVisible()

  const drawer = await workspace.openFiling(SERVICE_NAME)
  await expect(drawer.getByRole('region', { name: '资料' })).toContainText('营业执照（副本）')
})

test('pictures are pasted and dropped, tell the sides of an ID card, and can be taken back', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const papers = new PapersPage(app)
  await papers.open()
  await papers.handOver('drop', '身份证件.png', demoPng(cardFront))
  const form = papers.newForm
  await expect(form.dialog.getByRole('combobox', { name: '种类' })).toBeVisible()
  await expect(form.field('名称')).toHaveValue('身份证件')
  await papers.handOver('paste', 'image.png', demoPng(cardBack))
  await expect(form.dialog.getByText(/^粘贴的图片/)).toBeVisible()
  await form.save('保存')

  const details = await papers.openPaper('身份证件')
  await expect(details.getByText('国徽面')).toBeVisible()
  await details.getByRole('button', { name: /^移除 粘贴的图片/ }).click()
  await expect(details.getByText('缺一面')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(details.getByText('国徽面')).toBeVisible()
})

test('a paper is not saved while its scan is still being chosen', async ({ openedApp: app }) => {
  const page = app.page()
  await new PapersPage(app).open()
  await page.getByRole('button', { name: '新增资料' }).first().click()
  const form = new PapersPage(app).newForm
  const save = form.dialog.getByRole('button', { name: '保存', exact: true })
  await expect(save).toBeEnabled()
  await app.electron.evaluate(({ dialog }) => {
    // The person looks for the file; `globalThis` is where the next step finds them.
    const waiting = new Promise<Electron.OpenDialogReturnValue>((resolve) => {
      Object.assign(globalThis, {
        giveUpChoosing: () => resolve({ canceled: true, filePaths: [] }),
      })
    })
    dialog.showOpenDialog = () => waiting
  })
  await form.dialog.getByRole('button', { name: '选择文件' }).click()
  await expect(save).toBeDisabled()
  await app.electron.evaluate(() => {
    // `as`: put there just above.
    ;(globalThis as unknown as { giveUpChoosing(): void }).giveUpChoosing()
  })
  await expect(save).toBeEnabled()
})

test('a copy for others is stamped all over; the plain file wants a reason', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const papers = new PapersPage(app)
  await papers.open()
  const original = put(app, '身份证件.png', demoPng(cardFront))
  const form = await papers.beginWith(original)
  await form.save('保存')
  const details = await papers.openPaper('身份证件')

  const exportButton = details.getByRole('button', { name: '导出 身份证件.png' })
  await exportButton.click()
  const dialog = papers.exportDialog
  const save = dialog.getByRole('button', { name: '保存加水印的副本' })
  await expect(dialog.getByRole('img', { name: '加水印后的样子' })).toBeVisible()
  await expect(save).toBeDisabled()
  await dialog.getByRole('combobox', { name: '用途' }).fill('备案密码找回')
  await dialog.getByRole('combobox', { name: '收件方' }).fill('示例云计算有限公司')
  await expect(
    dialog.getByText(/^仅供备案密码找回使用，示例云计算有限公司，.*他用无效$/),
  ).toBeVisible()
  const stamped = path.join(app.folder, '副本.jpg')
  await app.answerDialogs(stamped)
  await save.click()
  await expect(page.getByText('已保存 副本.jpg。')).toBeVisible()
  // Whatever sixteenth of it were cut out, there would be a part of the stamp in it.
  expect(await papers.changedParts(original, stamped)).toEqual(
    Array.from({ length: 16 }, () => true),
  )

  await exportButton.click()
  await dialog.getByText('导出原件（不加水印）').click()
  const savePlain = dialog.getByRole('button', { name: '导出原件' })
  await dialog.getByRole('textbox', { name: '理由' }).fill('要')
  await expect(savePlain).toBeDisabled()
  await dialog.getByRole('textbox', { name: '理由' }).fill('管局窗口要求提交无水印原件')
  const plain = path.join(app.folder, '原件.png')
  await app.answerDialogs(plain)
  await savePlain.click()
  await expect(page.getByText('已保存 原件.png。')).toBeVisible()
  expect(readFileSync(plain).equals(readFileSync(original))).toBe(true)

  await new WorkspacePage(page).go('审计')
  await expect(page.getByRole('row', { name: /导出加水印的副本.*备案密码找回/ })).toBeVisible()
  await expect(
    page.getByRole('row', { name: /导出原件.*管局窗口要求提交无水印原件/ }),
  ).toBeVisible()
})

test('a PDF with scripts is shown page by page, runs nothing, and leaves as stamped pictures', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const papers = new PapersPage(app)
  await papers.open()
  const source = Buffer.from(
    demoPdf({ lines: [{ text: '域名证书 CERT-7731', x: 80, y: 700, size: 24 }] }),
  ).toString('latin1')
  const scripted = source.replace(
    '/Pages 2 0 R >>',
    '/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
  )
  const form = await papers.beginWith(put(app, '域名证书.pdf', Buffer.from(scripted, 'latin1')))
  await form.save('保存')
  await papers.openPaper('域名证书')
  await papers.view('域名证书', '域名证书.pdf')
  await expect(papers.viewer.getByText('这个 PDF 带有脚本。')).toBeVisible()
  await papers.viewer.getByRole('button', { name: '导出' }).click()

  const dialog = papers.exportDialog
  await dialog.getByRole('combobox', { name: '用途' }).fill('域名实名认证')
  await dialog.getByRole('combobox', { name: '收件方' }).fill('示例注册商')
  const stamped = path.join(app.folder, '副本.pdf')
  await app.answerDialogs(stamped)
  await dialog.getByRole('button', { name: '保存加水印的副本' }).click()
  await expect(page.getByText('已保存 副本.pdf。')).toBeVisible()
  const saved = readFileSync(stamped).toString('latin1')
  expect(saved).toMatch(/^%PDF-1\.4/)
  expect(saved).toContain('/Count 1 ')
  // Neither text that could be taken from under the stamp, nor the script.
  expect(saved).not.toMatch(/\/Font|JavaScript|CERT-7731/)
})

test.describe('the thread that reads a PDF', () => {
  test.use({ expectedComplaints: [/Refused to connect|Fetch API cannot load|Failed to fetch/] })

  test('reaches nothing, and ends with the file', async ({ openedApp: app }) => {
    const page = app.page()
    const papers = new PapersPage(app)
    await papers.open()
    const sheet = demoPdf({ lines: [{ text: '证书', x: 80, y: 700, size: 24 }] })
    const form = await papers.beginWith(put(app, '域名证书.pdf', sheet))
    await form.save('保存')
    await papers.openPaper('域名证书')
    await papers.view('域名证书', '域名证书.pdf')
    const [worker] = page.workers()
    if (worker === undefined) throw new Error('no worker reads the PDF')
    const reached = await worker.evaluate(async () => {
      const addresses = ['https://example.com/', 'app://vault/index.html']
      const answers = await Promise.allSettled(addresses.map((address) => fetch(address)))
      return answers.filter(({ status }) => status === 'fulfilled').length
    })
    expect(reached).toBe(0)
    const ended = worker.waitForEvent('close')
    await page.keyboard.press('Escape')
    await ended
    expect(page.workers()).toEqual([])
  })
})

test('what cannot be kept or shown is said clearly, and harms nothing else', async ({
  openedApp: app,
}) => {
  test.slow()
  const page = app.page()
  const papers = new PapersPage(app)
  await papers.open()
  const form = await papers.beginWith(put(app, '执照.png', Buffer.from('MZ a program, no picture')))
  await expect(page.getByText('「执照.png」不是可以保存的文件。')).toBeVisible()
  const take = async (name: string, content: Uint8Array) => {
    await app.answerDialogs(put(app, name, content))
    await form.dialog.getByRole('button', { name: '选择文件' }).click()
  }
  await take('过大.png', Buffer.alloc(50 * 1024 * 1024 + 1))
  await expect(page.getByText('「过大.png」超过 50 MB。')).toBeVisible()

  const card = demoPng(cardFront)
  await take('截断.png', card.subarray(0, 500))
  await expect(form.dialog.getByText('截断.png')).toBeVisible()
  await take('其实是图片.pdf', card)
  await expect(form.dialog.getByText('其实是图片.png')).toBeVisible()
  // A whole picture with so much behind it that it is nearly as large as a file may be.
  const large = Buffer.concat([card, Buffer.alloc(49 * 1024 * 1024)])
  await take('四十九兆.png', large)
  await expect(form.dialog.getByText('四十九兆.png')).toBeVisible({ timeout: 30_000 })
  await form.fill({ 名称: '各种文件' })
  await form.dialog.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form.dialog).toBeHidden({ timeout: 30_000 })

  const details = await papers.openPaper('各种文件')
  await details.getByRole('button', { name: '查看 截断.png' }).click()
  await expect(papers.viewer.getByRole('alert')).toContainText('这个文件打不开。')
  await page.keyboard.press('Escape')
  await papers.view('各种文件', '四十九兆.png')
  await papers.viewer.getByRole('button', { name: '关闭' }).click()
  await papers.view('各种文件', '其实是图片.png')
  expect(existsSync(path.join(app.folder, '四十九兆.png.partial'))).toBe(false)
})
