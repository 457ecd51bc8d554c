import { App as AntApp, Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { RecordPicker } from '../../components/RecordPicker.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { useOpenLetter } from './letter-context.ts'

/** What became of a signed paper: when it was signed, its scan, and its end. */
export function SignedPanel() {
  const { letters, common } = useText()
  const { view } = useOpenLetter()
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const tell = useTell()
  const { modal } = AntApp.useApp()
  const { id, data } = view.record

  const run = (act: () => Promise<{ undoToken: number }>, said: string) =>
    act().then(({ undoToken }) => tell.undoable(said, undoToken), tell.failed)

  const revoke = () =>
    modal.confirm({
      title: letters.revokeTitle,
      content: letters.revokeText,
      okText: letters.revoke,
      okButtonProps: { danger: true },
      cancelText: common.cancel,
      onOk: () =>
        run(() => call('letters.revoke', { id, revokedOn: dayOf(Date.now()) }), letters.revoked),
    })
  const reopen = () =>
    modal.confirm({
      title: letters.reopen,
      content: letters.reopenText,
      okText: letters.reopen,
      cancelText: common.cancel,
      onOk: () => run(() => call('letters.reopen', { id }), letters.reopened),
    })

  return (
    <section className="letter-signed" aria-label={letters.stateColumn}>
      {data.signedOn !== undefined && <p>{letters.signedAt(data.signedOn)}</p>}
      {data.revokedOn !== undefined && <p>{letters.revokedAt(data.revokedOn)}</p>}
      <p className="faint">{letters.signedLocked}</p>
      <Scan />
      {canWrite && (
        <div className="letter-signed-acts">
          {data.revokedOn === undefined && (
            <Button size="small" danger onClick={revoke}>
              {letters.revoke}
            </Button>
          )}
          <Button size="small" onClick={reopen}>
            {letters.reopen}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The scan in 资料, or the way to link one. */
function Scan() {
  const { letters, common } = useText()
  const { view } = useOpenLetter()
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const tell = useTell()
  const [isChoosing, setChoosing] = useState(false)
  const { id } = view.record

  const link = (documentId: string | null) =>
    call('letters.linkScan', { id, documentId }).then(({ undoToken }) => {
      setChoosing(false)
      tell.undoable(common.saved, undoToken)
    }, tell.failed)

  if (view.documentTitle !== undefined) {
    return (
      <p className="letter-scan">
        <span className="ellipsis">{letters.scanLinked(view.documentTitle)}</span>
        {canWrite && (
          <Button size="small" type="link" onClick={() => void link(null)}>
            {letters.unlinkScan}
          </Button>
        )}
      </p>
    )
  }
  if (!canWrite) return null
  if (!isChoosing) {
    return (
      <Button size="small" onClick={() => setChoosing(true)}>
        {letters.linkScan}
      </Button>
    )
  }
  return (
    <div className="field">
      <label htmlFor="letter-scan">{letters.signScan}</label>
      <RecordPicker
        id="letter-scan"
        kind="document"
        value={undefined}
        onChange={(chosen) => chosen !== undefined && void link(chosen)}
      />
    </div>
  )
}
