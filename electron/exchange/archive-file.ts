/** Names of sealed archives end so; the app opens them for reading only, and keeps no anchor of them. */
export const ARCHIVE_EXTENSION = 'beian-archive'

export function isArchiveFile(file: string): boolean {
  return file.toLowerCase().endsWith(`.${ARCHIVE_EXTENSION}`)
}
