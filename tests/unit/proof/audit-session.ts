import { auditHandlers } from '../../../electron/handlers/audit.ts'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import { createIndexKeeper } from '../../../electron/proof/audit-index.ts'
import type { HostClient, OpenVault, Session } from '../../../electron/session.ts'
import type {
  AuditEntry,
  RecordChange,
  Vault,
  VaultContext,
} from '../../../electron/vault/vault.ts'
import type { HostCallName } from '../../../shared/host-contract.ts'
import { createVault, randomId } from '../../support/vault.ts'

export const VERIFIER = new URL('../../../electron/proof/verify-audit.mjs', import.meta.url)

/** A real vault and ledger; only the dialogs are answered by the test. */
export async function auditSession() {
  const made = await createVault()
  return { ...made, ...sessionOver(made.vault, made.context) }
}

export function sessionOver(vault: Vault, context: VaultContext) {
  const open: OpenVault = {
    vault,
    ledger: createLedger(vault.records()),
    failedUnlocksBefore: 0,
    approvals: new Map(),
  }
  const answers: Partial<Record<HostCallName, unknown>> = {}
  const session: Session = {
    now: context.now,
    // `as`: each test puts in answers of the type that its calls expect.
    host: ((name: HostCallName) => Promise.resolve(answers[name])) as HostClient,
    emit: () => {},
    open: () => open,
  }
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
