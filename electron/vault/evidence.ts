import { VaultError } from '../../shared/errors.ts'
import { checkAttachment } from './attachments.ts'
import { walkAudit } from './audit-reading.ts'
import { toHex } from './bytes.ts'
import type { RecordRow } from './digest-tree.ts'
import type { Finding, FindingCode } from './finding.ts'
import { openOverview, openSecret, overviewRow } from './records.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * Looks at every row of a vault that is not as it should be and says what is wrong with which. What
 * opens is still the truth of some time; the audit trail tells whether it is the truth of now.
 */
export function gatherEvidence(core: VaultCore): Finding[] {
  const findings: Finding[] = []
  const present = new Map<string, number>()
  for (const row of core.queries.records.iterate()) {
    const id = toHex(row.id)
    present.set(id, row.revision)
    findings.push(...examineRecord(core, id, row))
  }
  for (const row of core.queries.attachments.all()) {
    const id = toHex(row.id)
    present.set(id, row.revision)
    const fault =
      core.state.keys.secrets && faultOf('attachment-altered', () => checkAttachment(core, id))
    if (fault !== undefined) findings.push({ ...fault, facts: { attachmentId: id } })
  }
  const trail = replayTrail(core)
  if ('brokenAt' in trail) {
    findings.push({ code: 'audit-broken', facts: { sequence: trail.brokenAt } })
    return findings
  }
  return [...findings, ...compareWithTrail(present, trail.expected)]
}

function examineRecord(core: VaultCore, recordId: string, row: RecordRow): Finding[] {
  const { vaultId, state } = core
  const isForeign = row.generation !== state.generation
  return [
    isForeign
      ? { code: 'record-replayed' as const, facts: { generation: row.generation } }
      : undefined,
    faultOf('record-unreadable', () =>
      openOverview(vaultId, state.generation, state.keys, overviewRow(row)),
    ),
    // Who sees the ledger only cannot tell a sound secret from another.
    state.keys.secrets &&
      faultOf('secret-unreadable', () => openSecret(vaultId, state.generation, state.keys, row)),
  ].flatMap((fault) => (fault === undefined ? [] : [{ ...fault, recordId }]))
}

/** The rows that should be there, by the changes that the audit trail lists. */
function replayTrail(core: VaultCore): { expected: Map<string, number> } | { brokenAt: number } {
  const expected = new Map<string, number>()
  let sequence = 0
  try {
    for (const { record } of walkAudit(core)) {
      sequence = record.sequence
      for (const { id, revision } of record.changes) {
        if (revision === 0) expected.delete(id)
        else expected.set(id, revision)
      }
    }
    return sequence === core.state.audit.count ? { expected } : { brokenAt: sequence + 1 }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { brokenAt: sequence + 1 }
  }
}

function compareWithTrail(
  present: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): Finding[] {
  const findings: Finding[] = []
  for (const [recordId, revision] of expected) {
    const found = present.get(recordId)
    if (found === undefined) findings.push({ code: 'record-missing', recordId })
    else if (found !== revision) {
      findings.push({
        code: 'record-replayed',
        recordId,
        facts: { revision: found, expected: revision },
      })
    }
  }
  for (const recordId of present.keys()) {
    if (!expected.has(recordId)) findings.push({ code: 'record-added', recordId })
  }
  return findings
}

function faultOf(code: FindingCode, work: () => void): Finding | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { code }
  }
}
