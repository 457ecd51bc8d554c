import { expect, type Locator } from '@playwright/test'
import type { App } from './app.ts'
import { WorkspacePage } from './workspace-page.ts'

/** 备份与演练, as a person uses it. */
export class BackupsPage {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  get list(): Locator {
    return this.#app.page().getByRole('region', { name: '已有的备份' })
  }

  async open(): Promise<void> {
    const page = this.#app.page()
    await new WorkspacePage(page).go('设置')
    await page.getByRole('button', { name: '备份与演练' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '备份与演练' })).toBeVisible()
  }

  async startKitDrill(): Promise<Locator> {
    const page = this.#app.page()
    await page.getByRole('button', { name: '开始演练 恢复包重输' }).click()
    return page.getByRole('dialog', { name: '演练：恢复包重输' })
  }

  /** Chooses where backups go and makes the first, which may have begun by itself. */
  async makeFirst(folder: string): Promise<void> {
    const page = this.#app.page()
    await this.#app.answerDialogs(folder)
    await page.getByRole('button', { name: '选择备份文件夹' }).click()
    await page.getByRole('button', { name: /^立即备份|^正在备份/ }).click()
    await expect(this.list.getByText('完好').first()).toBeVisible({ timeout: 15_000 })
  }
}
