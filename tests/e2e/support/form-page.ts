import { expect, type Locator, type Page } from '@playwright/test'

/** A form over the screen, by its title. */
export class FormPage {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page, title: string) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: title })
  }

  /** The field of that name, at the place where there are several. */
  field(name: string, place = 0): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true }).nth(place)
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value)
  }

  /** Chooses from a list that opens below its field. */
  async choose(name: string, option: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name, exact: true }).press('Enter')
    await this.page.getByTitle(option, { exact: true }).last().click()
  }

  async save(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }
}
