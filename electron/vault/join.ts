import type { SlotScope } from './slot-kinds.ts'

/** What a joiner is told of the vault that waits for them. */
export type JoinPreview = {
  /** Six words that the custodian who let them in sees too. */
  words: string[]
  /** Names this very vault and certificate: 64 hex digits. */
  token: string
  scope: SlotScope
  custodianName: string
  /** Unix ms. */
  expiresAt: number
}
