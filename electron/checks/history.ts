import type { PastCheck } from '../../shared/check-view.ts'
import type { RecordStore } from '../ledger/store.ts'
import { requireLive, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** The checks of one service, newest first. @throws VaultError `record-not-found` */
export function checkHistory(store: RecordStore, serviceId: RecordId): PastCheck[] {
  requireLive(store, 'service', serviceId)
  return usersOf(store, serviceId, 'check')
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ id, data }): PastCheck => {
      const { startedOn, finishedOn, person, items } = data
      const count = (result: string) => items.filter((item) => item.result === result).length
      const past: PastCheck = {
        checkId: id,
        startedOn,
        person,
        fineCount: count('fine'),
        problemCount: count('problem'),
        items,
      }
      return finishedOn === undefined ? past : { ...past, finishedOn }
    })
}
