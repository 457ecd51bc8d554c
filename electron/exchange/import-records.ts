import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type {
  ForeignFormat,
  ForeignPlan,
  ForeignResult,
  ForeignTarget,
} from '../../shared/exchange.ts'
import type { Credential, CredentialSecret } from '../../shared/records/credential.ts'
import { DEFAULT_ROTATION_MONTHS } from '../../shared/rotation.ts'
import { MAX_HISTORY, parseCredentialSecret } from '../ledger/credential-secret.ts'
import { requireLive } from '../ledger/store.ts'
import { type Act, writeManyRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { replaceSecret } from '../spreadsheet/credential-work.ts'
import { createWorkingSet, type WorkingSet } from '../spreadsheet/working-set.ts'
import type { AttachmentChanges, RecordId } from '../vault/vault.ts'
import { createDuplicateFinder } from './duplicates.ts'
import type { ForeignEntry } from './foreign-entry.ts'
import { createPaperWork } from './import-papers.ts'
import { type DividedEntry, divideEntry, MAX_NOTES, notesInPieces } from './private-notes.ts'

type Choice = ForeignPlan['choices'][number]
type Source = { entries: readonly ForeignEntry[]; fileName: string; format: ForeignFormat }

type Work = {
  session: Session
  set: WorkingSet
  source: Source
  origin: ForeignPlan['origin']
  now: number
}

/** How many entries are divided between two breaths of the event loop. */
const ENTRIES_A_BREATH = 200

/**
 * Takes the chosen entries over in one transaction: all or none.
 *
 * @throws VaultError `cancelled`, `record-not-found` for a filing that is gone, `import-papers-too-large`, and those of
 * writing
 */
export async function importForeign(
  session: Session,
  source: Source,
  plan: ForeignPlan,
  isCancelled: () => boolean,
): Promise<ForeignResult> {
  const { ledger } = session.open()
  const now = session.now()
  const set = createWorkingSet(ledger)
  const papers = createPaperWork(set, now)
  const work: Work = { session, set, source, origin: plan.origin, now }
  const duplicateOf = createDuplicateFinder(ledger)
  const result: ForeignResult = {
    fileName: source.fileName,
    format: source.format,
    created: 0,
    updated: 0,
    skipped: source.entries.length - plan.choices.length,
    passwords: 0,
    papers: 0,
    withPrivateNotes: 0,
    filesLeft: [],
  }
  const acts: Act[] = []
  const requireWanted = () => {
    if (isCancelled()) throw new VaultError('cancelled', 'the import was cancelled')
  }
  for (const [place, choice] of plan.choices.entries()) {
    if (place % ENTRIES_A_BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
    requireWanted()
    const entry = source.entries[choice.index]
    if (entry === undefined) throw new VaultError('refused', 'there is no such entry')
    const divided = divideEntry(entry)
    const target = targetOf(session, choice)
    const known = duplicateOf({ ...divided, kind: choice.kind, target })
    if (known !== undefined && choice.duplicate === 'skip') {
      result.skipped += 1
      continue
    }
    if (known !== undefined && choice.duplicate === 'update') {
      update(work, known.id, divided, entry)
      acts.push({ action: 'credential.imported', recordId: known.id })
      result.updated += 1
    } else {
      create(work, choice.kind, target, divided, entry)
      result.created += 1
    }
    if (divided.value !== undefined) result.passwords += 1
    if (divided.parts.length > 0) result.withPrivateNotes += 1
    for (const { file, fate } of divided.files) {
      if (fate === 'left') result.filesLeft.push({ title: divided.label, name: file.name })
      else if (fate === 'document') papers.add(file, target)
    }
  }
  const added = await papers.seal(requireWanted)
  result.papers = added.length
  const changes = set.changes(now)
  if (changes.length === 0) return result
  const { fileName, format, created, updated, skipped, passwords } = result
  acts.push({
    action: 'exchange.import',
    facts: { fileName, format, created, updated, skipped, passwords, records: changes.length },
  })
  const attachments: AttachmentChanges = { added, removedIds: [] }
  const { undoToken } = await writeManyRecords(session, changes, acts, {
    isCancelled,
    attachments,
    onProgress: (done, total) => session.emit({ event: 'progress', task: 'import', done, total }),
  })
  return { ...result, undoToken }
}

function targetOf(session: Session, { entityId, serviceId, providerId }: Choice): ForeignTarget {
  const { ledger } = session.open()
  const target: ForeignTarget = {}
  if (providerId !== undefined) target.providerId = requireLive(ledger, 'provider', providerId).id
  if (serviceId !== undefined) {
    const service = requireLive(ledger, 'service', serviceId)
    return { ...target, serviceId, entityId: service.data.entityId }
  }
  if (entityId !== undefined) target.entityId = requireLive(ledger, 'entity', entityId).id
  return target
}

function create(
  { set, source, origin, now }: Work,
  kind: Credential['kind'],
  target: ForeignTarget,
  divided: DividedEntry,
  entry: ForeignEntry,
): void {
  const { label, account, portal, value, totpUri } = divided
  const [first, ...rest] = notesInPieces(divided.notes)
  const data: Credential = {
    kind,
    label,
    ...target,
    origin: value === undefined ? 'unknown' : origin,
    rotationMonths: DEFAULT_ROTATION_MONTHS,
    isRetired: false,
    obtainedFrom: [source.fileName, ...entry.group].join(' / ').slice(0, 200).trim(),
    obtainedOn: dayOf(now),
  }
  if (account !== undefined) data.account = account
  if (portal !== undefined) data.portal = portal
  if (value !== undefined && entry.passwordSetAt !== undefined && entry.passwordSetAt <= now) {
    data.changedOn = dayOf(entry.passwordSetAt)
  }
  if (value !== undefined && (origin === 'issued' || origin === 'temporary')) {
    data.mustChangeReason = origin
  }
  const secret: CredentialSecret = { history: pastOf(divided, now) }
  if (value !== undefined) secret.value = value
  if (totpUri !== undefined) secret.totpUri = totpUri
  if (first !== undefined) secret.privateNotes = first
  const hasSecret = value !== undefined || totpUri !== undefined || first !== undefined
  set.create('credential', data, hasSecret || secret.history.length > 0 ? secret : undefined)
  // Longer than one record's notes can be: the rest stands beside it.
  for (const [index, piece] of rest.entries()) {
    const more = `${label.slice(0, 180)}（私密备注 ${index + 2}）`
    const { changedOn: _on, mustChangeReason: _why, ...plain } = data
    set.create(
      'credential',
      { ...plain, kind: 'other', label: more, origin: 'unknown' },
      { privateNotes: piece, history: [] },
    )
  }
}

/** What the file tells takes the place of what is there; what was there stays in the history or the notes. */
function update(work: Work, id: RecordId, divided: DividedEntry, entry: ForeignEntry): void {
  const { session, set, now } = work
  const { vault, ledger } = session.open()
  const stored = set.secret(id) ?? vault.peekSecret(id)
  const before = parseCredentialSecret(stored)
  const { value } = divided
  if (value !== undefined && value !== before.value) {
    const setAt = entry.passwordSetAt
    const changedOn = setAt === undefined || setAt > now ? undefined : dayOf(setAt)
    replaceSecret(id, value, changedOn, {
      store: ledger,
      work: set,
      now,
      peekSecret: () => stored,
    })
  }
  const secret = parseCredentialSecret(set.secret(id) ?? stored)
  const extra: string[] = []
  if (divided.notes !== '' && secret.privateNotes?.includes(divided.notes) !== true) {
    extra.push(divided.notes)
  }
  if (divided.totpUri !== undefined && secret.totpUri !== divided.totpUri) {
    if (secret.totpUri !== undefined) extra.push(`原动态口令：${secret.totpUri}`)
    secret.totpUri = divided.totpUri
  }
  const values = new Set([secret.value, ...secret.history.map((past) => past.value)])
  const older = pastOf(divided, now).filter((past) => !values.has(past.value))
  const history = [...secret.history, ...older].sort((a, b) => b.replacedAt - a.replacedAt)
  for (const past of history.slice(MAX_HISTORY)) extra.push(`旧密码：${past.value}`)
  const [notes, ...rest] = notesInPieces(
    [secret.privateNotes, ...extra].filter((part) => part !== undefined && part !== '').join('\n'),
  )
  set.setSecret('credential', id, {
    ...secret,
    ...(notes === undefined ? {} : { privateNotes: notes }),
    history: history.slice(0, MAX_HISTORY),
  })
  const told = { account: divided.account, portal: divided.portal }
  set.merge('credential', id, withoutUndefined(told), 'fill')
  const { entityId, serviceId, providerId } = set.data('credential', id)
  for (const piece of rest) {
    create(
      work,
      'other',
      withoutUndefined({ entityId, serviceId, providerId }),
      {
        label: `${divided.label.slice(0, 180)}（私密备注）`,
        history: [],
        notes: piece.slice(0, MAX_NOTES),
        parts: [],
        files: [],
      },
      entry,
    )
  }
}

function pastOf({ history }: DividedEntry, now: number): CredentialSecret['history'] {
  return history.map(({ value, replacedAt }) => ({
    value,
    replacedAt: replacedAt ?? now,
    origin: 'imported' as const,
  }))
}

function withoutUndefined<T extends object>(
  told: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // `as`: exactly the keys that hold something are left.
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
