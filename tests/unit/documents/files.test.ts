import { describe, expect, it } from 'vitest'
import { createFileSniffer, keptName } from '../../../electron/documents/file-type.ts'
import { openTestSession } from '../../support/ledger-session.ts'
import { jpegOf, packageOf, pngOf, takeIn } from './paper-files.ts'

function typeOf(extension: string, ...pieces: Uint8Array[]) {
  const sniffer = createFileSniffer()
  for (const piece of pieces) sniffer.take(piece)
  return sniffer.mediaType(extension)
}

const text = (content: string) => new TextEncoder().encode(content)

describe('a file of a paper', () => {
  it('is what its content says, whatever it is called', () => {
    expect(typeOf('pdf', pngOf(100))).toBe('image/png')
    expect(typeOf('png', jpegOf(100))).toBe('image/jpeg')
    expect(typeOf('png', text('GIF89a……'))).toBe('image/gif')
    expect(typeOf('jpg', text('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp')
    expect(typeOf('', text('\0\0\0\x18ftypheic\0\0\0\0'))).toBe('image/heic')
    expect(typeOf('tif', text('II*\0'))).toBe('image/tiff')
    expect(typeOf('pdf', text('%PDF-1.7\n'))).toBe('application/pdf')
  })

  it('is known by its signature also when that comes in two pieces', () => {
    const png = pngOf(100)
    expect(typeOf('png', png.slice(0, 3), png.slice(3))).toBe('image/png')
  })

  it('is a Word, Excel or OFD file by the parts inside', () => {
    expect(typeOf('docx', packageOf('[Content_Types].xml', 'word/document.xml'))).toMatch(
      /wordproc/,
    )
    expect(typeOf('docx', packageOf('xl/workbook.xml'))).toMatch(/spreadsheetml/)
    expect(typeOf('ofd', packageOf('OFD.xml', 'Doc_0/Document.xml'))).toBe('application/ofd')
  })

  it('is refused with macros, as any other zip, as a program, a page or a drawing', () => {
    expect(typeOf('docx', packageOf('word/document.xml', 'word/vbaProject.bin'))).toBeUndefined()
    expect(typeOf('docx', packageOf('run.exe'))).toBeUndefined()
    expect(typeOf('zip', packageOf('a.txt'))).toBeUndefined()
    expect(typeOf('png', text('MZ\x90\0'))).toBeUndefined()
    expect(typeOf('html', text('<script>alert(1)</script>'))).toBeUndefined()
    expect(typeOf('svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
  })

  it('is text only when it says so and looks like it', () => {
    expect(typeOf('txt', text('证书密码见附件'))).toBe('text/plain')
    expect(typeOf('txt', text('ELF\0\0'))).toBeUndefined()
    expect(typeOf('png', text('只是文字'))).toBeUndefined()
  })

  it('keeps its name, with the extension of what it is', () => {
    expect(keptName('执照.JPEG', 'image/jpeg')).toBe('执照.JPEG')
    expect(keptName('执照.png', 'image/jpeg')).toBe('执照.jpg')
    expect(keptName('扫描件', 'application/pdf')).toBe('扫描件.pdf')
  })
})

describe('taking a file in', () => {
  it('says under which name it is kept when the extension was wrong', async () => {
    const test = await openTestSession()
    const { file, nameBefore } = await takeIn(test, '执照.png', jpegOf(3_000_000))
    expect(nameBefore).toBe('执照.png')
    expect(file).toMatchObject({
      name: '执照.jpg',
      mediaType: 'image/jpeg',
      sizeBytes: 3_000_000,
    })
  })

  it('drops folders and marks that disguise the extension from its name', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '../../家\u202Egnp.执照.png', pngOf(50))
    expect(file.name).toBe('家gnp.执照.png')
  })

  it('refuses more than 50 MB as soon as it is announced or comes', async () => {
    const test = await openTestSession()
    const begin = test.call['documents.beginFile']
    expect(() => begin({ name: '大.pdf', sizeBytes: 50 * 1024 * 1024 + 1 })).toThrow(
      expect.objectContaining({ code: 'file-over-limit' }),
    )
    const { token } = await begin({ name: '大.pdf', sizeBytes: 10 })
    const bytes = new Uint8Array(4 * 1024 * 1024)
    const fill = async () => {
      for (let count = 0; count < 13; count++) {
        await test.call['documents.addPiece']({ token, bytes: bytes.slice() })
      }
    }
    await expect(fill()).rejects.toThrow(expect.objectContaining({ code: 'file-over-limit' }))
    expect(() => test.call['documents.finishFile']({ token })).toThrow(
      expect.objectContaining({ code: 'refused' }),
    )
  })

  it('takes exactly 50 MB', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '大.png', pngOf(50 * 1024 * 1024))
    expect(file.sizeBytes).toBe(50 * 1024 * 1024)
  })

  it('refuses an empty file and one of no known type', async () => {
    const test = await openTestSession()
    await expect(takeIn(test, '空.png', new Uint8Array(0))).rejects.toThrow(
      expect.objectContaining({ code: 'file-empty' }),
    )
    await expect(takeIn(test, '执照.png', text('MZ 不是图片'))).rejects.toThrow(
      expect.objectContaining({ code: 'file-type-refused', facts: { name: '执照.png' } }),
    )
    expect(test.ledger.staged.size).toBe(0)
  })

  it('holds no plaintext while the file waits', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(200_000, 0x5a))
    const chunks = test.ledger.staged.get(file.attachmentId)?.content.chunks ?? []
    const needle = Buffer.alloc(64, 0x5a)
    expect(chunks).toHaveLength(4)
    expect(chunks.some((chunk) => Buffer.from(chunk).includes(needle))).toBe(false)
  })

  it('stops when it is cancelled', async () => {
    const test = await openTestSession()
    const { token } = await test.call['documents.beginFile']({ name: '执照.png', sizeBytes: 100 })
    await test.call['documents.cancelFile']({ token })
    expect(() => test.call['documents.addPiece']({ token, bytes: pngOf(100) })).toThrow(
      expect.objectContaining({ code: 'refused' }),
    )
  })
})
