import { VaultError } from '../../shared/errors.ts'
import type { AnchorStore } from './anchor.ts'
import { type AuditTail, auditDigest } from './audit-chain.ts'
import type { Certificate } from './certificate.ts'
import type { VaultDb } from './database.ts'
import { type DigestTree, treeDigest } from './digest-tree.ts'
import { headMac } from './head.ts'
import type { StartOpener } from './overview-opener.ts'
import type { DeriveKey } from './passphrase.ts'
import type { Queries } from './queries.ts'
import { type GenerationKeys, secretKeysOf } from './root-keys.ts'

/** What the vault needs from its surroundings. */
export type VaultContext = {
  /** Unix ms. */
  now: () => number
  anchors: AnchorStore
  deriveKey: DeriveKey
  /** Where there is one, it shares the work of opening many records. */
  startOpener?: StartOpener
  who: { host: string; user: string; pid: number }
  /** Told when the findings of the open vault are others than before. */
  findingsChanged?: () => void
}

/** Everything that changes with a commit, and only with a commit. */
export type VaultState = {
  revision: number
  generation: number
  keys: GenerationKeys
  certificate: Certificate
  vaultDigest: Uint8Array
  certificateDigest: Uint8Array
  slotDigest: Uint8Array
  attachmentDigest: Uint8Array
  tree: DigestTree
  audit: AuditTail
}

/** Keys that stay for the life of the vault, 32 bytes each. */
export type Constants = { anchorKey: Uint8Array; auditChainKey: Uint8Array }

/** The slot this vault was opened with. */
export type Self = {
  slotId: Uint8Array
  kind: number
  custodianId: Uint8Array
  custodianName: string
  parameters: Uint8Array
  signingSeed: Uint8Array
  pinKey: Uint8Array
}

export type VaultMode = 'normal' | 'read-only' | 'evidence'

/** An open vault's insides. The functions around it say by their parameters what they may change. */
export type VaultCore = {
  path: string
  /** The file that was opened, as `fileIdentity` names it; another one may have taken its path since. */
  identity: string
  vaultId: Uint8Array
  vaultIdHex: string
  db: VaultDb
  queries: Queries
  context: VaultContext
  constants: Constants
  self: Self
  state: VaultState
  mode: VaultMode
  /** A transaction that spans several turns of the event loop is under way. */
  isBusy: boolean
  /** After a failure that left it unknown what is in the file, nothing may be built on the memory. */
  isBroken: boolean
  /** This machine's anchor is older than the file: it could not be written. */
  isAnchorBehind: boolean
}

/** The head's MAC for a state. */
export function headMacOf(vaultId: Uint8Array, state: VaultState): Uint8Array {
  return headMac(state.keys.head, {
    vaultId,
    revision: state.revision,
    generation: state.generation,
    vaultDigest: state.vaultDigest,
    certificateDigest: state.certificateDigest,
    slotDigest: state.slotDigest,
    recordDigest: treeDigest(state.tree),
    attachmentDigest: state.attachmentDigest,
    auditCount: state.audit.count,
    auditDigest: auditDigest(state.audit),
  })
}

/** @throws VaultError `read-only`, `evidence-mode`, `refused`, `io-failed` */
export function requireWritable(core: VaultCore): void {
  if (core.mode === 'evidence')
    throw new VaultError('evidence-mode', 'the vault is open as evidence only')
  if (core.mode === 'read-only')
    throw new VaultError('read-only', 'the vault is open for reading only')
  requireIdle(core)
}

/** @throws VaultError `refused` while a long change runs, `io-failed` after a failure that only a new unlock can clear. */
export function requireIdle(core: VaultCore): void {
  if (!core.db.open) throw new VaultError('vault-locked', 'the vault is closed')
  if (core.isBroken) throw new VaultError('io-failed', 'the vault must be unlocked again')
  if (core.isBusy) throw new VaultError('refused', 'a long change is being written')
}

/** @throws VaultError `ledger-only` where the way in opens no secret */
export function requireWhole(core: VaultCore): void {
  secretKeysOf(core.state.keys)
}
