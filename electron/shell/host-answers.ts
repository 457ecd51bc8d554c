import type { HostState } from '../../shared/host-contract.ts'
import { Preferences } from '../../shared/preferences.ts'
import type { ClipboardKeeper } from './clipboard.ts'
import { dialogAnswers } from './dialogs.ts'
import type { DueTray } from './due-tray.ts'
import { readAnchorKey } from './keychain.ts'
import { openLink } from './links.ts'
import type { PreferenceStore } from './preferences.ts'
import { createPrinter } from './print.ts'
import type { RecentVaults } from './recent.ts'
import type { ShellState } from './shell.ts'
import type { HostAnswers } from './vault-process.ts'
import type { AppWindow } from './window.ts'
import type { ShellWords } from './words.ts'

/** What main does for the vault process, one line a call of `shared/host-contract.ts`. */
export function hostAnswers(parts: {
  state: ShellState
  window: () => AppWindow
  preferences: PreferenceStore
  recent: RecentVaults
  clipboard: ClipboardKeeper
  dueTray: DueTray
  words: () => ShellWords
  dataFolder: string
  hostState: () => HostState
  isDemo: boolean
  lockForPerson: () => void
  notify: (counts: { danger: number; due: number }) => void
}): HostAnswers {
  const { state, preferences, recent, clipboard, words } = parts
  const browserWindow = () => parts.window().window
  const printer = createPrinter(browserWindow)

  return {
    ...dialogAnswers(browserWindow, words),
    ...parts.dueTray.answers,
    'clipboard.copySecret': async ({ text, clearAfterSeconds }) => {
      await clipboard.copySecret(text, clearAfterSeconds)
      return undefined
    },
    'clipboard.copyText': async ({ text }) => {
      await clipboard.copyText(text)
      return undefined
    },
    'preferences.read': parts.hostState,
    'preferences.save': (input) => {
      preferences.save(Preferences.parse(input))
      return undefined
    },
    'recent.remember': ({ path }) => {
      state.vaultPath = path
      if (!parts.isDemo) recent.remember(path)
      return undefined
    },
    'recent.forget': ({ path }) => {
      if (state.vaultPath === path) delete state.vaultPath
      recent.forget(path)
      parts.dueTray.forgetPath(path)
      return undefined
    },
    'print.page': printer.print,
    'print.pdf': printer.pdf,
    'print.cancel': printer.cancel,
    'notify.reminders': (counts) => {
      parts.notify(counts)
      return undefined
    },
    'link.open': ({ link }) => openLink(link, browserWindow(), words()),
    'keychain.anchorKey': () => readAnchorKey(parts.dataFolder),
    'session.lock': () => {
      parts.lockForPerson()
      return undefined
    },
    'session.unsaved': ({ isUnsaved }) => {
      state.hasUnsavedForm = isUnsaved
      return undefined
    },
    'session.opened': ({ fileName }) => {
      state.openFileName = fileName
      delete state.lockedBy
      delete state.hasLostForm
      parts.window().setVaultName(fileName)
      return undefined
    },
  }
}
