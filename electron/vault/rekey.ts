import { VaultError } from '../../shared/errors.ts'
import { resealManifests } from './attachments.ts'
import { auditDigest, createTailBuilder, resealAuditRow } from './audit-chain.ts'
import { walkAudit } from './audit-reading.ts'
import { isEqual, toHex } from './bytes.ts'
import { sealConstants } from './constants.ts'
import { hashLeaf, LEAF_COUNT } from './digest-tree.ts'
import { hash } from './hash.ts'
import { digestVaultRow } from './head.ts'
import { transactLong } from './long-work.ts'
import { readLeaf, resealRow } from './records.ts'
import { deriveGenerationKeys, type GenerationKeys, makeRoots, zeroKeys } from './root-keys.ts'
import { openLabel, sealLabel } from './slot.ts'
import { sealRoots } from './slot-roots.ts'
import { isExpired, type SlotSummary, summarizeSlot } from './slot-summary.ts'
import { addCertificate, readSlots, withNewPin, writeSlots } from './slots.ts'
import { alteredWhileOpen, type Draft } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

export type Rekey = {
  /** Which ways in stay. Our own must. */
  keepSlots: (slot: SlotSummary) => boolean
  reason: string
  /** Our own way in goes too: what is written is not for us. */
  isHandedAway?: boolean
  onProgress?: (done: number, total: number) => void
  isCancelled?: () => boolean
}

type Generation = { generation: number; keys: GenerationKeys }

/**
 * Starts a new generation: new roots, sealed to the slots that stay, and everything sealed again under
 * them. One transaction: after a crash the vault is wholly of the old or wholly of the new generation.
 *
 * @param breathe - lets the event loop run; called often.
 * @throws VaultError `refused` if our own slot would not stay, `cancelled`, `vault-damaged`, `disk-full`
 */
export async function startGeneration(
  core: VaultCore,
  rekey: Rekey,
  breathe: () => Promise<boolean>,
): Promise<void> {
  const kept = keptSlots(core, rekey)
  const from = { generation: core.state.generation, keys: core.state.keys }
  const to = { generation: from.generation + 1, keys: deriveGenerationKeys(makeRoots()) }
  const entry = {
    action: 'vault.rekeyed',
    at: core.context.now(),
    custodianId: toHex(core.self.custodianId),
    facts: { generation: to.generation, reason: rekey.reason, slots: kept.length },
  }
  try {
    await transactLong(core, [entry], async (draft) => {
      draft.state.generation = to.generation
      draft.state.keys = to.keys
      writeRoots(core, draft, kept, to)
      resealManifests(core, draft, from, to)
      for (let leaf = 0; leaf < LEAF_COUNT; leaf++) {
        resealLeaf(core, draft, leaf, from, to)
        if (!(await breathe())) continue
        rekey.onProgress?.(leaf, LEAF_COUNT)
        if (rekey.isCancelled?.() === true) {
          throw new VaultError('cancelled', 'the re-key was cancelled')
        }
      }
      await resealAudit(core, draft, to, breathe)
    })
  } catch (error) {
    zeroKeys(to.keys)
    throw error
  }
  zeroKeys(from.keys)
  rekey.onProgress?.(LEAF_COUNT, LEAF_COUNT)
}

/** Only slots that the signed certificate names with this very public key can stay, and none that expired. */
function keptSlots(core: VaultCore, { keepSlots, isHandedAway = false }: Rekey) {
  const { members } = core.state.certificate
  const kept = readSlots(core).flatMap((slot) => {
    const member = members.find(
      (one) => isEqual(one.slotId, slot.id) && isEqual(one.publicKeyDigest, hash(slot.publicKey)),
    )
    const summary = summarizeSlot(core, slot)
    if (member === undefined || summary === undefined) return []
    // New roots are never sealed to a way in whose time is over, whoever would keep it.
    if (isExpired(slot.kind, summary, core.context.now()) || !keepSlots(summary)) return []
    return [{ slot, member }]
  })
  const isOwnKept = kept.some(({ slot }) => isEqual(slot.id, core.self.slotId))
  if (!isOwnKept && !isHandedAway) {
    throw new VaultError('refused', 'the slot in use must stay')
  }
  return kept
}

function writeRoots(
  core: VaultCore,
  draft: Draft,
  kept: ReturnType<typeof keptSlots>,
  to: Generation,
): void {
  const { vaultId, state, self } = core
  const certificate = addCertificate(core, draft, {
    generation: to.generation,
    ledgerCommitment: to.keys.ledgerCommitment,
    secretCommitment: to.keys.secretCommitment,
    members: kept.map(({ member }) => member),
  })
  const rows = kept.map(({ slot }) => {
    const label = openLabel(vaultId, slot, state.generation, state.keys)
    const row = {
      ...slot,
      sealedRoots: sealRoots(vaultId, slot, to.generation, to.keys),
      sealedLabel: sealLabel(vaultId, slot.id, to.generation, to.keys, label),
    }
    return isEqual(slot.id, self.slotId) ? withNewPin(core, row, certificate) : row
  })
  const removed = readSlots(core).filter(
    (slot) => !kept.some((one) => isEqual(one.slot.id, slot.id)),
  )
  writeSlots(
    core,
    draft,
    rows,
    removed.map((slot) => slot.id),
  )
  const constants = sealConstants(vaultId, to.generation, to.keys, core.constants)
  core.queries.putVault.run(vaultId, constants)
  draft.state.vaultDigest = digestVaultRow(vaultId, constants)
}

function resealLeaf(
  core: VaultCore,
  draft: Draft,
  leaf: number,
  from: Generation,
  to: Generation,
): void {
  const rows = readLeaf(core, leaf)
  if (rows.length === 0) return
  const resealed = rows.map((row) => resealRow(core.vaultId, row, from, to))
  for (const row of resealed) core.queries.putRecord.run(row)
  draft.leaves.set(leaf, hashLeaf(resealed))
}

async function resealAudit(
  core: VaultCore,
  draft: Draft,
  to: Generation,
  breathe: () => Promise<boolean>,
): Promise<void> {
  const keys = { vaultId: core.vaultId, audit: to.keys.audit, chain: core.constants.auditChainKey }
  const builder = createTailBuilder()
  // The file's rows, digested again: what is sealed anew must be what the head vouched for at the unlock.
  const found = createTailBuilder()
  let chain: Uint8Array = new Uint8Array(32)
  for (const opened of walkAudit(core)) {
    const row = resealAuditRow(keys, to.generation, opened.record.sequence, opened)
    core.queries.updateAudit.run(row.generation, row.entry, row.sequence)
    builder.add(row)
    found.add(opened.row)
    chain = opened.chain
    await breathe()
  }
  const { audit } = core.state
  const isKnown =
    found.tail().count === audit.count &&
    isEqual(chain, audit.chain) &&
    isEqual(auditDigest(found.tail()), auditDigest(audit))
  if (!isKnown) throw alteredWhileOpen()
  draft.state.audit = { ...builder.tail(), chain }
}
