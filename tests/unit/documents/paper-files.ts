import { zipSync } from 'fflate'
import type { TestSession } from '../../support/ledger-session.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Bytes that begin as a picture does and are `length` long. */
export function pngOf(length: number, fill = 7): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).fill(fill)
  bytes.set(PNG)
  return bytes
}

export function jpegOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).fill(9)
  bytes.set([0xff, 0xd8, 0xff, 0xe0])
  return bytes
}

/** A zip with empty parts of these names. */
export function packageOf(...parts: string[]): Uint8Array<ArrayBuffer> {
  const files = Object.fromEntries(parts.map((part) => [part, new Uint8Array(3)]))
  return new Uint8Array(zipSync(files))
}

/** Takes a file in as the window does, in pieces. */
export async function takeIn(
  { call }: TestSession,
  name: string,
  bytes: Uint8Array,
  sizeBytes = bytes.length,
) {
  const { token } = await call['documents.beginFile']({ name, sizeBytes })
  for (let start = 0; start < bytes.length; start += 1_000_000) {
    await call['documents.addPiece']({ token, bytes: bytes.slice(start, start + 1_000_000) })
  }
  return call['documents.finishFile']({ token })
}

type File = Awaited<ReturnType<typeof takeIn>>['file']

/** Saves a licence with these files, new or known. */
export async function savePaper({ call }: TestSession, files: File[], id?: string) {
  const data = { kind: 'business-licence', title: '营业执照', sealState: 'not-needed', files }
  const saved = await call['records.save']({
    kind: 'document',
    data,
    ...(id === undefined ? {} : { id }),
  })
  // `as`: a save gives back a record of the kind it was given.
  const record = saved.record as Extract<typeof saved.record, { kind: 'document' }>
  return { ...saved, record }
}
