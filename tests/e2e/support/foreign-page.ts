import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'

/** 从其他密码管理器导入, step by step. */
export class ForeignPage {
  readonly app: App
  readonly page: Page
  readonly dialog: Locator

  constructor(app: App) {
    this.app = app
    this.page = app.page()
    this.dialog = this.page.getByRole('dialog', { name: /从其他密码管理器导入/ })
  }

  get rows(): Locator {
    return this.dialog.getByRole('table', { name: '待导入的条目' })
  }

  row(name: string | RegExp): Locator {
    return this.rows.getByRole('row', { name })
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }

  /** From 凭据. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(this.dialog).toBeVisible()
  }

  async choose(file: string): Promise<void> {
    await this.app.answerDialogs(file)
    await this.button('选择文件').click()
  }

  /** All that is listed belongs to what is called so. */
  async placeAll(name: string): Promise<void> {
    const picker = this.dialog.getByRole('combobox', { name: '归到…' })
    await picker.fill(name)
    await picker.press('Enter')
  }

  async commit(): Promise<void> {
    await this.button(/^导入 \d+ 条$/).click()
    await expect(this.dialog.getByRole('heading', { name: '导入完成' })).toBeVisible()
  }

  /** How many of what the last import wrote. */
  count(of: string): Locator {
    return this.dialog.getByText(of, { exact: true }).locator('..').getByRole('definition')
  }
}
