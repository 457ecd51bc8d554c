import type {
  Credential,
  CredentialKind,
  CredentialSecret,
} from '../../shared/records/credential.ts'
import { DEFAULT_ROTATION_MONTHS } from '../../shared/rotation.ts'
import { blockingReason } from '../cases/blocking.ts'
import { parseCredentialSecret, withHistory } from '../ledger/credential-secret.ts'
import { type RecordStore, usersOf } from '../ledger/store.ts'
import type { JsonObject, RecordId } from '../vault/vault.ts'
import { foldName } from './filing-match.ts'
import type { PasswordsDraft } from './row-draft.ts'
import type { MergeMode, WorkingSet } from './working-set.ts'

/** What one row tells of passwords, with the records it belongs to. */
export type PasswordClaim = {
  entityId: RecordId
  /** Absent: of the entity as a whole. */
  serviceId?: RecordId
  providerId?: RecordId
  channelId?: RecordId
  passwords: PasswordsDraft
  mode: MergeMode
}

type Context = {
  store: RecordStore
  work: WorkingSet
  now: number
  /** What is sealed of a credential that is in the vault; nothing is released to a person. */
  peekSecret: (id: RecordId) => JsonObject | undefined
}

/**
 * Makes the credentials of all rows, once the last is known: a filing password that several
 * services of an entity share is the entity's, and an account that several rows name is one.
 *
 * @returns how many passwords were stored.
 */
export function writeCredentials(claims: readonly PasswordClaim[], context: Context): number {
  let count = 0
  for (const ofEntity of groupBy(claims, (claim) => claim.entityId).values()) {
    const filing = ofEntity.filter((claim) => claim.passwords.filing !== undefined)
    const byValue = [...groupBy(filing, (claim) => claim.passwords.filing ?? '').values()]
    for (const same of byValue) {
      if (writeFilingPassword(same, byValue.length === 1, context)) count += 1
    }
  }
  const accounts = claims.filter(hasAccount)
  for (const same of groupBy(accounts, accountKey).values()) {
    if (writeAccount(same, context)) count += 1
  }
  return count
}

/** An account beside nothing but a filing password is the filing password's own user name. */
function hasAccount({ passwords }: PasswordClaim): boolean {
  if (passwords.provider !== undefined) return true
  return passwords.account !== undefined && passwords.filing === undefined
}

function accountKey({ providerId, entityId, passwords }: PasswordClaim): string {
  const { account, provider } = passwords
  // Without an account only one entity's rows can be meant by the same password.
  const whose = account === undefined ? entityId : ''
  return JSON.stringify([
    providerId,
    account === undefined ? '' : foldName(account),
    provider,
    whose,
  ])
}

function writeFilingPassword(
  claims: readonly PasswordClaim[],
  isOnlyOne: boolean,
  context: Context,
): boolean {
  const [first] = claims
  if (first === undefined) return false
  const services = new Set(claims.map((claim) => claim.serviceId))
  const serviceId = services.size === 1 ? first.serviceId : undefined
  const existing = knownCredentials(context.store, first.entityId, serviceId).filter(
    (one) => one.data.kind === 'filing-password',
  )
  const target =
    existing.find((one) => one.data.serviceId === serviceId) ??
    (isOnlyOne ? existing.find((one) => one.data.serviceId === undefined) : undefined)
  const value = first.passwords.filing ?? ''
  const changedOn = first.passwords.changedOn
  const same = existing.find((one) => context.peekSecret(one.id)?.['value'] === value)
  if (same !== undefined) {
    if (changedOn !== undefined) context.work.merge('credential', same.id, { changedOn }, 'fill')
    return false
  }
  const isTaken = target !== undefined && context.store.records.get(target.id)?.hasSecret === true
  if (target !== undefined && (first.mode === 'change' || !isTaken)) {
    replaceSecret(target.id, value, changedOn, context)
    return true
  }
  const name = context.work.data('entity', first.entityId).name
  const label = serviceId === undefined ? name : context.work.data('service', serviceId).name
  const account = first.passwords.provider === undefined ? first.passwords.account : undefined
  create('filing-password', `${label} 备案密码`, value, context, {
    entityId: first.entityId,
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(first.providerId === undefined ? {} : { providerId: first.providerId }),
    ...(first.channelId === undefined ? {} : { channelId: first.channelId }),
    ...(account === undefined ? {} : { account }),
    ...(changedOn === undefined ? {} : { changedOn }),
  })
  return true
}

function writeAccount(claims: readonly PasswordClaim[], context: Context): boolean {
  const [first] = claims
  if (first === undefined) return false
  const { account, provider: value, changedOn, filing } = first.passwords
  const entityId = onlyOne(claims.map((claim) => claim.entityId))
  const serviceId = onlyOne(claims.map((claim) => claim.serviceId))
  const kind: CredentialKind = account === undefined ? 'provider-side-password' : 'portal-account'
  const known = candidates(first, context.store).find(
    (one) =>
      one.data.kind === kind &&
      one.data.providerId === first.providerId &&
      foldName(one.data.account ?? '') === foldName(account ?? ''),
  )
  if (known !== undefined) {
    if (value === undefined || context.peekSecret(known.id)?.['value'] === value) return false
    const isTaken = context.store.records.get(known.id)?.hasSecret === true
    if (first.mode !== 'change' && isTaken) return false
    replaceSecret(known.id, value, filing === undefined ? changedOn : undefined, context)
    return true
  }
  const firm =
    first.providerId === undefined
      ? context.work.data('entity', first.entityId).name
      : context.work.data('provider', first.providerId).name
  const label = account === undefined ? `${firm} 接入商侧密码` : `${firm} ${account}`
  create(kind, label, value, context, {
    ...(entityId === undefined ? {} : { entityId }),
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(first.providerId === undefined ? {} : { providerId: first.providerId }),
    ...(account === undefined ? {} : { account }),
    ...(changedOn === undefined || filing !== undefined ? {} : { changedOn }),
  })
  return value !== undefined
}

function create(
  kind: CredentialKind,
  label: string,
  value: string | undefined,
  { work }: Context,
  fields: Partial<Credential>,
): void {
  const data: Credential = {
    kind,
    label: label.slice(0, 200).trim(),
    origin: value === undefined ? 'unknown' : 'imported',
    rotationMonths: DEFAULT_ROTATION_MONTHS,
    isRetired: false,
    ...fields,
  }
  const secret: CredentialSecret | undefined =
    value === undefined ? undefined : { value, history: [] }
  work.create('credential', data, secret)
}

/** The old value goes to the history; when the new one was set is known only if the row tells. */
export function replaceSecret(
  id: RecordId,
  value: string,
  changedOn: string | undefined,
  { store, work, now, peekSecret }: Context,
): void {
  const before = parseCredentialSecret(peekSecret(id))
  const {
    mustChangeReason: _settled,
    changedOn: setOn,
    registeredAt: _at,
    registeredBy: _by,
    ...data
  } = work.data('credential', id)
  // What a case waits for is a password that was registered, not one out of a table.
  const blocked = blockingReason(store, id)
  const past = { origin: data.origin, ...(setOn === undefined ? {} : { changedOn: setOn }) }
  work.setSecret('credential', id, { ...before, value, history: withHistory(before, past, now) })
  work.replace('credential', id, {
    ...data,
    origin: 'imported',
    ...(changedOn === undefined ? {} : { changedOn }),
    ...(blocked === undefined ? {} : { mustChangeReason: blocked }),
  })
}

function knownCredentials(store: RecordStore, entityId: RecordId, serviceId: RecordId | undefined) {
  const found = usersOf(store, entityId, 'credential')
  if (serviceId !== undefined) found.push(...usersOf(store, serviceId, 'credential'))
  return found.filter((one) => !one.data.isRetired)
}

function candidates(claim: PasswordClaim, store: RecordStore) {
  const found = knownCredentials(store, claim.entityId, claim.serviceId)
  if (claim.providerId !== undefined) found.push(...usersOf(store, claim.providerId, 'credential'))
  return found.filter((one) => !one.data.isRetired)
}

function onlyOne<T>(values: readonly (T | undefined)[]): T | undefined {
  const distinct = new Set(values)
  return distinct.size === 1 ? values[0] : undefined
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
