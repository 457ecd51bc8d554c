/**
 * issued: must be changed at once · due: rotation window is open · overdue: past it ·
 * unknown: nobody knows when it was set, or no value is stored · retired: no longer used.
 * Ordered from worst to best.
 */
export const CREDENTIAL_STATES = [
  'issued',
  'overdue',
  'unknown',
  'due',
  'current',
  'retired',
] as const
export type CredentialState = (typeof CREDENTIAL_STATES)[number]
