/** Why a vault that was open is locked now. */
export const LOCK_REASONS = [
  'person',
  'idle',
  'suspend',
  'screen-lock',
  'user-switch',
  'clock-jump',
  'window-ended',
  'vault-process-ended',
] as const
export type LockReason = (typeof LOCK_REASONS)[number]
