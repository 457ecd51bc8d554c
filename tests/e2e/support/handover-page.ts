import { expect, type Locator, type Page } from '@playwright/test'

export type StepWord = '筹备' | '交接单' | '当日移除' | '轮换密码' | '结案'

/** One handover: its steps beside it, the step that is shown, its table of lines. */
export class HandoverPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get steps(): Locator {
    return this.page.getByRole('navigation', { name: '交接步骤' })
  }

  step(word: StepWord): Locator {
    return this.steps.getByRole('button', { name: new RegExp(`^${word}`) })
  }

  card(word: StepWord): Locator {
    return this.page.getByRole('region', { name: word, exact: true })
  }

  async look(word: StepWord): Promise<Locator> {
    await this.step(word).click()
    const card = this.card(word)
    await expect(card).toBeVisible()
    return card
  }

  /** The step that the app leads to. */
  async isAt(word: StepWord): Promise<void> {
    await expect(this.step(word)).toContainText('现在')
    await expect(this.card(word)).toBeVisible()
  }

  lines(table: '交接前要办的事' | '要换的密码'): Locator {
    return this.page.getByRole('table', { name: table }).locator('tbody').getByRole('row')
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field, exact: true }).click()
    await this.page
      .locator('.ant-select-dropdown:visible')
      .getByTitle(option, { exact: true })
      .click()
  }
}
