import { existsSync } from 'node:fs'
import path from 'node:path'
import { dayOf } from '../shared/calendar-day.ts'
import type { VaultStatus } from '../shared/views.ts'
import { plainFacts } from './audit-line.ts'
import { reminderCounts, rowCount } from './ledger/ledger.ts'
import { titleOf } from './ledger/titles.ts'
import type { OpenVault, SessionControl } from './session.ts'

/** Where the app stands: all that the first screen needs, in one answer. */
export function statusOf(session: SessionControl): VaultStatus {
  const { preferences, app, recentPaths, lockedBy } = session.hostState
  const chosen = session.chosenPath()
  const common = {
    ...(chosen === undefined ? {} : { vault: placeOf(chosen) }),
    recent: recentPaths.map((one) => ({ ...placeOf(one), isMissing: !existsSync(one) })),
    preferences,
    app,
  }
  if (session.isOpen()) {
    return { ...common, state: 'unlocked', session: sessionOf(session.open(), session.now()) }
  }
  if (chosen === undefined || session.isNew()) return { ...common, state: 'no-vault' }
  return { ...common, state: 'locked', ...(lockedBy === undefined ? {} : { lockedBy }) }
}

function sessionOf(open: OpenVault, now: number): NonNullable<VaultStatus['session']> {
  const { vault, ledger } = open
  return {
    mode: vault.mode,
    custodianName: vault.custodianName,
    revision: vault.revision,
    openedByKit: vault.openedByKit,
    hasRecoveryKit: vault.slots().some((slot) => slot.kind === 'recovery-kit'),
    findings: vault.findings.map(({ code, recordId, facts }) => {
      const record = recordId === undefined ? undefined : ledger.records.get(recordId)
      const plain = plainFacts(facts)
      return {
        code,
        ...(recordId === undefined ? {} : { recordId }),
        ...(record === undefined ? {} : { title: titleOf(record) }),
        ...(plain === undefined ? {} : { facts: plain }),
      }
    }),
    failedUnlocksBefore: open.failedUnlocksBefore,
    rowCount: rowCount(ledger),
    reminders: reminderCounts(ledger, dayOf(now)),
  }
}

function placeOf(file: string): { fileName: string; folder: string } {
  return { fileName: path.basename(file), folder: path.dirname(file) }
}
