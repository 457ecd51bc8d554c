import type { ForeignFormat } from '../../shared/exchange.ts'

/** An entry as another password manager keeps it, in the terms that all of them share. Holds secrets. */
export type ForeignEntry = {
  /** Folders it lies in, outermost first. */
  group: string[]
  title: string
  account?: string
  password?: string
  /** First the main one. */
  urls: string[]
  /** `otpauth://` address. */
  totpUri?: string
  notes?: string
  /** Whatever else it holds; nothing is left out because we do not know it. */
  extras: ForeignField[]
  /** Newest first. */
  history: { value: string; replacedAt?: number }[]
  files: ForeignFile[]
  /** Unix ms at which the present password was set, as far as the other program knows. */
  passwordSetAt?: number
  /** Unix ms. */
  expiresAt?: number
  /** In the other program's trash or archive. */
  isTrashed: boolean
}

export type ForeignField = { name: string; value: string }
export type ForeignFile = { name: string; bytes: Uint8Array }

/** All that a file holds. */
export type ForeignVault = { format: ForeignFormat; entries: ForeignEntry[] }

/** What opens a sealed file. */
export type ForeignKey = { password?: string | undefined; keyFile?: Uint8Array | undefined }

/** An entry with nothing in it. */
export function emptyEntry(title: string, group: readonly string[] = []): ForeignEntry {
  return {
    group: [...group],
    title,
    urls: [],
    extras: [],
    history: [],
    files: [],
    isTrashed: false,
  }
}
