import type { AnchorStore } from './anchor.ts'
import { isEqual } from './bytes.ts'

const ID_BYTES = 16

function storeName(vaultIdHex: string): string {
  return `${vaultIdHex}.last-slot`
}

/**
 * The slot that a passphrase opened last on this machine: tried first, each other one costs a derivation.
 * Only a hint. Whoever alters it makes an unlock take longer, and no longer than it may.
 */
export function readLastSlot(anchors: AnchorStore, vaultIdHex: string): Uint8Array | undefined {
  try {
    const bytes = anchors.read(storeName(vaultIdHex))
    return bytes?.length === ID_BYTES ? bytes : undefined
  } catch {
    return undefined
  }
}

export function rememberLastSlot(
  anchors: AnchorStore,
  vaultIdHex: string,
  slotId: Uint8Array,
): void {
  const before = readLastSlot(anchors, vaultIdHex)
  if (before !== undefined && isEqual(before, slotId)) return
  try {
    anchors.write(storeName(vaultIdHex), Uint8Array.from(slotId))
  } catch {
    // The next unlock takes a little longer; that is all.
  }
}
