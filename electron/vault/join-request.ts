import { VaultError } from '../../shared/errors.ts'
import type { DeriveKey, KdfCost } from './passphrase.ts'

/** What somebody who joins hands to a custodian, as read. */
export type JoinRequest = {
  /** 32 hex digits. */
  id: string
  name: string
  /** Unix ms. */
  createdAt: number
  /** Six words over the whole request, to be compared aloud. */
  fingerprint: string[]
}

/** Both halves of a request: `local` stays on the joiner's machine, `request` goes to a custodian. */
export type MadeJoinRequest = { local: Uint8Array; request: Uint8Array }

/**
 * Makes the keys of somebody who joins.
 *
 * @returns `local`, the seeds sealed under the passphrase; `request`, some 1.4 kB without any secret.
 * @throws VaultError `kdf-parameters-refused`
 */
export function createJoinRequest(
  _passphrase: Uint8Array,
  _kdf: KdfCost,
  _given: { name: string; createdAt: number },
  _deriveKey: DeriveKey,
): Promise<MadeJoinRequest> {
  return Promise.reject(new VaultError('refused', 'not in this version yet'))
}

/** @throws VaultError `join-request-unreadable` */
export function parseJoinRequest(_request: Uint8Array): JoinRequest {
  throw new VaultError('refused', 'not in this version yet')
}
