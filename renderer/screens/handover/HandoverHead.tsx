import { useState } from 'react'
import { dayOf, daysBetween } from '../../../shared/calendar-day.ts'
import type { HandoverView } from '../../../shared/handover-view.ts'
import { LedHead } from '../../components/LedHead.tsx'
import { ReasonDialog } from '../../forms/ReasonDialog.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { StartHandover } from './StartHandover.tsx'
import { useHandoverAct } from './use-handover-act.ts'

/** Which handover this is, and what can be done with it as a whole. */
export function HandoverHead({ view }: { view: HandoverView }) {
  const { handover } = useText()
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const act = useHandoverAct()
  const canWrite = useCanWrite()
  const today = dayOf(useNow())
  const [dialog, setDialog] = useState<'edit' | 'reopen'>()
  const { data, id } = view.record
  const isClosed = data.closedOn !== undefined
  const close = () => setDialog(undefined)
  const items = [
    ...(isClosed
      ? [{ key: 'reopen', label: handover.reopen, onClick: () => setDialog('reopen') }]
      : [{ key: 'edit', label: handover.edit, onClick: () => setDialog('edit') }]),
    ...(data.removedAt === undefined
      ? [
          {
            key: 'discard',
            label: handover.discard,
            onClick: () => {
              void act(call('handover.discard', { id }), handover.discarded).then((isDone) => {
                if (isDone) go('handover')
              })
            },
          },
        ]
      : []),
  ]
  return (
    <LedHead
      backWord={handover.back}
      onBack={() => go('handover')}
      number={data.number}
      title={`${data.leaver.name} → ${data.successor.name}`}
      facts={
        <>
          <span>{handover.manner[data.manner]}</span>
          <span>
            {data.leavesOn}
            {!isClosed && data.removedAt === undefined && (
              <> · {handover.leavesIn(daysBetween(today, data.leavesOn))}</>
            )}
          </span>
          <span>{data.reason}</span>
        </>
      }
      moreWord={handover.more}
      {...(canWrite && { items })}
    >
      {dialog === 'edit' && <StartHandover record={view.record} onClose={close} />}
      {dialog === 'reopen' && (
        <ReasonDialog
          title={handover.reopen}
          okText={handover.reopen}
          label={handover.reason}
          change={(reason) => call('handover.reopen', { id, reason })}
          said={handover.reopened}
          onClose={close}
        >
          <p>{handover.reopenText}</p>
        </ReasonDialog>
      )}
    </LedHead>
  )
}
