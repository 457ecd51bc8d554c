import { dayOf } from '../shared/calendar-day.ts'
import { createLedger } from './ledger/ledger.ts'
import type { OpenVault } from './session.ts'
import type { Vault } from './vault/vault.ts'

/** Builds beside a vault that was just opened what is kept in memory until it is locked. */
export function openVaultOf(vault: Vault): OpenVault {
  const open = {
    vault,
    ledger: createLedger(vault.records()),
    failedUnlocksBefore: failedUnlocksBefore(vault),
    approvals: new Map(),
  }
  noteWaysIn(open)
  return open
}

/** Tells the reminders of the ways into the vault; to be called again when those are others. */
export function noteWaysIn({ vault, ledger: { alarmTable } }: OpenVault): void {
  const slots = vault.slots()
  const kits = slots.filter(({ kind }) => kind === 'recovery-kit')
  const madeAt = Math.max(...kits.map(({ createdAt }) => createdAt))
  alarmTable.waysIn = {
    custodianIds: new Set(slots.map(({ custodianId }) => custodianId)),
    ...(kits.length === 0 ? {} : { kitMadeOn: dayOf(madeAt) }),
  }
  alarmTable.vaultWide = undefined
}

/** The unlock wrote into the trail, in its own revision, how often it failed on this machine before. */
function failedUnlocksBefore(vault: Vault): number {
  if (vault.mode !== 'normal') return 0
  const entry = vault
    .audit({ limit: 4 })
    .find(({ action, revision }) => action === 'vault.unlock-failed' && revision === vault.revision)
  const count = entry?.facts?.['count']
  return typeof count === 'number' ? count : 0
}
