import path from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import type { TrayModel } from './tray-model.ts'
import type { TrayWords } from './tray-words.ts'

/** Points; macOS wants them smaller. */
const ICON_SIZE = process.platform === 'darwin' ? 18 : 22

export type AppTray = {
  show(model: TrayModel, words: TrayWords): void
  remove(): void
}

/** The icon in the tray and its menu. */
export function createTray(parts: {
  rendererFolder: string
  onOpen: () => void
  onQuit: () => void
}): AppTray {
  let tray: Tray | undefined

  const create = () => {
    const icon = nativeImage
      .createFromPath(path.join(parts.rendererFolder, 'icon.png'))
      .resize({ width: ICON_SIZE, height: ICON_SIZE, quality: 'best' })
    const made = new Tray(icon)
    // On macOS a press opens the menu.
    if (process.platform !== 'darwin') made.on('click', parts.onOpen)
    return made
  }

  return {
    show(model, words) {
      tray ??= create()
      tray.setToolTip(model.tooltip)
      const lines = model.lines.map(({ text, isHeading }) => ({
        // A lone `&` would underline the next letter.
        label: text.replaceAll('&', '&&'),
        ...(isHeading ? { enabled: false } : { click: parts.onOpen }),
      }))
      tray.setContextMenu(
        Menu.buildFromTemplate([
          ...lines,
          { type: 'separator' },
          { label: words.open, click: parts.onOpen },
          { label: words.quit, click: parts.onQuit },
        ]),
      )
    },
    remove() {
      tray?.destroy()
      tray = undefined
    },
  }
}
