import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { MergeOverview } from '../../../shared/merge-view.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { WorkProgress } from '../../components/WorkProgress.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { UnlockCopyDialog } from '../backups/UnlockCopyDialog.tsx'
import { CopyList } from './CopyList.tsx'
import { MergeView } from './MergeView.tsx'
import './merge.css'

/** 合并另一份: two copies of this vault that were changed apart become one, record by record. */
export function MergeScreen() {
  const { merge, frame } = useText()
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const canWrite = useCanWrite()
  const { value: copies, problem, reload } = useAnswer('merge.copies')
  /** What is to be opened: a copy by its name, or a file that is picked next. */
  const [asked, setAsked] = useState<{ fileName?: string }>()
  const [overview, setOverview] = useState<MergeOverview>()
  const [isOpening, setOpening] = useState(false)
  const tell = useTell()
  const cancel = () => void call('merge.cancel').catch(tell.failed)

  // The copy is closed with the screen: its keys are in memory for no longer.
  useEffect(() => {
    return () => void call('merge.end').catch(() => undefined)
  }, [call])

  if (overview !== undefined) {
    return (
      <MergeView
        opened={overview}
        onClose={() => {
          setOverview(undefined)
          reload()
          call('merge.end').catch(() => undefined)
        }}
      />
    )
  }
  return (
    <>
      <ScreenHeader title={frame.screens.merge}>
        <Button onClick={() => go('backups')}>{merge.back}</Button>
        <Button disabled={!canWrite} onClick={() => setAsked({})}>
          {merge.start.pick}
        </Button>
      </ScreenHeader>
      <div className="screen-scroll">
        <div className="settings">
          {problem && <Problem error={problem} />}
          {copies && <CopyList copies={copies} onOpen={(fileName) => setAsked({ fileName })} />}
        </div>
      </div>
      {asked && (
        <UnlockCopyDialog
          title={merge.unlock.title}
          text={merge.unlock.text(asked.fileName)}
          passphraseLabel={merge.unlock.passphrase}
          onClose={() => {
            setAsked(undefined)
            if (isOpening) cancel()
          }}
          onOpen={async (secret) => {
            setOpening(true)
            try {
              const found = await call('merge.open', { ...asked, secret })
              if (found === undefined) return
              setAsked(undefined)
              setOverview(found)
            } catch (error) {
              if (problemOf(error).code !== 'cancelled') throw error
              setAsked(undefined)
              tell.said(merge.comparing.cancelled)
            } finally {
              setOpening(false)
            }
          }}
        />
      )}
      {isOpening && <Comparing onCancel={cancel} />}
    </>
  )
}

/** How far the comparison is, once the copy is open. */
function Comparing({ onCancel }: { onCancel(): void }) {
  const { merge, common } = useText()
  const { comparing } = merge
  const progress = useProgress('compare')
  if (progress === undefined) return null
  return (
    <Modal
      open
      width={460}
      title={comparing.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<Button onClick={onCancel}>{common.cancel}</Button>}
    >
      <WorkProgress
        label={comparing.text}
        percent={progress.percent}
        detail={comparing.done(progress.done, progress.total)}
      />
    </Modal>
  )
}
