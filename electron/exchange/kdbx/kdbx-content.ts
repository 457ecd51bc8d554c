import { randomBytes } from 'node:crypto'
import { VaultError } from '../../../shared/errors.ts'
import { parseXml, type XmlElement } from '../xml.ts'
import { le32, viewOf } from './bytes.ts'
import { applyInnerStream, INNER_CHACHA20 } from './inner-stream.ts'

/** What a KDBX holds once it is open: the document, with protected values as text, and the files of its pool. */
export type KdbxContent = { document: XmlElement; binaries: Uint8Array[] }

const FIELDS = { end: 0, streamId: 1, streamKey: 2, binary: 3 } as const

/** @throws VaultError `file-unreadable`, `file-too-complex` */
export function readContent(bytes: Uint8Array): KdbxContent {
  const view = viewOf(bytes)
  const binaries: Uint8Array[] = []
  let streamId = 0
  let streamKey: Uint8Array = new Uint8Array(0)
  let at = 0
  for (let id = -1; id !== FIELDS.end; ) {
    if (at + 5 > bytes.length) throw damaged()
    id = view.getUint8(at)
    const length = view.getUint32(at + 1, true)
    const content = bytes.subarray(at + 5, at + 5 + length)
    if (content.length !== length) throw damaged()
    if (id === FIELDS.streamId && length === 4) streamId = viewOf(content).getUint32(0, true)
    else if (id === FIELDS.streamKey) streamKey = content
    // One byte of flags, then the file.
    else if (id === FIELDS.binary) binaries.push(content.subarray(1))
    at += 5 + length
  }
  const document = parseXml(new TextDecoder().decode(bytes.subarray(at)))
  openProtected(document, streamId, streamKey)
  return { document, binaries }
}

/**
 * @param makeXml - given a function that takes a protected value and gives what stands for it in the XML, to be
 * called in the order of the document.
 */
export function writeContent(
  makeXml: (protect: (value: string) => string) => string,
  binaries: readonly Uint8Array[],
): Uint8Array {
  const values: Uint8Array[] = []
  // Nothing in XML text looks like this: angle brackets are escaped there.
  const xml = makeXml((value) => {
    values.push(new TextEncoder().encode(value))
    return '<?>'
  })
  const streamKey = randomBytes(64)
  const sealed = applyInnerStream(INNER_CHACHA20, streamKey, values)
  let index = 0
  const finished = xml.replaceAll('<?>', () =>
    Buffer.from(sealed[index++] ?? new Uint8Array(0)).toString('base64'),
  )
  const field = (id: number, content: Uint8Array) => [
    new Uint8Array([id]),
    le32(content.length),
    content,
  ]
  return Buffer.concat([
    ...field(FIELDS.streamId, le32(INNER_CHACHA20)),
    ...field(FIELDS.streamKey, streamKey),
    ...binaries.flatMap((file) => field(FIELDS.binary, Buffer.concat([new Uint8Array([1]), file]))),
    ...field(FIELDS.end, new Uint8Array(0)),
    new TextEncoder().encode(finished),
  ])
}

function openProtected(document: XmlElement, streamId: number, streamKey: Uint8Array): void {
  const found: XmlElement[] = []
  const visit = (element: XmlElement) => {
    if (element.attributes['Protected']?.toLowerCase() === 'true') found.push(element)
    for (const child of element.children) visit(child)
  }
  visit(document)
  if (found.length === 0) return
  const sealed = found.map((element) => Buffer.from(element.text, 'base64'))
  const opened = applyInnerStream(streamId, streamKey, sealed)
  for (const [index, element] of found.entries()) {
    element.text = new TextDecoder().decode(opened[index])
  }
}

function damaged(): VaultError {
  return new VaultError('file-unreadable', 'the content of the KDBX is damaged')
}
