import { VaultError } from '../../shared/errors.ts'
import { concat, isEqual, u32, utf8 } from './bytes.ts'
import type { Certificate } from './certificate.ts'
import { mac } from './hash.ts'
import {
  deriveGenerationKeys,
  deriveLedgerKeys,
  type GenerationKeys,
  ledgerOnly,
} from './root-keys.ts'
import { open, seal } from './seal.ts'
import { type SlotRow, type SlotSeeds, slotPlace } from './slot.ts'
import { scopeOf } from './slot-kinds.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

const KEM_CIPHERTEXT_BYTES = 1120
const ROOT_BYTES = 32

/**
 * Seals the roots that a slot of this kind may have to its public key: both, or the ledger root alone.
 * Needs nothing of the slot's owner.
 *
 * @throws VaultError `ledger-only` where the secret root is not at hand
 */
export function sealRoots(
  vaultId: Uint8Array,
  slot: Pick<SlotRow, 'id' | 'kind' | 'publicKey'>,
  generation: number,
  keys: GenerationKeys,
): Uint8Array {
  const { ledger, secret } = keys.roots
  const isWhole = scopeOf(slot.kind) === 'all'
  if (isWhole && secret === undefined) throw ledgerOnly()
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc(slot.publicKey)
  const key = rootsKey(vaultId, slot, generation, keys, ciphertext, sharedSecret)
  const roots = isWhole && secret !== undefined ? concat(ledger, secret) : Uint8Array.from(ledger)
  const sealed = seal(key, slotPlace(vaultId, slot.id, 3, generation), roots)
  for (const one of [sharedSecret, key, roots]) sodium.memzero(one)
  return concat(ciphertext, sealed)
}

/**
 * The keys whose roots are sealed to a slot.
 *
 * @throws VaultError `vault-damaged` when they are not roots of this certificate, sealed to this slot, or
 * not as many as its kind has.
 */
export function openRoots(
  vaultId: Uint8Array,
  slot: SlotRow,
  seeds: SlotSeeds,
  certificate: Certificate,
): GenerationKeys {
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
  const roots = open(key, slotPlace(vaultId, slot.id, 3, generation), sealed)
  for (const secret of [sharedSecret, key, pair.privateKey]) sodium.memzero(secret)
  const isWhole = scopeOf(slot.kind) === 'all'
  if (roots.length !== (isWhole ? 2 * ROOT_BYTES : ROOT_BYTES)) throw damaged
  const ledger = roots.slice(0, ROOT_BYTES)
  const secret = isWhole ? roots.slice(ROOT_BYTES) : undefined
  sodium.memzero(roots)
  const isNamed =
    isEqual(deriveSubkey(ledger, 'ledgerCommitment'), certificate.ledgerCommitment) &&
    (secret === undefined ||
      isEqual(deriveSubkey(secret, 'secretCommitment'), certificate.secretCommitment))
  if (!isNamed) throw damaged
  return secret === undefined
    ? deriveLedgerKeys(ledger, certificate.secretCommitment)
    : deriveGenerationKeys({ ledger, secret })
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
