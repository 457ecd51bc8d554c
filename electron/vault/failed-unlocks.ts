import { VaultError } from '../../shared/errors.ts'
import type { AnchorStore } from './anchor.ts'
import { concat, createByteReader, u32, u64 } from './bytes.ts'
import type { VaultContext } from './vault-core.ts'

/** Failed attempts since the last unlock. They are counted outside the file: its trail needs a key to write to. */
export type FailedUnlocks = { count: number; lastAt: number }

function storeName(vaultIdHex: string): string {
  return `${vaultIdHex}.failed-unlocks`
}

export function readFailedUnlocks(anchors: AnchorStore, vaultIdHex: string): FailedUnlocks {
  try {
    const bytes = anchors.read(storeName(vaultIdHex))
    if (bytes === undefined || bytes.length !== 12) return { count: 0, lastAt: 0 }
    const reader = createByteReader(bytes)
    return { count: reader.u32(), lastAt: reader.u64() }
  } catch {
    return { count: 0, lastAt: 0 }
  }
}

export function writeFailedUnlocks(
  anchors: AnchorStore,
  vaultIdHex: string,
  failed: FailedUnlocks,
): void {
  try {
    anchors.write(storeName(vaultIdHex), concat(u32(failed.count), u64(failed.lastAt)))
  } catch {
    // An app folder that cannot be written must not keep anybody out of the vault.
  }
}

/** Counts an unlock that failed for a wrong passphrase or code; any other failure is none of anybody's guessing. */
export function countFailedUnlock(
  error: unknown,
  { anchors, now }: Pick<VaultContext, 'anchors' | 'now'>,
  vaultIdHex: string,
): void {
  if (!(error instanceof VaultError)) return
  if (error.code !== 'wrong-passphrase' && error.code !== 'wrong-recovery-kit') return
  const { count } = readFailedUnlocks(anchors, vaultIdHex)
  writeFailedUnlocks(anchors, vaultIdHex, { count: count + 1, lastAt: now() })
}
