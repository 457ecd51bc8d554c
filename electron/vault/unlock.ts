import { VaultError } from '../../shared/errors.ts'
import { isEqual } from './bytes.ts'
import { type Certificate, isSuccessor, MAX_SLOTS, parseCertificate } from './certificate.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'
import { type DeriveKey, decodePassphraseParameters, normalizePassphrase } from './passphrase.ts'
import { kitSlotKey, parseRecoveryCode } from './recovery-kit.ts'
import { deriveGenerationKeys, type GenerationKeys } from './root-keys.ts'
import {
  isSlotKey,
  openPin,
  openRoots,
  openSeeds,
  type Pin,
  SLOT_KINDS,
  type SlotRow,
} from './slot.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

export type Unlock =
  | { kind: 'passphrase'; passphrase: Uint8Array }
  | { kind: 'recovery-kit'; code: string }

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
 * @throws VaultError `wrong-passphrase`, `wrong-recovery-kit`, `kdf-parameters-refused`
 */
export async function findSlot(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  unlock: Unlock,
  deriveKey: DeriveKey,
): Promise<{ slot: SlotRow; slotKey: Uint8Array }> {
  const kind = unlock.kind === 'passphrase' ? SLOT_KINDS.passphrase : SLOT_KINDS.recoveryKit
  let refused: VaultError | undefined
  for (const slot of slots.filter((row) => row.kind === kind).slice(0, MAX_SLOTS)) {
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
  const pin = openPin(vaultId, slot, pinKey)
  const { certificate, isChainSound } = followCertificates(vaultId, pin.certificate, rows)
  const isMember = certificate.members.some((member) => isEqual(member.slotId, slot.id))
  if (!isMember) {
    throw new VaultError('wrong-passphrase', 'this way in was removed from the vault', {
      facts: { reason: 'slot-removed' },
    })
  }
  try {
    const roots = openRoots(vaultId, slot, seeds, certificate)
    sodium.memzero(seeds.kem)
    const keys = deriveGenerationKeys(roots)
    return { slot, pin, pinKey, signingSeed: seeds.signing, certificate, keys, isChainSound }
  } catch (error) {
    if (isChainSound) throw error
    throw new VaultError(
      'forged-vault',
      'the vault does not descend from the one this passphrase knows',
    )
  }
}

/** The last certificate that follows from the pinned one, and whether all the others fit too. */
function followCertificates(
  vaultId: Uint8Array,
  pinned: Certificate,
  rows: readonly CertificateRow[],
) {
  let certificate = pinned
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
    }
    previous = row.body
  }
  return { certificate, isChainSound }
}

function tryParse(vaultId: Uint8Array, row: CertificateRow): Certificate | undefined {
  try {
    return parseCertificate(row.body, vaultId)
  } catch {
    return undefined
  }
}
