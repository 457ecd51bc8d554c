import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { VaultStatus } from '../../shared/views.ts'
import { focusFirstField } from '../forms/focus.ts'
import { useWork } from '../hooks/use-work.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { isOlderFile } from '../state/session.ts'
import { Problem } from './Problem.tsx'
import { RecentVaults } from './RecentVaults.tsx'
import { RecoveryCodeInput } from './RecoveryCodeInput.tsx'
import { SecretInput, type SecretWay, secretOf } from './SecretInput.tsx'
import { useChooseVault, type VaultPlace } from './use-choose-vault.ts'
import { VaultHead } from './VaultHead.tsx'
import { WorkButton } from './WorkButton.tsx'

type Props = {
  status: VaultStatus
  vault: VaultPlace
  onCreate(): void
  onJoin(): void
  onOlder(status: VaultStatus, isReadOnly: boolean): void
}

/** Opens the chosen vault with the 主口令 or the recovery kit. */
export function UnlockForm({ status, vault, onCreate, onJoin, onOlder }: Props) {
  const { start } = useStartText()
  const expectUnlock = useApp((state) => state.expectUnlock)
  const unlock = useApp((state) => state.unlock)
  // Another vault brings another form, by its key.
  const vaults = useChooseVault({ onCreate, onOpen: () => {} })
  const [secret, setSecret] = useState('')
  const [way, setWay] = useState<SecretWay>('passphrase')
  const [other, setOther] = useState('')
  const [isForReading, setForReading] = useState(false)
  // A kit is for a new passphrase.
  const isReadOnly = isForReading && way === 'passphrase'
  const { isWorking, problem, run, forget } = useWork()
  const form = useRef<HTMLFormElement>(null)
  const shownProblem = problem ?? vaults.problem

  // biome-ignore lint/correctness/useExhaustiveDependencies: another way brings another field
  useEffect(() => focusFirstField(form.current), [way])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (secret === '' || isWorking || (way === 'shares' && other === '')) return
    // What was copied from paper stays, to be mended where one part is wrong.
    if (way !== 'shares') setSecret('')
    await run(async () => {
      const opened = await unlock({
        secret: secretOf(way, secret, other),
        ...(isReadOnly && { isReadOnly }),
      })
      if (isOlderFile(opened)) onOlder(opened, isReadOnly)
      return true
    })
  }

  const change = (next: SecretWay) => {
    setWay(next)
    setSecret('')
    setOther('')
    forget()
  }

  const type = (value: string) => {
    expectUnlock()
    setSecret(value)
  }

  return (
    <form
      ref={form}
      className="start-form"
      onSubmit={(event) => void submit(event)}
      aria-busy={isWorking}
    >
      <VaultHead vault={vault} />
      {shownProblem ? <Problem error={shownProblem} /> : <WhyLocked />}
      <SecretInput
        id="passphrase"
        label={start.passphrase}
        isKit={way !== 'passphrase'}
        value={secret}
        onChange={type}
        {...(way === 'shares' && { codeLabel: start.share(1) })}
        disabled={isWorking}
        isInvalid={problem?.code === 'wrong-passphrase'}
        {...(isWorking && { hint: start.unlockingHint })}
      />
      {way === 'shares' && (
        <RecoveryCodeInput
          id="second-share"
          label={start.share(2)}
          value={other}
          onChange={setOther}
          disabled={isWorking}
        />
      )}
      {way === 'passphrase' && (
        <label className="start-check">
          <input
            type="checkbox"
            checked={isForReading}
            onChange={(event) => setForReading(event.target.checked)}
          />
          <span>
            {start.readOnly} <span className="start-hint">{start.readOnlyHint}</span>
          </span>
        </label>
      )}
      <div className="start-actions">
        <WorkButton word={start.unlock} working={start.unlocking} isWorking={isWorking} />
      </div>
      <div className="start-links">
        <button
          type="button"
          className="button-link"
          onClick={() => change(way === 'passphrase' ? 'kit' : 'passphrase')}
        >
          {way === 'passphrase' ? start.useKit : start.usePassphrase}
        </button>
        {way !== 'passphrase' && (
          <button
            type="button"
            className="button-link"
            onClick={() => change(way === 'kit' ? 'shares' : 'kit')}
          >
            {way === 'kit' ? start.useShares : start.useWholeKit}
          </button>
        )}
        <button type="button" className="button-link" onClick={() => void vaults.open()}>
          {start.openVault}
        </button>
        <button type="button" className="button-link" onClick={() => void vaults.create()}>
          {start.createVault}
        </button>
        <button type="button" className="button-link" onClick={onJoin}>
          {start.joinVault}
        </button>
      </div>
      <RecentVaults
        status={status}
        onOpen={(index) => void vaults.openRecent(index)}
        onForget={(index) => void vaults.forget(index)}
      />
    </form>
  )
}

/** One soft line on why the vault is closed; what ended by itself is said by LostNotice. */
function WhyLocked() {
  const { start } = useStartText()
  const lockedBy = useApp((state) => state.status?.lockedBy)
  const hasLostForm = useApp((state) => state.status?.hasLostForm)
  const isPlain = lockedBy !== undefined && lockedBy !== 'vault-process-ended'
  return (
    <>
      {isPlain && (
        <p role="status" className="start-hint">
          {start.lockedBy[lockedBy]}
        </p>
      )}
      {hasLostForm && (
        <p role="status" className="start-lost-form">
          {start.lostForm}
        </p>
      )}
    </>
  )
}
