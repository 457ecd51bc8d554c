import { randomBytes } from 'node:crypto'
import { concat } from './bytes.ts'
import type { Certificate, Member } from './certificate.ts'
import { hash } from './hash.ts'
import type { GenerationKeys } from './root-keys.ts'
import { seal } from './seal.ts'
import { signingKeyOf } from './signature.ts'
import {
  commitmentOf,
  type SlotIdentity,
  type SlotLabel,
  type SlotRow,
  type SlotSeeds,
  sealLabel,
  sealPin,
  slotPlace,
} from './slot.ts'
import { sealRoots } from './slot-roots.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

/** A slot being made: all that needs the slot's key, before the certificate that names it exists. */
export type SlotDraft = Pick<
  SlotRow,
  'id' | 'kind' | 'parameters' | 'publicKey' | 'commitment' | 'wrappedSeed'
> & {
  seeds: SlotSeeds
  pinKey: Uint8Array
  member: Member
}

/**
 * Makes a slot's key pairs and wraps them under `slotKey`.
 *
 * @param slotKey - 32 bytes, from the passphrase, the recovery code or the keychain.
 */
export function draftSlot(
  identity: SlotIdentity,
  custodianId: Uint8Array,
  slotKey: Uint8Array,
): SlotDraft {
  const { vaultId, id, kind, parameters } = identity
  const seeds = makeSeeds()
  const { publicKey } = sodium.crypto_kem_xwing_seed_keypair(seeds.kem)
  const wrapKey = deriveSubkey(slotKey, 'wrap')
  const wrappedSeed = seal(wrapKey, slotPlace(vaultId, id, 1, 0), concat(seeds.kem, seeds.signing))
  sodium.memzero(wrapKey)
  return {
    id,
    kind,
    parameters,
    publicKey,
    wrappedSeed,
    commitment: commitmentOf(identity, publicKey, slotKey),
    seeds,
    pinKey: deriveSubkey(slotKey, 'pin'),
    member: {
      slotId: id,
      kind,
      custodianId,
      signingKey: signingKeyOf(seeds.signing),
      publicKeyDigest: hash(publicKey),
    },
  }
}

export function makeSeeds(): SlotSeeds {
  return { kem: new Uint8Array(randomBytes(32)), signing: new Uint8Array(randomBytes(32)) }
}

/** Completes a drafted slot once the certificate that names it is signed. */
export function finishSlot(
  vaultId: Uint8Array,
  draft: SlotDraft,
  certificate: Certificate,
  keys: GenerationKeys,
  label: SlotLabel,
): SlotRow {
  const { id, kind, parameters, publicKey, commitment, wrappedSeed } = draft
  const custodianId = draft.member.custodianId
  return {
    id,
    kind,
    parameters,
    publicKey,
    commitment,
    wrappedSeed,
    pin: sealPin(vaultId, id, draft.pinKey, { parameters, custodianId, certificate }),
    sealedRoots: sealRoots(vaultId, { id, kind, publicKey }, certificate.generation, keys),
    sealedLabel: sealLabel(vaultId, id, certificate.generation, keys, label),
  }
}

/** Zeroes what a drafted slot held of its owner's secrets. */
export function forgetDraft({ seeds, pinKey }: SlotDraft): void {
  for (const secret of [seeds.kem, seeds.signing, pinKey]) sodium.memzero(secret)
}
