import type { LetterKind } from '../records/letter.ts'

/** What a new letter starts with, as far as the place it is asked for from knows. Ids and kinds only. */
export type LetterPreset = {
  kind?: LetterKind
  entityId?: string
  caseId?: string
  serviceIds?: readonly string[]
  /** Whom it goes to or is about: provider, agency or bureau. */
  providerId?: string
  /** Who is named in it, such as the agent. */
  contactId?: string
}
