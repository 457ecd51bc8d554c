import { VaultError } from '../../shared/errors.ts'
import { checkLastCheckpoint } from './audit-reading.ts'
import { isEqual, toHex } from './bytes.ts'
import type { Finding } from './finding.ts'
import { hash } from './hash.ts'
import type { Scan } from './scan.ts'
import type { OpenedSlot } from './unlock.ts'
import { headMacOf, type VaultCore } from './vault-core.ts'

/** Compares the file with its head, its certificate and its slots. An empty list: all is as it should be. */
export function examineFile(
  core: VaultCore,
  scan: Scan,
  opened: Pick<OpenedSlot, 'certificate' | 'isChainSound'>,
): Finding[] {
  const findings: Finding[] = []
  if (!opened.isChainSound) findings.push({ code: 'generation-invalid' })
  findings.push(...examineSlots(scan, opened))
  const mac = headMacOf(core.vaultId, core.state)
  const isHeadRight =
    scan.isOrdered && scan.head.generation === core.state.generation && isEqual(scan.head.mac, mac)
  if (!isHeadRight) findings.push({ code: 'head-mismatch' })
  try {
    checkLastCheckpoint(core)
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    findings.push({ code: 'audit-broken', facts: { sequence: core.state.audit.count } })
  }
  return findings
}

/** Slots that the certificate does not name, or names otherwise, and slots it names that are gone. */
function examineSlots(scan: Scan, opened: Pick<OpenedSlot, 'certificate'>): Finding[] {
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
