import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { dayOf } from '../../shared/calendar-day.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { custodianNames } from '../custodian-names.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { auditEntries } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import { createExportDigest, type ExportedEntry } from '../vault/audit-export.ts'
import { writeForPerson } from '../written-file.ts'

/** Lines made before other calls are answered again. */
const BREATH_LINES = 2_000
const VERIFIER_NAME = 'verify-audit.mjs'

/**
 * Writes the whole trail where the person says, and the program that checks it beside it.
 *
 * @param verifierPath - Our copy of that program.
 * @returns undefined when the person cancels.
 * @throws VaultError `vault-damaged`, `folder-not-writable`, `disk-full`, `io-failed`
 */
export async function exportTrail(
  session: Session,
  verifierPath: string | URL,
): Promise<{ fileName: string; verifierName: string; entries: number } | undefined> {
  requireSecondPerson(session, 'export', { action: 'audit.export' })
  const suggestedName = `审计记录 ${dayOf(session.now())}.jsonl`
  const file = await session.host('dialog.saveFile', { suggestedName, extension: 'jsonl' })
  if (file === undefined) return undefined
  const { vault } = session.open()
  const fileName = path.basename(file)
  // Said before it is done, and so the last line of what goes out.
  const facts = { fileName, count: vault.audit({ limit: 1 })[0]?.sequence ?? 0 }
  vault.appendAudit(auditEntries(session, [{ action: 'audit.export', facts }]))
  const { bytes, entries } = await trailBytes(session)
  writeForPerson(file, bytes)
  writeForPerson(path.join(path.dirname(file), VERIFIER_NAME), readFileSync(verifierPath))
  return { fileName, verifierName: VERIFIER_NAME, entries }
}

/** The trail as JSON Lines: a header, every entry, and the signature of who exports it. */
export async function trailBytes(
  session: Session,
): Promise<{ bytes: Uint8Array; entries: number }> {
  const open = session.open()
  const { vault } = open
  const trail = vault.exportAudit()
  const digest = createExportDigest()
  const pieces: Uint8Array[] = []
  const put = (text: string) => {
    const bytes = Buffer.from(text)
    digest.add(bytes)
    pieces.push(bytes)
  }

  let lines: string[] = []
  const custodianIds = new Set<string>([vault.custodianId])
  for (const entry of trail.walk()) {
    custodianIds.add(entry.custodianId)
    lines.push(entryLine(open, entry))
    if (lines.length < BREATH_LINES) continue
    pieces.push(Buffer.from(lines.join('')))
    lines = []
    await setImmediate()
  }
  pieces.push(Buffer.from(lines.join('')))
  const body = pieces.splice(0)

  const nameOf = custodianNames(open)
  const { custodianId: exportedBy, revision } = vault
  const header = {
    type: 'header',
    format: 'beian-audit-trail',
    version: 1,
    vaultId: trail.vaultId,
    exportedAt: session.now(),
    exportedBy,
    revision,
    people: Object.fromEntries([...custodianIds].map((id) => [id, nameOf(id)])),
    chainKey: trail.chainKey,
    certificates: trail.certificates.map((bytes) => Buffer.from(bytes).toString('base64')),
  }
  put(`${JSON.stringify(header)}\n`)
  for (const bytes of body) {
    digest.add(bytes)
    pieces.push(bytes)
  }
  const { entries, chain } = trail
  const end = { type: 'end', entries, chain, ...trail.sign(digest.finish()) }
  pieces.push(Buffer.from(`${JSON.stringify(end)}\n`))
  return { bytes: Buffer.concat(pieces), entries }
}

/** `entry` stands in the line byte for byte as it was chained; `title` is the record's name of today. */
function entryLine({ ledger }: OpenVault, entry: ExportedEntry): string {
  const { sequence, revision, changes, json, recordId, chain } = entry
  const record = recordId === undefined ? undefined : ledger.records.get(recordId)
  const title = record === undefined ? '' : `"title":${JSON.stringify(recordTitle(record))},`
  return `{"type":"entry","sequence":${sequence},"revision":${revision},"changes":${JSON.stringify(changes)},"entry":${json},${title}"chain":"${chain}"}\n`
}
