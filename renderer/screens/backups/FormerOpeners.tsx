import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { FormerOpeners as Former } from '../../../shared/backup-view.ts'
import type { VaultError } from '../../../shared/errors.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { ReasonField } from './ReasonField.tsx'

type Props = { former: Former; isMaking: boolean; onMake(): void; onRemoved(): void }

/** Backups that somebody who left can still open: a new one first, then these are removed. */
export function FormerOpeners({ former, isMaking, onMake, onRemoved }: Props) {
  const { backups, contacts } = useText()
  const canWrite = useCanWrite()
  const [isAsking, setAsking] = useState(false)
  const { names, removableIds, awayCount, hasNewer } = former
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={backups.formerTitle(names.join(contacts.separator), removableIds.length + awayCount)}
        description={
          <>
            {backups.formerText}
            {awayCount > 0 && ` ${backups.formerAway(awayCount)}`}
            <div className="backup-former-acts">
              {hasNewer ? (
                <Button
                  size="small"
                  danger
                  disabled={!canWrite || removableIds.length === 0}
                  onClick={() => setAsking(true)}
                >
                  {backups.formerRemove(removableIds.length)}
                </Button>
              ) : (
                <Button size="small" loading={isMaking} disabled={!canWrite} onClick={onMake}>
                  {backups.formerMake}
                </Button>
              )}
            </div>
          </>
        }
      />
      {isAsking && (
        <RemoveDialog
          ids={removableIds}
          onClose={() => setAsking(false)}
          onRemoved={() => {
            setAsking(false)
            onRemoved()
          }}
        />
      )}
    </>
  )
}

type DialogProps = { ids: string[]; onClose(): void; onRemoved(): void }

function RemoveDialog({ ids, onClose, onRemoved }: DialogProps) {
  const { backups, common } = useText()
  const { formerDialog } = backups
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  const remove = async () => {
    setWorking(true)
    try {
      const { removedCount, keptCount } = await call('backups.removeFormer', { ids, reason })
      const said = formerDialog.removed(removedCount)
      tell.said(keptCount > 0 ? `${said} ${formerDialog.kept(keptCount)}` : said)
      onRemoved()
    } catch (error) {
      setProblem(problemOf(error))
      setWorking(false)
    }
  }

  return (
    <Modal
      open
      width={480}
      title={formerDialog.title}
      okText={formerDialog.remove}
      cancelText={common.cancel}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={isWorking}
      mask={{ closable: false }}
      onOk={() => void remove()}
      onCancel={onClose}
    >
      <div className="start-form settings-form">
        <p>{formerDialog.text(ids.length)}</p>
        {problem && <Problem error={problem} />}
        <ReasonField
          id="former-reason"
          label={formerDialog.reason}
          hint={formerDialog.reasonHint}
          value={reason}
          isDisabled={isWorking}
          onChange={setReason}
        />
      </div>
    </Modal>
  )
}
