import type { LetterKind } from '../records/letter.ts'
import { AUTHORIZATION } from './authorization.ts'
import { COMPLAINT } from './complaint.ts'
import { HANDOVER_SHEET } from './handover-sheet.ts'
import { SPECIAL_STATEMENT } from './special-statement.ts'
import { STANDING_AUTHORIZATION } from './standing-authorization.ts'
import { STATEMENT } from './statement.ts'
import type { LetterTemplate } from './template.ts'
import { TRANSFER_AGREEMENT } from './transfer-agreement.ts'

/** The template of each letter, in the order they are offered. */
export const TEMPLATES: Readonly<Record<LetterKind, LetterTemplate>> = {
  authorization: AUTHORIZATION,
  'standing-authorization': STANDING_AUTHORIZATION,
  statement: STATEMENT,
  'special-statement': SPECIAL_STATEMENT,
  'transfer-agreement': TRANSFER_AGREEMENT,
  'handover-sheet': HANDOVER_SHEET,
  complaint: COMPLAINT,
}
