import { Segmented } from 'antd'
import { useState } from 'react'
import type { CopySecret } from '../../../shared/contract/copy-secret.ts'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { RecoveryCodeInput } from '../../start/RecoveryCodeInput.tsx'

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
  const [second, setSecond] = useState('')
  const { isWorking, problem, run, forget } = useWork()
  const isComplete = typed !== '' && (by !== 'recovery-shares' || second !== '')

  const change = (next: typeof by) => {
    setBy(next)
    setTyped('')
    setSecond('')
    forget()
  }

  const open = () =>
    run(async () => {
      // What was copied from paper stays, to be mended where a group is wrong.
      if (by === 'passphrase') setTyped('')
      await onOpen(secretOf(by, typed, second))
      return true
    })

  return (
    <FormModal
      title={title}
      okText={isWorking ? unlock.opening : unlock.open}
      // A secret that was typed is no work that could be lost.
      isDirty={false}
      isSaving={isWorking}
      canSave={isComplete || isWorking}
      problem={problem}
      onSave={open}
      onClose={onClose}
      widthPx={by === 'passphrase' ? 460 : 560}
    >
      <p className="soft">{text}</p>
      <Segmented<typeof by>
        value={by}
        onChange={change}
        disabled={isWorking}
        options={[
          { value: 'passphrase', label: unlock.byPassphrase },
          { value: 'recovery-kit', label: unlock.byKit },
          { value: 'recovery-shares', label: unlock.byShares },
        ]}
      />
      {by === 'passphrase' ? (
        <PassphraseInput
          id="copy-secret"
          label={passphraseLabel}
          value={typed}
          onChange={setTyped}
          disabled={isWorking}
        />
      ) : (
        <RecoveryCodeInput
          key={by}
          id="copy-code"
          label={by === 'recovery-kit' ? unlock.code : unlock.share}
          value={typed}
          onChange={setTyped}
          disabled={isWorking}
        />
      )}
      {by === 'recovery-shares' && (
        <RecoveryCodeInput
          id="copy-second-code"
          label={unlock.otherShare}
          value={second}
          onChange={setSecond}
          disabled={isWorking}
        />
      )}
    </FormModal>
  )
}

function secretOf(by: CopySecret['kind'], typed: string, second: string): CopySecret {
  switch (by) {
    case 'passphrase':
      return { kind: by, passphrase: typed }
    case 'recovery-kit':
      return { kind: by, code: typed }
    case 'recovery-shares':
      return { kind: by, codes: [typed, second] }
  }
}
