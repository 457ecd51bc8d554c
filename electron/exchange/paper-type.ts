import { extensionOf, type FileMediaType } from '../../shared/file-types.ts'
import { createFileSniffer, type FileSniffer } from '../documents/file-type.ts'
import type { ForeignFile } from './foreign-entry.ts'

/** A KDBX may hang the same bytes on every entry: they are looked at once. */
const looked = new WeakMap<Uint8Array, FileSniffer>()

/** What a file of an entry is as a paper. @returns undefined when it is none that papers may have. */
export function paperTypeOf({ name, bytes }: ForeignFile): FileMediaType | undefined {
  let sniffer = looked.get(bytes)
  if (sniffer === undefined) {
    sniffer = createFileSniffer()
    sniffer.take(bytes)
    looked.set(bytes, sniffer)
  }
  return sniffer.mediaType(extensionOf(name))
}
