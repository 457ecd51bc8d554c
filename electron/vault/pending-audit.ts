import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { type AuditEntry, CHECKPOINT } from './audit-chain.ts'
import { concat, createByteReader, fromUtf8, lengthPrefixed, utf8 } from './bytes.ts'
import { open, type Place, seal } from './seal.ts'
import { checkpointRefused } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * What was done while the vault could not be written (read-only, evidence): sealed, beside the
 * anchor, until the next unlock that can write takes it into the trail.
 */
export function keepForLater(core: VaultCore, entry: AuditEntry): void {
  if (entry.action === CHECKPOINT) throw checkpointRefused()
  const { anchors } = core.context
  const row = new Uint8Array(randomBytes(16))
  const sealed = seal(core.state.keys.audit, pendingPlace(core, row), utf8(JSON.stringify(entry)))
  try {
    const before = anchors.read(storeName(core)) ?? new Uint8Array(0)
    anchors.write(storeName(core), concat(before, row, lengthPrefixed(sealed)))
  } catch (error) {
    throw new VaultError('io-failed', 'what was done cannot be recorded', { cause: error })
  }
}

/** The kept entries, and how many of them do not open any more. */
export function readKept(core: VaultCore): { entries: AuditEntry[]; lost: number } {
  const entries: AuditEntry[] = []
  let lost = 0
  try {
    const bytes = core.context.anchors.read(storeName(core)) ?? new Uint8Array(0)
    let offset = 0
    while (offset < bytes.length) {
      lost++
      const reader = createByteReader(bytes.subarray(offset))
      const row = reader.take(16)
      const sealed = reader.lengthPrefixed()
      offset += 20 + sealed.length
      const entry = openKept(core, row, sealed)
      if (entry === undefined || entry.action === CHECKPOINT) continue
      lost--
      entries.push(entry)
    }
  } catch {
    // Cut short or unreadable: what was read so far counts.
  }
  return { entries, lost }
}

export function forgetKept(core: VaultCore): void {
  try {
    core.context.anchors.write(storeName(core), new Uint8Array(0))
  } catch {
    // They come again at the next unlock; twice in the trail is better than not at all.
  }
}

function openKept(core: VaultCore, row: Uint8Array, sealed: Uint8Array): AuditEntry | undefined {
  try {
    const json = fromUtf8(open(core.state.keys.audit, pendingPlace(core, row), sealed))
    // Authenticated with a key only custodians have: its shape is ours.
    return JSON.parse(json) as AuditEntry
  } catch {
    return undefined
  }
}

function storeName(core: VaultCore): string {
  return `${core.vaultIdHex}.pending-audit`
}

function pendingPlace(core: VaultCore, row: Uint8Array): Place {
  const { generation } = core.state
  return { vaultId: core.vaultId, table: 'audit', part: 2, row, generation, revision: 0 }
}
