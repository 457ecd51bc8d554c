import { VaultError } from '../../shared/errors.ts'
import { isEqual } from './bytes.ts'
import type { Certificate, Member } from './certificate.ts'
import { followCertificates } from './certificate-chain.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'
import { type GenerationKeys, zeroKeys } from './root-keys.ts'
import { signingKeyOf } from './signature.ts'
import { openPin, openSeeds, type Pin, type SlotRow, type SlotSeeds } from './slot.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { openRoots } from './slot-roots.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

/** A slot that was opened, and the vault's keys as its pin vouches for them. */
export type OpenedSlot = {
  slot: SlotRow
  pin: Pin
  pinKey: Uint8Array
  signingSeed: Uint8Array
  certificate: Certificate
  keys: GenerationKeys
  /** False when the file's certificates do not all follow one another. */
  isChainSound: boolean
}

/**
 * Opens a slot and follows the certificates from the one it pinned to the vault's current one.
 *
 * @throws VaultError `forged-vault` when the roots are not vouched for by the pin,
 * `wrong-passphrase` when the slot was removed from the vault, `vault-damaged`
 */
export function openSlot(
  vaultId: Uint8Array,
  slot: SlotRow,
  slotKey: Uint8Array,
  rows: readonly CertificateRow[],
): OpenedSlot {
  const seeds = openSeeds(vaultId, slot, slotKey)
  const pinKey = deriveSubkey(slotKey, 'pin')
  try {
    const pin = openPin(vaultId, slot, pinKey)
    return openWithSeeds(vaultId, slot, { seeds, pinKey, pin }, rows)
  } catch (error) {
    for (const secret of [seeds.signing, pinKey]) sodium.memzero(secret)
    throw error
  } finally {
    sodium.memzero(seeds.kem)
  }
}

/** Zeroes what an opened slot brought: the vault was not opened after all. */
export function forgetSlot({ keys, signingSeed, pinKey }: OpenedSlot): void {
  zeroKeys(keys)
  for (const secret of [signingSeed, pinKey]) sodium.memzero(secret)
}

/** Opens a slot whose seeds and pin are known. @throws VaultError as `openSlot` */
export function openWithSeeds(
  vaultId: Uint8Array,
  slot: SlotRow,
  { seeds, pinKey, pin }: { seeds: SlotSeeds; pinKey: Uint8Array; pin: Pin },
  rows: readonly CertificateRow[],
): OpenedSlot {
  const { certificate, isChainSound, followed } = followCertificates(vaultId, pin.certificate, rows)
  if (memberOf(certificate, slot.id) === undefined) {
    const code = slot.kind === SLOT_KINDS.osKeychain ? 'wrong-keychain-key' : 'wrong-passphrase'
    throw new VaultError(code, 'this way in was removed from the vault', {
      facts: { reason: 'slot-removed' },
    })
  }
  // Whoever may sign certificates could name their own key as ours, and from then on sign as we.
  const self = {
    kind: slot.kind,
    custodianId: pin.custodianId,
    signingKey: signingKeyOf(seeds.signing),
    publicKeyDigest: hash(slot.publicKey),
  }
  const isNamedRight = followed.every((one) => isSelf(memberOf(one, slot.id), self))
  let keys: GenerationKeys
  try {
    keys = openRoots(vaultId, slot, seeds, certificate)
  } catch (error) {
    if (isChainSound) throw error
    throw new VaultError(
      'forged-vault',
      'the vault does not descend from the one this passphrase knows',
    )
  }
  return {
    slot,
    pin,
    pinKey,
    signingSeed: seeds.signing,
    certificate,
    keys,
    isChainSound: isChainSound && isNamedRight,
  }
}

function memberOf(certificate: Certificate, slotId: Uint8Array): Member | undefined {
  return certificate.members.find((member) => isEqual(member.slotId, slotId))
}

function isSelf(member: Member | undefined, self: Omit<Member, 'slotId'>): boolean {
  return (
    member !== undefined &&
    member.kind === self.kind &&
    isEqual(member.custodianId, self.custodianId) &&
    isEqual(member.signingKey, self.signingKey) &&
    isEqual(member.publicKeyDigest, self.publicKeyDigest)
  )
}
