import { expect, type Page } from '@playwright/test'

export const PASSPHRASE = '江水缓流 七盏灯 correct horse 41'

/** The first screen: a vault is made, chosen, unlocked. */
export class StartPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get passphrase() {
    return this.page.getByLabel('主口令', { exact: true })
  }

  get unlockButton() {
    return this.page.getByRole('button', { name: '解锁', exact: true })
  }

  get alert() {
    return this.page.getByRole('alert')
  }

  /** The file dialog must answer with a path that is free. */
  async createVault(name = '林晓', passphrase = PASSPHRASE): Promise<void> {
    await this.page.getByRole('button', { name: '新建保险库' }).click()
    await this.page.getByLabel('您的姓名').fill(name)
    await this.passphrase.fill(passphrase)
    await this.page.getByLabel('确认主口令').fill(passphrase)
    await this.page.getByRole('button', { name: '新建保险库' }).click()
    await this.isGone()
  }

  /** The file dialog must answer with a vault. */
  async chooseVault(): Promise<void> {
    await this.page.getByRole('button', { name: '打开保险库' }).click()
    await expect(this.passphrase).toBeVisible()
  }

  async tryPassphrase(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase)
    await this.unlockButton.click()
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.tryPassphrase(passphrase)
    await this.isGone()
  }

  async isShown(): Promise<void> {
    await expect(this.unlockButton).toBeVisible()
  }

  async isGone(): Promise<void> {
    await expect(this.passphrase).toBeHidden({ timeout: 30_000 })
  }
}
