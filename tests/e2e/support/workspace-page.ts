import { expect, type Locator, type Page } from '@playwright/test'

/** The names of the screens in 主导航. */
export type ScreenWord =
  | '总览'
  | '台账'
  | '凭据'
  | '联系人'
  | '提醒'
  | '找回'
  | '资料'
  | '交接'
  | '审计'
  | '设置'
  | '回收站'
  | '取证'

/** The window with a vault open: navigation, 台账 and its drawer, forms, what is said below. */
export class WorkspacePage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: '主导航' })
  }

  get ledger(): Locator {
    return this.page.getByRole('table', { name: '台账' })
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: '搜索台账' })
  }

  /** The lasting notices and short words, by a part of them. */
  said(text: string | RegExp): Locator {
    return this.page.getByText(text).first()
  }

  async go(screen: ScreenWord): Promise<void> {
    await this.navigation.getByRole('button', { name: new RegExp(`^${screen}`) }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
  }

  row(name: string): Locator {
    return this.ledger.getByRole('row', { name })
  }

  /** Rows of 台账 without its head. */
  get rows(): Locator {
    return this.ledger.locator('tbody').getByRole('row')
  }

  drawer(name: string): Locator {
    return this.page.getByRole('dialog', { name: `${name} 的详情` })
  }

  /** From wherever one is. */
  async openFiling(name: string): Promise<Locator> {
    if (!(await this.ledger.isVisible())) await this.go('台账')
    await this.row(name).click()
    const drawer = this.drawer(name)
    await expect(drawer).toBeVisible()
    return drawer
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** 撤销 beside what was just said. */
  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: '撤销' }).last().click()
    await expect(this.said('已撤销。')).toBeVisible()
  }
}
