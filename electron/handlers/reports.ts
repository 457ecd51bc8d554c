import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import type { REPORT_CALLS, ReportChoice } from '../../shared/contract/reports.ts'
import type { Report } from '../../shared/reports/report.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import type { Handlers } from '../handlers.ts'
import { auditEntries } from '../ledger/write.ts'
import type { AuditIndex } from '../proof/audit-index.ts'
import { makeReport, previewOf } from '../proof/reports/make-report.ts'
import { REPORT_WORDS } from '../proof/reports/report-context.ts'
import { renderReportPage } from '../proof/reports/report-page.ts'
import { reportSheets } from '../proof/reports/report-sheets.ts'
import { REPORT_MARGINS_MM } from '../proof/reports/report-style.ts'
import type { Session } from '../session.ts'
import type { Spreadsheets } from '../spreadsheet/spreadsheets.ts'
import type { Vault } from '../vault/vault.ts'
import { writeForPerson } from '../written-file.ts'

/** Rows of each table that the window shows. */
const PREVIEW_ROWS = 100

/** 报告: made for an inspection, shown, printed, written. */
export function reportsHandlers(
  session: Session,
  spreadsheets: Spreadsheets,
  indexOf: (vault: Vault) => AuditIndex,
): Pick<Handlers, keyof typeof REPORT_CALLS> {
  /** Asks where to, tells the trail, and writes. */
  const save = async (
    choice: ReportChoice,
    extension: 'pdf' | 'xlsx',
    bytesOf: (report: Report) => Promise<Uint8Array>,
  ) => {
    const action = `report.save-${extension}`
    requireSecondPerson(session, 'export', { action, facts: factsOf(choice) })
    const title = REPORT_WORDS[choice.language].title[choice.kind]
    const suggestedName = `${title} ${dayOf(session.now())}.${extension}`
    const file = await session.host('dialog.saveFile', { suggestedName, extension })
    if (file === undefined) return undefined
    const fileName = path.basename(file)
    tell(action, choice, { fileName })
    writeForPerson(file, await bytesOf(await makeReport(session, indexOf, choice)))
    return { fileName }
  }
  /** Before anything is made: what the report says then counts itself, too. */
  const tell = (action: string, choice: ReportChoice, more: Record<string, string> = {}) => {
    const act = { action, facts: { ...factsOf(choice), ...more } }
    session.open().vault.appendAudit(auditEntries(session, [act]))
  }

  return {
    'reports.preview': async (choice) =>
      previewOf(await makeReport(session, indexOf, choice), PREVIEW_ROWS),
    'reports.savePdf': (choice) =>
      save(choice, 'pdf', (report) =>
        session.host('print.pdf', {
          html: renderReportPage(report, 'pdf'),
          title: report.title,
          marginsMm: REPORT_MARGINS_MM,
          isLandscape: report.isLandscape,
          footer: { text: report.foot, page: REPORT_WORDS[report.language].page },
        }),
      ),
    'reports.saveXlsx': (choice) =>
      save(choice, 'xlsx', (report) => spreadsheets.write(reportSheets(report))),
    'reports.print': async (choice) => {
      requireSecondPerson(session, 'export', { action: 'report.print', facts: factsOf(choice) })
      tell('report.print', choice)
      const report = await makeReport(session, indexOf, choice)
      const { title, isLandscape } = report
      return session.host('print.page', {
        html: renderReportPage(report, 'paper'),
        title,
        isLandscape,
      })
    },
  }
}

function factsOf({ kind, fromOn, toOn }: ReportChoice): Record<string, string> {
  return { report: kind, fromOn, toOn }
}
