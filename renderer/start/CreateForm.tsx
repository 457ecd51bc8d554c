import { type SyntheticEvent, useState } from 'react'
import { useWork } from '../hooks/use-work.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { NameField } from './NameField.tsx'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphrase.tsx'
import { Problem, problemOf } from './Problem.tsx'

type Props = {
  vault: { fileName: string; folder: string }
  onBack(): void
}

/** Name, 主口令 twice, and the vault is made. */
export function CreateForm({ vault, onBack }: Props) {
  const { start } = useStartText()
  const create = useApp((state) => state.create)
  const expectUnlock = useApp((state) => state.expectUnlock)
  const [name, setName] = useState('')
  const typed = useNewPassphrase()
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, run } = useWork()
  const isNameMissing = hasTried && name.trim() === ''

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWorking || name.trim() === '' || !typed.isComplete) return
    expectUnlock()
    await run(async () => {
      try {
        await create({ passphrase: typed.passphrase, custodianName: name.trim() })
        return true
      } catch (error) {
        if (problemOf(error).code === 'passphrase-too-weak') {
          typed.clear()
          setTried(false)
        }
        throw error
      }
    })
  }

  return (
    <form className="start-form" onSubmit={(event) => void submit(event)} aria-busy={isWorking}>
      <div className="start-vault">
        <h2>{vault.fileName}</h2>
        <span className="start-hint ellipsis" title={vault.folder}>
          {start.createIn(vault.folder)}
        </span>
      </div>
      {problem && <Problem error={problem} />}
      <NameField
        id="custodian-name"
        label={start.custodianName}
        hint={start.custodianNameHint}
        value={name}
        onChange={setName}
        isMissing={isNameMissing}
      />
      <NewPassphraseFields
        typed={typed}
        idPrefix="passphrase"
        label={start.passphrase}
        repeatLabel={start.confirmPassphrase}
        hint={start.passphraseHint}
        hasTried={hasTried}
        isDisabled={isWorking}
      />
      <div className="start-actions">
        <button type="submit" className="button button-primary" disabled={isWorking}>
          {isWorking && <span className="spinner" />}
          {isWorking ? start.creating : start.createVault}
        </button>
        <button type="button" className="button" onClick={onBack} disabled={isWorking}>
          {start.back}
        </button>
      </div>
    </form>
  )
}
