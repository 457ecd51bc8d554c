import { useState } from 'react'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { id: string; name: string; onClose(): void }

/** Another custodian types their passphrase here, to sign. */
export function SignDialog({ id, name, onClose }: Props) {
  const { sign: text } = useText().handover
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [passphrase, setPassphrase] = useState('')
  const { isWorking, problem, run } = useWork()
  const save = async () => {
    if (passphrase === '') return false
    const typed = passphrase
    setPassphrase('')
    const isSigned = await run(async () => {
      await call('handover.sign', { id, passphrase: typed })
      return true
    })
    if (isSigned) {
      tell.said(text.signed(name))
      onClose()
    }
    return isSigned
  }
  return (
    <FormModal
      title={text.dialogTitle(name)}
      okText={text.dialogOk}
      isDirty={false}
      isSaving={isWorking}
      canSave={passphrase !== ''}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={460}
    >
      <p className="soft">{text.dialogText(name)}</p>
      <PassphraseInput
        id="sign-passphrase"
        label={text.passphrase(name)}
        value={passphrase}
        onChange={setPassphrase}
        disabled={isWorking}
      />
    </FormModal>
  )
}
