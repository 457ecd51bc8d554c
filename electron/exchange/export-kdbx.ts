import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import type { ProgressStep } from '../../shared/contract.ts'
import { VaultError } from '../../shared/errors.ts'
import type { KdbxResult, KdbxScope } from '../../shared/exchange.ts'
import type { CredentialSecret } from '../../shared/records/credential.ts'
import { requireWritable } from '../backups/require-writable.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { readWhole } from '../documents/export.ts'
import { parseCredentialSecret } from '../ledger/credential-secret.ts'
import { recordOf } from '../ledger/store.ts'
import { type Act, auditEntries } from '../ledger/write.ts'
import { requireStrong } from '../passwords/passphrase.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { writeForPerson } from '../written-file.ts'
import { isCancelled, noteCancelled, requireNotCancelled } from './cancelled-export.ts'
import type { Exchanger } from './exchanger.ts'
import { requireSame } from './kdbx-check.ts'
import {
  countsOf,
  type KdbxSelection,
  kdbxTree,
  type PaperFile,
  selectForKdbx,
} from './kdbx-tree.ts'

/** What papers may come to in one KDBX: other programs hold all of it in memory. */
const MAX_PAPER_BYTES = 100 * 1024 * 1024
const SECRETS_A_BREATH = 500

/**
 * Writes credentials, and papers if asked, to a KDBX that the person chooses a place for. What is to be written is
 * opened once more first; then the audit trail names every credential, and only then is there a file. Cancelled
 * before that, it is no export.
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
    facts: { reason, credentials, papers, ...entityNames(session, scope) },
  }
  const ids = [...selection.credentials, ...selection.papers].map(({ id }) => id)
  requireSecondPerson(session, 'export', act, ids)
  const now = session.now()
  const target = await session.host('dialog.saveFile', {
    suggestedName: `备案匣 ${dayOf(now)}.kdbx`,
    extension: 'kdbx',
  })
  if (target === undefined) return undefined
  requireNotCancelled(signal)
  const fileName = path.basename(target)
  const bytes = await sealed(session, exchanger, selection, { passphrase, fileName, now }, signal)
  tellTrail(session, act, selection, fileName)
  writeForPerson(target, bytes)
  requireWritten(target, bytes)
  return { fileName, credentials, papers }
}

const NAMED_ENTITIES = 3

/** Whose passwords they are, for whoever approves it and for the trail. */
function entityNames(session: Session, { entityIds }: KdbxScope): { entities?: string } {
  if (entityIds === undefined) return {}
  const { ledger } = session.open()
  const names = entityIds.flatMap((id) => recordOf(ledger, 'entity', id)?.data.name ?? [])
  const more = names.length > NAMED_ENTITIES ? ` … ${names.length}` : ''
  return { entities: names.slice(0, NAMED_ENTITIES).join('、') + more }
}

/** The file as it is to be, checked. */
async function sealed(
  session: Session,
  exchanger: Exchanger,
  selection: KdbxSelection,
  { passphrase, fileName, now }: { passphrase: string; fileName: string; now: number },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { vault, ledger } = session.open()
  const tell = (step: ProgressStep) =>
    session.emit({ event: 'progress', task: 'export', step, done: 0, total: 0 })
  const key = { password: passphrase }
  try {
    const opened = await openAll(session, selection, signal)
    const name = path.basename(vault.path, '.beian')
    const root = kdbxTree(ledger, selection, opened, { name, now })
    tell('seal')
    const bytes = await exchanger.sealKdbx(root, now, key, signal)
    tell('check')
    requireSame(root, (await exchanger.read(bytes, key, signal)).entries)
    requireNotCancelled(signal)
    return bytes
  } catch (error) {
    // Each paper's entry was written when it was opened; of credentials there is none yet.
    if (isCancelled(error) && selection.papers.length > 0) {
      noteCancelled(session, 'exchange.kdbx-cancelled', fileName)
    }
    throw error
  }
}

/** What stands on the disk is what was checked. */
function requireWritten(file: string, bytes: Uint8Array): void {
  if (readFileSync(file).equals(bytes)) return
  rmSync(file, { force: true })
  throw new VaultError('io-failed', 'the file is not what was written')
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
      requireNotCancelled(signal)
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
  session.emit({ event: 'progress', task: 'export', step: 'open', done, total })
  await new Promise((resolve) => setImmediate(resolve))
  requireNotCancelled(signal)
}
