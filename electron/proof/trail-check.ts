import type { AuditCheck } from '../../shared/audit-view.ts'
import { VaultError } from '../../shared/errors.ts'
import { custodianNames } from '../custodian-names.ts'
import type { Session } from '../session.ts'

/**
 * Checks every chain value and every signature of the trail; other calls are answered meanwhile.
 *
 * @throws VaultError `cancelled`, `vault-locked`
 */
export async function checkTrail(session: Session, signal: AbortSignal): Promise<AuditCheck> {
  const open = session.open()
  try {
    const { entries, lastCheckpoint } = await open.vault.checkAudit({
      isCancelled: () => signal.aborted,
      onProgress: (done, total) => session.emit({ event: 'progress', task: 'verify', done, total }),
    })
    const { fingerprint } = open.vault.exportAudit()
    if (lastCheckpoint === undefined) return { isIntact: true, entries, fingerprint }
    const { sequence, at, custodianId } = lastCheckpoint
    const custodianName = custodianNames(open)(custodianId)
    return { isIntact: true, entries, fingerprint, lastCheckpoint: { sequence, at, custodianName } }
  } catch (error) {
    if (!(error instanceof VaultError && error.code === 'vault-damaged')) throw error
    const { sequence } = error.facts
    return { isIntact: false, ...(typeof sequence === 'number' && { brokenAt: sequence }) }
  }
}
