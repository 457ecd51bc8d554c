import type { AuditCheck } from '../../shared/audit-view.ts'
import { custodianNames } from '../custodian-names.ts'
import type { OpenVault } from '../session.ts'
import { CHECKPOINT } from '../vault/audit-chain.ts'
import type { AuditRecord, Vault } from '../vault/vault.ts'

const PAGE_ENTRIES = 256

/**
 * Checks every chain value and every signature of the trail.
 *
 * @throws VaultError `vault-damaged`, with the sequence where it breaks if that can be said.
 */
export function checkTrail(open: OpenVault): AuditCheck {
  const { entries } = open.vault.verifyAudit()
  const { fingerprint } = open.vault.exportAudit()
  const last = lastCheckpoint(open.vault)
  if (last === undefined) return { isIntact: true, entries, fingerprint }
  const { sequence, at, custodianId } = last
  const custodianName = custodianNames(open)(custodianId)
  return { isIntact: true, entries, fingerprint, lastCheckpoint: { sequence, at, custodianName } }
}

function lastCheckpoint(vault: Vault): AuditRecord | undefined {
  let beforeSequence: number | undefined
  while (true) {
    const page = vault.audit({
      limit: PAGE_ENTRIES,
      ...(beforeSequence === undefined ? {} : { beforeSequence }),
    })
    const found = page.find(({ action }) => action === CHECKPOINT)
    if (found !== undefined) return found
    beforeSequence = page.at(-1)?.sequence
    if (page.length < PAGE_ENTRIES || beforeSequence === undefined) return undefined
  }
}
