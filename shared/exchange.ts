import { z } from 'zod'
import { CREDENTIAL_KINDS, type CredentialKind } from './records/credential.ts'
import { RecordId } from './records/fields.ts'

/** Programs whose files are read. */
export const FOREIGN_FORMATS = [
  'kdbx',
  'bitwarden-json',
  'onepassword-1pux',
  'onepassword-csv',
  'browser-csv',
  'password-csv',
] as const
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number]

/** What a chosen file asks for before it can be read. */
export type ForeignSource = {
  fileName: string
  need: 'none' | 'password' | 'password-or-key-file'
}

/** Where an entry belongs in the ledger; nothing set: it stands by itself. */
export type ForeignTarget = {
  entityId?: string
  serviceId?: string
  providerId?: string
}

/** What has no field of its own and goes into the sealed private notes. */
export type PrivatePart = {
  part:
    | 'notes'
    | 'field'
    | 'address'
    | 'password'
    | 'totp'
    | 'title'
    | 'account'
    | 'expiry'
    | 'history'
    | 'file'
  /** Of a field or file: how the other program calls it. */
  name?: string
}

/** An entry of the file as it is shown: that there is a secret, never which. */
export type ForeignLine = {
  index: number
  title: string
  group: string
  account?: string
  address?: string
  hasPassword: boolean
  hasTotp: boolean
  pastCount: number
  privateParts: PrivatePart[]
  /** `document`: becomes a paper; `left`: cannot be taken and is to be saved by the person. */
  files: { name: string; sizeBytes: number; fate: 'document' | 'notes' | 'left' }[]
  isTrashed: boolean
  kind: CredentialKind
  target: ForeignTarget
  /** How the suggestion was found. */
  targetBy?: 'filing-number' | 'domain' | 'name'
  /** A credential that seems to be the same account. */
  duplicate?: { id: string; label: string; isSameValue: boolean }
}

export type ForeignPreview = { fileName: string; format: ForeignFormat; lines: ForeignLine[] }

/** `update`: what the file tells takes the place; the password before goes to the history. */
export const FOREIGN_DUPLICATES = ['skip', 'update', 'keep-both'] as const
export type ForeignDuplicate = (typeof FOREIGN_DUPLICATES)[number]

/** What is known of how the passwords came to be. */
export const FOREIGN_ORIGINS = ['imported', 'issued', 'temporary'] as const

/** An entry with where a person has put it. */
export const PlacedEntry = z.strictObject({
  index: z.int().min(0),
  kind: z.enum(CREDENTIAL_KINDS),
  entityId: RecordId.optional(),
  serviceId: RecordId.optional(),
  providerId: RecordId.optional(),
})
export type PlacedEntry = z.infer<typeof PlacedEntry>

const ForeignChoice = PlacedEntry.extend({ duplicate: z.enum(FOREIGN_DUPLICATES) })

/** What is taken over, and as what. */
export const ForeignPlan = z.strictObject({
  origin: z.enum(FOREIGN_ORIGINS),
  choices: z.array(ForeignChoice).min(1).max(50_000),
})
export type ForeignPlan = z.infer<typeof ForeignPlan>

export type ForeignResult = {
  fileName: string
  format: ForeignFormat
  created: number
  updated: number
  skipped: number
  passwords: number
  papers: number
  /** Entries of which something went into the private notes. */
  withPrivateNotes: number
  /** Files that could not be taken, with the entry they are of. */
  filesLeft: { title: string; name: string }[]
  undoToken?: number
}

/** What goes out to a KDBX. */
export const KdbxScope = z.strictObject({
  /** Absent: everything that is not in the trash. */
  entityIds: z.array(RecordId).max(20_000).optional(),
  withRetired: z.boolean(),
  withPapers: z.boolean(),
})
export type KdbxScope = z.infer<typeof KdbxScope>

/** How much a scope holds. */
export type KdbxCounts = { credentials: number; papers: number; paperBytes: number }

export type KdbxResult = { fileName: string; credentials: number; papers: number }

export type ArchiveResult = {
  fileName: string
  sizeBytes: number
  revision: number
  checkWords: string[]
  records: number
}
