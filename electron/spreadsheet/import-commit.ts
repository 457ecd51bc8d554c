import { VaultError } from '../../shared/errors.ts'
import { isRefused } from '../../shared/field/record-check.ts'
import type { ImportPlan, ImportResult } from '../../shared/import.ts'
import { writeManyRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { createImportBuilder } from './import-builder.ts'
import type { RowDraft } from './row-draft.ts'

/**
 * Imports the chosen rows in one transaction: all or none.
 *
 * @param drafts - All rows by the plan's mapping.
 * @throws VaultError `cancelled`, `file-has-no-rows` when nothing is chosen, and those of writing.
 */
export async function commitImport(
  session: Session,
  source: { drafts: AsyncIterable<RowDraft> | Iterable<RowDraft>; fileName: string },
  plan: ImportPlan,
  isCancelled: () => boolean,
): Promise<ImportResult> {
  const { vault, ledger } = session.open()
  const now = session.now()
  const builder = createImportBuilder(ledger, { now, peekSecret: (id) => vault.peekSecret(id) })
  const leftOut = new Set(plan.leftOut)
  const mended = new Set(plan.mended)
  const counts = { created: 0, updated: 0, skipped: 0 }
  for await (const draft of source.drafts) {
    if (isCancelled()) throw new VaultError('cancelled', 'the import was cancelled')
    const taken = isRefused(draft.findings) && mended.has(draft.row) ? draft.mended : draft
    if (taken === undefined || leftOut.has(draft.row) || isRefused(taken.findings)) {
      counts.skipped += 1
    } else counts[builder.add(taken, plan.choices[draft.row] ?? plan.duplicates)] += 1
  }
  const { changes, passwords, providersToFill } = builder.finish()
  const facts = { fileName: source.fileName, ...counts, records: changes.length, passwords }
  const result = { ...facts, providersToFill }
  if (changes.length === 0) {
    if (counts.created + counts.updated + counts.skipped > 0) return result
    throw new VaultError('file-has-no-rows', 'no row to import')
  }
  const { undoToken } = await writeManyRecords(
    session,
    changes,
    [{ action: 'ledger.import', facts }],
    {
      isCancelled,
      onProgress: (done, total) => session.emit({ event: 'progress', task: 'import', done, total }),
    },
  )
  return { ...result, undoToken }
}
