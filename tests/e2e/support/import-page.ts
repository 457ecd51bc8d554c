import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'

/** 导入台账, step by step. */
export class ImportPage {
  readonly app: App
  readonly page: Page
  readonly dialog: Locator

  constructor(app: App) {
    this.app = app
    this.page = app.page()
    this.dialog = this.page.getByRole('dialog', { name: /导入台账/ })
  }

  get rows(): Locator {
    return this.dialog.getByRole('table', { name: '待导入的行' })
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }

  /** From 台账. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '导入台账' }).click()
    await expect(this.dialog).toBeVisible()
  }

  async choose(file: string): Promise<void> {
    await this.app.answerDialogs(file)
    await this.button('选择表格文件').click()
  }

  /** What a column becomes. */
  async map(column: string, field: string): Promise<void> {
    const picker = this.dialog.getByRole('combobox', { name: `存为 ${column}` })
    await picker.fill(field)
    await picker.press('Enter')
  }

  /** To 检查. */
  async check(): Promise<void> {
    await this.button('下一步').click()
    await expect(this.rows).toBeVisible()
  }

  async commit(): Promise<void> {
    await this.button(/^导入 \d+ 行$/).click()
    await expect(this.dialog.getByRole('heading', { name: '导入完成' })).toBeVisible()
  }

  /** How many of what the last import wrote. */
  count(of: string): Locator {
    return this.dialog.getByText(of, { exact: true }).locator('..').getByRole('definition')
  }
}
