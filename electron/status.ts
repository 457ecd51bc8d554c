import { dayOf } from '../shared/calendar-day.ts'
import { recordTitle } from '../shared/records/record-title.ts'
import type { VaultStatus } from '../shared/views.ts'
import { plainFacts } from './audit-line.ts'
import { reminderCounts } from './ledger/ledger.ts'
import type { OpenVault, SessionControl } from './session.ts'
import { startStatus } from './start-status.ts'
import { FORMAT } from './vault/schema.ts'

/** Where the app stands: all that the first screen needs, in one answer. */
export function statusOf(session: SessionControl): VaultStatus {
  const closed = startStatus(session.hostState, session.chosenPath())
  if (session.isOpen()) {
    return { ...closed, state: 'unlocked', session: sessionOf(session.open(), session.now()) }
  }
  // A name was chosen for a vault that is still to be made.
  return session.isNew() ? { ...closed, state: 'no-vault' } : closed
}

function sessionOf(open: OpenVault, now: number): NonNullable<VaultStatus['session']> {
  const { vault, ledger } = open
  return {
    mode: vault.mode,
    custodianName: vault.custodianName,
    revision: vault.revision,
    // The opener takes no other: there is no legacy path.
    format: FORMAT,
    openedByKit: vault.openedByKit,
    scope: vault.self.scope,
    isSplitKit: vault.self.isSplitKit,
    ...(open.owed === undefined ? {} : { owed: open.owed }),
    hasRecoveryKit: vault.slots().some((slot) => slot.kind === 'recovery-kit'),
    findings: vault.findings.map(({ code, recordId, facts }) => {
      const record = recordId === undefined ? undefined : ledger.records.get(recordId)
      const plain = plainFacts(facts)
      return {
        code,
        ...(recordId === undefined ? {} : { recordId }),
        ...(record === undefined ? {} : { title: recordTitle(record) }),
        ...(plain === undefined ? {} : { facts: plain }),
      }
    }),
    failedUnlocksBefore: open.failedUnlocksBefore,
    reminders: reminderCounts(ledger, dayOf(now)),
  }
}
