import { encodeQR } from 'qr'

/** Modules of quiet zone that a reader needs around the code. */
const BORDER = 4

export type QrDrawing = {
  /** Modules on a side, with the quiet zone. */
  size: number
  /** Path data for an SVG whose view box is `size` on a side: one square a dark module, rows joined. */
  path: string
}

/**
 * A QR code to be drawn as one SVG path, so that no image and no inline style is needed.
 *
 * @param ecc - `low` for long texts that are read from a screen, `medium` for paper.
 */
export function qrDrawing(text: string, ecc: 'low' | 'medium'): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc, border: BORDER })
  const path = rows.map((row, y) => rowPath(row, y)).join('')
  return { size: rows.length, path }
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x++
    const width = x - start + 1
    path += `M${start} ${y}h${width}v1h-${width}z`
  }
  return path
}
