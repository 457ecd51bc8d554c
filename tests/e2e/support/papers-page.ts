import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'
import { FormPage } from './form-page.ts'
import { WorkspacePage } from './workspace-page.ts'

/** 资料: the list, a paper's details, the viewer and the export. */
export class PapersPage {
  readonly app: App
  readonly page: Page

  constructor(app: App) {
    this.app = app
    this.page = app.page()
  }

  get newForm(): FormPage {
    return new FormPage(this.page, '新增资料')
  }

  get viewer(): Locator {
    return this.page.getByRole('dialog', { name: /^查看/ })
  }

  get exportDialog(): Locator {
    return this.page.getByRole('dialog', { name: /^导出/ })
  }

  details(title: string): Locator {
    return this.page.getByRole('complementary', { name: `${title} 的详情` })
  }

  async open(): Promise<void> {
    await new WorkspacePage(this.page).go('资料')
  }

  /** Begins a new paper and takes files in by the dialog. */
  async beginWith(file: string): Promise<FormPage> {
    await this.page.getByRole('button', { name: '新增资料' }).first().click()
    await this.app.answerDialogs(file)
    await this.newForm.dialog.getByRole('button', { name: '选择文件' }).click()
    return this.newForm
  }

  async openPaper(title: string): Promise<Locator> {
    await this.page.getByRole('row', { name: title }).click()
    const details = this.details(title)
    await expect(details).toBeVisible()
    return details
  }

  /** Opens a file and waits until its first page is drawn. */
  async view(title: string, file: string): Promise<Locator> {
    await this.details(title)
      .getByRole('button', { name: `查看 ${file}` })
      .click()
    const picture = this.viewer.getByRole('img')
    // The largest file allowed is checked, opened and decoded: seconds where other work shares the machine.
    await expect(picture).toBeVisible({ timeout: 30_000 })
    return picture
  }

  /** Pastes or drops a picture as the system would hand it over. */
  async handOver(how: 'paste' | 'drop', name: string, content: Uint8Array): Promise<void> {
    await this.page.evaluate(
      ([kind, fileName, encoded]) => {
        const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([bytes], fileName, { type: 'image/png' }))
        const target = document.querySelector('.papers-screen') ?? document.body
        const common = { bubbles: true, cancelable: true }
        if (kind === 'paste') {
          target.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }))
        } else {
          target.dispatchEvent(new DragEvent('dragover', { ...common, dataTransfer: data }))
          target.dispatchEvent(new DragEvent('drop', { ...common, dataTransfer: data }))
        }
      },
      [how, name, Buffer.from(content).toString('base64')] as const,
    )
  }

  /** In which of the 4 × 4 parts of a saved picture something differs from the original. */
  async changedParts(original: string, saved: string): Promise<boolean[]> {
    return this.app.electron.evaluate(
      ({ nativeImage }, [before, after]) => {
        const first = nativeImage.createFromPath(before)
        const second = nativeImage.createFromPath(after)
        const { width, height } = first.getSize()
        const size = second.getSize()
        if (size.width !== width || size.height !== height) throw new Error('another size')
        const [a, b] = [first.toBitmap(), second.toBitmap()]
        const counts = Array.from({ length: 16 }, () => 0)
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const at = (y * width + x) * 4
            const difference = Math.max(
              Math.abs((a[at] ?? 0) - (b[at] ?? 0)),
              Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)),
            )
            const part = Math.floor((y * 4) / height) * 4 + Math.floor((x * 4) / width)
            // More than what writing as JPEG changes.
            if (difference > 40) counts[part] = (counts[part] ?? 0) + 1
          }
        }
        return counts.map((count) => count > (width * height) / 16 / 100)
      },
      [original, saved] as const,
    )
  }
}
