import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import { MAX_SLOTS } from './certificate.ts'
import { tryParseCertificate } from './certificate-chain.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'
import {
  costOf,
  type DeriveKey,
  decodePassphraseParameters,
  MAX_UNLOCK_WORK,
  normalizePassphrase,
} from './passphrase.ts'
import { kitSlotKey, parseRecoveryCode } from './recovery-kit.ts'
import { isSlotKey, type SlotRow } from './slot.ts'
import { isPassphraseKind, SLOT_KINDS } from './slot-kinds.ts'
import { sodium } from './sodium.ts'
import { combineShares, isSplitKit, parseShares, splitKitSlotKey } from './split-kit.ts'

/** How a slot is found by its key. */
export type SlotUnlock =
  | { kind: 'passphrase'; passphrase: Uint8Array }
  | { kind: 'recovery-kit'; code: string }
  /** Two shares of a split kit. */
  | { kind: 'recovery-shares'; codes: readonly string[] }
  /** 32 bytes, as `addKeychainSlot` gave them. */
  | { kind: 'keychain'; slotKey: Uint8Array }

/** What a person or a machine brings to open a vault. */
export type Unlock =
  | SlotUnlock
  /**
   * The first opening of who joins: the slot becomes a passphrase slot. `confirmed` is the `token` of
   * `Vault.joinFingerprint`, whose words the person compared.
   */
  | { kind: 'join'; local: Uint8Array; passphrase: Uint8Array; confirmed: string }

/**
 * Finds the slot that a passphrase or a code opens. The first derivation begins before this returns,
 * so that the caller can read the file meanwhile.
 *
 * @param lastSlotId - the slot to try first.
 * @returns the slot's key of 32 bytes, and the numbers of the shares that were typed.
 * @throws VaultError `wrong-passphrase`, `wrong-recovery-kit`, `kdf-parameters-refused`, `vault-damaged`
 */
export async function findSlot(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  certificates: readonly CertificateRow[],
  unlock: SlotUnlock,
  deriveKey: DeriveKey,
  lastSlotId?: Uint8Array,
): Promise<{ slot: SlotRow; slotKey: Uint8Array; usedShares: readonly number[] }> {
  // A typing error is told even where there is no kit to try.
  const usedShares = readCodes(unlock)
  if (slots.length > MAX_SLOTS) {
    throw new VaultError('vault-damaged', 'the vault has more ways in than it may', {
      facts: { table: 'slot' },
    })
  }
  const worth = worthTrying(vaultId, unlock.kind, slots, certificates)
  const isLast = ({ slot }: { slot: SlotRow }) =>
    lastSlotId !== undefined && isEqual(slot.id, lastSlotId)
  const ordered = [...worth.filter(isLast), ...worth.filter((one) => !isLast(one))]
  let refused: VaultError | undefined
  let work = 0
  for (const { slot, cost } of ordered) {
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
    if (isSlotKey(vaultId, slot, slotKey)) return { slot, slotKey, usedShares }
    sodium.memzero(slotKey)
  }
  if (refused !== undefined) throw refused
  throw doesNotOpen(unlock)
}

/** @throws VaultError `wrong-recovery-kit` */
function readCodes(unlock: SlotUnlock): readonly number[] {
  if (unlock.kind === 'recovery-kit') sodium.memzero(parseRecoveryCode(unlock.code))
  if (unlock.kind !== 'recovery-shares') return []
  return parseShares(unlock.codes).map(({ index, bytes }) => {
    sodium.memzero(bytes)
    return index
  })
}

const IS_WANTED: Readonly<Record<SlotUnlock['kind'], (slot: SlotRow) => boolean>> = {
  passphrase: ({ kind }) => isPassphraseKind(kind),
  'recovery-kit': ({ kind, parameters }) =>
    kind === SLOT_KINDS.recoveryKit && !isSplitKit(parameters),
  'recovery-shares': ({ kind, parameters }) =>
    kind === SLOT_KINDS.recoveryKit && isSplitKit(parameters),
  keychain: ({ kind }) => kind === SLOT_KINDS.osKeychain,
}

function doesNotOpen({ kind }: SlotUnlock): VaultError {
  if (kind === 'passphrase') {
    return new VaultError('wrong-passphrase', 'the passphrase does not open this vault')
  }
  if (kind === 'keychain') {
    return new VaultError('wrong-keychain-key', 'the key of the keychain does not open this vault')
  }
  const facts = kind === 'recovery-shares' ? { reason: 'not-of-vault' } : {}
  return new VaultError('wrong-recovery-kit', 'the recovery code does not open this vault', {
    facts,
  })
}

/**
 * The slots of a kind that some certificate names, the cheapest to try first. Anybody who can write the
 * file can add slots, and each one costs a derivation; certificates they can only replace as a whole.
 */
function worthTrying(
  vaultId: Uint8Array,
  kind: SlotUnlock['kind'],
  slots: readonly SlotRow[],
  certificates: readonly CertificateRow[],
): { slot: SlotRow; cost: number }[] {
  const members = certificates.flatMap((row) => tryParseCertificate(vaultId, row)?.members ?? [])
  const named = new Set(members.map((one) => toHex(one.slotId) + toHex(one.publicKeyDigest)))
  const own = slots.filter(IS_WANTED[kind])
  const known = own.filter((slot) => named.has(toHex(slot.id) + toHex(hash(slot.publicKey))))
  return (known.length > 0 ? known : own)
    .map((slot) => ({ slot, cost: costOf(slot.parameters) }))
    .sort((a, b) => a.cost - b.cost)
}

/** Who can write the file could otherwise make each unlock take an hour. */
function tooCostly(): VaultError {
  return new VaultError('kdf-parameters-refused', 'the ways in cost more than an unlock may', {
    facts: { reason: 'too-costly' },
  })
}

/**
 * The key that a passphrase or a code gives for one slot.
 *
 * @throws VaultError `kdf-parameters-refused`, `wrong-recovery-kit`
 */
export async function deriveSlotKey(
  vaultId: Uint8Array,
  slot: Pick<SlotRow, 'parameters'>,
  unlock: SlotUnlock,
  deriveKey: DeriveKey,
): Promise<Uint8Array> {
  switch (unlock.kind) {
    case 'keychain':
      return Uint8Array.from(unlock.slotKey)
    case 'recovery-kit':
      return wiping(parseRecoveryCode(unlock.code), (code) =>
        kitSlotKey(vaultId, slot.parameters, code),
      )
    case 'recovery-shares':
      return wiping(combineShares(vaultId, slot.parameters, parseShares(unlock.codes)), (code) =>
        splitKitSlotKey(vaultId, slot.parameters, code),
      )
    case 'passphrase':
      return derivePassphraseKey(slot.parameters, unlock.passphrase, deriveKey)
  }
}

/** @throws VaultError `kdf-parameters-refused`, `wrong-passphrase` when it is not text */
export async function derivePassphraseKey(
  parameters: Uint8Array,
  typed: Uint8Array,
  deriveKey: DeriveKey,
): Promise<Uint8Array> {
  const { salt, ...cost } = decodePassphraseParameters(parameters)
  const passphrase = normalizePassphrase(typed)
  const pending = deriveKey(passphrase, salt, cost)
  try {
    return await pending
  } finally {
    sodium.memzero(passphrase)
  }
}

function wiping(secret: Uint8Array, use: (secret: Uint8Array) => Uint8Array): Uint8Array {
  try {
    return use(secret)
  } finally {
    sodium.memzero(secret)
  }
}
