import { crc32, deflateSync } from 'node:zlib'

/** Red, green and blue, 0–255 each. */
export type Colour = readonly [number, number, number]

/** A card is 856 by 540 units, 85.60 by 53.98 mm; a point is two units wide: the demo starts at once. */
const UNITS = 2
const [WIDTH, HEIGHT] = [856 / UNITS, 540 / UNITS]
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A picture of a card, whose every point is painted by `colourAt`. */
export function demoPng(colourAt: (x: number, y: number) => Colour): Uint8Array {
  const raw = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  let at = 0
  for (let y = 0; y < HEIGHT; y += 1) {
    raw[at] = 0 // no filter
    at += 1
    for (let x = 0; x < WIDTH; x += 1) {
      for (const part of colourAt(x * UNITS, y * UNITS)) {
        raw[at] = part
        at += 1
      }
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2], 8) // eight bits each of red, green, blue
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(raw, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** The side of a card with lines of writing and a portrait: nobody's. */
export function cardFront(x: number, y: number): Colour {
  if (isInside(x, y, 560, 90, 220, 290)) return portrait(x - 670, y - 90)
  const line = Math.floor((y - 90) / 62)
  const isWriting = y > 90 && line < 5 && (y - 90) % 62 < 22
  if (isWriting && x > 80 && x < 170) return [96, 132, 168]
  if (isWriting && x > 200 && x < 480 - line * 22) return [70, 74, 84]
  return waves(x, y, [222, 236, 244])
}

/** The side of a card with a round emblem and two lines. */
export function cardBack(x: number, y: number): Colour {
  const distance = Math.hypot(x - 150, y - 140)
  if (distance < 78) return distance > 66 || distance < 30 ? [196, 62, 48] : [226, 168, 82]
  if (isInside(x, y, 270, 96, 470, 34) || isInside(x, y, 270, 156, 470, 34)) return [70, 74, 84]
  if (isInside(x, y, 200, 380, 120, 22) || isInside(x, y, 200, 440, 120, 22)) return [96, 132, 168]
  if (isInside(x, y, 350, 380, 260, 22) || isInside(x, y, 350, 440, 330, 22)) return [70, 74, 84]
  return waves(x, y, [240, 232, 236])
}

function portrait(x: number, y: number): Colour {
  if (Math.hypot(x, y - 110) < 62) return [206, 186, 170]
  if (Math.hypot(x / 1.1, (y - 300) / 1.2) < 96) return [92, 110, 134]
  return [248, 248, 246]
}

function waves(x: number, y: number, [red, green, blue]: Colour): Colour {
  const wave = Math.sin((x + 30 * Math.sin(y / 40)) / 16) > 0.86 ? 10 : 0
  return [red - wave, green - wave, blue - wave]
}

function isInside(x: number, y: number, left: number, top: number, width: number, height: number) {
  return x >= left && x < left + width && y >= top && y < top + height
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
