import type { Page } from '@playwright/test'
import type { App } from '../support/app.ts'
import { FormPage } from '../support/form-page.ts'
import { expect, test } from '../support/test.ts'
import { SERVICE_NAME } from '../support/vault-file.ts'
import { type ScreenWord, WorkspacePage } from '../support/workspace-page.ts'

const SCREENS: readonly ScreenWord[] = [
  '总览',
  '台账',
  '凭据',
  '联系人',
  '提醒',
  '找回',
  '资料',
  '审计',
  '设置',
  '回收站',
]

for (const [size, zoom] of [
  ['1280×800', 1],
  ['200 % zoom', 2],
] as const) {
  test(`at ${size} no screen has to be moved sideways`, async ({ openedApp: app }) => {
    await resize(app, 1280, 800, zoom)
    const page = app.page()
    const workspace = new WorkspacePage(page)
    for (const screen of SCREENS) {
      await test.step(screen, async () => {
        await workspace.go(screen)
        expect(await widthBeyond(page)).toEqual([])
      })
    }
    await test.step('the drawer of a filing', async () => {
      await workspace.openFiling(SERVICE_NAME)
      expect(await widthBeyond(page)).toEqual([])
    })
    await test.step('the form of a new filing, with its buttons in sight', async () => {
      await page.getByRole('button', { name: '新增备案' }).click()
      const form = new FormPage(page, '新增备案')
      await expect(form.dialog.getByRole('button', { name: '保存备案' })).toBeInViewport()
      expect(await widthBeyond(page)).toEqual([])
    })
  })
}

for (const [size, width, height, zoom] of [
  ['200 % zoom', 1280, 800, 2],
  ['853 pixels', 853, 640, 1],
] as const) {
  test(`at ${size} details take the place of their list, and give it back`, async ({
    openedApp: app,
  }) => {
    const page = app.page()
    const workspace = new WorkspacePage(page)
    await workspace.go('凭据')
    await resize(app, width, height, zoom)
    const list = page.getByRole('table', { name: '凭据' })
    const details = page.getByRole('complementary', { name: '蓝鲸商城备案密码' })
    await expect(details).toBeHidden()
    await list.getByRole('row', { name: '蓝鲸商城备案密码' }).click()
    await expect(details.getByRole('button', { name: '显示密码' })).toBeVisible()
    await expect(list).toBeHidden()
    expect(await widthBeyond(page)).toEqual([])

    const back = details.getByRole('button', { name: '返回列表' })
    await expect(back).toBeFocused()
    await back.press('Enter')
    await expect(details).toBeHidden()
    await expect(page.getByRole('group', { name: '凭据' })).toBeFocused()
  })
}

test('every button, field and picture has a name, on every screen', async ({ openedApp: app }) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  for (const screen of SCREENS) {
    await test.step(screen, async () => {
      await workspace.go(screen)
      expect(await nameless(page)).toEqual([])
    })
  }
  await test.step('the drawer of a filing', async () => {
    await workspace.openFiling(SERVICE_NAME)
    expect(await nameless(page)).toEqual([])
  })
  for (const [button, title] of [
    ['新增备案', '新增备案'],
    ['导入台账', /导入台账/],
    ['登记新密码', '登记新密码'],
  ] as const) {
    await test.step(`the form ${button}`, async () => {
      await page.getByRole('button', { name: button }).click()
      const dialog = page.getByRole('dialog', { name: title })
      await expect(dialog).toBeVisible()
      expect(await nameless(page)).toEqual([])
      await dialog.getByRole('button', { name: '关闭', exact: true }).click()
      await expect(dialog).toBeHidden()
    })
  }
})

function resize(app: App, width: number, height: number, zoom: number): Promise<void> {
  return app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(size.width, size.height)
      window?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom },
  )
}

/**
 * What is wider than its place, by its text: the whole page, or an area that would scroll sideways. Tables
 * alone may at 200 %, as WCAG 1.4.10 allows: their columns belong side by side.
 */
function widthBeyond(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        const isRoot = element === document.documentElement
        const isTable = element.querySelector(':scope > table') !== null && innerWidth < 1280
        const canScroll = isRoot || (!isTable && (overflowX === 'auto' || overflowX === 'scroll'))
        return canScroll && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      })
      .map((element) => `${element.className || element.tagName}: ${element.scrollWidth}`),
  )
}

/** Controls that a screen reader could only call by their kind. */
async function nameless(page: Page): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot()
  return snapshot
    .split('\n')
    .filter((line) =>
      /^\s*- (button|textbox|combobox|checkbox|radio|switch|searchbox|link|img|dialog|table)(:| \[|$)/.test(
        line,
      ),
    )
    .map((line) => line.trim())
}
