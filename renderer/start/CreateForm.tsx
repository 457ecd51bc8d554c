import { type SyntheticEvent, useState } from 'react'
import { VaultError } from '../../shared/errors.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { preloadWorkspace } from '../workspace-chunk.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { Problem, problemOf } from './Problem.tsx'
import { StrengthMeter } from './StrengthMeter.tsx'

type Props = {
  vault: { fileName: string; folder: string }
  onBack(): void
}

/** Name, 主口令 twice, and the vault is made. */
export function CreateForm({ vault, onBack }: Props) {
  const { start } = useStartText()
  const create = useApp((state) => state.create)
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isCreating, setCreating] = useState(false)
  const [hasTried, setTried] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const differs = repeated !== passphrase && (hasTried || repeated.length >= passphrase.length)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isCreating || name.trim() === '' || passphrase === '' || repeated !== passphrase) return
    setCreating(true)
    setProblem(undefined)
    preloadWorkspace()
    try {
      await create({ passphrase, custodianName: name.trim() })
    } catch (error) {
      const failure = problemOf(error)
      setProblem(failure)
      if (failure instanceof VaultError && failure.code !== 'passphrase-too-weak') return
      setPassphrase('')
      setRepeated('')
      setTried(false)
    } finally {
      setCreating(false)
    }
  }

  return (
    <form className="start-form" onSubmit={(event) => void submit(event)} aria-busy={isCreating}>
      <div className="start-vault">
        <h2>{vault.fileName}</h2>
        <span className="start-hint ellipsis" title={vault.folder}>
          {start.createIn(vault.folder)}
        </span>
      </div>
      {problem && <Problem error={problem} />}
      <div className="start-field">
        <label htmlFor="custodian-name">{start.custodianName}</label>
        <input
          id="custodian-name"
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          autoComplete="name"
          aria-invalid={hasTried && name.trim() === ''}
          aria-describedby="custodian-name-hint"
        />
        <div
          id="custodian-name-hint"
          className={hasTried && name.trim() === '' ? 'start-hint start-hint-danger' : 'start-hint'}
        >
          {hasTried && name.trim() === '' ? start.nameMissing : start.custodianNameHint}
        </div>
      </div>
      <PassphraseInput
        id="passphrase"
        label={start.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        hint={start.passphraseHint}
        isNew
      />
      <StrengthMeter passphrase={passphrase} />
      <PassphraseInput
        id="confirm-passphrase"
        label={start.confirmPassphrase}
        value={repeated}
        onChange={setRepeated}
        isInvalid={differs}
        isNew
      />
      {differs && (
        <p role="alert" className="start-hint start-hint-danger">
          {start.passphraseMismatch}
        </p>
      )}
      <div className="start-actions">
        <button type="submit" className="button button-primary" disabled={isCreating}>
          {isCreating && <span className="spinner" />}
          {isCreating ? start.creating : start.createVault}
        </button>
        <button type="button" className="button" onClick={onBack} disabled={isCreating}>
          {start.back}
        </button>
      </div>
    </form>
  )
}
