import type { DueList, DueListKeeping } from './due-list.ts'
import type { LockReason } from './lock-reason.ts'
import type { Preferences } from './preferences.ts'

/** What the vault process asks of main. Each asks for one thing and gets one answer. */
export type HostCalls = {
  'dialog.openVault': { input: undefined; output: string | undefined }
  'dialog.saveVault': { input: { suggestedName: string }; output: string | undefined }
  'dialog.openSpreadsheet': { input: undefined; output: string | undefined }
  /** A file of another password manager, or the key file that goes with it. */
  'dialog.openForeign': { input: { what: 'file' | 'key-file' }; output: string | undefined }
  /** Files of papers, several at once. */
  'dialog.openFiles': { input: undefined; output: string[] | undefined }
  /** A signed 交接单 as a file. */
  'dialog.openSheet': { input: undefined; output: string | undefined }
  /** The key file of somebody who wants to join. */
  'dialog.openKeyFile': { input: undefined; output: string | undefined }
  /** A folder for backups. */
  'dialog.chooseFolder': { input: undefined; output: string | undefined }
  'dialog.saveFile': {
    input: { suggestedName: string; extension: string }
    output: string | undefined
  }
  /** Puts `text` on the clipboard and clears it after `clearAfterSeconds`, at lock and at quit, if it is still there. */
  'clipboard.copySecret': { input: { text: string; clearAfterSeconds: number }; output: undefined }
  'clipboard.copyText': { input: { text: string }; output: undefined }
  'preferences.read': { input: undefined; output: HostState }
  'preferences.save': { input: Preferences; output: undefined }
  'recent.remember': { input: { path: string }; output: undefined }
  'recent.forget': { input: { path: string }; output: undefined }
  /**
   * Prints a page of our own; resolves false when the person cancels. `html` holds no script. By `job`, any name for
   * it, it can be ended.
   */
  'print.page': {
    input: { html: string; title: string; isLandscape?: boolean; job?: string }
    output: boolean
  }
  /** The same page as an A4 PDF with page numbers. */
  'print.pdf': {
    input: {
      html: string
      title: string
      isLandscape?: boolean
      job?: string
      /** Besides the numbers, and the words around them; 第 X 页 共 Y 页 in the middle where there is none. */
      footer?: { text: string; page: readonly [string, string, string] }
      marginsMm: { top: number; right: number; bottom: number; left: number }
    }
    output: Uint8Array
  }
  /** Ends that printing, which then fails. */
  'print.cancel': { input: { job: string }; output: undefined }
  'notify.reminders': { input: { danger: number; due: number }; output: undefined }
  'link.open': { input: { link: 'miit-filing' | 'police-filing' }; output: boolean }
  /** The key for anchors that the system's keychain keeps, base64 of 32 bytes; absent: no real keychain here. */
  'keychain.anchorKey': { input: undefined; output: string | undefined }
  /** What is kept of a vault so that the tray shows what is due. */
  'dueList.read': { input: { vaultId: string }; output: DueListKeeping }
  /** Seals the key of a keychain slot (base64 of 32 bytes) and keeps it; false: there is no real keychain, or it refused. */
  'dueList.keep': {
    input: { vaultId: string; path: string; slotId: string; slotKey: string; expiresAt: number }
    output: boolean
  }
  'dueList.forget': { input: { vaultId: string }; output: undefined }
  /** What is due in the vault that is open; only where it is kept. */
  'dueList.told': { input: { vaultId: string; path: string; list: DueList }; output: undefined }
  /** The trail tells of the looks now. */
  'dueList.looksTold': { input: { vaultId: string }; output: undefined }
  /** The person opens a vault: whoever looks into it for the tray gives it free first. */
  'dueList.yield': { input: undefined; output: undefined }
  /** The person wants to lock; asked first when a form would be lost. */
  'session.lock': { input: undefined; output: undefined }
  /** Whether a form of the window holds what is not saved. */
  'session.unsaved': { input: { isUnsaved: boolean }; output: undefined }
  /** For the window's title and main's idle watch; no names of secrets. */
  'session.opened': { input: { fileName: string }; output: undefined }
}
export type HostCallName = keyof HostCalls

/** What main keeps outside any vault. */
export type HostState = {
  preferences: Preferences
  recentPaths: string[]
  app: { version: string; isTestRuntime: boolean; isDemo: boolean; platform: string }
  /** Folder for anchors and failed-unlock counters. */
  dataFolder: string
  /** Vault to open at once, such as the demo's or one that was double-clicked. */
  startPath?: string
  /** Why the vault that an earlier vault process had open is locked now. */
  lockedBy?: LockReason
  /** Set: a form that was not saved went with the lock. */
  hasLostForm?: boolean
  /** Ids of the vaults of which the tray shows what is due; absent: of none. */
  dueListVaults?: string[]
}

/** Messages between main and the vault process. */
export type ToHost = { ask: number; name: HostCallName; input: unknown }
export type FromHost =
  | { answer: number; ok: true; value: unknown }
  | { answer: number; ok: false; code: string }
  | { tell: 'connect-window' }
  | { tell: 'clipboard-cleared' }
  /** Close the vault and end: at lock and at quit. */
  | { tell: 'end' }
