/** A line of text: where its start is, in points from the lower left corner, and how high its letters are. */
export type PdfLine = { text: string; x: number; y: number; size: number; isRed?: boolean }

/** A sheet with a frame, lines of Chinese and, if wanted, a round red seal. */
export type DemoSheet = { lines: readonly PdfLine[]; seal?: { x: number; y: number; text: string } }

const [WIDTH, HEIGHT] = [595, 842]
const SEAL_RADIUS = 56
/** Length of the handles of four curves that together look like a circle. */
const CIRCLE_HANDLE = 0.5523

/**
 * An A4 page of invented text. The font is not in the file: `STSong-Light` is one of those that every reader
 * replaces by a Chinese font of its own (Adobe Technical Note 5080).
 */
export function demoPdf({ lines, seal }: DemoSheet): Uint8Array {
  const content = [
    '0.75 0.68 0.55 RG 3 w 36 36 523 770 re S 0.8 w 44 44 507 754 re S',
    ...lines.map(drawLine),
    ...(seal === undefined ? [] : [drawSeal(seal)]),
  ].join('\n')
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R ` +
      '/Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H ' +
      '/DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ' +
      '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let file = '%PDF-1.5\n'
  const offsets = bodies.map((body, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${`${offset}`.padStart(10, '0')} 00000 n \n`).join('')
  const size = bodies.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}`,
  )
}

function drawLine({ text, x, y, size, isRed = false }: PdfLine): string {
  const colour = isRed ? '0.8 0.1 0.1 rg' : '0.15 0.14 0.12 rg'
  return `BT ${colour} /F ${size} Tf ${x} ${y} Td <${utf16Hex(text)}> Tj ET`
}

function drawSeal({ x, y, text }: NonNullable<DemoSheet['seal']>): string {
  const r = SEAL_RADIUS
  const h = r * CIRCLE_HANDLE
  const curve = (...points: number[]) => `${points.map((point) => point.toFixed(1)).join(' ')} c`
  const circle = [
    `${x + r} ${y} m`,
    curve(x + r, y + h, x + h, y + r, x, y + r),
    curve(x - h, y + r, x - r, y + h, x - r, y),
    curve(x - r, y - h, x - h, y - r, x, y - r),
    curve(x + h, y - r, x + r, y - h, x + r, y),
  ].join(' ')
  const size = Math.min(14, (1.7 * r) / text.length)
  const word = { text, x: x - (text.length * size) / 2, y: y - size / 3, size, isRed: true }
  return `0.8 0.1 0.1 RG 3 w ${circle} S\n${drawLine(word)}`
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}
