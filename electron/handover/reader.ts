import { dayOf } from '../../shared/calendar-day.ts'
import type { HandoverLine } from '../../shared/handover-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Session } from '../session.ts'
import type { Vault } from '../vault/vault.ts'
import { readHandoverSecret } from './change.ts'
import { createEvidenceReader } from './evidence.ts'
import { handoverLines, type LineSources } from './lines.ts'

/** Lines are worked out from everything there is; as long as nothing was written they are the same. */
export type HandoverReader = {
  sources(): LineSources
  /** The lines of a handover as it stands now, in their order. */
  lines(record: LedgerRecord<'handover'>): readonly HandoverLine[]
}

type Kept = { vault: Vault; revision: number; day: string; id: string; lines: HandoverLine[] }

export function createHandoverReader(session: Session): HandoverReader {
  const evidence = createEvidenceReader()
  let kept: Kept | undefined

  const sources = (): LineSources => {
    const open = session.open()
    return { open, evidence: evidence.of(open.vault), now: session.now() }
  }
  return {
    sources,
    lines(record) {
      const found = sources()
      const { vault } = found.open
      const { revision } = vault
      const day = dayOf(found.now)
      const { id } = record
      const isSame =
        kept?.vault === vault && kept.revision === revision && kept.day === day && kept.id === id
      if (kept === undefined || !isSame) {
        const known = readHandoverSecret(found.open, record).lines
        kept = { vault, revision, day, id, lines: handoverLines(found, record.data, known) }
      }
      return kept.lines
    },
  }
}
