import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import type { Certificate, Member } from './certificate.ts'
import { asVaultError, closeDatabase, openDatabase } from './database.ts'
import { fingerprintOf } from './fingerprint.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'
import { type JoinKeys, openLocal } from './join-request.ts'
import { admissionDigest, findAdmission, isKeyKnown, joinCommitment } from './next-custodian.ts'
import { encodeJoinParameters, encodePassphraseParameters, SALT_BYTES } from './passphrase.ts'
import { prepareQueries } from './queries.ts'
import { changeMembers, succeed } from './roster.ts'
import { openLabel, type SlotLabel, type SlotRow } from './slot.ts'
import { derivePassphraseKey, type Unlock } from './slot-finding.ts'
import { isJoinKind, SLOT_KINDS, type SlotScope, scopeOf } from './slot-kinds.ts'
import { draftSlot, finishSlot, type SlotDraft } from './slot-making.ts'
import { isExpired } from './slot-summary.ts'
import { readSlots, writeSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import type { Draft } from './transaction.ts'
import { forgetSlot, type OpenedSlot, openWithSeeds } from './unlock.ts'
import { readBasics } from './vault-basics.ts'
import type { VaultContext, VaultCore } from './vault-core.ts'

/** What a joiner is told of the vault that waits for them. */
export type JoinPreview = {
  /** Six words that the custodian who let them in sees too. */
  words: string[]
  /** Names this very vault and certificate: 64 hex digits. */
  token: string
  scope: SlotScope
  custodianName: string
  /** Unix ms. */
  expiresAt: number
}

/** The slot that waits for a joiner, and the certificate that let them in. */
type Admission = { slot: SlotRow; member: Member; certificate: Certificate }

type JoinUnlock = Extract<Unlock, { kind: 'join' }>

/**
 * Tells a joiner by which words to know the vault. Nothing is written, and nothing of it is believed.
 *
 * @throws VaultError `wrong-passphrase`, `join-request-unreadable`, `join-not-found`, `join-expired`,
 * `forged-vault`, `vault-damaged`, and those of `openDatabase`
 */
export async function previewJoin(
  path: string,
  local: Uint8Array,
  passphrase: Uint8Array,
  context: VaultContext,
): Promise<JoinPreview> {
  const keys = await openLocal(local, passphrase, context.deriveKey)
  const { db } = openDatabase(path, true)
  let opened: OpenedSlot | undefined
  try {
    const { vault, slots, certificates } = readBasics(prepareQueries(db))
    const admission = findJoinSlot(vault.vaultId, slots, certificates, keys)
    opened = openJoinSlot(vault.vaultId, admission, keys, certificates)
    const { custodianName, expiresAt = 0 } = requireInTime(vault.vaultId, opened, context.now())
    const digest = admissionDigest(vault.vaultId, admission.certificate)
    return {
      words: fingerprintOf(digest),
      token: toHex(digest),
      scope: scopeOf(admission.slot.kind),
      custodianName,
      expiresAt,
    }
  } catch (error) {
    throw asVaultError(error, path, 'reading')
  } finally {
    closeDatabase(db)
    if (opened !== undefined) forgetSlot(opened)
    for (const seed of [keys.seeds.kem, keys.seeds.signing]) sodium.memzero(seed)
  }
}

/** A joiner's slot that was opened, and the passphrase slot that takes its place. */
export type OpenedJoin = { opened: OpenedSlot; successor: SlotDraft }

/**
 * Opens a joiner's slot and makes the passphrase slot that it becomes, with keys that never left this
 * machine unsealed and that no request named.
 *
 * @throws VaultError as `previewJoin`, and `join-unconfirmed` when the words of another vault were compared
 */
export async function openJoin(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  certificates: readonly CertificateRow[],
  unlock: JoinUnlock,
  { deriveKey, now }: Pick<VaultContext, 'deriveKey' | 'now'>,
): Promise<OpenedJoin> {
  const keys = await openLocal(unlock.local, unlock.passphrase, deriveKey)
  const { request, seeds } = keys
  let opened: OpenedSlot | undefined
  try {
    const admission = findJoinSlot(vaultId, slots, certificates, keys)
    if (toHex(admissionDigest(vaultId, admission.certificate)) !== unlock.confirmed) {
      throw new VaultError('join-unconfirmed', 'the words of another vault were compared')
    }
    opened = openJoinSlot(vaultId, admission, keys, certificates)
    requireInTime(vaultId, opened, now())
    const parameters = encodePassphraseParameters(request.cost, randomBytes(SALT_BYTES))
    const slotKey = await derivePassphraseKey(parameters, unlock.passphrase, deriveKey)
    const kind =
      scopeOf(admission.slot.kind) === 'all' ? SLOT_KINDS.passphrase : SLOT_KINDS.auditorPassphrase
    const identity = { vaultId, id: admission.slot.id, kind, parameters }
    const successor = draftSlot(identity, admission.member.custodianId, slotKey)
    sodium.memzero(slotKey)
    return { opened, successor }
  } catch (error) {
    if (opened !== undefined) forgetSlot(opened)
    sodium.memzero(seeds.signing)
    throw error
  } finally {
    sodium.memzero(seeds.kem)
  }
}

/** Writes the passphrase slot in the joiner's place, by a certificate that the joiner's key signs. */
export function convertJoin(core: VaultCore, draft: Draft, successor: SlotDraft): void {
  const { vaultId, state, self, context } = core
  const slot = readSlots(core).find((row) => isEqual(row.id, self.slotId))
  if (slot === undefined) throw new VaultError('vault-damaged', 'the slot is gone')
  const { label, custodianName } = openLabel(vaultId, slot, state.generation, state.keys)
  const certificate = changeMembers(core, draft, [successor.member], [self.slotId])
  const createdAt = context.now()
  const told = { label, custodianName, createdAt }
  writeSlots(core, draft, [finishSlot(vaultId, successor, certificate, state.keys, told)])
}

/** From the moment that is durable, we are who came in by the passphrase. */
export function becomeCustodian(core: VaultCore, successor: SlotDraft): void {
  sodium.memzero(successor.seeds.kem)
  succeed(core, successor)
}

/**
 * Keychains and joiners have a time limit, in a label that only who has the ledger root can make.
 *
 * @throws VaultError `join-expired`, `keychain-expired`, `vault-damaged` when the label does not open
 */
export function requireInTime(vaultId: Uint8Array, opened: OpenedSlot, now: number): SlotLabel {
  const { slot, certificate, keys } = opened
  const label = openLabel(vaultId, slot, certificate.generation, keys)
  if (!isExpired(slot.kind, label, now)) return label
  const code = isJoinKind(slot.kind) ? 'join-expired' : 'keychain-expired'
  throw new VaultError(code, 'the time of this way in is over')
}

function openJoinSlot(
  vaultId: Uint8Array,
  { slot, member, certificate }: Admission,
  { seeds }: JoinKeys,
  rows: readonly CertificateRow[],
): OpenedSlot {
  // Nothing is pinned yet: what the person compares is the certificate that let them in.
  const pin = { parameters: slot.parameters, custodianId: member.custodianId, certificate }
  const own = { kem: seeds.kem, signing: Uint8Array.from(seeds.signing) }
  try {
    return openWithSeeds(vaultId, slot, { seeds: own, pinKey: new Uint8Array(32), pin }, rows)
  } catch (error) {
    const isRemoved = error instanceof VaultError && error.code === 'wrong-passphrase'
    throw isRemoved ? notFound('used') : error
  }
}

function findJoinSlot(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  certificates: readonly CertificateRow[],
  { request }: JoinKeys,
): Admission {
  const publicKeyDigest = hash(request.publicKey)
  const parameters = encodeJoinParameters(request.cost, request.id)
  for (const slot of slots) {
    const { id, kind } = slot
    if (!isJoinKind(kind) || !isEqual(slot.publicKey, request.publicKey)) continue
    const isOurs =
      isEqual(slot.parameters, parameters) &&
      isEqual(slot.commitment, joinCommitment({ vaultId, id, kind, parameters }, request.publicKey))
    const admission = findAdmission(vaultId, certificates, { slotId: id, publicKeyDigest })
    if (!isOurs || admission === undefined) continue
    return { slot, ...admission }
  }
  throw notFound(isKeyKnown(vaultId, certificates, publicKeyDigest) ? 'used' : 'unknown')
}

function notFound(reason: 'used' | 'unknown'): VaultError {
  return new VaultError('join-not-found', 'no slot of this vault waits for this joiner', {
    facts: { reason },
  })
}
