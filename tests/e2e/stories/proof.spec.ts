import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildLargeLedger } from '../../support/large-ledger.ts'
import { verifyTrail } from '../support/audit-verifier.ts'
import { StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { CANARY, changeVault, SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const CREDENTIAL = '蓝鲸商城备案密码'

test('who saw a password is found, and the trail is verified outside the app', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const trail = page.getByRole('table', { name: '审计记录' })
  const folder = path.join(app.folder, '检查')
  mkdirSync(folder)
  const file = path.join(folder, '审计记录.jsonl')

  await test.step('the password is looked at, and its card leads to who did', async () => {
    await workspace.go('凭据')
    await page.getByRole('row', { name: CREDENTIAL }).click()
    await page.getByRole('button', { name: '显示密码' }).click()
    await expect(page.getByText(CANARY)).toBeVisible()
    await page.getByRole('button', { name: '谁看过' }).click()
    await expect(page.getByText(`只看：${CREDENTIAL}`)).toBeVisible()
    const row = trail.getByRole('row', { name: '查看密码' })
    await expect(row).toContainText('林晓')
    await expect(trail.getByRole('row')).toHaveCount(2)
  })

  await test.step('the details of a line are told in words', async () => {
    await trail.getByRole('row', { name: '查看密码' }).click()
    const details = page.getByRole('complementary', { name: '查看密码 的细节' })
    await expect(details).toContainText(CREDENTIAL)
    await details.getByRole('button', { name: '看它的全部记录' }).click()
    await expect(page.getByRole('combobox', { name: '类别' })).toBeVisible()
  })

  await test.step('it is filtered by person, by period and by words', async () => {
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('combobox', { name: '保管人' }).click()
    await page.getByTitle('林晓').last().click()
    await page.getByRole('combobox', { name: '期间' }).click()
    await page.getByTitle('今天').last().click()
    await page.getByRole('searchbox', { name: '筛选审计记录' }).fill('解锁')
    await expect(trail.getByRole('row', { name: '解锁' }).first()).toBeVisible()
    await expect(trail.getByRole('row', { name: '查看密码' })).toBeHidden()
  })

  await test.step('a filing leads to its whole history', async () => {
    const drawer = await workspace.openFiling(SERVICE_NAME)
    await drawer.getByRole('button', { name: '全部记录' }).click()
    await expect(page.getByText(`只看：${SERVICE_NAME}`)).toBeVisible()
    await expect(trail.getByRole('row', { name: '查看密码' })).toBeVisible()
  })

  await test.step('the screen says that it is whole, and who signed it last', async () => {
    await page.getByRole('button', { name: '验证完整性' }).click()
    await expect(page.getByRole('status').filter({ hasText: '首尾相连' })).toContainText(
      /最后的签名检查点：第 \d+ 条，.*由 林晓 签名/,
    )
  })

  await test.step('it goes out with the program that checks it, and without a secret', async () => {
    await app.answerDialogs(file)
    await page.getByRole('button', { name: '导出审计' }).click()
    await expect(workspace.said(/已导出 \d+ 条到“审计记录.jsonl”/)).toBeVisible()
    expect(readFileSync(file, 'utf8')).not.toContain(CANARY)
    expect(verifyTrail(file)).toMatchObject({
      status: 0,
      said: expect.stringContaining('✓ 记录完整'),
    })
  })

  await test.step('a line that is taken out is told', () => {
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.toSpliced(2, 1).join('\n'))
    expect(verifyTrail(file)).toMatchObject({
      status: 1,
      said: expect.stringContaining('缺少第 2 条'),
    })
  })
})

test('a report is seen, saved as PDF and as a sheet that other programs open', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await workspace.go('审计')
  await page.getByText('报告', { exact: true }).click()
  const preview = page.getByRole('region', { name: '报告预览' })
  const save = async (button: string, name: string) => {
    const file = path.join(app.folder, name)
    await app.answerDialogs(file)
    await page.getByRole('button', { name: button }).click()
    await expect(workspace.said(`已保存“${name}”`)).toBeVisible({ timeout: 30_000 })
    return file
  }

  await test.step('the ledger, with the columns that are chosen', async () => {
    await page.getByRole('radio', { name: '备案台账' }).check()
    const list = preview.getByRole('table', { name: '备案清单' })
    await expect(list.getByRole('columnheader', { name: '备案密码' })).toBeVisible()
    await expect(list.getByRole('row', { name: SERVICE_NAME })).toContainText('••••')
    const pdf = await save('保存 PDF', '台账.pdf')
    const text = output('pdftotext', '-layout', pdf, '-')?.replace(/\s/g, '')
    if (text !== undefined) {
      expect(text).toContain('备案台账')
      expect(text).toContain('第1页共1页')
      expect(text).not.toContain(CANARY)
      const size = /Page size:\s+84\d\.\d+ x 59\d\.\d+ pts \(A4\)/
      expect(output('pdfinfo', pdf)).toMatch(size)
    }
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('compliance, as a sheet that LibreOffice reads', async () => {
    await page.getByRole('radio', { name: '轮换与核查合规' }).check()
    await expect(preview).toContainText('轮换合规率')
    const sheet = await save('保存表格', '合规.xlsx')
    const options = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    // A profile of its own: a LibreOffice that is open elsewhere would swallow the request.
    const profile = `-env:UserInstallation=file://${path.join(app.folder, 'office')}`
    const to = ['--headless', '--convert-to', options, '--outdir', app.folder, sheet]
    if (output('soffice', profile, ...to) !== undefined) {
      const csv = readFileSync(path.join(app.folder, '合规-不合规的密码.csv'), 'utf8')
      expect(csv).toContain(CREDENTIAL)
    }
    expect(readFileSync(sheet).subarray(0, 2).toString()).toBe('PK')
  })

  await test.step('both stand in the trail', async () => {
    await page.getByText('记录', { exact: true }).click()
    const trail = page.getByRole('table', { name: '审计记录' })
    await expect(trail.getByRole('row', { name: '导出报告 PDF' })).toContainText('备案台账')
    await expect(trail.getByRole('row', { name: '导出报告表格' })).toBeVisible()
  })
})

test('a long report is cancelled while it is printed, and leaves no file', async ({
  launch,
  vaultFile,
}) => {
  test.slow()
  await changeVault(vaultFile, buildLargeLedger(3000))
  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)
  const file = path.join(app.folder, '台账.pdf')
  await workspace.go('审计')
  await page.getByText('报告', { exact: true }).click()
  await page.getByRole('radio', { name: '备案台账' }).check()
  await app.answerDialogs(file)
  await page.getByRole('button', { name: '保存 PDF' }).click()

  await test.step('it says what is done, and the rest of the app is used meanwhile', async () => {
    await expect(page.getByText(/正在把 3,\d+ 行排成 PDF…/)).toBeVisible({ timeout: 30_000 })
    await page.getByText('记录', { exact: true }).click()
    const trail = page.getByRole('table', { name: '审计记录' })
    await expect(trail.getByRole('row', { name: '导出报告 PDF' })).toBeVisible()
    await page.getByText('报告', { exact: true }).click()
  })

  await test.step('cancelled, there is no file, and the trail says so', async () => {
    await page.getByRole('button', { name: '取消', exact: true }).click()
    await expect(workspace.said('已取消，没有写出文件，也没有打印。')).toBeVisible()
    expect(existsSync(file)).toBe(false)
    await page.getByText('记录', { exact: true }).click()
    const trail = page.getByRole('table', { name: '审计记录' })
    await expect(trail.getByRole('row', { name: '取消导出或打印报告' })).toContainText('备案台账')
  })
})

/** What another program says; undefined where it is not installed. */
function output(program: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // In the plain C locale LibreOffice writes no file with a Chinese name.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
  } catch (error) {
    // `as`: node:child_process throws errors that carry a code.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
