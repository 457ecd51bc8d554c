import { VaultError } from '../../shared/errors.ts'
import { checkAttachment, readContent } from './attachments.ts'
import type { AuditEntry } from './audit-chain.ts'
import { asVaultError } from './database.ts'
import { keepForLater } from './pending-audit.ts'
import { type JsonObject, openSecret, type RecordId, readRow } from './records.ts'
import { transact } from './transaction.ts'
import { requireIdle, requireWhole, type VaultCore } from './vault-core.ts'

/** Makes entries durable: in the trail, or, while the vault cannot be written, beside the anchor until it can. */
export function recordActs(core: VaultCore, entries: readonly AuditEntry[]): void {
  if (core.mode === 'normal') transact(core, entries, () => {})
  else for (const entry of entries) keepForLater(core, entry)
}

/** Reads, and tells a failure of the disk or the file as what it is. */
export function reading<T>(core: VaultCore, work: (core: VaultCore) => T): T {
  requireIdle(core)
  try {
    return work(core)
  } catch (error) {
    throw asVaultError(error, core.path, 'reading')
  }
}

/** Opens a secret once the entry that says so is durable. */
export function releaseSecret(
  core: VaultCore,
  id: RecordId,
  audit: AuditEntry,
): JsonObject | undefined {
  const row = reading(core, () => readRow(core, id))
  if (row === undefined) throw new VaultError('record-not-found', 'there is no such record')
  if (row.secret === null) return undefined
  requireWhole(core)
  recordActs(core, [audit])
  return openSecret(core.vaultId, core.state.generation, core.state.keys, row)
}

export function peekSecret(core: VaultCore, id: RecordId): JsonObject | undefined {
  const row = reading(core, () => readRow(core, id))
  if (row === undefined) return undefined
  return openSecret(core.vaultId, core.state.generation, core.state.keys, row)
}

/** Gives out a content once all of it is checked and the entry is durable. */
export function* releaseAttachment(
  core: VaultCore,
  id: string,
  audit: AuditEntry,
): Generator<Uint8Array, void> {
  const checked = reading(core, () => checkAttachment(core, id))
  recordActs(core, [audit])
  for (const chunk of readContent(core, checked)) {
    yield chunk
    requireIdle(core)
  }
}
