import type { StateCreator } from 'zustand'
import type { VaultErrorFacts } from '../../shared/errors.ts'

export type ApprovalSlice = {
  /** What a second person is asked for, as the vault process said it; never a passphrase. */
  approval: VaultErrorFacts | undefined
  /** Resolves to whether the second person has approved. */
  askApproval(facts: VaultErrorFacts): Promise<boolean>
  endApproval(isGiven: boolean): void
}

/** One second person is asked at a time. */
export const createApprovalSlice = (): StateCreator<ApprovalSlice> => (set) => {
  let settle: ((isGiven: boolean) => void) | undefined
  return {
    approval: undefined,
    askApproval: (approval) => {
      settle?.(false)
      set({ approval })
      return new Promise((resolve) => {
        settle = resolve
      })
    },
    endApproval: (isGiven) => {
      set({ approval: undefined })
      settle?.(isGiven)
      settle = undefined
    },
  }
}
