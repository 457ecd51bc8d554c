import { dayOf } from '../../shared/calendar-day.ts'
import type { CustodianLine, CustodiansView, WayIn } from '../../shared/custodians.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { liveRecords, type RecordStore } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { SlotSummary, Vault } from '../vault/vault.ts'
import { latestEntries } from './notices.ts'
import { ruleOf } from './rule.ts'

/** Everybody with a way into the vault, and who is only known by their record. */
export function custodiansView(open: OpenVault, now: number): CustodiansView {
  const { vault, ledger } = open
  const all = vault.slots()
  const slots = all.filter(({ split }) => split === undefined)
  const records = recordsById(ledger)
  const ids = new Set([...slots.map(({ custodianId }) => custodianId), ...records.keys()])
  ids.delete('')
  const unlocks = lastUnlocks(vault, ids)
  const custodians = [...ids].map((id) => {
    const own = slots.filter(({ custodianId }) => custodianId === id)
    return lineOf(vault, id, own, records.get(id), unlocks.get(id), now)
  })
  custodians.sort(compareLines)
  const openers = slots.filter((slot) => slot.kind === 'passphrase' && slot.scope === 'all')
  return {
    custodians,
    companyWays: all.filter(({ split }) => split !== undefined).map((slot) => wayIn(slot, now)),
    isAlone: new Set(openers.map(({ custodianId }) => custodianId)).size < 2,
    rule: ruleOf(ledger),
    approvers: approversOf(vault).map(({ custodianName }) => custodianName),
  }
}

/** Who can approve what this person does: others with a passphrase that opens everything. */
export function approversOf(vault: Vault): SlotSummary[] {
  return vault
    .slots()
    .filter(
      ({ kind, scope, custodianId }) =>
        kind === 'passphrase' && scope === 'all' && custodianId !== vault.custodianId,
    )
}

/** The record of each custodian, by the id in the vault's certificate. */
export function recordsById(store: RecordStore): Map<string, LedgerRecord<'custodian'>> {
  const records = new Map<string, LedgerRecord<'custodian'>>()
  for (const record of liveRecords(store, 'custodian')) records.set(record.data.custodianId, record)
  return records
}

function lineOf(
  vault: Vault,
  custodianId: string,
  slots: readonly SlotSummary[],
  record: LedgerRecord<'custodian'> | undefined,
  lastUnlockAt: number | undefined,
  now: number,
): CustodianLine {
  const [first] = slots
  const isAuditor = slots.length > 0 && slots.every(({ scope }) => scope === 'ledger')
  const known = record?.data
  const role = known?.role ?? (isAuditor ? 'auditor' : 'custodian')
  const joinedOn = known?.joinedOn ?? (first && dayOf(first.createdAt))
  return {
    custodianId,
    name: known?.name ?? first?.custodianName ?? '',
    // What a person may open is told by their ways in, whatever the record says.
    role: isAuditor ? 'auditor' : role === 'auditor' && slots.length > 0 ? 'custodian' : role,
    ...(known?.post === undefined ? {} : { post: known.post }),
    ...(known?.staffNumber === undefined ? {} : { staffNumber: known.staffNumber }),
    ...(known?.notes === undefined ? {} : { notes: known.notes }),
    ...(joinedOn === undefined ? {} : { joinedOn }),
    ...(known?.leftOn === undefined ? {} : { leftOn: known.leftOn }),
    isSelf: custodianId === vault.custodianId,
    ways: slots.map((slot) => wayIn(slot, now)),
    canOpen: slots.some(({ kind }) => kind === 'passphrase'),
    ...(lastUnlockAt === undefined ? {} : { lastUnlockAt }),
  }
}

function wayIn({ id, kind, createdAt, expiresAt, split }: SlotSummary, now: number): WayIn {
  return {
    slotId: id,
    kind,
    createdAt,
    isExpired: expiresAt !== undefined && expiresAt <= now,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(split === undefined
      ? {}
      : { split: { threshold: split.threshold, holders: split.holders } }),
  }
}

/** Ourselves first, then who can open, who is invited, who has left; by name. */
function compareLines(a: CustodianLine, b: CustodianLine): number {
  return rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'zh-CN')
}

function rankOf({ isSelf, canOpen, ways }: CustodianLine): number {
  if (isSelf) return 0
  if (canOpen) return 1
  return ways.length > 0 ? 2 : 3
}

function lastUnlocks(vault: Vault, ids: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>()
  for (const { action, custodianId, at } of latestEntries(vault)) {
    if (action === 'vault.unlocked' && !found.has(custodianId)) found.set(custodianId, at)
    if (found.size === ids.size) break
  }
  return found
}
