/** A file of a paper may be so large, in bytes. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** What may be kept beside a paper. `view`: how it is shown inside the app; without it is only kept and given out. */
export type FileType = {
  mediaType: string
  /** The first is the usual one. */
  extensions: readonly [string, ...string[]]
  view?: 'image' | 'pdf'
}

export const FILE_TYPES = [
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], view: 'image' },
  { mediaType: 'image/png', extensions: ['png'], view: 'image' },
  { mediaType: 'image/webp', extensions: ['webp'], view: 'image' },
  { mediaType: 'image/gif', extensions: ['gif'], view: 'image' },
  { mediaType: 'application/pdf', extensions: ['pdf'], view: 'pdf' },
  // What telephones and scanners make, and Chromium does not draw.
  { mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  // 版式文件, GB/T 33190: electronic licences and invoices.
  { mediaType: 'application/ofd', extensions: ['ofd'] },
  { mediaType: 'text/plain', extensions: ['txt'] },
] as const satisfies readonly FileType[]
export type FileMediaType = (typeof FILE_TYPES)[number]['mediaType']

/** How a file of this media type is shown inside the app, if it is. */
export function viewOf(mediaType: string): FileType['view'] {
  const known: readonly FileType[] = FILE_TYPES
  return known.find((type) => type.mediaType === mediaType)?.view
}

export function fileTypeOf(mediaType: FileMediaType): FileType {
  // The list is the union's source, so the first match is always there.
  return FILE_TYPES.find((type) => type.mediaType === mediaType) ?? FILE_TYPES[0]
}

/** What stands behind the last dot of a file name, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}
