import { dayOf } from '../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Handlers } from '../handlers.ts'
import { checkRecord } from '../ledger/check.ts'
import { createFiling } from '../ledger/filing.ts'
import { requireDraft, saveRecord } from '../ledger/save.ts'
import { oldestFirst, requireRecord } from '../ledger/store.ts'
import { purgeRecords, restoreRecords, trashRecords } from '../ledger/trash.ts'
import { undoChange } from '../ledger/write.ts'
import type { Session } from '../session.ts'

/** Records of every kind: read, check, save, trash, restore, purge, undo. */
export function recordsHandlers(
  session: Session,
): Pick<
  Handlers,
  | 'records.list'
  | 'records.read'
  | 'records.check'
  | 'records.save'
  | 'records.createFiling'
  | 'records.trash'
  | 'records.restore'
  | 'records.purge'
  | 'records.undo'
> {
  return {
    'records.list': ({ kind, trashed }) => {
      const ofKind = session.open().ledger.kinds[kind]
      const isWanted = trashed === true
      const isListed = (record: LedgerRecord) => (record.trashedAt !== undefined) === isWanted
      return oldestFirst([...ofKind].filter(isListed))
    },
    'records.read': ({ id }) => requireRecord(session.open().ledger, id),
    'records.check': ({ kind, id, data }) => {
      const options = { today: dayOf(session.now()), id }
      return checkRecord(session.open().ledger, kind, requireDraft(data), options).findings
    },
    'records.save': (input) => saveRecord(session, input),
    'records.createFiling': (filing) => createFiling(session, filing),
    'records.trash': ({ ids }) => trashRecords(session, ids),
    'records.restore': ({ ids }) => restoreRecords(session, ids),
    'records.purge': ({ ids }) => purgeRecords(session, ids),
    'records.undo': ({ undoToken }) => undoChange(session, undoToken),
  }
}
