import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'

/** What opens a copy: its passphrase or its recovery kit. */
export type CopySecret =
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'recovery-kit'; code: string }

type Props = {
  title: string
  text: string
  passphraseLabel: string
  onClose(): void
  /** Rejects when it does not open; the dialog says why. */
  onOpen(secret: CopySecret): Promise<void>
}

/** Asks for the passphrase or kit of another copy of the vault. What is typed lives in this dialog only. */
export function UnlockCopyDialog({ title, text, passphraseLabel, onClose, onOpen }: Props) {
  const { backups, common } = useText()
  const { unlock } = backups
  const [by, setBy] = useState<CopySecret['kind']>('passphrase')
  const [typed, setTyped] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  const open = async () => {
    if (isWorking || typed === '') return
    setWorking(true)
    setProblem(undefined)
    const secret: CopySecret =
      by === 'passphrase' ? { kind: by, passphrase: typed } : { kind: by, code: typed }
    setTyped('')
    try {
      await onOpen(secret)
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
      title={title}
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
        <p className="soft">{text}</p>
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
          id="copy-secret"
          label={by === 'passphrase' ? passphraseLabel : unlock.code}
          value={typed}
          onChange={setTyped}
          disabled={isWorking}
        />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
