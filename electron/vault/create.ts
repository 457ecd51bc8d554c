import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { emptyTail } from './audit-chain.ts'
import { toHex } from './bytes.ts'
import { issueCertificate } from './certificate.ts'
import { makeConstants, sealConstants } from './constants.ts'
import { asVaultError, closeDatabase, createDatabase, type VaultDb } from './database.ts'
import { emptyTree } from './digest-tree.ts'
import { digestAttachments, digestCertificates, digestSlots, digestVaultRow } from './head.ts'
import { fileIdentity, statOf } from './open-files.ts'
import { encodePassphraseParameters, type KdfCost, SALT_BYTES } from './passphrase.ts'
import { prepareQueries } from './queries.ts'
import { deriveGenerationKeys, makeRoots, zeroKeys } from './root-keys.ts'
import { deriveSlotKey } from './slot-finding.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { draftSlot, finishSlot } from './slot-making.ts'
import { sodium } from './sodium.ts'
import { transact } from './transaction.ts'
import type { VaultContext, VaultCore } from './vault-core.ts'

/** A vault just made: its slot, so that it can be opened without a second derivation, and which file it is. */
export type MadeVault = { slotId: Uint8Array; slotKey: Uint8Array; identity: string }

export type NewVault = { passphrase: Uint8Array; custodianName: string; kdf: KdfCost }

/**
 * Makes a vault with one passphrase slot. It appears whole at `path` or not at all: it is built beside
 * it and linked there when it is durable.
 *
 * @throws VaultError `vault-exists`, `kdf-parameters-refused`, `folder-not-writable`, `disk-full`
 */
export async function createVaultFile(
  path: string,
  options: NewVault,
  context: VaultContext,
): Promise<MadeVault> {
  if (existsSync(path)) throw vaultExists()
  const parameters = encodePassphraseParameters(options.kdf, randomBytes(SALT_BYTES))
  const vaultId = new Uint8Array(randomBytes(16))
  const unlock = { kind: 'passphrase', passphrase: options.passphrase } as const
  const slotKey = await deriveSlotKey(vaultId, { parameters }, unlock, context.deriveKey)
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const db = createDatabase(temporary)
    let slotId: Uint8Array
    try {
      slotId = fillVault(db, { path: temporary, vaultId, parameters, slotKey, options, context })
    } finally {
      closeDatabase(db)
    }
    const identity = fileIdentity(statSync(temporary, { bigint: true }))
    publish(temporary, path)
    return { slotId, slotKey, identity }
  } catch (error) {
    throw asVaultError(error, path, 'writing')
  } finally {
    rmSync(temporary, { force: true })
    rmSync(`${temporary}-journal`, { force: true })
  }
}

/** Takes a vault away that could not be opened once after it was made: nobody has put anything into it. */
export function discardVaultFile(path: string, { identity }: MadeVault): void {
  const stat = statOf(path)
  if (stat !== undefined && fileIdentity(stat) === identity) rmSync(path, { force: true })
}

function fillVault(
  db: VaultDb,
  given: {
    path: string
    vaultId: Uint8Array
    parameters: Uint8Array
    slotKey: Uint8Array
    options: NewVault
    context: VaultContext
  },
): Uint8Array {
  const { vaultId, context, options } = given
  const generation = 1
  const keys = deriveGenerationKeys(makeRoots())
  const constants = makeConstants()
  const identity = {
    vaultId,
    id: new Uint8Array(randomBytes(16)),
    kind: SLOT_KINDS.passphrase,
    parameters: given.parameters,
  }
  const draft = draftSlot(identity, new Uint8Array(randomBytes(16)), given.slotKey)
  const certificate = issueCertificate(
    {
      vaultId,
      generation,
      previous: undefined,
      ledgerCommitment: keys.ledgerCommitment,
      secretCommitment: keys.secretCommitment,
      signerSlotId: draft.id,
      members: [draft.member],
    },
    draft.seeds.signing,
  )
  const { custodianName } = options
  const slot = finishSlot(vaultId, draft, certificate, keys, {
    label: custodianName,
    custodianName,
    createdAt: context.now(),
  })
  const sealedConstants = sealConstants(vaultId, generation, keys, constants)
  const { custodianId } = draft.member
  const core: VaultCore = {
    path: given.path,
    identity: fileIdentity(statSync(given.path, { bigint: true })),
    vaultId,
    vaultIdHex: toHex(vaultId),
    db,
    queries: prepareQueries(db),
    context: { ...context, anchors: { read: () => undefined, write: () => {} } },
    constants,
    self: {
      slotId: draft.id,
      kind: draft.kind,
      custodianId,
      custodianName,
      parameters: draft.parameters,
      signingSeed: draft.seeds.signing,
      pinKey: draft.pinKey,
    },
    state: {
      revision: 0,
      generation,
      keys,
      certificate,
      vaultDigest: digestVaultRow(vaultId, sealedConstants),
      certificateDigest: digestCertificates([
        { sequence: certificate.sequence, body: certificate.bytes },
      ]),
      slotDigest: digestSlots([slot]),
      attachmentDigest: digestAttachments([], []),
      tree: emptyTree(),
      audit: emptyTail(),
    },
    mode: 'normal',
    isBusy: false,
    isBroken: false,
    isAnchorBehind: false,
  }
  const entry = { action: 'vault.created', at: context.now(), custodianId: toHex(custodianId) }
  transact(core, [entry], () => {
    core.queries.putVault.run(vaultId, sealedConstants)
    core.queries.addCertificate.run(certificate.sequence, certificate.bytes)
    core.queries.putSlot.run(slot)
  })
  const { seeds, pinKey } = draft
  const { anchorKey, auditChainKey } = constants
  for (const secret of [seeds.kem, seeds.signing, pinKey, anchorKey, auditChainKey]) {
    sodium.memzero(secret)
  }
  zeroKeys(keys)
  return draft.id
}

/** Puts the finished file at its name without ever replacing another, and makes the folder's entry durable. */
function publish(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') throw vaultExists()
    // A file system without hard links (exFAT, some network drives): the best there is.
    if (existsSync(path)) throw vaultExists()
    renameSync(temporary, path)
  }
  syncFolder(dirname(path))
}

/** Makes a folder's new or changed entries durable. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows cannot open a folder; there the file system's own journal does it.
  }
}

function vaultExists(): VaultError {
  return new VaultError('vault-exists', 'there is already a file with this name')
}
