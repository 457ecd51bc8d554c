import type { FileMediaType } from '../../shared/file-types.ts'
import { extensionOf, fileTypeOf } from '../../shared/file-types.ts'

/** So much of the beginning and of the end is looked at: signatures stand first, a zip's list of names last. */
const HEAD_BYTES = 1024
const TAIL_BYTES = 256 * 1024

/** Looks at a file while it comes in. It never holds more than its beginning and its end. */
export type FileSniffer = {
  take(piece: Uint8Array): void
  /** What the file is by its content, or undefined for what is not accepted. `extension`: what its name says. */
  mediaType(extension: string): FileMediaType | undefined
}

export function createFileSniffer(): FileSniffer {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let hasNul = false
  return {
    take(piece) {
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)])
      }
      tail = Buffer.concat([tail, piece]).subarray(-TAIL_BYTES)
      hasNul ||= piece.includes(0)
    },
    mediaType(extension) {
      const byContent = signatureOf(head)
      if (byContent === 'zip') return packageTypeOf(tail)
      if (byContent !== undefined) return byContent
      const isText = extension === 'txt' && (!hasNul || startsWith(head, [0xff, 0xfe]))
      return isText ? 'text/plain' : undefined
    },
  }
}

/** The name under which a file is kept: its own, with the extension of what it really is. */
export function keptName(name: string, mediaType: FileMediaType): string {
  const { extensions } = fileTypeOf(mediaType)
  const extension = extensionOf(name)
  if (extensions.includes(extension)) return name
  const stem = extension === '' ? name : name.slice(0, -extension.length - 1)
  return `${stem}.${extensions[0]}`
}

function signatureOf(head: Buffer): FileMediaType | 'zip' | undefined {
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (textAt(head, 0, 6) === 'GIF87a' || textAt(head, 0, 6) === 'GIF89a') return 'image/gif'
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP') return 'image/webp'
  if (textAt(head, 4, 4) === 'ftyp' && HEIC_BRANDS.has(textAt(head, 8, 4))) return 'image/heic'
  if (textAt(head, 0, 4) === 'II*\0' || textAt(head, 0, 4) === 'MM\0*') return 'image/tiff'
  if (textAt(head, 0, 4) === 'PK\x03\x04') return 'zip'
  // Readers take a PDF whose header stands anywhere in the first kilobyte, and scanners write such.
  if (head.includes('%PDF-')) return 'application/pdf'
  return undefined
}

const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'mif1'])

/** Each package by the part that makes it what it is; one with macros is none of them. */
const PACKAGE_PARTS: readonly (readonly [FileMediaType, string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/document.xml'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/workbook.xml'],
  ['application/ofd', 'OFD.xml'],
]

const CENTRAL_ENTRY = 0x02014b50
const CENTRAL_ENTRY_BYTES = 46
const END_BYTES = 22

/** Reads the names in a zip's central directory, as far as it lies in the tail. */
function packageTypeOf(tail: Buffer): FileMediaType | undefined {
  const names: string[] = []
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + END_BYTES > tail.length) return undefined
  let at = end - tail.readUInt32LE(end + 12)
  while (at >= 0 && at + CENTRAL_ENTRY_BYTES <= tail.length) {
    if (tail.readUInt32LE(at) !== CENTRAL_ENTRY) break
    const nameLength = tail.readUInt16LE(at + 28)
    names.push(textAt(tail, at + CENTRAL_ENTRY_BYTES, nameLength))
    const extraLength = tail.readUInt16LE(at + 30)
    const commentLength = tail.readUInt16LE(at + 32)
    at += CENTRAL_ENTRY_BYTES + nameLength + extraLength + commentLength
  }
  if (names.some((name) => /vbaProject|activeX/i.test(name))) return undefined
  return PACKAGE_PARTS.find(([, part]) => names.includes(part))?.[0]
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function textAt(bytes: Buffer, start: number, length: number): string {
  return bytes.toString('latin1', start, start + length)
}
