import { z } from 'zod'
import { CalendarDayField } from '../records/fields.ts'
import { LEDGER_COLUMNS } from '../reports/ledger-columns.ts'
import { REPORT_KINDS, REPORT_LANGUAGES, type Report } from '../reports/report.ts'
import { call, none } from './call.ts'

/** Which report, over which days, in which language. */
export const ReportChoice = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  language: z.enum(REPORT_LANGUAGES),
  fromOn: CalendarDayField,
  toOn: CalendarDayField,
  /** Of the ledger, in this order. */
  columns: z.array(z.enum(LEDGER_COLUMNS)).max(LEDGER_COLUMNS.length).optional(),
})
export type ReportChoice = z.infer<typeof ReportChoice>

/** Reports for an inspection. Each that leaves the vault is in the trail. */
export const REPORT_CALLS = {
  /** For the screen: the first rows of each table. */
  'reports.preview': call(ReportChoice)<Report>(),
  /** With progress `report`: the rows there are, as `done`. Undefined: the person cancels the dialog. @throws `cancelled` */
  'reports.savePdf': call(ReportChoice)<{ fileName: string } | undefined>(),
  'reports.saveXlsx': call(ReportChoice)<{ fileName: string } | undefined>(),
  'reports.print': call(ReportChoice)<boolean>(),
  /** Ends what is being saved or printed. */
  'reports.cancel': call(none)<void>(),
} as const
