import { vaultHandlers } from '../../electron/handlers/vault.ts'
import { createSession } from '../../electron/session.ts'
import type { VaultContext } from '../../electron/vault/vault.ts'
import type { VaultEvent } from '../../shared/contract.ts'
import type { HostCallName, HostState } from '../../shared/host-contract.ts'
import { DEFAULT_PREFERENCES } from '../../shared/preferences.ts'

/** The calls that open and close vaults, over a file that is chosen already; main answers nothing. */
export function openVaultSession(path: string, context: VaultContext) {
  const events: VaultEvent[] = []
  const hostState: HostState = {
    preferences: DEFAULT_PREFERENCES,
    recentPaths: [],
    startPath: path,
    dataFolder: '',
    app: { version: '0.0.0', isTestRuntime: false, isDemo: false, platform: 'linux' },
  }
  const session = createSession({
    now: context.now,
    // `as`: the handlers under test wait for these answers and read nothing of them.
    host: (_name: HostCallName) => Promise.resolve(undefined as never),
    emit: (event) => void events.push(event),
    context: () => Promise.resolve(context),
    warmKdf: () => {},
    hostState,
  })
  return { session, events, call: vaultHandlers(session) }
}
