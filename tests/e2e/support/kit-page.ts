import type { Locator, Page } from '@playwright/test'

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
}
