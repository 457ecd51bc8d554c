import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { BackupContents } from '../../../shared/backup-view.ts'
import type { VaultError } from '../../../shared/errors.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'

type Props = { id?: string; onClose(): void; onOpened(contents: BackupContents): void }

/** Asks for the passphrase or kit of the time of the backup. What is typed lives in this dialog only. */
export function UnlockBackupDialog({ id, onClose, onOpened }: Props) {
  const { backups, common } = useText()
  const { unlock } = backups
  const call = useApp((state) => state.call)
  const [by, setBy] = useState<'passphrase' | 'recovery-kit'>('passphrase')
  const [typed, setTyped] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  const open = async () => {
    if (isWorking || typed === '') return
    setWorking(true)
    setProblem(undefined)
    const secret = by === 'passphrase' ? { kind: by, passphrase: typed } : { kind: by, code: typed }
    setTyped('')
    try {
      const contents = await call('backups.browse', { ...(id !== undefined && { id }), secret })
      if (contents !== undefined) onOpened(contents)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setWorking(false)
    }
  }

  return (
    <Modal
      open
      width={460}
      title={unlock.title}
      okText={isWorking ? unlock.opening : unlock.open}
      cancelText={common.cancel}
      okButtonProps={{ disabled: typed === '' && !isWorking }}
      confirmLoading={isWorking}
      mask={{ closable: false }}
      onOk={() => void open()}
      onCancel={onClose}
    >
      <form
        className="start-form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <p className="soft">{unlock.text}</p>
        {problem && <Problem error={problem} />}
        <Segmented<typeof by>
          value={by}
          onChange={(next) => {
            setBy(next)
            setTyped('')
          }}
          options={[
            { value: 'passphrase', label: unlock.byPassphrase },
            { value: 'recovery-kit', label: unlock.byKit },
          ]}
        />
        <PassphraseInput
          key={by}
          id="backup-secret"
          label={by === 'passphrase' ? unlock.passphrase : unlock.code}
          value={typed}
          onChange={setTyped}
          disabled={isWorking}
        />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
