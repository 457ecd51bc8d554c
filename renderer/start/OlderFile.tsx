import { type SyntheticEvent, useState } from 'react'
import type { VaultStatus } from '../../shared/views.ts'
import { useWork } from '../hooks/use-work.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { acceptableFinding } from '../state/session.ts'
import { Problem } from './Problem.tsx'
import { RecoveryCodeInput } from './RecoveryCodeInput.tsx'
import { SecretInput, secretOf } from './SecretInput.tsx'
import { WorkButton } from './WorkButton.tsx'

type Props = {
  /** What the opener answered: opened in evidence mode, nothing may be changed. */
  status: VaultStatus
  /** How the person wanted it opened. */
  isReadOnly: boolean
  onBack(): void
}

/** The file is older than the one opened last: the person says whether it was restored on purpose. */
export function OlderFile({ status, isReadOnly, onBack }: Props) {
  const { start } = useStartText()
  const call = useApp((state) => state.call)
  const unlock = useApp((state) => state.unlock)
  const setStatus = useApp((state) => state.setStatus)
  const [reason, setReason] = useState('')
  const [secret, setSecret] = useState('')
  const isSplitKit = status.session?.isSplitKit ?? false
  const [isKit, setKit] = useState(status.session?.openedByKit ?? false)
  const way = !isKit ? 'passphrase' : isSplitKit ? 'shares' : 'kit'
  /** The second part of a kit in parts. */
  const [other, setOther] = useState('')
  const isTyped = secret !== '' && (way !== 'shares' || other !== '')
  const { isWorking, problem, run } = useWork()
  /** To be opened anew the file was closed; after a wrong passphrase there is nothing to look at. */
  const [isClosed, setClosed] = useState(false)

  const accept = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (isWorking || reason.trim() === '' || !isTyped) return
    setSecret('')
    setOther('')
    setClosed(true)
    await run(async () => {
      const next = await unlock({
        secret: secretOf(way, secret, other),
        ...(isReadOnly && !isKit && { isReadOnly }),
        rollbackReason: reason.trim(),
      })
      // Something else lies there by now: it is looked at, not accepted under the words for this.
      setStatus(next)
      return true
    })
  }

  const leave = async () => {
    await call('vault.lock')
    onBack()
  }

  return (
    <form className="start-form" onSubmit={(event) => void accept(event)} aria-busy={isWorking}>
      <h2>{start.olderTitles[acceptableFinding(status) ?? 'older-than-anchor']}</h2>
      <p className="soft">{start.olderText}</p>
      {acceptableFinding(status) === 'forked-from-anchor' && (
        <p className="soft">{start.olderMerge}</p>
      )}
      {problem && <Problem error={problem} />}
      <div className="start-field">
        <label htmlFor="rollback-reason">{start.olderReason}</label>
        <input
          id="rollback-reason"
          className="input"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          aria-describedby="rollback-reason-hint"
        />
        <div id="rollback-reason-hint" className="start-hint">
          {start.olderReasonHint}
        </div>
      </div>
      <SecretInput
        id="secret-again"
        label={start.passphrase}
        isKit={isKit}
        value={secret}
        onChange={setSecret}
        disabled={isWorking}
        {...(way === 'shares' && { codeLabel: start.share(1) })}
      />
      {way === 'shares' && (
        <RecoveryCodeInput
          id="second-share-again"
          label={start.share(2)}
          value={other}
          onChange={setOther}
          disabled={isWorking}
        />
      )}
      <div className="start-actions">
        <WorkButton
          word={start.olderAccept}
          isWorking={isWorking}
          isDisabled={reason.trim() === '' || !isTyped}
        />
        {!isClosed && (
          <button type="button" className="button" onClick={() => setStatus(status)}>
            {start.olderLook}
          </button>
        )}
        <button type="button" className="button" onClick={() => void leave()}>
          {start.back}
        </button>
      </div>
      <div className="start-links">
        <button
          type="button"
          className="button-link"
          onClick={() => {
            setKit(!isKit)
            setSecret('')
            setOther('')
          }}
        >
          {isKit ? start.usePassphrase : start.useKit}
        </button>
      </div>
    </form>
  )
}
