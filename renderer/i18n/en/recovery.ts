import type { zhRecovery } from '../zh/recovery.ts'

/** Recovery cases and guides. */
export const enRecovery: typeof zhRecovery = {}
