import { VaultError } from '../../shared/errors.ts'
import { concat, idBytes, isEqual, toHex, u32, utf8 } from './bytes.ts'
import { type Certificate, mayDecide } from './certificate.ts'
import { isSoundChain, tryParseCertificate } from './certificate-chain.ts'
import { countFailedUnlock } from './failed-unlocks.ts'
import { hash } from './hash.ts'
import { digestCertificates } from './head.ts'
import { ledgerOnly } from './root-keys.ts'
import { isSignature, sign, signingKeyOf } from './signature.ts'
import { openLabel } from './slot.ts'
import { findSlot, type SlotUnlock } from './slot-finding.ts'
import { isArchiveKind, scopeOf } from './slot-kinds.ts'
import { readSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import { forgetSlot, openSlot } from './unlock.ts'
import { requireIdle, requireWhole, type VaultCore } from './vault-core.ts'

/** A custodian's signature under a statement. It is checked against the certificates of the vault. */
export type Signature = {
  custodianId: string
  custodianName: string
  slotId: string
  /** Ed25519, 64 hex digits. */
  signingKey: string
  /** 128 hex digits. */
  signature: string
  certificateSequence: number
}

type Signer = { slotId: Uint8Array; custodianId: Uint8Array; custodianName: string }

/** Signs a statement with the key of the slot in use. @throws VaultError `ledger-only`, `refused` for an archive's */
export function signStatement(core: VaultCore, statement: Uint8Array): Signature {
  requireWhole(core)
  requireOfVault(core.self.kind)
  return signAs(core, core.self, core.self.signingSeed, statement)
}

/**
 * Signs a statement with the key of another custodian, who types their passphrase here.
 *
 * @throws VaultError `wrong-passphrase`, `kdf-parameters-refused`; `refused` with fact `reason` =
 * `own-passphrase`; `ledger-only` for an auditor; `vault-damaged` when their slot is not as it should be
 */
export async function approveStatement(
  core: VaultCore,
  unlock: Extract<SlotUnlock, { kind: 'passphrase' }>,
  statement: Uint8Array,
): Promise<Signature> {
  requireWhole(core)
  const { vaultId, queries, context } = core
  const rows = certificateRows(core)
  const found = await findSlot(vaultId, readSlots(core), rows, unlock, context.deriveKey).catch(
    (error: unknown) => {
      countFailedUnlock(error, context, core.vaultIdHex)
      throw error
    },
  )
  const { slot, slotKey } = found
  try {
    requireIdle(core)
    if (scopeOf(slot.kind) !== 'all') throw ledgerOnly()
    requireOfVault(slot.kind)
    const opened = openSlot(vaultId, slot, slotKey, queries.certificates.all())
    try {
      const { pin, certificate, isChainSound, signingSeed } = opened
      if (isEqual(pin.custodianId, core.self.custodianId)) {
        throw new VaultError('refused', 'one person cannot be two', {
          facts: { reason: 'own-passphrase' },
        })
      }
      // What they last saw of the vault must lead to what it is now.
      if (!isChainSound || !isEqual(certificate.bytes, core.state.certificate.bytes)) {
        throw new VaultError('vault-damaged', 'the slot is not of this vault')
      }
      const { generation, keys } = core.state
      const { custodianName } = openLabel(vaultId, slot, generation, keys)
      const signer = { slotId: slot.id, custodianId: pin.custodianId, custodianName }
      return signAs(core, signer, signingSeed, statement)
    } finally {
      forgetSlot(opened)
    }
  } finally {
    sodium.memzero(slotKey)
  }
}

/**
 * Whether somebody who may decide signed this very statement, as the certificate of that sequence names
 * them, and that certificate is one of this vault's unbroken chain.
 */
export function isStatementSigned(
  core: VaultCore,
  statement: Uint8Array,
  given: Signature,
): boolean {
  return isSignedInChain(core.vaultId, soundChain(core), statement, given)
}

/** The same against certificates by themselves, such as those in a file; `chain` must be sound. */
export function isSignedInChain(
  vaultId: Uint8Array,
  chain: readonly Certificate[],
  statement: Uint8Array,
  given: Signature,
): boolean {
  if (!/^[0-9a-f]{32}$/.test(given.slotId) || !/^[0-9a-f]{128}$/.test(given.signature)) return false
  const certificate = chain[given.certificateSequence - 1]
  const slotId = idBytes(given.slotId)
  const member = certificate?.members.find((one) => isEqual(one.slotId, slotId))
  if (member === undefined || !mayDecide(member)) return false
  if (toHex(member.custodianId) !== given.custodianId) return false
  if (toHex(member.signingKey) !== given.signingKey) return false
  const message = statementMessage(vaultId, given.certificateSequence, member, statement)
  return isSignature(
    member.signingKey,
    message,
    new Uint8Array(Buffer.from(given.signature, 'hex')),
  )
}

/** Who was given an archive was given no say in the vault. @throws VaultError `refused` */
function requireOfVault(kind: number): void {
  if (isArchiveKind(kind)) throw new VaultError('refused', 'an archive signs nothing')
}

function signAs(
  core: VaultCore,
  signer: Signer,
  signingSeed: Uint8Array,
  statement: Uint8Array,
): Signature {
  const { sequence } = core.state.certificate
  const message = statementMessage(core.vaultId, sequence, signer, statement)
  return {
    custodianId: toHex(signer.custodianId),
    custodianName: signer.custodianName,
    slotId: toHex(signer.slotId),
    signingKey: toHex(signingKeyOf(signingSeed)),
    signature: toHex(sign(signingSeed, message)),
    certificateSequence: sequence,
  }
}

/** What is signed: that this slot of this custodian, at this certificate of this vault, stands for the statement. */
function statementMessage(
  vaultId: Uint8Array,
  sequence: number,
  { slotId, custodianId }: Pick<Signer, 'slotId' | 'custodianId'>,
  statement: Uint8Array,
): Uint8Array {
  const domain = utf8('beian-statement')
  return concat(domain, vaultId, u32(sequence), slotId, custodianId, hash(statement))
}

/** Every certificate from the first on, if each follows the one before and the last is the current one. */
function soundChain(core: VaultCore): readonly Certificate[] {
  const rows = certificateRows(core)
  const chain = rows.flatMap((row) => tryParseCertificate(core.vaultId, row) ?? [])
  const last = chain.at(-1)
  const isOurs = last !== undefined && isEqual(last.bytes, core.state.certificate.bytes)
  return isSoundChain(chain) && isOurs && chain.length === rows.length ? chain : []
}

/** None where they are not those that were there at the unlock. */
function certificateRows(core: VaultCore) {
  const rows = core.queries.certificates.all()
  return isEqual(digestCertificates(rows), core.state.certificateDigest) ? rows : []
}
