import { type Anchor, openAnchor } from './anchor.ts'
import { openAuditRow } from './audit-chain.ts'
import { isEqual, toHex } from './bytes.ts'
import type { Finding } from './finding.ts'
import { hash } from './hash.ts'
import type { Scan } from './scan.ts'
import type { OpenedSlot } from './unlock.ts'
import { headMacOf, type VaultCore } from './vault-core.ts'

/** Compares the file with its head, its certificate and its slots. An empty list: all is as it should be. */
export function examineFile(core: VaultCore, scan: Scan, opened: OpenedSlot): Finding[] {
  const findings: Finding[] = []
  if (!opened.isChainSound) findings.push({ code: 'generation-invalid' })
  findings.push(...examineSlots(scan, opened))
  const mac = headMacOf(core.vaultId, core.state)
  const isHeadRight =
    scan.isOrdered && scan.head.generation === core.state.generation && isEqual(scan.head.mac, mac)
  if (!isHeadRight) findings.push({ code: 'head-mismatch' })
  return findings
}

/** Compares the file with what this machine saw last. */
export function examineAnchor(core: VaultCore, headMac: Uint8Array): Finding[] {
  const { anchors } = core.context
  let bytes: Uint8Array | undefined
  try {
    bytes = anchors.read(core.vaultIdHex)
  } catch {
    bytes = undefined
  }
  if (bytes === undefined) return [{ code: 'anchor-missing' }]
  const anchor = openAnchor(core.constants.anchorKey, anchors.machineKey, core.vaultId, bytes)
  if (anchor === undefined) return [{ code: 'anchor-altered' }]
  const { revision } = core.state
  const facts = { revision, anchorRevision: anchor.revision }
  if (revision < anchor.revision) return [{ code: 'older-than-anchor', facts }]
  const isFork =
    (revision === anchor.revision && !isEqual(headMac, anchor.headMac)) ||
    !hasAuditEntry(core, anchor)
  return isFork ? [{ code: 'forked-from-anchor', facts }] : []
}

/** Whether the trail still has the entry that the anchor remembers. */
function hasAuditEntry(core: VaultCore, anchor: Anchor): boolean {
  if (anchor.auditSequence === 0) return true
  if (anchor.auditSequence > core.state.audit.count) return false
  const [row] = core.queries.auditUpwards.all(anchor.auditSequence, 1)
  if (row === undefined) return false
  try {
    const keys = { vaultId: core.vaultId, audit: core.state.keys.audit }
    return isEqual(openAuditRow(keys, row).chain, anchor.auditChain)
  } catch {
    return false
  }
}

/** Slots that the certificate does not name, or names otherwise, and slots it names that are gone. */
function examineSlots(scan: Scan, opened: OpenedSlot): Finding[] {
  const { members } = opened.certificate
  const altered = scan.slots.filter(
    (slot) =>
      !members.some(
        (member) =>
          isEqual(member.slotId, slot.id) &&
          member.kind === slot.kind &&
          isEqual(member.publicKeyDigest, hash(slot.publicKey)),
      ),
  )
  const missing = members.filter(
    (member) => !scan.slots.some((slot) => isEqual(slot.id, member.slotId)),
  )
  return [
    ...altered.map(
      (slot): Finding => ({ code: 'slot-altered', facts: { slotId: toHex(slot.id) } }),
    ),
    ...missing.map(
      (member): Finding => ({
        code: 'slot-altered',
        facts: { slotId: toHex(member.slotId), state: 'missing' },
      }),
    ),
  ]
}
