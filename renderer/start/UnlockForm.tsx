import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import type { VaultStatus } from '../../shared/views.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { isOlderFile } from '../state/session.ts'
import { preloadWorkspace } from '../workspace-chunk.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { Problem, problemOf } from './Problem.tsx'

type Props = {
  vault: { fileName: string; folder: string }
  onOther(): void
  onOlder(status: VaultStatus): void
}

/** Opens the chosen vault with the 主口令 or the recovery kit. */
export function UnlockForm({ vault, onOther, onOlder }: Props) {
  const { start } = useStartText()
  const unlock = useApp((state) => state.unlock)
  const [secret, setSecret] = useState('')
  const [isKit, setKit] = useState(false)
  const [isReadOnly, setReadOnly] = useState(false)
  const [isUnlocking, setUnlocking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const input = useRef<HTMLInputElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field gets the focus back after each answer and each change of method
  useEffect(() => {
    if (!isUnlocking) input.current?.focus()
  }, [isUnlocking, isKit])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (secret === '' || isUnlocking) return
    setUnlocking(true)
    setProblem(undefined)
    setSecret('')
    try {
      const status = await unlock({
        secret: isKit
          ? { kind: 'recovery-kit', code: secret }
          : { kind: 'passphrase', passphrase: secret },
        ...(isReadOnly && { isReadOnly }),
      })
      if (isOlderFile(status)) onOlder(status)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setUnlocking(false)
    }
  }

  const type = (value: string) => {
    setSecret(value)
    preloadWorkspace()
  }

  return (
    <form className="start-form" onSubmit={(event) => void submit(event)} aria-busy={isUnlocking}>
      <div className="start-vault">
        <strong className="ellipsis" title={vault.fileName}>
          {vault.fileName}
        </strong>
        <span className="start-hint ellipsis" title={vault.folder}>
          {vault.folder}
        </span>
      </div>
      {problem ? <Problem error={problem} /> : <WhyLocked />}
      {isKit ? (
        <div className="start-field">
          <label htmlFor="recovery-code">{start.recoveryCode}</label>
          <input
            ref={input}
            id="recovery-code"
            className="input mono"
            value={secret}
            onChange={(event) => type(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            disabled={isUnlocking}
            aria-describedby="recovery-code-hint"
          />
          <div id="recovery-code-hint" className="start-hint">
            {start.recoveryCodeHint}
          </div>
        </div>
      ) : (
        <PassphraseInput
          inputRef={input}
          id="passphrase"
          label={start.passphrase}
          value={secret}
          onChange={type}
          disabled={isUnlocking}
          isInvalid={problem?.code === 'wrong-passphrase'}
          {...(isUnlocking && { hint: start.unlockingHint })}
        />
      )}
      <label className="start-check">
        <input
          type="checkbox"
          checked={isReadOnly}
          onChange={(event) => setReadOnly(event.target.checked)}
        />
        <span>
          {start.readOnly} <span className="start-hint">{start.readOnlyHint}</span>
        </span>
      </label>
      <div className="start-actions">
        <button type="submit" className="button button-primary" disabled={isUnlocking}>
          {isUnlocking && <span className="spinner" />}
          {isUnlocking ? start.unlocking : start.unlock}
        </button>
      </div>
      <div className="start-links">
        <button
          type="button"
          className="button-link"
          onClick={() => {
            setKit(!isKit)
            setSecret('')
            setProblem(undefined)
          }}
        >
          {isKit ? start.usePassphrase : start.useKit}
        </button>
        <button type="button" className="button-link" onClick={onOther}>
          {start.chooseOther}
        </button>
      </div>
    </form>
  )
}

/** One soft line on why the vault is closed; what ended by itself is said by LostNotice. */
function WhyLocked() {
  const { start } = useStartText()
  const lockedBy = useApp((state) => state.status?.lockedBy)
  if (lockedBy === undefined || lockedBy === 'vault-process-ended') return null
  return (
    <p role="status" className="start-hint">
      {start.lockedBy[lockedBy]}
    </p>
  )
}
