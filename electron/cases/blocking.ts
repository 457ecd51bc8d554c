import type { CaseBlock } from '../../shared/case-view.ts'
import type { CredentialOrigin } from '../../shared/records/credential.ts'
import type { RecoveryCase } from '../../shared/records/recovery-case.ts'
import type { RecordStore } from '../ledger/store.ts'
import { recordOf, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** A value that nobody else has seen: only such a one ends 立即修改. */
export function isOwnOrigin(origin: CredentialOrigin): boolean {
  return origin === 'chosen' || origin === 'generated'
}

/** Whether a new value of the outcome's credential was registered since the outcome came. */
export function isRegistered({ outcome, registrations }: RecoveryCase): boolean {
  if (outcome === undefined) return false
  const isHandedOut = outcome.kind === 'sent' || outcome.kind === 'temporary'
  return registrations.some(
    (one) =>
      (outcome.credentialId === undefined || one.credentialId === outcome.credentialId) &&
      isOwnOrigin(one.origin) &&
      (!isHandedOut || one.at >= outcome.at),
  )
}

/** The credential whose new value the case has already; undefined while it waits for one. */
export function registeredCredential(data: RecoveryCase): RecordId | undefined {
  if (data.outcome !== undefined && !isRegistered(data)) return undefined
  const wanted = data.outcome?.credentialId
  return data.registrations.findLast(
    ({ credentialId, origin }) =>
      isOwnOrigin(origin) && (wanted === undefined || credentialId === wanted),
  )?.credentialId
}

/** Whether a case may not end before a new value is registered. */
export function needsRegistration({ outcome }: RecoveryCase): boolean {
  if (outcome === undefined || outcome.kind === 'contact-changed') return false
  return outcome.kind !== 'account-regained' || outcome.credentialId !== undefined
}

/** 立即修改: what a case's outcome left open; undefined once a new value was registered. */
export function blockOf(store: RecordStore, data: RecoveryCase): CaseBlock | undefined {
  const { outcome } = data
  if (outcome?.credentialId === undefined) return undefined
  if (outcome.kind !== 'sent' && outcome.kind !== 'temporary') return undefined
  if (isRegistered(data)) return undefined
  const { credentialId, kind, at, validUntilAt } = outcome
  return {
    credentialId,
    label: recordOf(store, 'credential', credentialId)?.data.label ?? '',
    reason: kind === 'sent' ? 'issued' : 'temporary',
    since: at,
    ...(validUntilAt === undefined ? {} : { validUntilAt }),
  }
}

/**
 * Why a credential must be changed because of a case, closed or not: nothing but a registered new value
 * (chosen or generated) ends it, neither the form nor taking the mark back.
 */
export function blockingReason(
  store: RecordStore,
  credentialId: RecordId,
): CaseBlock['reason'] | undefined {
  for (const { data } of usersOf(store, credentialId, 'case')) {
    const block = blockOf(store, data)
    if (block?.credentialId === credentialId) return block.reason
  }
  return undefined
}
