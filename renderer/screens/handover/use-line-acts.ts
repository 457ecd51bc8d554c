import { useMemo } from 'react'
import type { HandoverLine } from '../../../shared/handover-view.ts'
import type { FormKind } from '../../../shared/records/record.ts'
import { useText } from '../../i18n/text.ts'
import { useApp, useAppStore } from '../../state/app-context.ts'
import type { LineActs } from './line-columns.tsx'
import { useHandoverAct } from './use-handover-act.ts'

/** Leads from a line to the form, guide or screen that closes it. */
export function useLineActs(handoverId: string): LineActs {
  const { handover } = useText()
  const store = useAppStore()
  const call = useApp((state) => state.call)
  const change = useHandoverAct()
  return useMemo(
    () => ({
      act: (line) => open(store.getState(), line),
      guide: ({ recordId }) =>
        store.getState().go('recovery', {
          tab: 'start',
          ...(recordId !== undefined && { recordId }),
        }),
      unwaive: ({ key }) =>
        void change(
          call('handover.waive', { id: handoverId, keys: [key] }),
          handover.lines.unwaived,
        ),
    }),
    [store, call, change, handover, handoverId],
  )
}

type State = ReturnType<ReturnType<typeof useAppStore>['getState']>

function open({ go, showForm }: State, { kind, recordId }: HandoverLine): void {
  if (kind === 'only-kit') showForm({ form: 'kit' })
  else if (recordId === undefined) go('handover', { tab: 'custodians' })
  else if (kind === 'authorization') go('letters', { recordId })
  else if (kind === 'password' || kind === 'unknown-password') {
    showForm({ form: 'register', credentialId: recordId })
  } else {
    const form = FORMS[kind]
    if (form !== undefined) showForm({ form: 'record', kind: form, id: recordId })
  }
}

/** The form in which a line's record is changed. */
const FORMS: Readonly<Partial<Record<HandoverLine['kind'], FormKind>>> = {
  channel: 'channel',
  responsible: 'service',
  paper: 'document',
}
