import { blake2b } from '@noble/hashes/blake2.js'
import { ascii, concat, uint, zeros } from './bytes.ts'

/** Unkeyed BLAKE2b, 32 bytes: the document's `H`. */
export const hash = (...parts: readonly Uint8Array[]): Uint8Array =>
  blake2b(concat(...parts), { dkLen: 32 })

/** Keyed BLAKE2b, 32 bytes: the document's `MAC`. */
export const mac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array =>
  blake2b(concat(...parts), { dkLen: 32, key })

/** `KDF(key32, context8, id)` of section 1: BLAKE2b of nothing, with salt and personalisation. */
export function deriveKey(key: Uint8Array, context: string, id: number): Uint8Array {
  return blake2b(new Uint8Array(), {
    dkLen: 32,
    key,
    salt: concat(uint(id, 8).reverse(), zeros(8)),
    personalization: concat(ascii(context), zeros(8)),
  })
}

export type LedgerKeys = {
  overview: Uint8Array
  audit: Uint8Array
  head: Uint8Array
  label: Uint8Array
  constants: Uint8Array
  commitment: Uint8Array
}

/** The keys under a generation's ledger root (section 1.2). */
export const ledgerKeys = (root: Uint8Array): LedgerKeys => ({
  overview: deriveKey(root, 'overview', 1),
  audit: deriveKey(root, 'auditlog', 1),
  head: deriveKey(root, 'headmac_', 1),
  label: deriveKey(root, 'slotlabl', 1),
  constants: deriveKey(root, 'constant', 1),
  commitment: deriveKey(root, 'rootcmt_', 1),
})

export type SecretKeys = { secret: Uint8Array; manifest: Uint8Array; commitment: Uint8Array }

/** The keys under a generation's secret root (section 1.2). */
export const secretKeys = (root: Uint8Array): SecretKeys => ({
  secret: deriveKey(root, 'secrets_', 1),
  manifest: deriveKey(root, 'attachmt', 1),
  commitment: deriveKey(root, 'rootcmt_', 2),
})

export type SlotKeys = { wrap: Uint8Array; commitment: Uint8Array; pin: Uint8Array }

/** The keys under a slot key (section 1.2). */
export const slotKeys = (slotKey: Uint8Array): SlotKeys => ({
  wrap: deriveKey(slotKey, 'slotwrap', 1),
  commitment: deriveKey(slotKey, 'slotcomt', 1),
  pin: deriveKey(slotKey, 'slotpin_', 1),
})
