import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import type { REPORT_CALLS, ReportChoice } from '../../shared/contract/reports.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Report } from '../../shared/reports/report.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import type { Handlers } from '../handlers.ts'
import { auditEntries } from '../ledger/write.ts'
import { createOneWork } from '../one-work.ts'
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

type Facts = Record<string, string>

/** 报告: made for an inspection, shown, printed, written. */
export function reportsHandlers(
  session: Session,
  spreadsheets: Spreadsheets,
  indexOf: (vault: Vault) => AuditIndex,
): Pick<Handlers, keyof typeof REPORT_CALLS> {
  const leaving = createOneWork()

  /** Asks where to, tells the trail, and writes. */
  const save = async (
    choice: ReportChoice,
    extension: 'pdf' | 'xlsx',
    bytesOf: (report: Report, signal: AbortSignal) => Promise<Uint8Array>,
  ) => {
    const action = `report.save-${extension}`
    requireSecondPerson(session, 'export', { action, facts: factsOf(choice) }, choice)
    const title = REPORT_WORDS[choice.language].title[choice.kind]
    const suggestedName = `${title} ${dayOf(session.now())}.${extension}`
    const file = await session.host('dialog.saveFile', { suggestedName, extension })
    if (file === undefined) return undefined
    const fileName = path.basename(file)
    const facts = { ...factsOf(choice), fileName }
    await leave(action, facts, choice, async (report, signal) => {
      const bytes = await bytesOf(report, signal)
      requireWanted(signal)
      writeForPerson(file, bytes)
    })
    return { fileName }
  }

  /**
   * Tells the trail, makes the report, and does with it what was told. The trail is told before anything is made:
   * what the report says then counts itself, too. Where it is cancelled the trail is told that as well.
   */
  const leave = <T>(
    action: string,
    facts: Facts,
    choice: ReportChoice,
    use: (report: Report, signal: AbortSignal) => Promise<T>,
  ): Promise<T> =>
    leaving.run(async (signal) => {
      tell(action, facts)
      try {
        emit('make', 0)
        const report = await makeReport(session, indexOf, choice)
        requireWanted(signal)
        emit('write', rowCountOf(report))
        return await unlessCancelled(use(report, signal), signal)
      } catch (error) {
        if (!signal.aborted) throw error
        tell('report.cancelled', facts)
        throw cancelled()
      }
    })
  const emit = (step: 'make' | 'write', done: number) =>
    session.emit({ event: 'progress', task: 'report', step, done, total: 0 })
  const tell = (action: string, facts: Facts) =>
    session.open().vault.appendAudit(auditEntries(session, [{ action, facts }]))

  /** A printing of main's that ends with the signal. */
  const asJob = <T>(signal: AbortSignal, print: (job: string) => Promise<T>): Promise<T> => {
    const job = randomUUID()
    signal.addEventListener('abort', () => {
      // Nobody waits for the printing any more, so nobody is told if it could not be ended.
      session.host('print.cancel', { job }).catch(() => undefined)
    })
    return print(job)
  }

  return {
    'reports.preview': async (choice) =>
      previewOf(await makeReport(session, indexOf, choice), PREVIEW_ROWS),
    'reports.savePdf': (choice) =>
      save(choice, 'pdf', (report, signal) =>
        asJob(signal, (job) =>
          session.host('print.pdf', {
            html: renderReportPage(report, 'pdf'),
            title: report.title,
            job,
            marginsMm: REPORT_MARGINS_MM,
            isLandscape: report.isLandscape,
            footer: { text: report.foot, page: REPORT_WORDS[report.language].page },
          }),
        ),
      ),
    'reports.saveXlsx': (choice) =>
      save(choice, 'xlsx', (report) => spreadsheets.write(reportSheets(report))),
    'reports.print': async (choice) => {
      const facts = factsOf(choice)
      requireSecondPerson(session, 'export', { action: 'report.print', facts }, choice)
      return leave('report.print', facts, choice, (report, signal) => {
        const { title, isLandscape } = report
        const html = renderReportPage(report, 'paper')
        return asJob(signal, (job) => session.host('print.page', { html, title, isLandscape, job }))
      })
    },
    'reports.cancel': leaving.stop,
  }
}

/** What comes of it, or `cancelled` at once: what goes on then is dropped. */
function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled()))
    work.then(resolve, reject)
  })
}

function requireWanted(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled()
}

function cancelled(): VaultError {
  return new VaultError('cancelled', 'the report was cancelled')
}

function rowCountOf({ tables }: Report): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0)
}

function factsOf({ kind, fromOn, toOn }: ReportChoice): Facts {
  return { report: kind, fromOn, toOn }
}
