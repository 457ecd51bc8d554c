/** A page that is one picture: a JPEG in RGB, with its size in pixels and the page's in points (1/72 inch). */
export type ImagePage = {
  jpeg: Uint8Array
  widthPx: number
  heightPx: number
  widthPt: number
  heightPt: number
}

/**
 * Puts pictures together as a PDF (ISO 32000-1, section 7): a catalogue, a list of pages, and for each page
 * its content and its picture. Nothing else of what the pages were made from is in it.
 */
export function imagePdf(pages: readonly ImagePage[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part
    parts.push(bytes)
    length += bytes.length
  }
  const object = (number: number, ...body: (string | Uint8Array)[]) => {
    offsets[number] = length
    write(`${number} 0 obj\n`)
    for (const part of body) write(part)
    write('\nendobj\n')
  }
  // Bytes above 127 in the second line tell programs that this is no text.
  write('%PDF-1.4\n')
  write(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a))
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')
  object(1, '<< /Type /Catalog /Pages 2 0 R >>')
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  for (const [index, page] of pages.entries()) {
    const number = pageNumber(index)
    const { jpeg, widthPx, heightPx } = page
    const [width, height] = [page.widthPt.toFixed(2), page.heightPt.toFixed(2)]
    const content = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`
    object(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
        `/Contents ${number + 1} 0 R /Resources << /XObject << /P ${number + 2} 0 R >> >> >>`,
    )
    object(number + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    object(
      number + 2,
      `<< /Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} ` +
        '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode ' +
        `/Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    )
  }
  const start = length
  write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`)
  for (const offset of offsets.slice(1)) write(`${`${offset}`.padStart(10, '0')} 00000 n \n`)
  write(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return joined(parts, length)
}

/** Number of a page's object; its content and its picture follow. */
function pageNumber(index: number): number {
  return 3 + index * 3
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

const encoder = new TextEncoder()
