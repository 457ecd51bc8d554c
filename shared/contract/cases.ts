/** Recovery cases and guides. */
export const CASE_CALLS = {} as const
