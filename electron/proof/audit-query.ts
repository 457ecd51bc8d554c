import type { AuditPage, AuditPerson } from '../../shared/audit-view.ts'
import type { AuditFilter } from '../../shared/contract/audit.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { AuditLine } from '../../shared/views.ts'
import { auditLine } from '../audit-line.ts'
import { custodianNames, type NameOf } from '../custodian-names.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { credentialsOfFiling, domainsOf } from '../ledger/row.ts'
import { recordOf, usersOf } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { AuditRecord, RecordId } from '../vault/vault.ts'
import type { AuditIndex } from './audit-index.ts'
import { isClockSetBack } from './clock-set-back.ts'

/** A page of the entries that fit. */
export async function queryAudit(
  open: OpenVault,
  index: AuditIndex,
  { filter, from, count }: { filter: AuditFilter; from: number; count: number },
): Promise<AuditPage> {
  const { vault, ledger } = open
  if (Object.values(filter).every((value) => value === undefined)) {
    return everything(open, from, count)
  }
  await index.refresh()
  const nameOf = custodianNames(open)
  const titles = new Map<RecordId, string>()
  const sequences = index.find(filter, {
    aboutIds: filter.aboutId === undefined ? undefined : belongingTo(ledger, filter.aboutId),
    nameOf: (id) => nameOf(id).toLowerCase(),
    titleOf(id) {
      let title = titles.get(id)
      if (title === undefined) {
        const record = ledger.records.get(id)
        title = record === undefined ? '' : recordTitle(record).toLowerCase()
        titles.set(id, title)
      }
      return title
    },
  })
  return {
    lines: sequences
      .slice(from, from + count)
      .flatMap((sequence) =>
        linesOf(open, vault.audit({ beforeSequence: sequence + 1, limit: 2 }), 1, nameOf),
      ),
    total: sequences.length,
    entries: index.count,
  }
}

/** Without a filter nothing needs to be looked through. */
function everything(open: OpenVault, from: number, count: number): AuditPage {
  const [newest] = open.vault.audit({ limit: 1 })
  const entries = newest?.sequence ?? 0
  const page =
    from >= entries
      ? []
      : open.vault.audit({ beforeSequence: entries + 1 - from, limit: count + 1 })
  const nameOf = custodianNames(open)
  return { lines: linesOf(open, page, count, nameOf), total: entries, entries }
}

/** The first `count` of what was read, newest first; the one after them tells of the last. */
function linesOf(
  open: OpenVault,
  records: readonly AuditRecord[],
  count: number,
  nameOf: NameOf,
): AuditLine[] {
  return records.slice(0, count).map((record, place) => ({
    ...auditLine(open, record, nameOf),
    ...(isClockSetBack(record, records[place + 1]) && { isClockSetBack: true }),
  }))
}

export async function auditPeople(open: OpenVault, index: AuditIndex): Promise<AuditPerson[]> {
  await index.refresh()
  const nameOf = custodianNames(open)
  return [...index.people()]
    .map(([custodianId, entries]) => ({ custodianId, name: nameOf(custodianId), entries }))
    .sort((a, b) => b.entries - a.entries)
}

/** The record, and of a filing all that stands in its drawer as its own. */
function belongingTo(ledger: Ledger, id: RecordId): Set<RecordId> {
  const ids = new Set([id])
  const service = recordOf(ledger, 'service', id)
  const entity = recordOf(ledger, 'entity', id)
  if (service !== undefined) {
    for (const one of domainsOf(ledger, id)) ids.add(one.id)
    for (const one of credentialsOfFiling(ledger, service.data.entityId, id)) ids.add(one.id)
  }
  if (entity !== undefined) {
    for (const one of usersOf(ledger, id, 'credential')) ids.add(one.id)
    for (const one of usersOf(ledger, id, 'contact')) ids.add(one.id)
  }
  return ids
}
