import { createLedger } from '../../electron/ledger/ledger.ts'
import type { HostClient, OpenVault, Session } from '../../electron/session.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import type { VaultEvent } from '../../shared/contract.ts'
import type { HostCallName } from '../../shared/host-contract.ts'

/** A session over a real vault and ledger; what is asked of main, such as dialogs, is answered by the test. */
export function answeredSession(vault: Vault, now: () => number) {
  const open: OpenVault = {
    vault,
    ledger: createLedger(vault.records()),
    failedUnlocksBefore: 0,
    approvals: new Map(),
  }
  const answers: Partial<Record<HostCallName, unknown>> = {}
  const events: VaultEvent[] = []
  const session: Session = {
    now,
    // `as`: each test puts in answers of the type that its calls expect.
    host: ((name: HostCallName) => Promise.resolve(answers[name])) as HostClient,
    emit: (event) => void events.push(event),
    open: () => open,
  }
  return { session, open, answers, events }
}
