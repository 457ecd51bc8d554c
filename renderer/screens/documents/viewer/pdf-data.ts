/** What pdf.js asks for besides the file: which kind of data, and which of them. */
type Asked = { kind: string; filename: string }

/**
 * Gives pdf.js its tables of Chinese character codes and its two symbol fonts out of our own chunks: the window
 * may fetch nothing, not even from itself.
 */
export class PdfData {
  async fetch({ kind, filename }: Asked): Promise<Uint8Array> {
    const { PDF_TABLES } = await import('./pdf-tables.ts')
    const address = PDF_TABLES.get(`${kind}:${filename}`)
    if (address === undefined) throw new Error(`no ${kind} of this name`)
    return fromBase64(address.slice(address.indexOf(',') + 1))
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
