import { dayOf } from '../../shared/calendar-day.ts'
import { auditEntries } from '../ledger/write.ts'
import { renderLetterPage } from '../letters/letter-page.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { readCase } from './change.ts'
import { caseSheet } from './sheet.ts'

/**
 * Prints the record of a case. The audit trail tells of it before, as of everything that leaves the vault.
 *
 * @returns false when the person cancels.
 * @throws VaultError `record-not-found`
 */
export async function printCase(session: Session, id: RecordId): Promise<boolean> {
  const { vault } = session.open()
  const view = readCase(session, id)
  const facts = { printedOn: dayOf(session.now()), person: vault.custodianName }
  const html = renderLetterPage(caseSheet(view, facts), 'paper')
  const title = `${view.record.data.number} 备案找回办理记录`
  vault.appendAudit(auditEntries(session, [{ action: 'case.print', recordId: id }]))
  return await session.host('print.page', { html, title })
}
