import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createBackups } from '../../electron/backups/runner.ts'
import { backupsHandlers } from '../../electron/handlers/backups.ts'
import { mergeHandlers } from '../../electron/handlers/merge.ts'
import { vaultHandlers } from '../../electron/handlers/vault.ts'
import { openVaultOf } from '../../electron/open-vault.ts'
import { createSession } from '../../electron/session.ts'
import type { Vault, VaultContext } from '../../electron/vault/vault.ts'
import type { VaultEvent } from '../../shared/contract.ts'
import type { HostCallName, HostCalls } from '../../shared/host-contract.ts'
import { DEFAULT_PREFERENCES } from '../../shared/preferences.ts'
import { NOW } from './ledger-session.ts'
import { createVault, memoryAnchors, openVault, temporaryFolder } from './vault.ts'

export const DAY_MS = 86_400_000

/** A vault that is open in a session of its own, with a folder for backups and a clock to be set. */
export async function openBackupSession() {
  const clock = { now: NOW }
  const anchors = memoryAnchors()
  const { vault, path, context } = await createVault({ now: () => clock.now, anchors })
  const folder = temporaryFolder()
  const dataFolder = temporaryFolder()
  return {
    path,
    folder,
    dataFolder,
    clock,
    context,
    anchors,
    ...startSession(vault, context, { folder, dataFolder }),
  }
}

/** The calls over a vault that is open; the way a vault process starts after each unlock. */
export function startSession(
  vault: Vault,
  context: VaultContext,
  { folder, dataFolder }: { folder: string; dataFolder: string },
) {
  const events: VaultEvent[] = []
  const asked: HostCallName[] = []
  const dialogs: { folder: string | undefined; file: string | undefined } = {
    folder,
    file: undefined,
  }
  const session = createSession({
    now: context.now,
    host: async <N extends HostCallName>(name: N): Promise<HostCalls[N]['output']> => {
      asked.push(name)
      if (name === 'dialog.chooseFolder') return dialogs.folder as HostCalls[N]['output']
      if (name === 'dialog.openVault') return dialogs.file as HostCalls[N]['output']
      // `as`: of what is left nothing is answered.
      return undefined as HostCalls[N]['output']
    },
    emit: (event) => void events.push(event),
    context: () => Promise.resolve(context),
    warmKdf: () => {},
    hostState: {
      preferences: DEFAULT_PREFERENCES,
      recentPaths: [],
      startPath: vault.path,
      dataFolder,
      app: { version: '0.0.0', isTestRuntime: false, isDemo: false, platform: 'linux' },
    },
  })
  session.adopt(openVaultOf(vault))
  const backups = createBackups(session)
  const call = {
    ...vaultHandlers(session),
    ...backupsHandlers(session, backups),
    ...mergeHandlers(session, backups),
  }
  return {
    session,
    backups,
    call,
    events,
    asked,
    dialogs,
    vault,
    actions: () =>
      session
        .open()
        .vault.audit({ limit: 60 })
        .map(({ action }) => action),
    files: () => filesOf(session),
  }

  async function filesOf(control: typeof session) {
    const { backups: lines } = await backupsHandlers(control, backups)['backups.state'](undefined)
    return lines.filter(({ place }) => place === 'here').map(({ fileName }) => fileName)
  }
}

/** Locks as the app does, and unlocks in a new vault process. */
export async function lockAndUnlock(
  before: Awaited<ReturnType<typeof openBackupSession>>,
  options: { isKilled?: boolean; passphrase?: Parameters<typeof openVault>[3] } = {},
) {
  if (options.isKilled !== true) await before.backups.finish()
  before.session.close()
  const vault = await openVault(before.path, before.context, {}, options.passphrase)
  const { path, folder, dataFolder, clock, context, anchors } = before
  return {
    path,
    folder,
    dataFolder,
    clock,
    context,
    anchors,
    ...startSession(vault, context, before),
  }
}

/** A folder as it is when its drive is pulled out. */
export function unplug(folder: string): void {
  rmSync(folder, { recursive: true })
  onTestFinished(() => rmSync(join(folder), { recursive: true, force: true }))
}
