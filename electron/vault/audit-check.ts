import { setTimeout as pause } from 'node:timers/promises'
import { VaultError } from '../../shared/errors.ts'
import { type AuditRecord, CHECKPOINT } from './audit-chain.ts'
import { everyMember, trailStart, walkPage } from './audit-reading.ts'
import type { Member } from './certificate.ts'
import { createBreath } from './long-work.ts'
import type { LongWrite } from './record-writing.ts'
import { reading } from './release.ts'
import { alteredWhileOpen } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

/** Read and checked without a pause: some two milliseconds. */
const PAGE_ROWS = 64
/** How long to wait for a long change, such as that of all keys, before looking again. */
const BUSY_MS = 100

/** How a long check is followed, and ended. */
export type LongCheck = Pick<LongWrite, 'onProgress' | 'isCancelled'>

export type AuditChecked = { entries: number; lastCheckpoint: AuditRecord | undefined }

/**
 * Reads the whole trail and checks it against what is known of its end, in slices between which the vault may be
 * read and written; what is written meanwhile is checked as well.
 *
 * @throws VaultError `vault-damaged`, `cancelled`, `vault-locked`
 */
export async function checkAudit(
  core: VaultCore,
  { onProgress, isCancelled }: LongCheck,
): Promise<AuditChecked> {
  const requireWanted = () => {
    if (isCancelled?.() === true) throw new VaultError('cancelled', 'the check was cancelled')
  }
  const breathe = createBreath(core)
  const place = trailStart()
  let members: readonly Member[] = []
  let certificate: unknown
  let lastCheckpoint: AuditRecord | undefined
  while (true) {
    // A change of all keys seals every row anew: no page is read before it counts.
    while (core.isBusy) {
      await pause(BUSY_MS)
      requireWanted()
    }
    if (core.state.certificate !== certificate) {
      certificate = core.state.certificate
      members = reading(core, everyMember)
    }
    const from = place.next
    reading(core, () => {
      for (const { record } of walkPage(core, members, place, PAGE_ROWS)) {
        if (record.action === CHECKPOINT) lastCheckpoint = record
      }
    })
    const { count, chain } = core.state.audit
    if (place.next === from) {
      const isEnd = place.next === count + 1 && Buffer.compare(place.chain, chain) === 0
      if (!isEnd) throw alteredWhileOpen()
      return { entries: count, lastCheckpoint }
    }
    if (!(await breathe())) continue
    onProgress?.(place.next - 1, count)
    requireWanted()
  }
}
