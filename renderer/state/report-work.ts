import type { StateCreator } from 'zustand'

export type ReportWork = {
  which: 'pdf' | 'xlsx' | 'print'
  /** Unix ms. */
  startedAt: number
  /** How many rows are written or printed; absent while the report is put together. */
  rows?: number
}

export type ReportWorkSlice = {
  /** The report that is being saved or printed. It goes on while the person is elsewhere in the app. */
  reportWork: ReportWork | undefined
  beginReport(which: ReportWork['which']): void
  noteReportRows(rows: number): void
  endReport(): void
}

/** One report leaves at a time. */
export const createReportWorkSlice = (): StateCreator<ReportWorkSlice> => (set) => ({
  reportWork: undefined,
  beginReport: (which) => set({ reportWork: { which, startedAt: Date.now() } }),
  noteReportRows: (rows) =>
    set(({ reportWork }) => ({ reportWork: reportWork && { ...reportWork, rows } })),
  endReport: () => set({ reportWork: undefined }),
})
