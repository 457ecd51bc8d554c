import { dayOf } from '../../shared/calendar-day.ts'
import type { CheckChange } from '../../shared/check-view.ts'
import type { Channel } from '../../shared/records/channel.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { newRecordId, overviewOf, requireLive } from '../ledger/store.ts'
import type { LedgerChange } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { written } from './acts.ts'

/** A channel that is registered, or a person's own number or address that is not yet. */
export type ChannelChoice =
  | { channelId: RecordId }
  | { holderId: RecordId; kind: 'phone' | 'mailbox' }

/** @throws VaultError `record-not-found`; `invalid-value` for a day that is still to come. */
export function verifyChannel(
  session: Session,
  ids: readonly RecordId[],
  choice: ChannelChoice,
  on: string,
): CheckChange {
  const { ledger } = session.open()
  const now = session.now()
  if (on > dayOf(now)) throw invalidValue('on', 'day-in-future')
  const change =
    'channelId' in choice
      ? verified(requireLive(ledger, 'channel', choice.channelId), on, now)
      : newlyVerified(requireLive(ledger, 'contact', choice.holderId), choice.kind, on, now)
  const act = { action: 'channel.verify', recordId: change.id, facts: { on } }
  return written(session, ids, [change], [act])
}

function verified(channel: LedgerRecord<'channel'>, on: string, now: number): LedgerChange {
  const { snoozedUntilOn: _until, snoozeReason: _reason, ...rest } = channel.data
  const data = { ...rest, verifiedOn: on }
  const overview: RecordOverview = { ...overviewOf(channel), kind: 'channel', data, updatedAt: now }
  return { type: 'put', id: channel.id, overview, expectedRevision: channel.revision }
}

function newlyVerified(
  { id, data }: LedgerRecord<'contact'>,
  kind: 'phone' | 'mailbox',
  on: string,
  now: number,
): LedgerChange {
  const value = kind === 'phone' ? data.phone : data.email
  if (value === undefined) throw invalidValue('channel', 'required')
  const channel: Channel = { kind, value, holderId: id, verifiedOn: on }
  const overview: RecordOverview = {
    kind: 'channel',
    data: channel,
    createdAt: now,
    updatedAt: now,
  }
  return { type: 'put', id: newRecordId(), overview, expectedRevision: 0 }
}
