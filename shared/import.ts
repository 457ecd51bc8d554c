import { z } from 'zod'
import type { FieldFinding } from './finding.ts'

/** What a column of a spreadsheet can become. */
export const IMPORT_FIELDS = [
  'entity.name',
  'entity.nature',
  'entity.creditCode',
  'entity.address',
  'entity.filingNumber',
  'service.name',
  'service.kind',
  'service.filingNumber',
  'service.filedOn',
  'service.status',
  'service.homeUrl',
  'service.preApproval',
  'service.policeNumber',
  'service.notes',
  'domain.names',
  'domain.expiresOn',
  'domain.owner',
  'domain.registrar',
  'provider.name',
  'credential.account',
  'credential.filingPassword',
  'credential.providerPassword',
  'credential.changedOn',
  'contact.entityResponsible',
  'contact.serviceResponsible',
  'contact.phone',
  'contact.email',
  'contact.idNumber',
  'contact.emergencyName',
  'contact.emergencyPhone',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const ImportMapping = z.strictObject({
  sheet: z.int().min(0).max(200),
  /** Row that holds the headers, from 0 as the file counts; data starts after it. -1: there is none. */
  headerRow: z.int().min(-1).max(200),
  /**
   * For each column what it becomes; null = left out. An empty list asks for a suggestion: send it
   * after the person chose another sheet or header row.
   */
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(500),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** What was read of the chosen file, and what we think its columns are. */
export type ImportSource = {
  fileName: string
  format: 'xlsx' | 'csv'
  encoding?: string
  delimiter?: string
  sheets: { name: string; rowCount: number; columnCount: number }[]
  mapping: ImportMapping
  /** Headers of the suggested header row. */
  headers: string[]
  /** First rows after the header, as text; values under a password column are masked. */
  sample: string[][]
}

export type ImportRowFinding = FieldFinding & { row: number; column?: number }

/** One row as it would be imported. Passwords are never part of it, only whether there is one. */
export type ImportPreviewRow = {
  /** Row number as the spreadsheet shows it, from 1. */
  row: number
  entityName?: string
  serviceName?: string
  filingNumber?: string
  domains: string[]
  hasPassword: boolean
  findings: ImportRowFinding[]
  /** Refused rows cannot be chosen. */
  isRefused: boolean
  /** A refused row that could be imported without the numbers that did not pass: they would go into its notes. */
  canMend: boolean
  /** The filing in the vault it seems to be, and why. */
  duplicateOf?: { id: string; name: string; by: 'filing-number' | 'domain' }
  /** The earlier row of the same file it seems to be. */
  duplicateOfRow?: number
}

/**
 * `counts.ready`: rows that can be imported, warned and duplicate ones included; `warned` and
 * `duplicates` are parts of it.
 */
export type ImportPreview = {
  /** Headers at the mapping's header row. */
  headers: string[]
  sample: string[][]
  mapping: ImportMapping
  rows: ImportPreviewRow[]
  counts: { rows: number; ready: number; warned: number; refused: number; duplicates: number }
  /** New services in use whose provider is to be filled in, as no column tells it. */
  providersToFill: number
}

export const DUPLICATE_CHOICES = ['skip', 'update', 'keep-both'] as const

export const ImportPlan = z.strictObject({
  mapping: ImportMapping,
  /** For all duplicates that `choices` does not name. */
  duplicates: z.enum(DUPLICATE_CHOICES),
  /** Row number → what to do with it. */
  choices: z.record(z.string().regex(/^\d{1,7}$/), z.enum(DUPLICATE_CHOICES)),
  /** Row numbers left out. */
  leftOut: z.array(z.int()).max(200_000),
  /** Refused rows that are imported without the numbers that did not pass. */
  mended: z.array(z.int()).max(200_000).optional(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

export type ImportResult = {
  /** The file that was read. It holds passwords in the clear: advise to remove it. */
  fileName: string
  /** Takes the whole import back; absent when nothing was written. */
  undoToken?: number
  created: number
  updated: number
  skipped: number
  records: number
  passwords: number
  /** New services in use whose provider is to be filled in, as no column told it. */
  providersToFill: number
}
