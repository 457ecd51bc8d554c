import { BrowserWindow } from 'electron'
import type { HostCalls } from '../../shared/host-contract.ts'
import { attributeText } from './protocol.ts'

const MM_PER_INCH = 25.4

/**
 * Prints a page of our own, made in the vault process.
 *
 * @returns false when the person cancels or there is no printer.
 */
export function printPage(
  { html, title, isLandscape = false }: HostCalls['print.page']['input'],
  parent: BrowserWindow,
): Promise<boolean> {
  return withHiddenPage(
    html,
    title,
    parent,
    ({ webContents }) =>
      new Promise((resolve) => {
        webContents.print(
          { pageSize: 'A4', landscape: isLandscape, printBackground: true },
          (isPrinted) => resolve(isPrinted),
        )
      }),
  )
}

/** The same page as a PDF, A4, with 第 X 页 共 Y 页 at the foot, or what is to stand there instead. */
export function pageAsPdf(
  { html, title, marginsMm, isLandscape = false, footer }: HostCalls['print.pdf']['input'],
  parent: BrowserWindow,
): Promise<Uint8Array> {
  return withHiddenPage(html, title, parent, async ({ webContents }) => {
    const pdf = await webContents.printToPDF({
      pageSize: 'A4',
      landscape: isLandscape,
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

/** Shows a page to nobody: in a hidden sandboxed window without JavaScript, which is gone afterwards. */
async function withHiddenPage<T>(
  html: string,
  title: string,
  parent: BrowserWindow,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    parent,
    title,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      devTools: false,
      spellcheck: false,
      // In memory only, and forgotten with the window.
      partition: 'print',
    },
  })
  try {
    await window.loadURL(
      `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`,
    )
    return await use(window)
  } finally {
    window.destroy()
  }
}
