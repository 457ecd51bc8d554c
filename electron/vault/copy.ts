import { VaultError } from '../../shared/errors.ts'
import { checkAllAttachments } from './attachments.ts'
import { isEqual, toHex } from './bytes.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { checkWords } from './check-words.ts'
import { openConstants } from './constants.ts'
import { asVaultError, closeDatabase, openDatabase, type VaultDb } from './database.ts'
import { examineFile } from './examine.ts'
import type { CertificateRow } from './head.ts'
import { createBreath } from './long-work.ts'
import { lastChain } from './opened-core.ts'
import { prepareQueries } from './queries.ts'
import { scanVault } from './scan.ts'
import { type SlotSummary, summarizeSlots } from './slot-summary.ts'
import { sodium } from './sodium.ts'
import { readBasics } from './vault-basics.ts'
import type { VaultCore } from './vault-core.ts'

/** What a copy of the vault is, as its own bytes tell. */
export type CopyFacts = {
  revision: number
  generation: number
  sizeBytes: number
  checkWords: string[]
  /** The ways in that the copy has, for good. */
  slots: SlotSummary[]
}

/** Asked now and then by work that takes its time. */
export type Patience = { isCancelled?: (() => boolean) | undefined }

/**
 * Opens a copy of a vault with the keys of the vault that is open, so that nobody need type a passphrase, and
 * checks every digest of it. Nothing is remembered of it outside: no anchor, no lock file.
 *
 * The copy borrows the keys: end it with `closeCopy`.
 *
 * @throws VaultError `not-a-vault` (of another vault), `refused` with fact `reason` = `other-generation`,
 * `vault-damaged`, and those of `openDatabase`
 */
export function openCopy(core: VaultCore, path: string, isReadOnly: boolean): VaultCore {
  const { db, identity } = openDatabase(path, isReadOnly)
  try {
    return checkedCore(core, { db, identity, path })
  } catch (error) {
    closeDatabase(db)
    throw asVaultError(error, path, 'reading')
  }
}

/** Gives the copy's file free; the keys stay with the vault they were borrowed from. */
export function closeCopy({ db, constants }: VaultCore): void {
  closeDatabase(db)
  for (const secret of [constants.anchorKey, constants.auditChainKey]) sodium.memzero(secret)
}

/**
 * Whether a file is a whole copy of the open vault: every digest, and every attachment's content.
 *
 * @throws VaultError as `openCopy`, `cancelled`
 */
export async function verifyCopy(
  core: VaultCore,
  path: string,
  sizeBytes: number,
  { isCancelled }: Patience = {},
): Promise<CopyFacts> {
  const breathe = createBreath(core)
  const copy = openCopy(core, path, true)
  try {
    for (const _ of checkAllAttachments(copy)) {
      await breathe()
      if (isCancelled?.() === true) throw new VaultError('cancelled', 'the check took too long')
    }
    const { revision, generation } = copy.state
    return {
      revision,
      generation,
      sizeBytes,
      checkWords: checkWords(copy),
      slots: summarizeSlots(copy),
    }
  } finally {
    closeCopy(copy)
  }
}

function checkedCore(
  core: VaultCore,
  { db, identity, path }: { db: VaultDb; identity: string; path: string },
): VaultCore {
  const { vaultId, state } = core
  const queries = prepareQueries(db)
  const basics = readBasics(queries)
  if (!isEqual(basics.vault.vaultId, vaultId)) throw otherVault()
  if (basics.head.generation !== state.generation) {
    throw new VaultError('refused', 'the copy is from before a change of all keys', {
      facts: { reason: 'other-generation' },
    })
  }
  const scan = scanVault(db, path, queries, basics)
  const certificate = commonCertificate(core, scan.certificates)
  const constants = openConstants(vaultId, state.generation, state.keys, scan.vault.constants)
  const copy: VaultCore = {
    ...core,
    path,
    identity,
    db,
    queries,
    constants,
    context: { ...core.context, anchors: { read: () => undefined, write: () => {} } },
    state: {
      ...state,
      revision: scan.head.revision,
      certificate,
      vaultDigest: scan.vaultDigest,
      certificateDigest: scan.certificateDigest,
      slotDigest: scan.slotDigest,
      attachmentDigest: scan.attachmentDigest,
      tree: scan.tree,
      audit: {
        ...scan.audit,
        chain: lastChain(queries, vaultId, state.keys.audit, scan.audit.count),
      },
    },
    mode: db.readonly ? 'read-only' : 'normal',
    isBusy: false,
    isBroken: false,
    isAnchorBehind: false,
  }
  const [finding] = examineFile(copy, scan, { certificate, isChainSound: true })
  if (finding === undefined) return copy
  throw new VaultError('vault-damaged', 'the copy is not whole', {
    facts: { finding: finding.code },
  })
}

/** The copy's last certificate, which must be one of ours, and so must be all before it. */
function commonCertificate(core: VaultCore, rows: readonly CertificateRow[]): Certificate {
  const known = new Map(core.queries.certificates.all().map((row) => [row.sequence, row.body]))
  const isOurs = rows.every(({ body }, index) => {
    const own = known.get(index + 1)
    return own !== undefined && isEqual(own, body)
  })
  const last = rows.at(-1)
  if (!isOurs || last === undefined) {
    throw new VaultError('vault-damaged', 'the copy does not descend from this vault', {
      facts: { vault: toHex(core.vaultId).slice(0, 8) },
    })
  }
  return parseCertificate(last.body, core.vaultId)
}

function otherVault(): VaultError {
  return new VaultError('not-a-vault', 'the file is a copy of another vault')
}
