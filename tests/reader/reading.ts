import { checkAnchor, openAnchor } from './anchor.ts'
import { type OpenedAttachment, openAttachments } from './attachments.ts'
import { checkChanges, checkCheckpoints, type OpenedEntry, openAudit } from './audit.ts'
import { isEqual, toHex, zeros } from './bytes.ts'
import { type Certificate, checkCertificates, currentFromPin } from './certificates.ts'
import { checkWords } from './check-words.ts'
import { type Check, createChecklist } from './checklist.ts'
import { readTables, type SlotRow } from './container.ts'
import { headMac } from './head.ts'
import { ledgerKeys, secretKeys } from './keys.ts'
import { type OpenedRecord, openRecords } from './records.ts'
import { Refusal } from './refusal.ts'
import { openSealed, openSealedJson } from './sealed.ts'
import { signingPublicKey } from './signature.ts'
import { type Credential, type KdfCost, type OpenSlot, openRoots, openSlot } from './slots.ts'

export type OpenedSlot = {
  id: string
  kind: number
  custodianId: string
  label: Record<string, unknown> | undefined
}

/** Everything in a vault, and every check the document names. */
export type Reading = {
  vaultId: string
  revision: number
  generation: number
  openedBy: {
    slotId: string
    custodianId: string
    pinnedSequence: number
    kdf?: KdfCost
    vaultWords?: string[]
  }
  slots: OpenedSlot[]
  certificates: Certificate[]
  records: OpenedRecord[]
  attachments: OpenedAttachment[]
  audit: OpenedEntry[]
  checkWords: string[]
  checks: readonly Check[]
}

export type AnchorSource = { bytes: Uint8Array; machineKey?: Uint8Array }

/**
 * Opens a vault as docs/format.md tells, with nothing of the app's own code.
 *
 * @throws Refusal when the document says that the file is not to be opened; whatever else is not
 * as promised is a check that does not hold.
 */
export function readVault(path: string, credential: Credential, anchor?: AnchorSource): Reading {
  const checklist = createChecklist()
  const tables = readTables(path)
  const vaultId = tables.vault.vault_id
  const slot = openSlot(vaultId, tables.slots, tables.certificates, credential)
  const current = currentFromPin(vaultId, slot.pinned, tables.certificates)
  const roots = openRoots(vaultId, slot, current)
  const ledger = ledgerKeys(roots.ledgerRoot)
  const secrets = roots.secretRoot && secretKeys(roots.secretRoot)
  if (
    !isEqual(ledger.commitment, current.ledgerCommitment) ||
    (secrets && !isEqual(secrets.commitment, current.secretCommitment))
  ) {
    throw new Refusal('forged', 'the roots are not those of the certificate')
  }

  const { head } = tables
  checklist.note('head MAC', isEqual(head.mac, headMac(ledger.head, tables)))
  checklist.note('generation of the head', head.generation === current.generation)
  const certificates = checkCertificates(checklist, slot.pinned, tables.certificates, tables.slots)
  checklist.note('the slot that opened is a member, with its keys', isMember(slot, current))
  const constants = checklist.attempt('constants', () =>
    openConstants(ledger.constants, vaultId, current.generation, tables.vault.constants),
  )
  const audit = constants
    ? openAudit(
        checklist,
        { audit: ledger.audit, chain: constants.chainKey },
        vaultId,
        tables.audit,
        head,
      )
    : []
  checkChanges(checklist, audit, tables)
  checkCheckpoints(checklist, audit, vaultId, certificates)
  if (anchor !== undefined && constants !== undefined) {
    const seen = checklist.attempt('anchor', () =>
      openAnchor(constants.anchorKey, vaultId, anchor.bytes, anchor.machineKey),
    )
    if (seen !== undefined) checkAnchor(checklist, seen, head, audit, certificates)
  }

  return {
    vaultId: toHex(vaultId),
    revision: head.revision,
    generation: head.generation,
    openedBy: {
      slotId: toHex(slot.row.id),
      custodianId: toHex(slot.custodianId),
      pinnedSequence: slot.pinned.sequence,
      ...(slot.kdf && { kdf: slot.kdf }),
      ...(slot.vaultWords && { vaultWords: slot.vaultWords }),
    },
    slots: tables.slots.map((row) => ({
      id: toHex(row.id),
      kind: row.kind,
      custodianId: toHex(memberOf(current, row.id)?.custodianId ?? zeros(0)),
      label: checklist.attempt(`slot ${toHex(row.id)}: label`, () =>
        openLabel(ledger.label, vaultId, current.generation, row),
      ),
    })),
    certificates,
    records: openRecords(
      checklist,
      { overview: ledger.overview, secret: secrets?.secret },
      vaultId,
      tables.records,
      head,
    ),
    attachments: secrets
      ? openAttachments(
          checklist,
          secrets.manifest,
          vaultId,
          tables.attachments,
          tables.chunks,
          head,
        )
      : [],
    audit,
    checkWords: checkWords(vaultId, head),
    checks: checklist.checks,
  }
}

const memberOf = (certificate: Certificate, slotId: Uint8Array) =>
  certificate.members.find((member) => isEqual(member.slotId, slotId))

function isMember(slot: OpenSlot, certificate: Certificate): boolean {
  const member = memberOf(certificate, slot.row.id)
  return (
    member !== undefined &&
    isEqual(member.custodianId, slot.custodianId) &&
    isEqual(member.signingKey, signingPublicKey(slot.signingSeed))
  )
}

function openConstants(
  key: Uint8Array,
  vaultId: Uint8Array,
  generation: number,
  sealed: Uint8Array,
): { anchorKey: Uint8Array; chainKey: Uint8Array } {
  const place = {
    vaultId,
    table: 'vault',
    part: 1,
    row: zeros(16),
    generation,
    revision: 0,
  } as const
  const constants = openSealed(key, place, sealed)
  if (constants.length !== 64) throw new Error('constants: length')
  return { anchorKey: constants.slice(0, 32), chainKey: constants.slice(32) }
}

const openLabel = (key: Uint8Array, vaultId: Uint8Array, generation: number, row: SlotRow) =>
  openSealedJson(
    key,
    { vaultId, table: 'slot', part: 4, row: row.id, generation, revision: 0 },
    row.sealed_label,
  )
