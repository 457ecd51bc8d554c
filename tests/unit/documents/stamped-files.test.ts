import { describe, expect, it } from 'vitest'
import { cardFront, demoPng } from '../../../electron/demo/demo-png.ts'
import { imagePdf } from '../../../renderer/screens/documents/export/image-pdf.ts'
import { imageSize } from '../../../renderer/screens/documents/viewer/image-size.ts'

const A4 = { widthPx: 1654, heightPx: 2339, widthPt: 595.3, heightPt: 841.9 }

describe('imagePdf', () => {
  it('points to every object where it stands', () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)
    const file = Buffer.from(
      imagePdf([
        { jpeg, ...A4 },
        { jpeg, ...A4 },
      ]),
    ).toString('latin1')
    const start = Number(/startxref\n(\d+)/.exec(file)?.[1])
    const [, size, entries] = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(file.slice(start)) ?? []
    const offsets = (entries ?? '')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.slice(0, 10)))
    expect(offsets).toHaveLength(Number(size) - 1)
    for (const [index, offset] of offsets.entries()) {
      expect(file.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`))
    }
  })

  it('holds each page as a picture and nothing else', () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 9, 9)
    const file = Buffer.from(imagePdf([{ jpeg, ...A4 }])).toString('latin1')
    expect(file).toContain('/Count 1 ')
    expect(file).toContain('/MediaBox [0 0 595.30 841.90]')
    expect(file).toContain(
      `/Length 6 >>\nstream\n${Buffer.from(jpeg).toString('latin1')}\nendstream`,
    )
    expect(file).not.toContain('/Font')
  })
})

describe('imageSize', () => {
  it('is told by the file itself, without decoding it', () => {
    expect(imageSize(demoPng(cardFront), 'image/png')).toEqual({ width: 428, height: 270 })
    const gif = Uint8Array.of(...Buffer.from('GIF89a'), 0x40, 0x01, 0xf0, 0)
    expect(imageSize(gif, 'image/gif')).toEqual({ width: 320, height: 240 })
    const webp = Buffer.alloc(32)
    webp.write('RIFF', 0)
    webp.write('WEBPVP8X', 8)
    webp.writeUIntLE(2479, 24, 3)
    webp.writeUIntLE(3507, 27, 3)
    expect(imageSize(webp, 'image/webp')).toEqual({ width: 2480, height: 3508 })
  })

  it('is found behind the other segments of a JPEG', () => {
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xdb, 0, 4, 0, 0]),
      Buffer.from([0xff, 0xc2, 0, 11, 8, 0x0d, 0xb4, 0x09, 0xb0, 3]),
    ])
    expect(imageSize(jpeg, 'image/jpeg')).toEqual({ width: 2480, height: 3508 })
  })

  it('is not known of a file that ends before it says so', () => {
    expect(imageSize(demoPng(cardFront).subarray(0, 12), 'image/png')).toBeUndefined()
    expect(imageSize(Uint8Array.of(0xff, 0xd8, 0xff), 'image/jpeg')).toBeUndefined()
    expect(imageSize(Uint8Array.of(0xff, 0xd8, 0x00, 0x00), 'image/jpeg')).toBeUndefined()
  })
})
