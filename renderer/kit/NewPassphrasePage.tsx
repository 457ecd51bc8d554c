import { type SyntheticEvent, useState } from 'react'
import { useWork } from '../hooks/use-work.ts'
import { useStartText } from '../i18n/start-text.ts'
import { NameField } from '../start/NameField.tsx'
import { NewPassphraseFields, useNewPassphrase } from '../start/NewPassphrase.tsx'
import { Problem } from '../start/Problem.tsx'
import { useApp } from '../state/app-context.ts'

/** A kit opened the vault: a new 主口令 comes before anything else. A kit in parts belongs to nobody, so it asks for a name. */
export function NewPassphrasePage() {
  const { kit: text, start } = useStartText()
  const call = useApp((state) => state.call)
  const lock = useApp((state) => state.lock)
  const setStatus = useApp((state) => state.setStatus)
  const session = useApp((state) => state.status?.session)
  const isSplitKit = session?.isSplitKit ?? false
  const [name, setName] = useState('')
  const typed = useNewPassphrase()
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, run } = useWork()
  const isNameMissing = isSplitKit && name.trim() === ''

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWorking || isNameMissing || !typed.isComplete) return
    await run(async () => {
      const given = isSplitKit ? { name: name.trim() } : {}
      setStatus(await call('kit.setPassphrase', { passphrase: typed.passphrase, ...given }))
      return true
    })
  }

  return (
    <main className="start-main kit-page">
      <div className="start-card start-card-wide">
        <form
          className="start-form"
          aria-label={text.newTitle}
          aria-busy={isWorking}
          onSubmit={(event) => void submit(event)}
        >
          <h2>{text.newTitle}</h2>
          <p className="soft">{isSplitKit ? text.newSplit : text.newOwn(session?.custodianName)}</p>
          {problem && <Problem error={problem} />}
          {isSplitKit && (
            <NameField
              id="kit-name"
              label={start.custodianName}
              hint={start.custodianNameHint}
              value={name}
              onChange={setName}
              isMissing={hasTried && isNameMissing}
            />
          )}
          <NewPassphraseFields
            typed={typed}
            idPrefix="kit-passphrase"
            label={text.newPassphrase}
            repeatLabel={start.confirmPassphrase}
            hint={start.passphraseHint}
            hasTried={hasTried}
            isDisabled={isWorking}
          />
          <p className="start-hint">{text.newTold}</p>
          <div className="start-actions">
            <button type="submit" className="button button-primary" disabled={isWorking}>
              {isWorking && <span className="spinner" />}
              {isWorking ? text.newSetting : text.newSet}
            </button>
            <button
              type="button"
              className="button"
              disabled={isWorking}
              onClick={() => void lock()}
            >
              {text.newLock}
            </button>
          </div>
        </form>
      </div>
    </main>
  )
}
