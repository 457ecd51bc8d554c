/** Recovery cases and guides. */
export const zhRecovery = {}
