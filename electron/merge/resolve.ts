import type { MergeChoice } from '../../shared/contract/merge.ts'
import { VaultError } from '../../shared/errors.ts'
import type { MergeSide } from '../../shared/merge-view.ts'
import type { Credential } from '../../shared/records/credential.ts'
import type { DocumentFile } from '../../shared/records/document.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import { RECORD_SCHEMAS, SECRET_SCHEMAS } from '../../shared/records/record.ts'
import { parseCredentialSecret } from '../ledger/credential-secret.ts'
import { overviewOf } from '../ledger/store.ts'
import type { LedgerChange } from '../ledger/write.ts'
import type { OpenVault } from '../session.ts'
import type { JsonObject } from '../vault/vault.ts'
import type { MergeDifference } from './differences.ts'
import { dataValue, JOINABLE, SECRET_PREFIX, TRASHED, VALUE_FACTS, WHOLE_KINDS } from './fields.ts'
import { joinedHistory, type SecretSide } from './kept-secrets.ts'
import type { OpenMerge } from './open-merge.ts'

type PutChange = Extract<LedgerChange, { type: 'put' }>
type Choice = Pick<MergeChoice, 'side' | 'fields'>
type Context = { open: OpenVault; merge: Pick<OpenMerge, 'vault'>; now: number }

/**
 * What a choice writes; undefined when the vault has it so already. What the other copy removed goes to the
 * trash, never away for good.
 *
 * @throws VaultError `invalid-value` when the fields that were chosen do not go together
 */
export function changeOf(
  context: Context,
  difference: MergeDifference,
  choice: Choice,
): PutChange | undefined {
  const { here, there } = difference
  if (here === undefined) {
    return there === undefined || choice.side === 'here' ? undefined : takenWhole(context, there)
  }
  const expectedRevision = here.revision
  if (there === undefined) {
    if (choice.side === 'here' || here.trashedAt !== undefined) return undefined
    const overview = { ...overviewOf(here), trashedAt: context.now } as RecordOverview
    return { type: 'put', id: here.id, overview, expectedRevision }
  }
  const hasFields = Object.keys(choice.fields ?? {}).length > 0
  if (hasFields && WHOLE_KINDS.has(here.kind)) throw notTogether(here.kind)
  const secret = secretOf(context, difference, here, there, choice)
  const isOurs = choice.side === 'here' && !hasFields
  if (isOurs && secret === undefined) return undefined
  const overview = isOurs
    ? overviewOf(here)
    : overviewFrom(context, difference, here, there, choice)
  return {
    type: 'put',
    id: here.id,
    overview,
    expectedRevision,
    ...(secret === undefined ? {} : { secret }),
  }
}

/** A record of the other copy as it is there. */
export function takenWhole({ merge }: Context, there: LedgerRecord): PutChange {
  const stored = there.hasSecret ? merge.vault.peekSecret(there.id) : undefined
  return {
    type: 'put',
    id: there.id,
    overview: checked(overviewOf(there)),
    secret: stored === undefined ? null : checkedSecret(there.kind, stored),
    expectedRevision: 0,
  }
}

function overviewFrom(
  { now }: Context,
  difference: MergeDifference,
  here: LedgerRecord,
  there: LedgerRecord,
  choice: Choice,
): RecordOverview {
  const sideOf = (name: string) => choice.fields?.[name] ?? choice.side
  const data: Record<string, unknown> = {}
  const names = new Set([...Object.keys(here.data), ...Object.keys(there.data)])
  for (const name of names) {
    const value = fieldValue(here, there, name, sideOf(factOwner(difference, name)))
    if (value !== undefined) data[name] = value
  }
  const trashedAt = sideOf(TRASHED) === 'there' ? there.trashedAt : here.trashedAt
  const isTheirs = choice.side === 'there' && Object.keys(choice.fields ?? {}).length === 0
  return checked({
    kind: here.kind,
    data,
    createdAt: Math.min(here.createdAt, there.createdAt),
    updatedAt: isTheirs ? there.updatedAt : now,
    ...(trashedAt === undefined ? {} : { trashedAt }),
    // `as`: checked against the schema of its kind right here.
  } as RecordOverview)
}

/** What is told of a password is chosen with the password, where that differs. */
function factOwner({ here, isSecretChanged }: MergeDifference, name: string): string {
  const goesAlong = here?.kind === 'credential' && isSecretChanged && VALUE_FACTS.includes(name)
  return goesAlong ? `${SECRET_PREFIX}value` : name
}

function fieldValue(
  here: LedgerRecord,
  there: LedgerRecord,
  name: string,
  side: MergeSide | 'both',
): unknown {
  if (side !== 'both') return dataValue(side === 'here' ? here : there, name)
  if (!JOINABLE.has(name)) throw notTogether(name)
  // `as`: the joinable field of a document.
  const ours = (dataValue(here, name) ?? []) as readonly DocumentFile[]
  const theirs = (dataValue(there, name) ?? []) as readonly DocumentFile[]
  const known = new Set(ours.map(({ attachmentId }) => attachmentId))
  return [...ours, ...theirs.filter(({ attachmentId }) => !known.has(attachmentId))]
}

/** The sealed part; undefined when it stays as it is. */
function secretOf(
  { open, merge, now }: Context,
  { isSecretChanged }: MergeDifference,
  here: LedgerRecord,
  there: LedgerRecord,
  choice: Choice,
): JsonObject | null | undefined {
  if (!isSecretChanged) return undefined
  const ours = here.hasSecret ? open.vault.peekSecret(here.id) : undefined
  const theirs = there.hasSecret ? merge.vault.peekSecret(there.id) : undefined
  const secret: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(ours ?? {}), ...Object.keys(theirs ?? {})])) {
    const side = choice.fields?.[`${SECRET_PREFIX}${name}`] ?? choice.side
    const value = (side === 'there' ? theirs : ours)?.[name]
    if (value !== undefined) secret[name] = value
  }
  if (here.kind === 'credential' && there.kind === 'credential') {
    const sides: SecretSide[] = [
      { secret: parseCredentialSecret(ours), data: credentialData(here) },
      { secret: parseCredentialSecret(theirs), data: credentialData(there) },
    ]
    const value = secret['value']
    secret['history'] = joinedHistory(typeof value === 'string' ? value : undefined, sides, now)
  }
  return Object.keys(secret).length === 0 ? null : checkedSecret(here.kind, secret)
}

function credentialData(record: LedgerRecord<'credential'>): Credential {
  return record.data
}

/** A copy of older keys can be written by who had them then: what it holds is checked like a form. */
function checked(overview: RecordOverview): RecordOverview {
  if (RECORD_SCHEMAS[overview.kind].safeParse(overview.data).success) return overview
  throw notTogether(overview.kind)
}

function checkedSecret(kind: LedgerRecord['kind'], secret: JsonObject): JsonObject {
  const schema = kind === 'contact' || kind === 'credential' ? SECRET_SCHEMAS[kind] : undefined
  if (schema?.safeParse(secret).success === true) return secret
  throw notTogether(kind)
}

function notTogether(field: string): VaultError {
  return new VaultError('invalid-value', `${field}: what was chosen does not go together`, {
    facts: { field, code: 'not-allowed' },
  })
}
