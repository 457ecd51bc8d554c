import { rmSync } from 'node:fs'
import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { KdbxResult, KdbxScope } from '../../shared/exchange.ts'
import type { CredentialSecret } from '../../shared/records/credential.ts'
import { requireWritable } from '../backups/require-writable.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { readWhole } from '../documents/export.ts'
import { parseCredentialSecret } from '../ledger/credential-secret.ts'
import { type Act, auditEntries } from '../ledger/write.ts'
import { requireStrong } from '../passwords/passphrase.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { writeForPerson } from '../written-file.ts'
import type { Exchanger } from './exchanger.ts'
import { requireSame } from './kdbx-check.ts'
import {
  countsOf,
  type KdbxSelection,
  kdbxTree,
  type PaperFile,
  selectForKdbx,
} from './kdbx-tree.ts'
import { readBounded } from './read-foreign.ts'

/** What papers may come to in one KDBX: other programs hold all of it in memory. */
const MAX_PAPER_BYTES = 100 * 1024 * 1024
const SECRETS_A_BREATH = 500

/**
 * Writes credentials, and papers if asked, to a KDBX that the person chooses a place for, and reads it back. The
 * audit trail names every credential before any is opened.
 *
 * @returns undefined when the person cancels the dialog.
 * @throws VaultError `passphrase-too-weak`, `second-person-needed`, `file-over-limit`, `cancelled`, `io-failed`, and those of writing
 */
export async function exportKdbx(
  session: Session,
  exchanger: Exchanger,
  request: { scope: KdbxScope; passphrase: string; reason: string },
  signal: AbortSignal,
): Promise<KdbxResult | undefined> {
  const { scope, passphrase, reason } = request
  requireWritable(session.open().vault)
  await requireStrong(passphrase)
  const selection = selectForKdbx(session.open().ledger, scope)
  const { credentials, papers, paperBytes } = countsOf(selection)
  if (paperBytes > MAX_PAPER_BYTES) {
    throw new VaultError('file-over-limit', 'the papers are too large for one KDBX', {
      facts: { name: 'KDBX' },
    })
  }
  const isWhole = scope.entityIds === undefined && scope.withRetired
  const act: Act = {
    // 交接 counts the first as every password there is (electron/handover/evidence.ts).
    action: isWhole ? 'exchange.export-kdbx' : 'exchange.export-kdbx-part',
    facts: { reason, credentials, papers },
  }
  requireSecondPerson(session, 'export', act)
  const now = session.now()
  const target = await session.host('dialog.saveFile', {
    suggestedName: `备案匣 ${dayOf(now)}.kdbx`,
    extension: 'kdbx',
  })
  if (target === undefined) return undefined
  const fileName = path.basename(target)
  tellTrail(session, act, selection, fileName)
  const root = kdbxTree(
    session.open().ledger,
    selection,
    await openAll(session, selection, signal),
    {
      name: path.basename(session.open().vault.path, '.beian'),
      now,
    },
  )
  const key = { password: passphrase }
  const bytes = await exchanger.sealKdbx(root, now, key, signal)
  writeForPerson(target, bytes)
  try {
    const { entries } = await exchanger.read(await readBounded(target), key, signal)
    requireSame(root, entries)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
  return { fileName, credentials, papers }
}

/** One entry an export, and one a credential: whose passwords these are must be changed is read from there. */
function tellTrail(
  session: Session,
  act: Act,
  { credentials }: KdbxSelection,
  fileName: string,
): void {
  const { vault } = session.open()
  const each: Act[] = credentials.map(({ id }) => ({
    action: 'credential.export',
    recordId: id,
    facts: { fileName },
  }))
  vault.appendAudit(auditEntries(session, [{ ...act, facts: { ...act.facts, fileName } }, ...each]))
}

async function openAll(
  session: Session,
  { credentials, papers }: KdbxSelection,
  signal: AbortSignal,
) {
  const secrets = new Map<RecordId, CredentialSecret>()
  const files = new Map<RecordId, PaperFile[]>()
  for (const [index, { id }] of credentials.entries()) {
    if (index % SECRETS_A_BREATH === 0) await breath(session, index, credentials.length, signal)
    secrets.set(id, parseCredentialSecret(session.open().vault.peekSecret(id)))
  }
  for (const { id, data } of papers) {
    const contents: PaperFile[] = []
    for (const { attachmentId, name } of data.files) {
      if (signal.aborted) throw new VaultError('cancelled', 'the export was cancelled')
      const bytes = await readWhole(session, { id, attachmentId }, 'document.export-plain')
      contents.push({ name, bytes })
    }
    files.set(id, contents)
  }
  return {
    secretOf: (id: RecordId) => secrets.get(id) ?? parseCredentialSecret(undefined),
    filesOf: (id: RecordId) => files.get(id) ?? [],
  }
}

async function breath(session: Session, done: number, total: number, signal: AbortSignal) {
  session.emit({ event: 'progress', task: 'export', done, total })
  await new Promise((resolve) => setImmediate(resolve))
  if (signal.aborted) throw new VaultError('cancelled', 'the export was cancelled')
}
