import { stat } from 'node:fs/promises'
import { app, powerMonitor } from 'electron'
import type { DueListKeeping } from '../../shared/due-list.ts'
import { setAutostart } from './autostart.ts'
import { openDueKeys } from './due-keys.ts'
import { createDueReads } from './due-reads.ts'
import { createDueWatch } from './due-watch.ts'
import type { Folders } from './folders.ts'
import { hasTray } from './has-tray.ts'
import { hasRealKeychain, sealByKeychain } from './keychain.ts'
import { createTray } from './tray.ts'
import { trayModel } from './tray-model.ts'
import { type TrayWords, trayWordsOf } from './tray-words.ts'
import type { HostAnswers } from './vault-process.ts'

const LOOK_MS = 5000
/** An unlock takes a second or two, a typing error and another try some more. */
const HELD_FOR_MS = 60_000
/** How often it is looked whether another machine has changed a vault. */
const CHANGES_MS = 60_000
/** How long a desktop may take after the login until its tray stands. */
const TRAY_WAIT_MS = 20_000

type DueAnswers = Pick<
  HostAnswers,
  | 'dueList.read'
  | 'dueList.keep'
  | 'dueList.forget'
  | 'dueList.told'
  | 'dueList.looksTold'
  | 'dueList.yield'
>

export type DueTray = {
  answers: DueAnswers
  /** Whether the app can be reached in the tray, so that a closed window need not end it. */
  isInTray(): boolean
  /** Of which vaults it shows what is due. */
  vaultIds(): string[]
  /** The person does not want to see this vault any more: nor in the tray. */
  forgetPath(file: string): void
  /** Once for each vault, that a closed window goes on in the tray. */
  tellOnce(tell: (words: TrayWords) => void): void
  /** Whether a look of today has told these very counts. */
  hasTold(counts: { danger: number; due: number }): boolean
  refresh(): void
  /** Ends a look that is under way. */
  end(): Promise<void>
}

/** Keeps what is due in the tray: keys, looks, the icon, the start at login. */
export function createDueTray(parts: {
  folders: Folders
  isDemo: boolean
  language: () => Parameters<typeof trayWordsOf>[0]
  /** The window is not shown yet: the tray is to be the only sign of the app. */
  isHiddenStart: boolean
  /** The vault that is open in the window, absolute. */
  openPath: () => string | undefined
  onOpen: () => void
  /** Told when the app started hidden and there is no tray it could be found in. */
  onNoTray: () => void
  /** Told of the first look of a day. */
  onNewDay: (counts: { danger: number; due: number }) => void
}): DueTray {
  const { folders, isDemo } = parts
  const keys = openDueKeys(folders.data)
  const reads = createDueReads(folders, keys, parts.onNewDay)
  const tray = createTray({
    rendererFolder: folders.renderer,
    onOpen: parts.onOpen,
    onQuit: () => app.quit(),
  })
  let isTrayThere = process.platform !== 'linux'
  let heldUntil = 0
  const changedAt = new Map<string, number>()

  const refresh = () => {
    const words = trayWordsOf(parts.language())
    if (isTrayThere && keys.all().length > 0) tray.show(trayModel(watch.standings(), words), words)
    else tray.remove()
  }

  const watch = createDueWatch({
    now: () => Date.now(),
    keys: keys.all,
    read: reads.read,
    isHeld: (file) => Date.now() < heldUntil || parts.openPath() === file,
    changedAt: (file) => changedAt.get(file),
    expired: ({ sealedKey: _gone, ...key }) => keys.keep(key),
    changed: refresh,
  })

  const keeping = (vaultId: string): DueListKeeping => {
    const key = keys.all().find((one) => one.vaultId === vaultId)
    const standing = watch.standings().find((one) => one.vaultId === vaultId)
    const availability = isDemo ? 'demo' : hasRealKeychain() ? 'ready' : 'no-keychain'
    if (key === undefined) return { availability, hasTray: isTrayThere }
    const { slotId, expiresAt, looks } = key
    const problem = standing?.state === 'problem' ? { problem: standing.problem } : {}
    const kept = { slotId, expiresAt, ...problem, ...(looks === undefined ? {} : { looks }) }
    return { availability, hasTray: isTrayThere, kept }
  }

  const forget = (vaultId: string) => {
    keys.forget(vaultId)
    if (keys.all().length === 0) setAutostart(false)
    refresh()
  }

  const answers: DueAnswers = {
    'dueList.read': async ({ vaultId }) => {
      isTrayThere = await hasTray()
      return keeping(vaultId)
    },
    'dueList.keep': ({ slotKey, ...key }) => {
      const sealedKey = isDemo ? undefined : sealByKeychain(slotKey)
      if (sealedKey === undefined) return false
      keys.keep({ ...key, sealedKey })
      setAutostart(true)
      refresh()
      return true
    },
    'dueList.forget': ({ vaultId }) => {
      forget(vaultId)
      return undefined
    },
    'dueList.told': ({ vaultId, path: file, list }) => {
      const key = keys.all().find((one) => one.vaultId === vaultId)
      if (key === undefined) return undefined
      // It was opened where it is now: that is where to look next time.
      if (key.path !== file) keys.keep({ ...key, path: file })
      reads.noteSeen(vaultId, list.day)
      watch.told(vaultId, list)
      return undefined
    },
    'dueList.looksTold': ({ vaultId }) => {
      const key = keys.all().find((one) => one.vaultId === vaultId)
      if (key === undefined) return undefined
      const { looks: _told, ...rest } = key
      keys.keep(rest)
      return undefined
    },
    'dueList.yield': async () => {
      heldUntil = Date.now() + HELD_FOR_MS
      await reads.stop()
      return undefined
    },
  }

  const look = async () => {
    if (keys.all().length === 0) return
    // At login the tray may come up after the app.
    if (!isTrayThere && (await hasTray())) {
      isTrayThere = true
      refresh()
    }
    watch.look()
  }

  // Never waited for: the file may be on a network drive that does not answer.
  const lookForChanges = () => {
    for (const { path: file } of keys.all()) {
      stat(file).then(
        ({ mtimeMs }) => changedAt.set(file, mtimeMs),
        () => changedAt.delete(file),
      )
    }
  }

  powerMonitor.on('resume', watch.wake)
  powerMonitor.on('unlock-screen', watch.wake)
  if (!isDemo) {
    setInterval(() => void look(), LOOK_MS)
    void look()
    setInterval(lookForChanges, CHANGES_MS)
    lookForChanges()
  }
  if (parts.isHiddenStart) {
    setTimeout(() => {
      if (!isTrayThere) parts.onNoTray()
    }, TRAY_WAIT_MS)
  }

  return {
    answers,
    isInTray: () => isTrayThere && keys.all().length > 0,
    forgetPath(file) {
      for (const key of keys.all()) if (key.path === file) forget(key.vaultId)
    },
    vaultIds: () => keys.all().map(({ vaultId }) => vaultId),
    tellOnce(tell) {
      const untold = keys.all().filter(({ isTrayTold }) => isTrayTold !== true)
      if (untold.length === 0) return
      for (const key of untold) keys.keep({ ...key, isTrayTold: true })
      tell(trayWordsOf(parts.language()))
    },
    hasTold: reads.hasTold,
    refresh,
    end: reads.stop,
  }
}
