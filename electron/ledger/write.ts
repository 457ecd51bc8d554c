import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import type { Session } from '../session.ts'
import type {
  AttachmentChanges,
  AuditEntry,
  LongWrite,
  RecordChange,
  RecordId,
  WriteResult,
} from '../vault/vault.ts'
import type { Ledger } from './ledger.ts'
import { patchLedger, reminderCounts, rowCount } from './ledger.ts'
import { namedAttachments } from './staged-files.ts'
import { ledgerRecord, overviewOf } from './store.ts'
import { dropUndo, pushUndo, requireUndo } from './undo-stack.ts'

/** A change of the ledger: the vault's, with an overview of a known kind. */
export type LedgerChange =
  | Extract<RecordChange, { type: 'delete' }>
  | (Omit<Extract<RecordChange, { type: 'put' }>, 'overview'> & { overview: RecordOverview })

/** What is told of in the audit trail: what was done, to which record. Never a secret. */
export type Act = {
  action: string
  recordId?: RecordId
  facts?: Readonly<Record<string, string | number>>
}

/**
 * The one way to change records: durable in the file, with the contents that come or go with them, then in
 * memory, then told to the window.
 *
 * @throws VaultError those of `Vault.write`; nothing is changed then.
 */
export function writeRecords(
  session: Session,
  changes: readonly LedgerChange[],
  acts: readonly Act[],
  attachments?: AttachmentChanges,
): { undoToken: number } {
  const { vault, ledger } = session.open()
  const inverse = inverseOf(session, changes)
  const result = vault.write(changes, auditEntries(session, acts), attachments)
  return finish(session, ledger, changes, inverse, result)
}

/**
 * The same for very many records, in slices that let the event loop breathe; still one transaction.
 *
 * @throws VaultError `cancelled`, and those of `Vault.writeMany`
 */
export async function writeManyRecords(
  session: Session,
  changes: readonly LedgerChange[],
  acts: readonly Act[],
  options: LongWrite = {},
): Promise<{ undoToken: number }> {
  const { vault, ledger } = session.open()
  const inverse = inverseOf(session, changes)
  const result = await vault.writeMany(changes, auditEntries(session, acts), options)
  return finish(session, ledger, changes, inverse, result)
}

/**
 * Takes a change back, once.
 *
 * @throws VaultError `nothing-to-undo`, or `record-changed-meanwhile` when one of its records was
 * changed again since.
 */
export function undoChange(session: Session, token: number): void {
  const { vault, ledger } = session.open()
  const { inverse, revisions } = requireUndo(ledger.undo, token)
  for (const [id, revision] of revisions) {
    if (ledger.records.get(id)?.revision !== revision) {
      throw new VaultError('record-changed-meanwhile', 'a record was changed again')
    }
  }
  // `as`: inverses are made of overviews that were in the ledger.
  const changes = inverse as readonly LedgerChange[]
  const recordId = changes[0]?.id
  const act: Act = { action: 'record.undo', facts: { count: changes.length } }
  const result = vault.write(
    changes,
    auditEntries(session, [recordId === undefined ? act : { ...act, recordId }]),
    { added: [], removedIds: droppedAttachments(ledger, changes) },
  )
  dropUndo(ledger.undo, token)
  takeIn(session, changes, result)
}

/** Contents that records name now and would not after `changes`: an undone change cannot be done again. */
function droppedAttachments(ledger: Ledger, changes: readonly LedgerChange[]): RecordId[] {
  return changes.flatMap((change) => {
    const before = ledger.records.get(change.id)
    if (before === undefined) return []
    const kept = change.type === 'put' ? namedAttachments(change.overview) : []
    return namedAttachments(before).filter((id) => !kept.includes(id))
  })
}

/** Entries for the vault's trail, in the name of the custodian who opened it. */
export function auditEntries(session: Session, acts: readonly Act[]): AuditEntry[] {
  return acts.map((act) => auditEntry(session, act))
}

/** An entry for the vault's trail, in the name of the custodian who opened it. */
export function auditEntry(session: Session, act: Act): AuditEntry {
  return { ...act, at: session.now(), custodianId: session.open().vault.custodianId }
}

function finish(
  session: Session,
  ledger: Ledger,
  changes: readonly LedgerChange[],
  inverse: readonly RecordChange[],
  result: WriteResult,
): { undoToken: number } {
  takeIn(session, changes, result)
  const revisions = new Map(changes.map(({ id }) => [id, ledger.records.get(id)?.revision]))
  return { undoToken: pushUndo(ledger.undo, { inverse, revisions }) }
}

/** Brings the memory to what is in the file now, and tells the window. */
export function takeIn(
  session: Session,
  changes: readonly LedgerChange[],
  result: WriteResult,
): void {
  const { ledger } = session.open()
  const today = dayOf(session.now())
  const records = new Map<RecordId, LedgerRecord | undefined>()
  for (const change of changes) {
    if (change.type === 'delete') {
      records.set(change.id, undefined)
      continue
    }
    const before = ledger.records.get(change.id)
    const hasSecret =
      change.secret === undefined ? before?.hasSecret === true : change.secret !== null
    const revision = result.revisions.get(change.id) ?? result.revision
    records.set(change.id, ledgerRecord(change.id, revision, hasSecret, change.overview))
  }
  const rows = patchLedger(ledger, records, today)
  session.emit({ event: 'ledger-changed', ...rows, total: rowCount(ledger) })
  session.emit({ event: 'reminders-changed', ...reminderCounts(ledger, today) })
}

/** What puts everything back as it is now, last change first. */
function inverseOf(session: Session, changes: readonly LedgerChange[]): RecordChange[] {
  const { vault, ledger } = session.open()
  return changes
    .map((change): RecordChange => {
      const before = ledger.records.get(change.id)
      if (before === undefined) return { type: 'delete', id: change.id }
      const put = { type: 'put', id: change.id, overview: overviewOf(before) } as const
      const touchesSecret = change.type === 'delete' || change.secret !== undefined
      if (!touchesSecret) return put
      return { ...put, secret: before.hasSecret ? (vault.peekSecret(change.id) ?? null) : null }
    })
    .reverse()
}
