import path from 'node:path'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { ReportChoice } from '../../../shared/contract/reports.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { Report, ReportKind } from '../../../shared/reports/report.ts'
import type { Session } from '../../session.ts'
import type { Vault } from '../../vault/vault.ts'
import type { AuditIndex } from '../audit-index.ts'
import { complianceReport } from './compliance-report.ts'
import { custodiansReport } from './custodians-report.ts'
import { drillsReport } from './drills-report.ts'
import { ledgerReport } from './ledger-report.ts'
import { minuteOf, REPORT_WORDS, type ReportBody, type ReportContext } from './report-context.ts'
import { risksReport } from './risks-report.ts'

type Maker = (context: ReportContext) => ReportBody | Promise<ReportBody>

const MAKERS: Readonly<Record<ReportKind, Maker>> = {
  ledger: ledgerReport,
  compliance: complianceReport,
  risks: risksReport,
  custodians: custodiansReport,
  drills: drillsReport,
}

/** These are about a day, not about a period. */
const OF_A_DAY: readonly ReportKind[] = ['ledger', 'risks']

/**
 * Makes a report of the vault as it is now, with the revision and check words that say which state that is.
 *
 * @throws VaultError `refused` when the period ends before it begins
 */
export async function makeReport(
  session: Session,
  indexOf: (vault: Vault) => AuditIndex,
  choice: ReportChoice,
): Promise<Report> {
  if (choice.fromOn > choice.toOn) throw new VaultError('refused', 'the period is turned round')
  const open = session.open()
  const { vault } = open
  const index = indexOf(vault)
  await index.refresh()
  const now = session.now()
  const today = dayOf(now)
  const words = REPORT_WORDS[choice.language]
  const body = await MAKERS[choice.kind]({ open, index, words, choice, today, now })
  const title = words.title[choice.kind]
  const checkWords = vault.checkWords().join(' ')
  const period = OF_A_DAY.includes(choice.kind)
    ? { label: words.meta.asOf, value: today }
    : { label: words.meta.period, value: words.periodText(choice.fromOn, choice.toOn) }
  return {
    kind: choice.kind,
    language: choice.language,
    title,
    isLandscape: body.isLandscape ?? false,
    meta: [
      { label: words.meta.vault, value: path.basename(vault.path) },
      period,
      { label: words.meta.madeBy, value: vault.custodianName },
      { label: words.meta.madeAt, value: minuteOf(now) },
      { label: words.meta.state, value: `${vault.revision} · ${checkWords}` },
      { label: words.meta.fingerprint, value: vault.exportAudit().fingerprint.join(' ') },
    ],
    figures: body.figures,
    tables: body.tables,
    notes: [...(body.notes ?? []), words.noSecrets],
    watermark: words.watermark(vault.custodianName, today),
    foot: words.foot(title, vault.revision, checkWords),
  }
}

/** The first rows of each table: a page of the window need not hold ten thousand. */
export function previewOf(report: Report, rows: number): Report {
  const { moreRows } = REPORT_WORDS[report.language]
  return {
    ...report,
    tables: report.tables.map((table) =>
      table.rows.length <= rows
        ? table
        : {
            ...table,
            rows: table.rows.slice(0, rows),
            note: moreRows(table.rows.length - rows),
          },
    ),
  }
}
