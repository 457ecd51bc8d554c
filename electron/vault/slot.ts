import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import {
  concat,
  createByteReader,
  isEqual,
  lengthPrefixed,
  parseJson,
  u8,
  u32,
  utf8,
} from './bytes.ts'
import { type Certificate, type Member, parseCertificate } from './certificate.ts'
import { hash, mac } from './hash.ts'
import type { GenerationKeys, Roots } from './root-keys.ts'
import { open, type Place, seal } from './seal.ts'
import { signingKeyOf } from './signature.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

const KEM_CIPHERTEXT_BYTES = 1120

/** A row of `slot`, as stored. */
export type SlotRow = {
  id: Uint8Array
  kind: number
  parameters: Uint8Array
  publicKey: Uint8Array
  commitment: Uint8Array
  wrappedSeed: Uint8Array
  pin: Uint8Array
  sealedRoots: Uint8Array
  sealedLabel: Uint8Array
}

/** What a slot's key protects: an X-Wing seed and an Ed25519 seed, 32 bytes each. */
export type SlotSeeds = { kem: Uint8Array; signing: Uint8Array }

/** What a slot remembers of the vault, so that nobody can show it another one. */
export type Pin = { parameters: Uint8Array; custodianId: Uint8Array; certificate: Certificate }

export type SlotLabel = { label: string; custodianName: string; createdAt: number }

/** A slot being made: all that needs the slot's key, before the certificate that names it exists. */
export type SlotDraft = Pick<
  SlotRow,
  'id' | 'kind' | 'parameters' | 'publicKey' | 'commitment' | 'wrappedSeed'
> & {
  seeds: SlotSeeds
  pinKey: Uint8Array
  member: Member
}

type SlotIdentity = { vaultId: Uint8Array; id: Uint8Array; kind: number; parameters: Uint8Array }

/**
 * Makes a slot's key pairs and wraps them under `slotKey`.
 *
 * @param slotKey - 32 bytes, from the passphrase or the recovery code.
 */
export function draftSlot(
  identity: SlotIdentity,
  custodianId: Uint8Array,
  slotKey: Uint8Array,
): SlotDraft {
  const { vaultId, id, kind, parameters } = identity
  const seeds = { kem: new Uint8Array(randomBytes(32)), signing: new Uint8Array(randomBytes(32)) }
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
    sealedRoots: sealRoots(vaultId, { id, publicKey }, certificate.generation, keys),
    sealedLabel: sealLabel(vaultId, id, certificate.generation, keys, label),
  }
}

/** Whether `slotKey` is this slot's key; compared in constant time. */
export function isSlotKey(vaultId: Uint8Array, slot: SlotRow, slotKey: Uint8Array): boolean {
  if (slot.commitment.length !== 32) return false
  return sodium.memcmp(slot.commitment, commitmentOf({ vaultId, ...slot }, slot.publicKey, slotKey))
}

/** @throws VaultError `vault-damaged` */
export function openSeeds(vaultId: Uint8Array, slot: SlotRow, slotKey: Uint8Array): SlotSeeds {
  const wrapKey = deriveSubkey(slotKey, 'wrap')
  const seeds = open(wrapKey, slotPlace(vaultId, slot.id, 1, 0), slot.wrappedSeed)
  sodium.memzero(wrapKey)
  if (seeds.length !== 64)
    throw new VaultError('vault-damaged', 'the seeds of a slot are cut short')
  return { kem: seeds.slice(0, 32), signing: seeds.slice(32) }
}

export function sealPin(
  vaultId: Uint8Array,
  slotId: Uint8Array,
  pinKey: Uint8Array,
  pin: Pin,
): Uint8Array {
  const body = concat(
    vaultId,
    lengthPrefixed(pin.parameters),
    pin.custodianId,
    lengthPrefixed(pin.certificate.bytes),
  )
  return seal(pinKey, slotPlace(vaultId, slotId, 2, 0), body)
}

/** @throws VaultError `vault-damaged` */
export function openPin(vaultId: Uint8Array, slot: SlotRow, pinKey: Uint8Array): Pin {
  const reader = createByteReader(open(pinKey, slotPlace(vaultId, slot.id, 2, 0), slot.pin))
  const pinnedVaultId = reader.take(16)
  const parameters = reader.lengthPrefixed()
  const custodianId = reader.take(16)
  const certificate = parseCertificate(reader.lengthPrefixed(), vaultId)
  reader.end()
  if (!isEqual(pinnedVaultId, vaultId) || !isEqual(parameters, slot.parameters)) {
    throw new VaultError('vault-damaged', 'a slot does not fit what it pinned')
  }
  return { parameters, custodianId, certificate }
}

/** Seals both roots to a slot's public key. Needs nothing of the slot's owner. */
export function sealRoots(
  vaultId: Uint8Array,
  slot: Pick<SlotRow, 'id' | 'publicKey'>,
  generation: number,
  keys: GenerationKeys,
): Uint8Array {
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc(slot.publicKey)
  const key = rootsKey(vaultId, slot, generation, keys, ciphertext, sharedSecret)
  const both = concat(keys.roots.ledger, keys.roots.secret)
  const sealed = seal(key, slotPlace(vaultId, slot.id, 3, generation), both)
  for (const secret of [sharedSecret, key, both]) sodium.memzero(secret)
  return concat(ciphertext, sealed)
}

/** @throws VaultError `vault-damaged` when they are not roots of this certificate, sealed to this slot. */
export function openRoots(
  vaultId: Uint8Array,
  slot: SlotRow,
  seeds: SlotSeeds,
  certificate: Certificate,
): Roots {
  const damaged = new VaultError('vault-damaged', 'the roots of a slot do not open', {
    facts: { table: 'slot' },
  })
  if (slot.sealedRoots.length < KEM_CIPHERTEXT_BYTES) throw damaged
  const ciphertext = slot.sealedRoots.subarray(0, KEM_CIPHERTEXT_BYTES)
  const pair = sodium.crypto_kem_xwing_seed_keypair(seeds.kem)
  if (!isEqual(pair.publicKey, slot.publicKey)) throw damaged
  let sharedSecret: Uint8Array
  try {
    sharedSecret = sodium.crypto_kem_xwing_dec(ciphertext, pair.privateKey)
  } catch {
    throw damaged
  }
  const { generation } = certificate
  const key = rootsKey(vaultId, slot, generation, certificate, ciphertext, sharedSecret)
  const sealed = slot.sealedRoots.subarray(KEM_CIPHERTEXT_BYTES)
  const both = open(key, slotPlace(vaultId, slot.id, 3, generation), sealed)
  for (const secret of [sharedSecret, key, pair.privateKey]) sodium.memzero(secret)
  if (both.length !== 64) throw damaged
  const roots = { ledger: both.slice(0, 32), secret: both.slice(32) }
  sodium.memzero(both)
  if (
    !isEqual(deriveSubkey(roots.ledger, 'ledgerCommitment'), certificate.ledgerCommitment) ||
    !isEqual(deriveSubkey(roots.secret, 'secretCommitment'), certificate.secretCommitment)
  ) {
    throw damaged
  }
  return roots
}

export function sealLabel(
  vaultId: Uint8Array,
  slotId: Uint8Array,
  generation: number,
  keys: GenerationKeys,
  label: SlotLabel,
): Uint8Array {
  return seal(keys.label, slotPlace(vaultId, slotId, 4, generation), utf8(JSON.stringify(label)))
}

/** @throws VaultError `vault-damaged` */
export function openLabel(
  vaultId: Uint8Array,
  slot: SlotRow,
  generation: number,
  keys: GenerationKeys,
): SlotLabel {
  const json = open(keys.label, slotPlace(vaultId, slot.id, 4, generation), slot.sealedLabel)
  // The label was authenticated with a key only custodians have: its shape is ours.
  return parseJson(json) as SlotLabel
}

function slotPlace(
  vaultId: Uint8Array,
  slotId: Uint8Array,
  part: number,
  generation: number,
): Place {
  return { vaultId, table: 'slot', part, row: slotId, generation, revision: 0 }
}

function commitmentOf(
  identity: SlotIdentity,
  publicKey: Uint8Array,
  slotKey: Uint8Array,
): Uint8Array {
  const key = deriveSubkey(slotKey, 'slotCommitment')
  const commitment = mac(
    key,
    concat(
      utf8('beian-slot-commitment'),
      identity.vaultId,
      identity.id,
      u8(identity.kind),
      lengthPrefixed(identity.parameters),
      publicKey,
    ),
  )
  sodium.memzero(key)
  return commitment
}

function rootsKey(
  vaultId: Uint8Array,
  slot: Pick<SlotRow, 'id' | 'publicKey'>,
  generation: number,
  commitments: { ledgerCommitment: Uint8Array; secretCommitment: Uint8Array },
  ciphertext: Uint8Array,
  sharedSecret: Uint8Array,
): Uint8Array {
  return mac(
    sharedSecret,
    concat(
      utf8('beian-slot-roots'),
      vaultId,
      slot.id,
      u32(generation),
      commitments.ledgerCommitment,
      commitments.secretCommitment,
      slot.publicKey,
      ciphertext,
    ),
  )
}
