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
    for (const field of await this.region.getByRole('textbox').all()) {
      const id = (await field.getAttribute('id')) ?? ''
      const asked = await this.region.locator(`label[for="${id}"]`).textContent()
      await field.fill(groups[Number(/\d+/.exec(asked ?? '')?.[0]) - 1] ?? '')
    }
    await this.confirmButton.click()
  }
}
