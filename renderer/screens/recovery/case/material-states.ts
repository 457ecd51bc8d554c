import type { MaterialState } from '../../../../shared/records/recovery-case.ts'

/** In the order a paper goes through; same values as in shared/records, without its zod. */
export const MATERIAL_STATES: readonly MaterialState[] = [
  'missing',
  'have',
  'expired',
  'needs-seal',
  'needs-signature',
  'sealed',
  'sent',
]
