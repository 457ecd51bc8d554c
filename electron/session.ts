import type { VaultEvent } from '../shared/contract.ts'
import { VaultError } from '../shared/errors.ts'
import type { HostCallName, HostCalls, HostState } from '../shared/host-contract.ts'
import type { Approvals } from './custodians/second-person.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Vault, VaultContext } from './vault/vault.ts'

/** Asks main for one thing: a dialog, the clipboard, a setting. */
export type HostClient = <N extends HostCallName>(
  name: N,
  input: HostCalls[N]['input'],
) => Promise<HostCalls[N]['output']>

/** A vault that is open, with what is kept beside it in memory until it is locked. */
export type OpenVault = {
  vault: Vault
  ledger: Ledger
  /** Wrong passphrases and codes on this machine since it was opened before. */
  failedUnlocksBefore: number
  /** What a second person was asked for and approved. */
  approvals: Approvals
  /** What must come before anything else. */
  owed?: 'passphrase'
}

/** What every handler may use. */
export type Session = {
  /** Unix ms. */
  now(): number
  host: HostClient
  /** Tells the window something unasked. */
  emit(event: VaultEvent): void
  /** @throws VaultError `vault-locked` when none is open. */
  open(): OpenVault
}

/** What the handlers that open and close vaults use besides. */
export type SessionControl = Session & {
  /** Resolves once the system's keychain has answered. */
  context(): Promise<VaultContext>
  /** Gets the next key derivation ready, so that its start is not waited for. */
  warmKdf(): void
  /** Main's answer to `preferences.read` at start, kept up to date by the handlers that change it. */
  hostState: HostState
  isOpen(): boolean
  chosenPath(): string | undefined
  /** Whether the chosen path is where a vault is to be made. */
  isNew(): boolean
  choose(path: string | undefined, isNew?: boolean): void
  adopt(open: OpenVault): void
  /** Closes the vault: keys zeroed, file released. */
  close(): void
}

/** The one session of a vault process. It ends with the process: locking ends both. */
export function createSession(parts: {
  now: () => number
  host: HostClient
  emit: (event: VaultEvent) => void
  context: () => Promise<VaultContext>
  warmKdf: () => void
  hostState: HostState
}): SessionControl {
  let opened: OpenVault | undefined
  let chosen = parts.hostState.startPath
  let isNew = false

  return {
    ...parts,
    open() {
      if (opened === undefined) throw new VaultError('vault-locked', 'no vault is open')
      return opened
    },
    isOpen: () => opened !== undefined,
    chosenPath: () => chosen,
    isNew: () => isNew,
    choose(path, isForNew = false) {
      chosen = path
      isNew = isForNew
    },
    adopt(open) {
      opened = open
      isNew = false
    },
    close() {
      const closing = opened
      opened = undefined
      closing?.vault.close()
    },
  }
}
