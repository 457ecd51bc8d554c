import { type SyntheticEvent, useState } from 'react'
import type { OwnJoinRequest } from '../../../shared/custodians.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useJoinText } from '../../i18n/join-text.ts'
import { useApp } from '../../state/app-context.ts'
import { NameField } from '../NameField.tsx'
import { NewPassphraseFields, useNewPassphrase } from '../NewPassphrase.tsx'
import { Problem } from '../Problem.tsx'

/** Name and 主口令 of who joins; a request is made of them. */
export function BeginForm({ onMade }: { onMade(request: OwnJoinRequest): void }) {
  const text = useJoinText()
  const call = useApp((state) => state.call)
  const [name, setName] = useState('')
  const typed = useNewPassphrase()
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, run } = useWork()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWorking || name.trim() === '' || !typed.isComplete) return
    await run(async () => {
      onMade(await call('join.begin', { name: name.trim(), passphrase: typed.passphrase }))
      return true
    })
  }

  return (
    <form className="start-form" onSubmit={(event) => void submit(event)} aria-busy={isWorking}>
      <p className="soft">{text.lead}</p>
      {problem && <Problem error={problem} />}
      <NameField
        id="join-name"
        label={text.name}
        hint={text.nameHint}
        value={name}
        onChange={setName}
        isMissing={hasTried && name.trim() === ''}
      />
      <NewPassphraseFields
        typed={typed}
        idPrefix="join-passphrase"
        label={text.passphrase}
        repeatLabel={text.repeat}
        hint={text.passphraseHint}
        hasTried={hasTried}
        isDisabled={isWorking}
      />
      <div className="start-actions">
        <button type="submit" className="button button-primary" disabled={isWorking}>
          {isWorking && <span className="spinner" />}
          {isWorking ? text.beginning : text.begin}
        </button>
      </div>
    </form>
  )
}
