/**
 * What a spreadsheet may be at most. Far above any ledger of filings, and low enough that a hostile
 * file ends in an error before it costs more than the reader's process can give.
 */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
/** Sum of all parts of an xlsx once inflated. */
export const MAX_INFLATED_BYTES = 300 * 1024 * 1024
export const MAX_ZIP_PARTS = 2_000
/** Rows that hold anything, over all sheets. */
export const MAX_ROWS = 200_000
/** Columns beyond are left out; the contract maps no more. */
export const MAX_COLUMNS = 500
/** Cells that hold anything, over all sheets, repeated merged values included. */
export const MAX_CELLS = 5_000_000
export const MAX_SHEETS = 200
/** Excel's own bound for the text of one cell. */
export const MAX_CELL_CHARS = 32_767
/** Heap of the reading worker; past it the worker ends, not the process. */
export const READER_HEAP_MB = 1_800
/** A file that takes longer is refused. */
export const READER_TIMEOUT_MS = 90_000
