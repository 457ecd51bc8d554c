import { useState } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import type { VaultStatus } from '../../shared/views.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { Problem, problemOf } from './Problem.tsx'

type Props = {
  status: VaultStatus
  onChosenToCreate(): void
  onChosenToOpen(): void
}

/** New, open, or one of the vaults opened lately. */
export function Welcome({ status, onChosenToCreate, onChosenToOpen }: Props) {
  const { start } = useStartText()
  const call = useApp((state) => state.call)
  const setStatus = useApp((state) => state.setStatus)
  const [problem, setProblem] = useState<VaultError>()

  const choose = async (work: () => Promise<VaultStatus>, onChosen: () => void) => {
    setProblem(undefined)
    try {
      const next = await work()
      setStatus(next)
      // A dialog that was cancelled leaves nothing chosen.
      if (next.vault !== undefined && !isSameVault(status, next)) onChosen()
      else if (next.vault !== undefined && next !== status && onChosen === onChosenToOpen)
        onChosen()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <>
      <h2>{start.welcomeTitle}</h2>
      {problem && <Problem error={problem} />}
      <div className="start-actions">
        <button
          type="button"
          className="button button-primary"
          onClick={() =>
            void choose(() => call('vault.choose', { purpose: 'create' }), onChosenToCreate)
          }
        >
          {start.createVault}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            void choose(() => call('vault.choose', { purpose: 'open' }), onChosenToOpen)
          }
        >
          {start.openVault}
        </button>
      </div>
      {status.recent.length > 0 && (
        <section aria-label={start.recent}>
          <p className="start-hint">{start.recent}</p>
          <ul className="recent-list">
            {status.recent.map((recent, index) => (
              <li key={`${recent.folder}/${recent.fileName}`} className="recent-item">
                <button
                  type="button"
                  className="recent-open"
                  disabled={recent.isMissing}
                  title={`${recent.folder}/${recent.fileName}`}
                  onClick={() =>
                    void choose(() => call('vault.chooseRecent', { index }), onChosenToOpen)
                  }
                >
                  <span>{recent.fileName}</span>
                  <div className="start-hint ellipsis">
                    {recent.isMissing ? start.missing : recent.folder}
                  </div>
                </button>
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={start.forget(recent.fileName)}
                  onClick={() =>
                    void choose(
                      () => call('vault.forgetRecent', { index }),
                      () => {},
                    )
                  }
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function isSameVault(one: VaultStatus, other: VaultStatus): boolean {
  return one.vault?.fileName === other.vault?.fileName && one.vault?.folder === other.vault?.folder
}
