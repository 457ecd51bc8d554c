import type { Words } from '../guides/guide.ts'
import type { LetterKind } from '../records/letter.ts'
import type { BlankName } from './blanks.ts'

/**
 * Who signs: a unit with its 公章; an 个体工商户 without a trade name, which has none and signs by name,
 * fingerprint and ID; or a person whose own filing it is.
 */
export const SIGNERS = ['unit', 'unnamed-shop', 'person'] as const
export type Signer = (typeof SIGNERS)[number]

/** Where a part of a letter is left out. Absent: it is always there. */
export type When = {
  signers?: readonly Signer[]
  /** Ids of the template's variants. */
  variants?: readonly string[]
}

/**
 * A letter as data. The papers are Chinese, for a Chinese office reads them; only what the interface says of
 * them (`Words`) is in both languages.
 *
 * Texts hold named blanks, `{entity.name}`, and words that depend on who signs, `{we}`.
 */
export type LetterTemplate = {
  kind: LetterKind
  /** On the paper. A variant may have its own. */
  title: string
  /** `letter`: large type and wide margins. `form`: tables, small type. */
  layout: 'letter' | 'form'
  /** How headings count: 一、 or 第一条. */
  numbering: 'sections' | 'articles'
  /** The first is the usual one. None: there is one text for all cases. */
  variants: readonly LetterVariant[]
  /** People named in it, by what they are there; the first is the one a preset names. */
  roles: readonly LetterRole[]
  /** From when to when it holds; absent: it has no term. */
  validity?: { months: number; longestMonths?: number }
  /** Whom it goes to and what `provider` means in it; absent: no firm is named. */
  provider?: Words
  blocks: readonly LetterBlock[]
}

export type LetterVariant = { id: string; label: Words; title?: string }

export type LetterRole = { id: RoleName; label: Words }

export const ROLE_NAMES = ['agent', 'contact', 'giver', 'receiver', 'witness'] as const
export type RoleName = (typeof ROLE_NAMES)[number]

/** A part of a letter. `key` is unique within it and names what a person changed. */
export type LetterBlock = When & { key: string } & (
    | {
        /** `clause`s are counted below their heading; a `note` is set small. */
        type: 'addressee' | 'paragraph' | 'heading' | 'clause' | 'note'
        text: string
      }
    | { type: 'facts'; caption: string; rows: readonly FactRow[] }
    | { type: 'table'; table: TableName; caption?: string; columns: readonly TableColumn[] }
    | { type: 'annexes'; items: readonly AnnexItem[] }
    | { type: 'signatures'; boxes: readonly SignatureBox[] }
  )

/** A line of a party's particulars: what it is, and its blank. */
export type FactRow = When & {
  label: string
  blank: BlankName
  /** Short: shares its line with the next short one. */
  isHalf?: true
}

export type AnnexItem = When & { text: string }

/** Tables filled from the ledger, a line a record. */
export const TABLE_NAMES = [
  'filings',
  'timeline',
  'handover-filings',
  'handover-credentials',
  'handover-channels',
  'handover-documents',
  'handover-matters',
  'handover-responsibles',
  'handover-authorizations',
] as const
export type TableName = (typeof TABLE_NAMES)[number]

export type TableColumn = {
  /** Which cell of the line; unique within the table. */
  key: string
  label: string
  /** Part of the table's width, among the shares of all columns. */
  share: number
  /** An empty cell is a blank that is missing, not one to be filled in by hand. */
  isNeeded?: boolean
}

/** A place to sign or seal; never split over two pages. */
export type SignatureBox = When & {
  label: string
  marks: readonly SignatureMark[]
  /** Lines below, such as the day; they may hold blanks. */
  lines: readonly string[]
}

export const SIGNATURE_MARKS = ['seal', 'legal-signature', 'signature', 'fingerprint'] as const
export type SignatureMark = (typeof SIGNATURE_MARKS)[number]

/** Words of the texts that depend on who signs. */
export const SIGNER_WORDS = {
  we: { unit: '我单位', 'unnamed-shop': '本人', person: '本人' },
} as const satisfies Readonly<Record<string, Readonly<Record<Signer, string>>>>
export type SignerWord = keyof typeof SIGNER_WORDS

/** Whether a part belongs into a letter of this signer and variant. */
export function isPresent(part: When, signer: Signer, variant: string | undefined): boolean {
  const { signers, variants } = part
  if (signers !== undefined && !signers.includes(signer)) return false
  return variants === undefined || (variant !== undefined && variants.includes(variant))
}
