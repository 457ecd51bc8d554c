import { VaultError } from '../../shared/errors.ts'
import { concat, createByteReader, isEqual, lengthPrefixed, parseJson, u8, utf8 } from './bytes.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { mac } from './hash.ts'
import type { GenerationKeys } from './root-keys.ts'
import { open, type Place, seal } from './seal.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

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

export type SlotLabel = {
  label: string
  custodianName: string
  /** Unix ms. */
  createdAt: number
  /** Unix ms; of a keychain's and a joiner's slot. */
  expiresAt?: number
  /** Of a split kit: who holds its shares, and the custodian who made it. */
  holders?: readonly string[]
  madeBy?: string
}

/** What a slot's commitment binds besides its key. */
export type SlotIdentity = {
  vaultId: Uint8Array
  id: Uint8Array
  kind: number
  parameters: Uint8Array
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

/** Where a sealed part of a slot stands. */
export function slotPlace(
  vaultId: Uint8Array,
  slotId: Uint8Array,
  part: number,
  generation: number,
): Place {
  return { vaultId, table: 'slot', part, row: slotId, generation, revision: 0 }
}

/** What names a slot's key without telling it, 32 bytes. */
export function commitmentOf(
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
