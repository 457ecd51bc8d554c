import path from 'node:path'
import { RecoveryPage } from '../support/recovery-page.ts'
import { writeRecoveryVault } from '../support/recovery-vault.ts'
import { StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const LABEL = '蓝鲸商城备案密码'

test.describe.configure({ timeout: 150_000 })

test('a trouble on the way comes back, and a sent password stays red until a new one is registered', async ({
  launch,
}) => {
  const file = path.join(test.info().outputPath(), '蓝鲸.beian')
  await writeRecoveryVault(file)
  const app = await launch({ args: [file] })
  const page = app.page()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)
  const recovery = new RecoveryPage(page)

  await test.step('提醒 leads to the triage, which knows what the ledger knows', async () => {
    await workspace.go('提醒')
    const line = page.getByRole('listitem').filter({ hasText: LABEL }).first()
    await line.getByRole('button', { name: /的更多操作$/ }).click()
    await page.getByRole('menuitem', { name: '忘记了 / 找回' }).click()
    await expect(recovery.ways).toContainText('2020-08-17')
    await recovery.questions.getByText('台账已经知道的').click()
    await expect(recovery.questions).toContainText('13900005678 在')
  })

  await test.step('an answer changes the order of the ways', async () => {
    await recovery.answer('entity-changed', 'yes')
    await expect(recovery.way('e')).toContainText('须先办')
    await recovery.answer('entity-changed', 'no')
    await expect(recovery.way('e')).toBeHidden()
  })

  await test.step('values stand ready to paste', async () => {
    await recovery.startWith('a1')
    await recovery.walk('a1', {}, 'enter-data')
    await recovery.now.getByRole('button', { name: '复制域名' }).click()
    await expect(workspace.said('已复制。')).toBeVisible()
    await expect(recovery.now.getByText('https://beian.miit.gov.cn', { exact: true })).toBeVisible()
  })

  await test.step('no code: T1, and back to where it was', async () => {
    await recovery.walk('a1', {}, 'enter-code')
    await recovery.fail('收不到验证码')
    await recovery.isFollowing('t1')
    await recovery.walk('t1', { answers: { resend: 'arrived' } })
    await expect(recovery.now).toContainText('回到 A1')
    await recovery.now.getByRole('button', { name: /^转到 A1/ }).click()
    await recovery.isFollowing('a1')
    await expect(recovery.title).toHaveText('输入验证码')
  })

  await test.step('a sent password opens 立即修改, and closing says what hinders', async () => {
    await recovery.walk('a1', { outcome: '密码已发送' }, 'change-at-once')
    await expect(page.getByRole('alert', { name: '立即修改密码' })).toContainText(LABEL)
    await page.getByRole('button', { name: '结案', exact: true }).click()
    const dialog = workspace.dialog('结案')
    await expect(dialog).toContainText(`还没有登记“${LABEL}”的新密码`)
    await dialog.getByRole('button', { name: '写明原因结案' }).click()
    await expect(dialog.getByRole('alert')).toContainText('请填写。')
    await dialog.getByRole('button', { name: '取消' }).click()
  })

  await test.step('the new password ends it, and the case closes', async () => {
    await recovery.walk('a1')
    await expect(page.getByRole('alert', { name: '立即修改密码' })).toBeHidden()
    await recovery.close()
  })

  await test.step('finished, it is found by what was learnt, and can be taken up again', async () => {
    await page.getByRole('button', { name: '返回找回' }).click()
    await page.getByRole('searchbox', { name: '搜索办理' }).fill('当天更新台账')
    const finished = page.getByRole('table', { name: '已结案' })
    await expect(finished).toContainText('密码已发送')
    await finished.locator('tbody').getByRole('row').click()
    await page.getByRole('button', { name: '重新办理' }).click()
    const dialog = workspace.dialog('重新办理')
    await dialog.getByLabel('为什么重新办理').fill('又收到一次初始密码')
    await dialog.getByRole('button', { name: '重新办理' }).click()
    await expect(recovery.title).toHaveText('都办完了')
  })
})

test('calls are logged, clocks run, own notes stand at the step, a notice makes a year exact', async ({
  launch,
}) => {
  const file = path.join(test.info().outputPath(), '蓝鲸.beian')
  await writeRecoveryVault(file)
  const app = await launch({ args: [file] })
  const page = app.page()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)
  const recovery = new RecoveryPage(page)

  await test.step('the empty screen teaches, and a guide is read without a case', async () => {
    await workspace.go('找回')
    await page.getByRole('button', { name: '先看看办法' }).click()
    await page.getByRole('searchbox', { name: '搜索办法' }).fill('1018')
    await page.getByRole('button', { name: /旧错误码词典/ }).click()
    await expect(page.getByRole('article', { name: '旧错误码词典' })).toContainText('备案密码错误')
    await page.getByRole('searchbox', { name: '搜索办法' }).fill('')
    const guides = page.getByRole('navigation', { name: '办法大全' })
    await guides.getByRole('button', { name: '短信核验与变更备案' }).click()
    await expect(page.getByRole('article', { name: '短信核验与变更备案' })).toContainText('官方')
  })

  await test.step('what one found out oneself is noted beside a step', async () => {
    await page.getByRole('button', { name: '给“提交变更备案”加备注' }).click()
    const dialog = workspace.dialog('加备注')
    await dialog.getByLabel('备注').fill('系统周四晚上维护')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('list', { name: '自己的记录' })).toContainText('周四晚上维护')
  })

  await test.step('the note is there when the step is due; submitting starts a clock', async () => {
    await page.getByRole('button', { name: '开始找回' }).click()
    await page.getByRole('combobox', { name: '备案主体' }).press('Enter')
    await page.getByTitle('蓝鲸示例科技有限公司').last().click()
    await recovery.startWith('m')
    await recovery.walk('m', {}, 'submit-change')
    await expect(recovery.now).toContainText('系统周四晚上维护')
    await recovery.walk('m', {}, 'sms-check')
    const clocks = page.getByRole('region', { name: '时限' })
    await expect(clocks.getByRole('listitem', { name: '短信核验' })).toContainText(
      /还剩 2[34] 小时/,
    )
  })

  await test.step('a call is written down, and undone', async () => {
    const log = page.getByRole('region', { name: '沟通记录' })
    await log.getByRole('button', { name: '记一笔' }).click()
    const dialog = workspace.dialog('记一笔')
    await dialog.getByLabel('怎么联系的').fill('电话')
    await dialog.getByLabel('和谁').fill('接入商 王老师')
    await dialog.getByLabel('说了什么').fill('今天下午送管局')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(log).toContainText('今天下午送管局')
    await workspace.undo()
    await expect(log).not.toContainText('今天下午送管局')
  })

  await test.step('a paper that somebody has in hand is no longer missing', async () => {
    const papers = page.getByRole('region', { name: '材料' })
    await expect(papers).toContainText('还缺')
    const licence = papers.getByRole('listitem', { name: /^营业执照/ })
    await licence.getByRole('combobox', { name: /的状态$/ }).press('Enter')
    await page.getByTitle('已盖章签字', { exact: true }).last().click()
    await expect(licence).toContainText('已盖章签字')
  })

  await test.step('Ctrl+K finds the case', async () => {
    await workspace.go('总览')
    await page.keyboard.press('Control+k')
    const found = page.getByRole('option').filter({ hasText: '找回办理' })
    await page.getByRole('combobox', { name: '搜索全部' }).fill(`${new Date().getFullYear()}-001`)
    await expect(found.first()).toBeVisible()
    await found.first().click()
    await expect(recovery.title).toHaveText('24小时内完成短信核验')
  })

  await test.step('a pasted notice is read at once, and kept with its number', async () => {
    await workspace.go('找回')
    await page.getByText('放假安排', { exact: true }).click()
    await page.getByRole('button', { name: '导入放假安排' }).click()
    const dialog = workspace.dialog('导入放假安排')
    await dialog.getByLabel('通知全文').fill('今年照旧')
    await expect(dialog).toContainText('没有读到放假安排')
    await dialog.getByLabel('通知全文').fill(NOTICE_2026)
    await expect(dialog).toContainText('读到 2026 年的安排')
    await dialog.getByLabel('文号或出处').fill('国务院办公厅通知')
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByRole('listitem', { name: '2026 年' })).toContainText('已导入通知')
  })
})

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`
