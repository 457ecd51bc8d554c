import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { HostCalls } from '../../shared/host-contract.ts'
import { attributeText } from './protocol.ts'

const MM_PER_INCH = 25.4

/** In memory only; no page of it can call anything. */
const PARTITION = 'print'
const PRINT_ORIGIN = 'app://print'

type Page = { html: string; title: string; job?: string }

/** Pages of our own, made in the vault process, on paper or as a PDF. */
export type Printer = {
  /** Resolves false when the person cancels or there is no printer. */
  print(page: HostCalls['print.page']['input']): Promise<boolean>
  /** A4, with 第 X 页 共 Y 页 at the foot, or what is to stand there instead. */
  pdf(page: HostCalls['print.pdf']['input']): Promise<Uint8Array>
  /** Ends a printing, whose window is gone at once: Chromium itself would go on to the end. */
  cancel(which: HostCalls['print.cancel']['input']): undefined
}

export function createPrinter(parent: () => BrowserWindow): Printer {
  // A report of ten thousand lines is longer than an address may be: pages are served, each to its own window.
  const pages = new Map<string, string>()
  const jobs = new Map<string, () => void>()

  return {
    print: (page) =>
      withHiddenPage(
        page,
        ({ webContents }) =>
          new Promise((resolve) => {
            webContents.print(
              { pageSize: 'A4', landscape: page.isLandscape === true, printBackground: true },
              (isPrinted) => resolve(isPrinted),
            )
          }),
      ),
    pdf: (page) =>
      withHiddenPage(page, async ({ webContents }) => {
        const { marginsMm, footer } = page
        const pdf = await webContents.printToPDF({
          pageSize: 'A4',
          landscape: page.isLandscape === true,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: footer === undefined ? FOOTER : footerWith(footer),
          margins: {
            top: marginsMm.top / MM_PER_INCH,
            bottom: marginsMm.bottom / MM_PER_INCH,
            left: marginsMm.left / MM_PER_INCH,
            right: marginsMm.right / MM_PER_INCH,
          },
        })
        // A copy of its own: a Buffer may be a view of a larger pool that would cross the port as a whole.
        return new Uint8Array(pdf)
      }),
    cancel: ({ job }) => void jobs.get(job)?.(),
  }

  /** Shows a page to nobody: in a hidden sandboxed window without JavaScript, which is gone afterwards. */
  async function withHiddenPage<T>(
    { html, title, job }: Page,
    use: (window: BrowserWindow) => Promise<T>,
  ): Promise<T> {
    servePages(pages)
    const url = `${PRINT_ORIGIN}/${randomUUID()}`
    pages.set(url, html)
    const window = new BrowserWindow({
      show: false,
      parent: parent(),
      title,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        images: false,
        devTools: false,
        spellcheck: false,
        // Forgotten with the window.
        partition: PARTITION,
      },
    })
    const given = Promise.withResolvers<never>()
    if (job !== undefined) jobs.set(job, () => given.reject(new Error('printing was cancelled')))
    const printed = async () => {
      await window.loadURL(url)
      return await use(window)
    }
    try {
      return await Promise.race([printed(), given.promise])
    } finally {
      pages.delete(url)
      if (job !== undefined) jobs.delete(job)
      window.destroy()
    }
  }
}

function servePages(pages: ReadonlyMap<string, string>): void {
  const { protocol } = session.fromPartition(PARTITION)
  if (protocol.isProtocolHandled('app')) return
  protocol.handle('app', ({ url }) => {
    const html = pages.get(url)
    if (html === undefined) return new Response(null, { status: 404 })
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    return new Response(html, { headers })
  })
}

/** Chromium fills the numbers in. It is set apart from the page, so the page's own styles do not reach it. */
const FOOTER = `<div style="width:100%;text-align:center;font:9pt 'Songti SC',SimSun,'Noto Serif CJK SC',serif;color:#111">第 <span class="pageNumber"></span> 页　共 <span class="totalPages"></span> 页</div>`

function footerWith({
  text,
  page,
}: NonNullable<HostCalls['print.pdf']['input']['footer']>): string {
  const [before, between, after] = page.map(attributeText)
  const font = "8pt 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
  return `<div style="width:100%;margin:0 14mm;display:flex;justify-content:space-between;gap:6mm;font:${font};color:#444"><span>${attributeText(text)}</span><span style="white-space:nowrap">${before}<span class="pageNumber"></span>${between}<span class="totalPages"></span>${after}</span></div>`
}
