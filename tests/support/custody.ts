import { onTestFinished } from 'vitest'
import { createJoinRequest } from '../../electron/vault/join-request.ts'
import type { KdfCost } from '../../electron/vault/passphrase.ts'
import { type Unlock, Vault, type VaultContext } from '../../electron/vault/vault.ts'
import { bytesOf, fastDeriveKey } from './vault.ts'

export const JOINER_PASSPHRASE = '接任者的主口令 apple piano'
export const CHEAP: KdfCost = { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 }
const DAY_MS = 86_400_000

/** What somebody who joins makes on their machine. */
export function makeRequest(name = '周接任', passphrase = JOINER_PASSPHRASE) {
  const given = { name, createdAt: Date.UTC(2026, 0, 5) }
  return createJoinRequest(bytesOf(passphrase), CHEAP, given, fastDeriveKey)
}

export type Invitation = { local: Uint8Array; slotId: string; words: string[] }

/** Makes a request and lets its maker into the open vault. */
export async function invite(
  vault: Vault,
  { now }: VaultContext,
  scope: 'all' | 'ledger' = 'all',
  name = '周接任',
): Promise<Invitation> {
  const { local, request } = await makeRequest(name)
  const expiresAt = now() + 3 * DAY_MS
  const added = vault.addNextCustodian(request, { custodianName: name, scope, expiresAt })
  return { local, slotId: added.slotId, words: added.vaultWords }
}

/** What unlocks by the first opening of a joiner who compared the words. */
export async function joinUnlock(
  path: string,
  local: Uint8Array,
  context: VaultContext,
  passphrase = JOINER_PASSPHRASE,
): Promise<Unlock> {
  const { token } = await Vault.joinFingerprint(path, local, bytesOf(passphrase), context)
  return { kind: 'join', local, passphrase: bytesOf(passphrase), confirmed: token }
}

/** A joiner's first opening; closed after the test. */
export async function join(path: string, local: Uint8Array, context: VaultContext): Promise<Vault> {
  const vault = await Vault.open(path, await joinUnlock(path, local, context), {}, context)
  onTestFinished(() => vault.close())
  return vault
}

/** Prepares and confirms a split kit, and gives its codes. */
export function makeSplitKit(vault: Vault, holders: readonly string[]): string[] {
  const shares = holders.length === 2 ? 2 : 3
  const sheet = vault.prepareSplitKit({ threshold: 2, shares, holders })
  vault.confirmSplitKit(
    sheet.shares.map(({ code }, share) => ({
      share,
      groups: [1, 8].map((index) => ({ index, text: code.split('-')[index] ?? '' })),
    })),
  )
  return sheet.shares.map(({ code }) => code)
}
