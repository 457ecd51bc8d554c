import type { AppState } from '../state/app-store.ts'

/** Goes to where a record is shown: its filing's drawer, its list, or its form. */
export function openRecord(
  state: Pick<AppState, 'go' | 'openDrawer' | 'rows'>,
  record: { id: string; kind: string; rowId?: string },
): void {
  switch (record.kind) {
    case 'credential':
      state.go('credentials', { recordId: record.id })
      return
    case 'contact':
    case 'provider':
    case 'channel':
      state.go('contacts', { tab: record.kind, recordId: record.id })
      return
    case 'document':
      state.go('documents', { recordId: record.id })
      return
    case 'letter':
      state.go('letters', { recordId: record.id })
      return
    case 'case':
      state.go('recovery', { recordId: record.id })
      return
    case 'task':
      state.go('checks', { tab: 'tasks', recordId: record.id })
      return
    case 'handover':
      state.go('handover', { recordId: record.id })
      return
    case 'check':
      state.go('checks', { tab: 'plan' })
      return
    default: {
      const rowId = record.rowId ?? (state.rows.has(record.id) ? record.id : undefined)
      state.go('ledger')
      if (rowId !== undefined) state.openDrawer(rowId)
    }
  }
}
