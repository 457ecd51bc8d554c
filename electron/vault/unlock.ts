import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import {
  type Certificate,
  isSuccessor,
  MAX_SLOTS,
  type Member,
  parseCertificate,
} from './certificate.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'
import {
  type DeriveKey,
  decodePassphraseParameters,
  MAX_UNLOCK_WORK,
  normalizePassphrase,
} from './passphrase.ts'
import { kitSlotKey, parseRecoveryCode } from './recovery-kit.ts'
import { deriveGenerationKeys, type GenerationKeys, type Roots, zeroKeys } from './root-keys.ts'
import { signingKeyOf } from './signature.ts'
import {
  isSlotKey,
  openPin,
  openRoots,
  openSeeds,
  type Pin,
  type SlotRow,
  type SlotSeeds,
} from './slot.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

export type Unlock =
  | { kind: 'passphrase'; passphrase: Uint8Array }
  | { kind: 'recovery-kit'; code: string }
  /** Two shares of a split kit. */
  | { kind: 'recovery-shares'; codes: readonly string[] }
  /** 32 bytes, as `addKeychainSlot` gave them. */
  | { kind: 'keychain'; slotKey: Uint8Array }
  /**
   * The first opening of who joins: the slot becomes a passphrase slot. `confirmed` is the `token` of
   * `Vault.joinFingerprint`, whose words the person compared.
   */
  | { kind: 'join'; local: Uint8Array; passphrase: Uint8Array; confirmed: string }

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
 * Finds the slot that a passphrase or a code opens. The first derivation begins before this returns,
 * so that the caller can read the file meanwhile.
 *
 * @returns the slot's key of 32 bytes.
 * @throws VaultError `wrong-passphrase`, `wrong-recovery-kit`, `kdf-parameters-refused`, `vault-damaged`
 */
export async function findSlot(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  certificates: readonly CertificateRow[],
  unlock: Unlock,
  deriveKey: DeriveKey,
): Promise<{ slot: SlotRow; slotKey: Uint8Array }> {
  const kind = unlock.kind === 'passphrase' ? SLOT_KINDS.passphrase : SLOT_KINDS.recoveryKit
  if (slots.length > MAX_SLOTS) {
    throw new VaultError('vault-damaged', 'the vault has more ways in than it may', {
      facts: { table: 'slot' },
    })
  }
  let refused: VaultError | undefined
  let work = 0
  for (const { slot, cost } of worthTrying(vaultId, kind, slots, certificates)) {
    work += cost
    if (work > MAX_UNLOCK_WORK) throw tooCostly()
    let slotKey: Uint8Array
    try {
      slotKey = await deriveSlotKey(vaultId, slot, unlock, deriveKey)
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== 'kdf-parameters-refused') throw error
      refused = error
      continue
    }
    if (isSlotKey(vaultId, slot, slotKey)) return { slot, slotKey }
    sodium.memzero(slotKey)
  }
  if (refused !== undefined) throw refused
  if (unlock.kind === 'passphrase') {
    throw new VaultError('wrong-passphrase', 'the passphrase does not open this vault')
  }
  throw new VaultError('wrong-recovery-kit', 'the recovery code does not open this vault')
}

/**
 * The slots of a kind that some certificate names, the cheapest to try first. Anybody who can write the
 * file can add slots, and each one costs a derivation; certificates they can only replace as a whole.
 */
function worthTrying(
  vaultId: Uint8Array,
  kind: number,
  slots: readonly SlotRow[],
  certificates: readonly CertificateRow[],
): { slot: SlotRow; cost: number }[] {
  const members = certificates.flatMap((row) => tryParse(vaultId, row)?.members ?? [])
  const named = new Set(members.map((one) => toHex(one.slotId) + toHex(one.publicKeyDigest)))
  const own = slots.filter((slot) => slot.kind === kind)
  const known = own.filter((slot) => named.has(toHex(slot.id) + toHex(hash(slot.publicKey))))
  return (known.length > 0 ? known : own)
    .map((slot) => ({ slot, cost: costOf(slot) }))
    .sort((a, b) => a.cost - b.cost)
}

/** Who can write the file could otherwise make each unlock take an hour. */
function tooCostly(): VaultError {
  return new VaultError('kdf-parameters-refused', 'the ways in cost more than an unlock may', {
    facts: { reason: 'too-costly' },
  })
}

/** What one derivation costs; nothing where it is refused anyway, or needs none. */
function costOf(slot: SlotRow): number {
  try {
    const { opsLimit, memLimitBytes } = decodePassphraseParameters(slot.parameters)
    return opsLimit * memLimitBytes
  } catch {
    return 0
  }
}

/**
 * The key that a passphrase or a code gives for one slot.
 *
 * @throws VaultError `kdf-parameters-refused`, `wrong-recovery-kit`
 */
export async function deriveSlotKey(
  vaultId: Uint8Array,
  slot: Pick<SlotRow, 'parameters'>,
  unlock: Unlock,
  deriveKey: DeriveKey,
): Promise<Uint8Array> {
  if (unlock.kind === 'recovery-kit') {
    const code = parseRecoveryCode(unlock.code)
    const slotKey = kitSlotKey(vaultId, slot.parameters, code)
    sodium.memzero(code)
    return slotKey
  }
  if (unlock.kind !== 'passphrase') throw new VaultError('refused', 'not in this version yet')
  const { salt, ...cost } = decodePassphraseParameters(slot.parameters)
  const passphrase = normalizePassphrase(unlock.passphrase)
  const pending = deriveKey(passphrase, salt, cost)
  try {
    return await pending
  } finally {
    sodium.memzero(passphrase)
  }
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
    return openWithSeeds(vaultId, slot, seeds, pinKey, rows)
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

function openWithSeeds(
  vaultId: Uint8Array,
  slot: SlotRow,
  seeds: SlotSeeds,
  pinKey: Uint8Array,
  rows: readonly CertificateRow[],
): OpenedSlot {
  const pin = openPin(vaultId, slot, pinKey)
  const { certificate, isChainSound, followed } = followCertificates(vaultId, pin.certificate, rows)
  if (memberOf(certificate, slot.id) === undefined) {
    throw new VaultError('wrong-passphrase', 'this way in was removed from the vault', {
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
  let roots: Roots
  try {
    roots = openRoots(vaultId, slot, seeds, certificate)
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
    keys: deriveGenerationKeys(roots),
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

/** The certificates that follow from the pinned one, the last of them, and whether all the others fit too. */
function followCertificates(
  vaultId: Uint8Array,
  pinned: Certificate,
  rows: readonly CertificateRow[],
) {
  let certificate = pinned
  const followed = [pinned]
  let isChainSound = rows.length >= pinned.sequence
  let previous: Uint8Array | undefined
  for (const [index, row] of rows.entries()) {
    const parsed = tryParse(vaultId, row)
    if (parsed === undefined || parsed.sequence !== index + 1 || row.sequence !== index + 1) {
      isChainSound = false
      break
    }
    const expected = previous === undefined ? new Uint8Array(32) : hash(previous)
    if (!isEqual(parsed.previous, expected)) isChainSound = false
    if (parsed.sequence === pinned.sequence && !isEqual(parsed.bytes, pinned.bytes))
      isChainSound = false
    if (parsed.sequence > pinned.sequence) {
      if (!isSuccessor(certificate, parsed)) {
        isChainSound = false
        break
      }
      certificate = parsed
      followed.push(parsed)
    }
    previous = row.body
  }
  return { certificate, isChainSound, followed }
}

function tryParse(vaultId: Uint8Array, row: CertificateRow): Certificate | undefined {
  try {
    return parseCertificate(row.body, vaultId)
  } catch {
    return undefined
  }
}
