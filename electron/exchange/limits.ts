/**
 * What a file of another password manager may be at most. Far above what a person keeps, and low enough that a
 * hostile file ends in an error before it costs more than the reading worker can give.
 */
export const MAX_FILE_BYTES = 100 * 1024 * 1024
/** What a KDBX or 1PUX may unpack to. */
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024
/** Entries over all groups, their older versions not counted. */
export const MAX_ENTRIES = 50_000
/** Groups inside groups; XML elements and JSON levels inside others are bounded with it. */
export const MAX_DEPTH = 64
/** Characters of one field. */
export const MAX_FIELD_CHARS = 1_000_000
/** Files that one import may bring as papers, their bytes counted for each paper, and how many. */
export const MAX_PAPERS_BYTES = 500 * 1024 * 1024
export const MAX_PAPERS = 10_000
/** A file that takes longer is refused. */
export const READER_TIMEOUT_MS = 180_000
/** Heap of the reading worker; past it the worker ends, not the process. */
export const READER_HEAP_MB = 1_200
