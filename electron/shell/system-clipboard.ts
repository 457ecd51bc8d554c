import * as electron from 'electron'
import type { SystemClipboard } from './clipboard.ts'

/** How each system is told to leave a text out of clipboard histories and cloud clipboards: raw format → content. */
const CONCEALING_FORMATS: Partial<Record<NodeJS.Platform, Record<string, string>>> = {
  // DWORD 0 each; the first one's presence is enough.
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: '\0\0\0\0',
    CanIncludeInClipboardHistory: '\0\0\0\0',
    CanUploadToCloudClipboard: '\0\0\0\0',
  },
  darwin: { 'org.nspasteboard.ConcealedType': '' },
  linux: { 'x-kde-passwordManagerHint': 'secret' },
}

/** Electron's clipboard. Only Electron ≥ 44 can write a text and a raw format together; an older one writes the text alone. */
export function systemClipboard(platform: NodeJS.Platform): SystemClipboard {
  const { clipboard } = electron
  const writeText = (text: string) => clipboard.writeText(text)
  return {
    readText: () => clipboard.readText(),
    clear: () => clipboard.clear(),
    writeText,
    async writeConcealed(text) {
      const formats = CONCEALING_FORMATS[platform]
      // Electron < 44 has no ClipboardItem, whatever the types of the newer one say.
      if (formats === undefined || typeof electron.ClipboardItem !== 'function') {
        await writeText(text)
        return
      }
      const item: Record<string, Blob | string> = { 'text/plain': text }
      for (const [format, content] of Object.entries(formats)) {
        item[`electron application/osclipboard;format="${format}"`] = new Blob([content])
      }
      try {
        await clipboard.write([new electron.ClipboardItem(item)])
      } catch {
        // A system that refuses the raw format still gets the text, which is cleared in time.
        await writeText(text)
      }
    },
  }
}
