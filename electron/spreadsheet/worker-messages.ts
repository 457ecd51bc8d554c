import type { VaultErrorCode, VaultErrorFacts } from '../../shared/errors.ts'
import type { Workbook } from './workbook.ts'
import type { SheetToWrite } from './xlsx-writer.ts'

/** What the worker is started for. */
export type WorkerTask = { task: 'read'; path: string } | { task: 'write'; sheets: SheetToWrite[] }

/** What it tells on the way: the share of the work that is done, 0 … 1. */
export type WorkerProgress = { progress: number }

/** Its one answer. */
export type WorkerAnswer =
  | { ok: true; workbook: Workbook }
  | { ok: true; bytes: Uint8Array }
  | { ok: false; code: VaultErrorCode; facts: VaultErrorFacts }
