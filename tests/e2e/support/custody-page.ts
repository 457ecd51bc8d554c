import { expect, type Locator, type Page } from '@playwright/test'

/** 保管人 and what belongs to it, as a person uses them. */
export class CustodyPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get addDialog(): Locator {
    return this.page.getByRole('dialog', { name: '添加保管人' })
  }

  get secondPerson(): Locator {
    return this.page.getByRole('dialog', { name: '需要两个人' })
  }

  /** What happened to the ways in since this person was here. */
  get notice(): Locator {
    return this.page.getByRole('dialog', { name: '上次之后发生过的事' })
  }

  async acknowledge(): Promise<void> {
    await this.notice.getByRole('button', { name: '我知道了' }).click()
    await expect(this.notice).toBeHidden()
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '交接' }).click()
    await this.page.getByText('保管人', { exact: true }).first().click()
    await expect(this.page.getByRole('region', { name: '公司规则' })).toBeVisible()
  }

  person(name: string): Locator {
    return this.page.getByRole('article', { name })
  }

  /** Reads the request from a file: the dialog must answer with it. @returns its six words. */
  async readRequest(): Promise<string[]> {
    await this.page.getByRole('button', { name: '添加保管人' }).first().click()
    await this.addDialog.getByRole('button', { name: '选择申请文件' }).click()
    return this.words('请与对方逐个核对这六个词')
  }

  /** Reads it from a picture of its QR code. @returns its six words. */
  async readPicture(picture: string): Promise<string[]> {
    await this.page.getByRole('button', { name: '添加保管人' }).first().click()
    await this.addDialog.getByLabel('选择二维码图片').setInputFiles(picture)
    return this.words('请与对方逐个核对这六个词')
  }

  /** The words were compared. @returns the vault's six words, to be read to who joins. */
  async invite(role: '副保管人' | '保管人' | '审计'): Promise<string[]> {
    await this.addDialog.getByRole('checkbox', { name: /六个词完全一样/ }).check()
    await this.choose(this.addDialog.getByRole('combobox', { name: '角色' }), role)
    await this.addDialog.getByRole('button', { name: '添加', exact: true }).click()
    const words = await this.words('对方第一次打开时，请念这六个词给他核对')
    await this.addDialog.getByRole('button', { name: '好', exact: true }).click()
    return words
  }

  async choose(box: Locator, option: string): Promise<void> {
    await box.click()
    await this.page.locator('.ant-select-dropdown').getByTitle(option, { exact: true }).click()
  }

  async words(label: string): Promise<string[]> {
    const items = this.page.getByRole('list', { name: label }).getByRole('listitem')
    // The words are a slow digest on purpose.
    await expect(items).toHaveCount(6, { timeout: 30_000 })
    return (await items.allTextContents()).map((item) => item.slice(1).trim())
  }

  /** A kit in three parts, as offered; two groups of each are retyped, one of them wrong at first if asked. @returns the codes. */
  async makeSplitKit({ wrongFirst = false } = {}): Promise<string[]> {
    const kits = this.page.getByRole('region', { name: '恢复包' })
    await kits.getByRole('button', { name: '制作' }).last().click()
    const dialog = this.page.getByRole('dialog', { name: '分持恢复包' })
    await dialog.getByRole('button', { name: '生成' }).click()
    const shares = dialog.getByRole('region', { name: /^第 \d 份/ })
    await expect(shares).toHaveCount(3)
    const codes: string[] = []
    for (const share of await shares.all()) {
      const items = await share.getByRole('listitem').allTextContents()
      const groups = items.map((item) => item.trim().slice(-5))
      codes.push(groups.join('-'))
      for (const [index, group] of groups.entries()) {
        const field = share.getByRole('textbox', { name: `第 ${index + 1} 组`, exact: true })
        if ((await field.count()) > 0) await field.fill(group)
      }
    }
    const confirm = dialog.getByRole('button', { name: '确认并启用' })
    if (wrongFirst) {
      const wrong = shares.first().getByRole('textbox').last()
      const right = await wrong.inputValue()
      await wrong.fill('00000')
      await confirm.click()
      await expect(dialog.getByRole('alert')).toBeInViewport()
      await expect(wrong).toBeFocused()
      await expect(wrong).toBeInViewport()
      await wrong.fill(right)
    }
    await confirm.click()
    await expect(dialog).toBeHidden()
    return codes
  }

  async setRule(label: string): Promise<void> {
    const rule = this.page.getByRole('switch', { name: label })
    await rule.click()
    await expect(rule).toBeChecked()
  }

  async approveAs(passphrase: string): Promise<void> {
    await this.secondPerson.getByLabel('第二人的主口令').fill(passphrase)
    await this.secondPerson.getByRole('button', { name: '同意' }).click()
  }
}

/** 加入别人的保险库, on the machine of who joins. */
export class JoinPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** @returns the six words of the request. */
  async begin(name: string, passphrase: string): Promise<string[]> {
    await this.page.getByRole('button', { name: '加入别人的保险库' }).click()
    await this.page.getByLabel('您的姓名').fill(name)
    await this.page.getByLabel('您的主口令').fill(passphrase)
    await this.page.getByLabel('再输入一遍').fill(passphrase)
    await this.page.getByRole('button', { name: '生成加入申请' }).click()
    await expect(this.page.getByRole('list', { name: '申请核对词' })).toBeVisible({
      timeout: 60_000,
    })
    return this.words('申请核对词')
  }

  /** The dialog must answer with where the file goes. */
  async saveRequest(): Promise<void> {
    await this.page.getByRole('button', { name: '导出申请文件' }).click()
    await expect(this.page.getByText(/^已导出/)).toBeVisible()
  }

  /** Takes a picture of the QR code, as a phone would. */
  async photograph(picture: string): Promise<void> {
    await this.page.getByText('加入申请二维码').click()
    await this.page.getByRole('img', { name: '加入申请二维码' }).screenshot({ path: picture })
  }

  /** The dialog must answer with the vault. */
  async look(passphrase: string): Promise<void> {
    await this.page.getByRole('button', { name: '选择保险库文件' }).click()
    await this.page.getByLabel('您的主口令').fill(passphrase)
    await this.page.getByRole('button', { name: '下一步：核对保险库' }).click()
  }

  async words(label: string): Promise<string[]> {
    const items = this.page.getByRole('list', { name: label }).getByRole('listitem')
    await expect(items).toHaveCount(6, { timeout: 30_000 })
    return (await items.allTextContents()).map((item) => item.slice(1).trim())
  }

  async enter(): Promise<void> {
    await this.page.getByRole('button', { name: '完全一样，打开' }).click()
    await expect(this.page.getByRole('navigation')).toBeVisible({ timeout: 60_000 })
  }
}
