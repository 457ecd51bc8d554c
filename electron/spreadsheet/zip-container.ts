import { crc32, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { VaultError } from '../../shared/errors.ts'
import { MAX_INFLATED_BYTES, MAX_ZIP_PARTS } from './limits.ts'

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** "Look into the ZIP64 fields instead." */
const IN_ZIP64 = 0xffff_ffff

type ZipPart = {
  name: string
  method: number
  crc: number
  sizeBytes: number
  inflatedBytes: number
  offset: number
  isEncrypted: boolean
}

/**
 * Reads the parts of an xlsx that hold cells and writes them into a plain archive for the reader.
 *
 * The declared sizes are added up before anything is inflated, each part is inflated no further
 * than it declared, and its checksum is compared: what the reader gets is small, whole, and
 * unambiguous, whatever the file says of itself. Pictures, charts, macros, links are left out.
 *
 * @throws VaultError `file-too-complex` past MAX_INFLATED_BYTES or MAX_ZIP_PARTS, `file-unreadable`
 * when the container is damaged.
 */
export function repackCells(bytes: Uint8Array): { names: string[]; archive: Uint8Array } {
  const parts = listParts(bytes)
  const inflated = inflateParts(bytes, parts, isCellPart, MAX_INFLATED_BYTES)
  return {
    names: parts.map((part) => part.name),
    archive: zipSync(Object.fromEntries(inflated), { level: 0 }),
  }
}

/**
 * Reads the wanted parts of any zip with the same care.
 *
 * @throws VaultError `file-too-complex`, `file-unreadable`, `file-encrypted`
 */
export function readZipParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  maxInflatedBytes: number,
): Map<string, Uint8Array> {
  return inflateParts(bytes, listParts(bytes), isWanted, maxInflatedBytes)
}

function inflateParts(
  bytes: Uint8Array,
  parts: readonly ZipPart[],
  isWanted: (name: string) => boolean,
  maxInflatedBytes: number,
): Map<string, Uint8Array> {
  const wanted = parts.filter((part) => isWanted(part.name))
  const total = wanted.reduce((sum, part) => sum + part.inflatedBytes, 0)
  if (total > maxInflatedBytes) {
    throw new VaultError('file-too-complex', 'the parts are too large when inflated')
  }
  const inflated = new Map<string, Uint8Array>()
  for (const part of wanted) {
    if (inflated.has(part.name)) throw damaged('a part is there twice')
    inflated.set(part.name, inflatePart(bytes, part))
  }
  return inflated
}

/** Parts that hold cells, their texts and formats, and what leads to them. */
function isCellPart(name: string): boolean {
  if (name === '[Content_Types].xml' || name === '_rels/.rels') return true
  if (!/\.(xml|rels)$/i.test(name)) return false
  return !/(^|\/)(docProps|customXml|theme|media|drawings?|charts?|chartsheets|embeddings|externalLinks|pivotCache|pivotTables|slicers?|slicerCaches|timelines?|timelineCaches|threadedComments|persons|comments|tables|queryTables|printerSettings|ctrlProps|activeX|webextensions|richData|worksheets\/_rels|comments\d*\.xml|vmlDrawing[^/]*|calcChain\.xml|connections\.xml|cellimages\.xml|metadata\.xml)(\/|$)/i.test(
    name,
  )
}

function listParts(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    let count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    if (count === 0xffff || at === IN_ZIP64) {
      const end64 = readSafeUint64(view, end - 20 + 8)
      if (view.getUint32(end64, true) !== END_OF_DIRECTORY_64) throw damaged('no ZIP64 directory')
      count = readSafeUint64(view, end64 + 32)
      at = readSafeUint64(view, end64 + 48)
    }
    if (count > MAX_ZIP_PARTS) throw new VaultError('file-too-complex', 'too many parts')
    const parts: ZipPart[] = []
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('the directory is broken')
      const nameLength = view.getUint16(at + 28, true)
      const extraLength = view.getUint16(at + 30, true)
      parts.push(readEntry(view, bytes, at, nameLength, extraLength))
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    }
    return parts
  } catch (error) {
    if (error instanceof RangeError) throw damaged('the directory points outside the file')
    throw error
  }
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipPart {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  let sizeBytes = view.getUint32(at + 20, true)
  let inflatedBytes = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  // ZIP64: only the fields whose short form is full are present, in this order.
  let extra = at + 46 + nameLength
  const extraEnd = extra + extraLength
  while (extra + 4 <= extraEnd) {
    const length = view.getUint16(extra + 2, true)
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4
      const next = () => {
        field += 8
        return readSafeUint64(view, field - 8)
      }
      if (inflatedBytes === IN_ZIP64) inflatedBytes = next()
      if (sizeBytes === IN_ZIP64) sizeBytes = next()
      if (offset === IN_ZIP64) offset = next()
    }
    extra += 4 + length
  }
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    sizeBytes,
    inflatedBytes,
    offset,
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  throw damaged('no directory: the file is cut off or no archive')
}

function inflatePart(bytes: Uint8Array, part: ZipPart): Uint8Array {
  if (part.isEncrypted) throw new VaultError('file-encrypted', 'a part is encrypted')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== LOCAL_HEADER) {
    throw damaged('a part is not where the directory says')
  }
  const start =
    part.offset +
    30 +
    view.getUint16(part.offset + 26, true) +
    view.getUint16(part.offset + 28, true)
  if (start + part.sizeBytes > bytes.length) throw damaged('a part is cut off')
  const data = bytes.subarray(start, start + part.sizeBytes)
  const content = part.method === 0 ? data : inflate(data, part)
  if (content.length !== part.inflatedBytes || crc32(content) !== part.crc) {
    throw damaged('a part is not what its checksum says')
  }
  return content
}

function inflate(data: Uint8Array, part: ZipPart): Uint8Array {
  if (part.method !== 8) throw damaged('a part is packed in an unknown way')
  if (part.inflatedBytes === 0) return new Uint8Array(0)
  try {
    return inflateRawSync(data, { maxOutputLength: part.inflatedBytes })
  } catch (error) {
    // `as`: node:zlib throws errors that carry a code.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new VaultError('file-too-complex', 'a part is larger than it says')
    }
    throw damaged('a part does not inflate')
  }
}

function readSafeUint64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('a size is absurd')
  return Number(value)
}

function damaged(reason: string): VaultError {
  return new VaultError('file-unreadable', `the spreadsheet is damaged: ${reason}`)
}
