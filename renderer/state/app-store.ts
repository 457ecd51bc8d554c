import { createStore, type StoreApi } from 'zustand/vanilla'
import type { VaultStatus } from '../../shared/views.ts'
import type { Client } from '../client.ts'
import { type ApprovalSlice, createApprovalSlice } from './approval.ts'
import { createLedgerSlice, type LedgerSlice } from './ledger.ts'
import { createNavigationSlice, type NavigationSlice } from './navigation.ts'
import { createPreferencesSlice, type PreferencesSlice } from './preferences.ts'
import { createRemindersSlice, type RemindersSlice } from './reminders.ts'
import { createReportWorkSlice, type ReportWorkSlice } from './report-work.ts'
import { createSessionSlice, type SessionSlice } from './session.ts'
import { createToastsSlice, type ToastsSlice } from './toasts.ts'

export type AppState = SessionSlice &
  PreferencesSlice &
  RemindersSlice &
  LedgerSlice &
  NavigationSlice &
  ToastsSlice &
  ApprovalSlice &
  ReportWorkSlice

export type AppStore = StoreApi<AppState>

/** Everything the window knows. No secret is ever put in here. */
export function createAppStore(client: Client): AppStore {
  const { call } = client
  const store = createStore<AppState>()((...parts) => ({
    ...createSessionSlice(call)(...parts),
    ...createPreferencesSlice(call)(...parts),
    ...createRemindersSlice()(...parts),
    ...createLedgerSlice(call)(...parts),
    ...createNavigationSlice()(...parts),
    ...createToastsSlice()(...parts),
    ...createApprovalSlice()(...parts),
    ...createReportWorkSlice()(...parts),
  }))

  store.subscribe((state, before) => {
    if (state.status !== before.status && state.status !== undefined)
      takeStatus(state.status, before.status?.state === 'unlocked')
    const isUnsaved = state.unsavedCount > 0
    // Nothing hangs on the answer: a vault process that has ended takes the form with it.
    if (isUnsaved !== before.unsavedCount > 0)
      call('vault.noteUnsaved', { isUnsaved }).catch(() => {})
  })

  const takeStatus = (status: VaultStatus, wasOpen: boolean) => {
    const { setReminderCounts } = store.getState()
    store.setState({ preferences: status.preferences })
    // Nothing that was rendered with a vault open outlasts it.
    if (wasOpen && status.state !== 'unlocked') store.setState({ isUnlockExpected: false })
    if (status.session !== undefined) setReminderCounts(status.session.reminders)
  }

  client.listen((event) => {
    const state = store.getState()
    switch (event.event) {
      case 'ledger-changed':
        state.patchLedger(event)
        break
      case 'reminders-changed':
        state.setReminderCounts(event)
        break
      case 'preferences-changed':
        store.setState({ preferences: event.preferences })
        break
      case 'findings-changed':
        void state.refreshStatus()
        break
      case 'progress':
        if (event.task === 'report' && event.step === 'write') state.noteReportRows(event.done)
        break
      case 'clipboard-cleared':
      case 'backups-changed':
        break
    }
  })

  client.onConnect((isFirst) => {
    if (isFirst) return
    // A new vault process: the old one has ended, and everything it had opened is closed.
    store.setState({
      lostWith: store.getState().status?.state === 'unlocked' ? 'vault-process-ended' : undefined,
      rows: new Map(),
      rowTotal: 0,
      isLedgerLoaded: false,
      drawerRowId: undefined,
      openForm: undefined,
      isKitPageOpen: false,
      isUnlockExpected: false,
      approval: undefined,
    })
    void store.getState().refreshStatus()
  })

  return store
}
