import { existsSync } from 'node:fs'
import path from 'node:path'
import type { HostState } from '../shared/host-contract.ts'
import type { VaultStatus } from '../shared/views.ts'

/**
 * Where the app stands while no vault is open. Main puts it into the page, so that the start screen
 * need not wait for the vault process, and the vault process answers with the same.
 *
 * @param chosen - The vault that is chosen, absolute; undefined when there is none yet.
 */
export function startStatus(hostState: HostState, chosen: string | undefined): VaultStatus {
  const { preferences, app, recentPaths, lockedBy, hasLostForm } = hostState
  const common = {
    recent: recentPaths.map((one) => ({ ...placeOf(one), isMissing: !existsSync(one) })),
    preferences,
    app,
  }
  if (chosen === undefined) return { ...common, state: 'no-vault' }
  return {
    ...common,
    state: 'locked',
    vault: placeOf(chosen),
    ...(lockedBy === undefined ? {} : { lockedBy }),
    ...(hasLostForm === true ? { hasLostForm } : {}),
  }
}

/** How a file is named to a person. */
export function placeOf(file: string): { fileName: string; folder: string } {
  return { fileName: path.basename(file), folder: path.dirname(file) }
}
