import { BrowserWindow } from 'electron'

/**
 * Prints a page of our own, made in the vault process: in a hidden sandboxed window without JavaScript,
 * which is gone afterwards.
 *
 * @returns false when the person cancels or there is no printer.
 */
export async function printPage(
  html: string,
  title: string,
  parent: BrowserWindow,
): Promise<boolean> {
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
    return await new Promise<boolean>((resolve) => {
      window.webContents.print({ pageSize: 'A4', printBackground: true }, (isPrinted) =>
        resolve(isPrinted),
      )
    })
  } finally {
    window.destroy()
  }
}
