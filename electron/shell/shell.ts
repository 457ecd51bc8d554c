import { app } from 'electron'
import type { HostState } from '../../shared/host-contract.ts'
import type { LockReason } from '../../shared/lock-reason.ts'
import type { VaultStatus } from '../../shared/views.ts'
import { startStatus } from '../start-status.ts'
import type { Launch } from './argv.ts'
import { type ClipboardKeeper, createClipboardKeeper } from './clipboard.ts'
import { createDueTray, type DueTray } from './due-tray.ts'
import type { Folders } from './folders.ts'
import { createFormQuestion, type FormQuestion } from './form-question.ts'
import { hostAnswers } from './host-answers.ts'
import { notifyReminders, notifyTray } from './notifications.ts'
import { openPreferences, type PreferenceStore } from './preferences.ts'
import { openRecent } from './recent.ts'
import { isFromSource, type Runtime } from './runtime.ts'
import { systemClipboard } from './system-clipboard.ts'
import type { TrayWords } from './tray-words.ts'
import { keepVaultProcess, type VaultKeeper } from './vault-keeper.ts'
import { startVaultProcess } from './vault-process.ts'
import { type AppWindow, openWindow } from './window.ts'
import { type ShellWords, wordsOf } from './words.ts'

/** Where the app stands, as far as main knows: never what is in a vault. */
export type ShellState = {
  /** Base name of the open vault's file. */
  openFileName?: string
  /** The vault that is chosen, absolute; survives the lock. */
  vaultPath?: string
  /** Why the vault that was open is locked now. */
  lockedBy?: LockReason
  /** Whether a form of the window holds what is not saved; never what it holds. */
  hasUnsavedForm?: boolean
  /** The lock took such a form with it, and nobody was asked. */
  hasLostForm?: boolean
  isQuitting: boolean
}

/** The parts of main that live as long as the app. */
export type Shell = {
  state: ShellState
  preferences: PreferenceStore
  clipboard: ClipboardKeeper
  words(): ShellWords
  window: AppWindow
  vault: VaultKeeper
  dueTray: DueTray
  formQuestion: FormQuestion
  /** What the start screen shows before the vault process answers. */
  startStatus(): VaultStatus | undefined
  /**
   * The one way to lock: secret off the clipboard, vault process ended (which is the wipe: libsodium's
   * memory cannot be zeroed from outside), the window's process crashed and its page loaded anew.
   */
  lock(reason: LockReason): void
  /** The same for the person's own wish; asks first when a form would be lost. */
  lockForPerson(): void
  /** Says that a closed window goes on in the tray. */
  tellInTray(words: TrayWords): void
}

/**
 * Starts the vault process and opens the window, at the same time.
 *
 * @param onHopeless - Told when the vault process keeps ending by itself.
 */
export function startShell(parts: {
  runtime: Runtime
  launch: Launch
  folders: Folders
  onHopeless: (words: ShellWords) => void
}): Shell {
  const { runtime, launch, folders } = parts
  const state: ShellState = { isQuitting: false }
  if (launch.vaultPath !== undefined) state.vaultPath = launch.vaultPath

  const preferences = openPreferences(folders.data)
  const words = () => wordsOf(preferences.read())
  const clipboard = createClipboardKeeper(systemClipboard(process.platform), () =>
    vault.tell({ tell: 'clipboard-cleared' }),
  )

  const lock = (reason: LockReason) => {
    if (state.isQuitting) return
    if (state.openFileName !== undefined) {
      state.lockedBy = reason
      state.hasLostForm = state.hasUnsavedForm === true && reason !== 'person'
    }
    delete state.openFileName
    delete state.hasUnsavedForm
    formQuestion.withdraw()
    void clipboard.clearIfUnchanged()
    void vault.restart()
    window.setVaultName(undefined)
    window.wipe()
  }

  const formQuestion = createFormQuestion({ state, window: () => window, words })
  const lockForPerson = () => formQuestion.before('lock', () => lock('person'))
  const show = () => window.show()
  const notify = (counts: { danger: number; due: number }) => {
    if (preferences.read().isNotificationOn) notifyReminders(counts, words(), show)
  }
  const dueTray = createDueTray({
    folders,
    isDemo: launch.isDemo,
    isHiddenStart: launch.isHidden === true,
    language: preferences.read,
    openPath: () => (state.openFileName === undefined ? undefined : state.vaultPath),
    onOpen: show,
    // The notification of the day's counts then leads to the window, which waits at the side.
    onNoTray: () => window.showMinimized(),
    onNewDay: notify,
  })

  const recent = openRecent(folders.data)
  const hostState = (): HostState => ({
    preferences: preferences.read(),
    recentPaths: recent.paths(),
    app: {
      version: app.getVersion(),
      isTestRuntime: runtime.isTestRuntime,
      isDemo: launch.isDemo,
      platform: process.platform,
    },
    dataFolder: folders.data,
    ...(state.vaultPath === undefined ? {} : { startPath: state.vaultPath }),
    ...(state.lockedBy === undefined ? {} : { lockedBy: state.lockedBy }),
    ...(state.hasLostForm ? { hasLostForm: true } : {}),
    dueListVaults: dueTray.vaultIds(),
  })

  const answers = hostAnswers({
    state,
    preferences,
    clipboard,
    dueTray,
    recent,
    window: () => window,
    words,
    dataFolder: folders.data,
    hostState,
    isDemo: launch.isDemo,
    lockForPerson,
    // The tray has told the same today already.
    notify: (counts) => {
      if (!dueTray.hasTold(counts)) notify(counts)
    },
  })

  const vault: VaultKeeper = keepVaultProcess({
    start: (onDeath) =>
      startVaultProcess({
        modulePath: folders.vaultHost,
        answers,
        onDeath,
        isOutputShown: isFromSource(),
      }),
    onDeath: () => lock('vault-process-ended'),
    onHopeless: () => parts.onHopeless(words()),
  })

  const window: AppWindow = openWindow({
    dataFolder: folders.data,
    preloadPath: folders.preload,
    preferences,
    devUrl: runtime.devUrl,
    isRelease: runtime.isRelease,
    isHidden: launch.isHidden === true && dueTray.vaultIds().length > 0,
    title: () => words().appName,
    onPageLost: () => lock('window-ended'),
  })

  // The start screen is drawn without it, and sooner while nothing else wants the processor.
  window.window.once('ready-to-show', () => vault.start())
  preferences.follow(() => window.setVaultName(state.openFileName))
  preferences.follow(dueTray.refresh)
  return {
    state,
    preferences,
    clipboard,
    words,
    lock,
    lockForPerson,
    formQuestion,
    dueTray,
    tellInTray: (words) => notifyTray(words, show),
    vault,
    window,
    // The demo opens its vault by itself: its first screen is not the start screen.
    startStatus: () => (launch.isDemo ? undefined : startStatus(hostState(), state.vaultPath)),
  }
}
