import { VaultError } from '../../shared/errors.ts'
import type { RecordChange, RecordId } from '../vault/vault.ts'

/** What takes a change back. */
export type UndoEntry = {
  token: number
  /** Puts the records as they were. Old secrets are in here: it lives in the vault process only, until lock. */
  inverse: readonly RecordChange[]
  /** The revision each record has while nobody changed it again; undefined for one that is gone. */
  revisions: ReadonlyMap<RecordId, number | undefined>
}

/** The latest changes that can be taken back, newest last. */
export type UndoStack = { nextToken: number; entries: UndoEntry[] }

const MAX_ENTRIES = 20

export function createUndoStack(): UndoStack {
  return { nextToken: 1, entries: [] }
}

/** @returns the token that takes the change back. */
export function pushUndo(stack: UndoStack, entry: Omit<UndoEntry, 'token'>): number {
  const token = stack.nextToken
  stack.nextToken += 1
  stack.entries.push({ ...entry, token })
  if (stack.entries.length > MAX_ENTRIES) stack.entries.shift()
  return token
}

/** @throws VaultError `nothing-to-undo` */
export function requireUndo(stack: UndoStack, token: number): UndoEntry {
  const entry = stack.entries.find((one) => one.token === token)
  if (entry === undefined) throw new VaultError('nothing-to-undo', 'the change is too old')
  return entry
}

/** An undone change cannot be undone again. */
export function dropUndo(stack: UndoStack, token: number): void {
  stack.entries = stack.entries.filter((one) => one.token !== token)
}
