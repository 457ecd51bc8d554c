import { expect, type Locator, type Page } from '@playwright/test'

/** The page that shows a new recovery kit once. */
export class KitPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get region(): Locator {
    return this.page.getByRole('region', { name: '恢复包' })
  }

  get confirmButton(): Locator {
    return this.region.getByRole('button', { name: '确认并启用' })
  }

  /** The code as printed, group after group. */
  async readGroups(): Promise<string[]> {
    const items = await this.region
      .getByRole('list', { name: '恢复码' })
      .getByRole('listitem')
      .allTextContents()
    return items.map((item) => item.slice(1).trim())
  }

  /** Types the asked groups of `groups` as they are called for. */
  async retype(groups: readonly string[]): Promise<void> {
    for (const [index, group] of groups.entries()) {
      const field = this.region.getByRole('textbox', { name: `第 ${index + 1} 组`, exact: true })
      if ((await field.count()) > 0) await field.fill(group)
    }
    await this.confirmButton.click()
  }

  /** A kit opened the vault: a new passphrase comes before anything else. A kit in parts asks for a name too. */
  async setNewPassphrase(passphrase: string, name?: string): Promise<void> {
    await this.trySetNewPassphrase(passphrase, name)
    await expect(this.page.getByRole('navigation')).toBeVisible({ timeout: 60_000 })
  }

  /** The same, where it may be refused. */
  async trySetNewPassphrase(passphrase: string, name?: string): Promise<void> {
    const form = this.page.getByRole('form', { name: '设定新的主口令' })
    await expect(form).toBeVisible()
    await expect(this.page.getByRole('navigation')).toBeHidden()
    if (name !== undefined) await form.getByLabel('您的姓名').fill(name)
    await form.getByLabel('新的主口令').fill(passphrase)
    await form.getByLabel('确认主口令').fill(passphrase)
    await form.getByRole('button', { name: '设定并继续' }).click()
  }
}
