import { sodium } from './sodium.ts'

/**
 * Every key that is derived from another, and its place in `crypto_kdf`: eight ASCII characters of
 * context and a number. No two rows with the same parent may be equal.
 */
const SUBKEYS = {
  // from the ledger root
  overview: ['overview', 1],
  audit: ['auditlog', 1],
  head: ['headmac_', 1],
  label: ['slotlabl', 1],
  constants: ['constant', 1],
  ledgerCommitment: ['rootcmt_', 1],
  // from the secret root
  secret: ['secrets_', 1],
  manifest: ['attachmt', 1],
  secretCommitment: ['rootcmt_', 2],
  // from a slot's key
  wrap: ['slotwrap', 1],
  slotCommitment: ['slotcomt', 1],
  pin: ['slotpin_', 1],
} as const satisfies Record<string, readonly [context: string, id: number]>

export type Subkey = keyof typeof SUBKEYS

/**
 * Derives one of the keys of the table from its parent.
 *
 * @param parent - 32 bytes.
 * @returns 32 bytes.
 */
export function deriveSubkey(parent: Uint8Array, name: Subkey): Uint8Array {
  const [context, id] = SUBKEYS[name]
  return sodium.crypto_kdf_derive_from_key(32, id, context, parent)
}
