import { Modal } from 'antd'
import { useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { ReasonField } from './ReasonField.tsx'

type Props = { lostCount: number; onClose(): void }

/** Asks why the whole vault is to be as it was in the backup, and does it. The app locks when it is done. */
export function RestoreVaultDialog({ lostCount, onClose }: Props) {
  const { backups, common } = useText()
  const { whole } = backups
  const call = useApp((state) => state.call)
  const withSecondPerson = useSecondPerson()
  const isEvidence = useApp((state) => state.status?.session?.mode === 'evidence')
  const [reason, setReason] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  const restore = async () => {
    setWorking(true)
    setProblem(undefined)
    try {
      await withSecondPerson(() => call('backups.restoreVault', { reason }))
    } catch (error) {
      setProblem(problemOf(error))
      setWorking(false)
    }
  }

  return (
    <Modal
      open
      width={500}
      title={whole.title}
      okText={isWorking ? whole.restoring : whole.restore}
      cancelText={common.cancel}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelButtonProps={{ disabled: isWorking }}
      confirmLoading={isWorking}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onOk={() => void restore()}
      onCancel={onClose}
    >
      <div className="start-form settings-form">
        <p className="soft">{isEvidence ? whole.evidence : whole.text}</p>
        {lostCount > 0 && <p>{whole.lost(lostCount)}</p>}
        {problem && <Problem error={problem} />}
        <ReasonField
          id="restore-reason"
          label={whole.reason}
          hint={whole.reasonHint}
          value={reason}
          isDisabled={isWorking}
          onChange={setReason}
        />
      </div>
    </Modal>
  )
}
