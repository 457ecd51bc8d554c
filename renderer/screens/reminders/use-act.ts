import { useCallback, useMemo } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import { openRecord } from '../../frame/open-record.ts'
import { useText } from '../../i18n/text.ts'
import { useAppStore } from '../../state/app-context.ts'
import type { ScreenName, ScreenTarget } from '../../state/navigation.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** What a press on a reminder's button does: the form or the change that settles it. */
export type Act =
  | { does: 'register'; credentialId: string }
  | { does: 'edit'; kind: 'domain' | 'contact' | 'entity' | 'service' | 'document'; id: string }
  | { does: 'verify'; id: string }
  | { does: 'go'; screen: ScreenName; target: ScreenTarget }

/** Each kind of reminder has one thing that settles it. */
export function actOf({ kind, recordId }: Pick<Reminder, 'kind' | 'recordId'>): Act {
  switch (kind) {
    case 'must-change':
    case 'rotation-overdue':
    case 'rotation-due':
    case 'rotation-soon':
    case 'age-unknown':
      return { does: 'register', credentialId: recordId }
    case 'domain-expiry':
      return { does: 'edit', kind: 'domain', id: recordId }
    case 'id-expiry':
      return { does: 'edit', kind: 'contact', id: recordId }
    case 'licence-expiry':
      return { does: 'edit', kind: 'entity', id: recordId }
    case 'no-access-provider':
    case 'provider-unknown':
    case 'restricted-access':
      return { does: 'edit', kind: 'service', id: recordId }
    case 'channel-unverified':
      return { does: 'verify', id: recordId }
    case 'authorization-expiry':
    case 'authorized-person-left':
      return { does: 'go', screen: 'letters', target: { recordId } }
    case 'document-expiry':
      return { does: 'edit', kind: 'document', id: recordId }
    case 'case-clock-overdue':
    case 'case-clock-due':
    case 'case-waiting':
      return { does: 'go', screen: 'recovery', target: { recordId } }
    case 'task-overdue':
    case 'task-due':
      return { does: 'go', screen: 'checks', target: { recordId, tab: 'tasks' } }
    case 'check-due':
    case 'check-overdue':
      return { does: 'go', screen: 'checks', target: { tab: 'plan' } }
    case 'backup-missing':
    case 'backup-failed':
    case 'backup-former':
    case 'drill-due':
      return { does: 'go', screen: 'backups', target: {} }
    case 'handover-soon':
    case 'handover-due':
    case 'handover-open':
    case 'handover-incomplete':
      return { does: 'go', screen: 'handover', target: { recordId } }
    case 'former-way-in':
      return { does: 'go', screen: 'handover', target: {} }
  }
}

/** Row of 台账 a reminder belongs to, if any. */
export function rowIdOf({ serviceId, entityId }: Reminder): string | undefined {
  return serviceId ?? entityId
}

/** Where the record of a reminder is shown. */
function recordKindOf({ kind }: Reminder): string {
  switch (kind) {
    case 'id-expiry':
      return 'contact'
    case 'channel-unverified':
      return 'channel'
    case 'domain-expiry':
    case 'licence-expiry':
    case 'no-access-provider':
    case 'provider-unknown':
    case 'restricted-access':
      return 'filing'
    case 'must-change':
    case 'rotation-overdue':
    case 'rotation-due':
    case 'rotation-soon':
    case 'age-unknown':
      return 'credential'
    case 'document-expiry':
      return 'document'
    case 'case-clock-overdue':
    case 'case-clock-due':
    case 'case-waiting':
      return 'case'
    case 'task-overdue':
    case 'task-due':
      return 'task'
    case 'authorization-expiry':
    case 'authorized-person-left':
      return 'letter'
    case 'check-due':
    case 'check-overdue':
      return 'check'
    case 'backup-missing':
    case 'backup-failed':
    case 'backup-former':
    case 'drill-due':
      return 'backup'
    case 'handover-soon':
    case 'handover-due':
    case 'handover-open':
    case 'handover-incomplete':
    case 'former-way-in':
      return 'handover'
  }
}

/** Whether it is about a password, which may be what was lost. */
export function isOfPassword(reminder: Reminder): boolean {
  return recordKindOf(reminder) === 'credential'
}

export type ReminderActs = {
  act(reminder: Reminder): void
  /** To where its record is shown. */
  open(reminder: Reminder): void
  /** Starts the recovery of its credential. */
  recover(reminder: Reminder): void
  /** To its filing's drawer. */
  openFiling(rowId: string): void
}

/** The acts of reminders, for 提醒 and 总览. */
export function useReminderActs(): ReminderActs {
  const store = useAppStore()
  const tell = useTell()
  const verify = useVerify()

  return useMemo(
    () => ({
      act: (reminder) => {
        const act = actOf(reminder)
        if (act.does === 'register') {
          store.getState().showForm({ form: 'register', credentialId: act.credentialId })
        } else if (act.does === 'edit') {
          store.getState().showForm({ form: 'record', kind: act.kind, id: act.id })
        } else if (act.does === 'go') store.getState().go(act.screen, act.target)
        else verify(act.id).catch(tell.failed)
      },
      open: (reminder) => {
        const rowId = rowIdOf(reminder)
        openRecord(store.getState(), {
          id: reminder.recordId,
          kind: recordKindOf(reminder),
          ...(rowId !== undefined && { rowId }),
        })
      },
      recover: ({ recordId }) => store.getState().go('recovery', { tab: 'start', recordId }),
      openFiling: (rowId) => {
        const { go, openDrawer } = store.getState()
        go('ledger')
        openDrawer(rowId)
      },
    }),
    [store, tell, verify],
  )
}

/** Writes today as the day a channel or provider was last verified. @throws VaultError */
export function useVerify(): (id: string) => Promise<void> {
  const store = useAppStore()
  const tell = useTell()
  const { reminders } = useText()
  return useCallback(
    async (id) => {
      const { call } = store.getState()
      const record = await call('records.read', { id })
      if (record.kind !== 'channel' && record.kind !== 'provider') return
      const { undoToken } = await call('records.save', {
        kind: record.kind,
        id,
        expectedRevision: record.revision,
        data: { ...record.data, verifiedOn: dayOf(Date.now()) },
      })
      tell.undoable(reminders.verified, undoToken)
    },
    [store, tell, reminders],
  )
}
