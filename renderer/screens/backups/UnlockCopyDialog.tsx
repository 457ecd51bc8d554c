import { Segmented } from 'antd'
import { useState } from 'react'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'

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
  const { unlock } = useText().backups
  const [by, setBy] = useState<CopySecret['kind']>('passphrase')
  const [typed, setTyped] = useState('')
  const { isWorking, problem, run } = useWork()

  const open = () =>
    run(async () => {
      if (typed === '') return false
      setTyped('')
      await onOpen(
        by === 'passphrase' ? { kind: by, passphrase: typed } : { kind: by, code: typed },
      )
      return true
    })

  return (
    <FormModal
      title={title}
      okText={isWorking ? unlock.opening : unlock.open}
      // A secret that was typed is no work that could be lost.
      isDirty={false}
      isSaving={isWorking}
      canSave={typed !== '' || isWorking}
      problem={problem}
      onSave={open}
      onClose={onClose}
      widthPx={460}
    >
      <p className="soft">{text}</p>
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
    </FormModal>
  )
}
