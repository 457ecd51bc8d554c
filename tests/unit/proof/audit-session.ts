import { auditHandlers } from '../../../electron/handlers/audit.ts'
import { createIndexKeeper } from '../../../electron/proof/audit-index.ts'
import type {
  AuditEntry,
  RecordChange,
  Vault,
  VaultContext,
} from '../../../electron/vault/vault.ts'
import { answeredSession } from '../../support/answered-session.ts'
import { createVault, randomId } from '../../support/vault.ts'

export const VERIFIER = new URL('../../../electron/proof/verify-audit.mjs', import.meta.url)

/** A real vault and ledger; only the dialogs are answered by the test. */
export async function auditSession() {
  const made = await createVault()
  return { ...made, ...sessionOver(made.vault, made.context) }
}

export function sessionOver(vault: Vault, context: VaultContext) {
  const { session, open, answers } = answeredSession(vault, context.now)
  return { session, open, answers, handlers: auditHandlers(session, VERIFIER, createIndexKeeper()) }
}

/** What a custodian did, for a trail of the test's own. */
export function act(vault: Vault, action: string, more: Partial<AuditEntry> = {}): AuditEntry {
  return { action, at: Date.UTC(2026, 2, 2, 2), custodianId: vault.custodianId, ...more }
}

/** A filing password with a value that must never be seen outside. */
export function passwordRecord(
  label: string,
  value: string,
): Extract<RecordChange, { type: 'put' }> {
  const data = {
    label,
    kind: 'filing-password',
    origin: 'chosen',
    rotationMonths: 3,
    isRetired: false,
  }
  const overview = { kind: 'credential', data, createdAt: 0, updatedAt: 0 }
  return { type: 'put', id: randomId(), overview, secret: { value } }
}
