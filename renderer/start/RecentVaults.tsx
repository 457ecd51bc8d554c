import type { VaultStatus } from '../../shared/views.ts'
import { useStartText } from '../i18n/start-text.ts'
import { isSamePlace } from './use-choose-vault.ts'

type Props = {
  status: VaultStatus
  onOpen(index: number): void
  onForget(index: number): void
}

/** The vaults opened lately, without the one that is chosen. */
export function RecentVaults({ status, onOpen, onForget }: Props) {
  const { start } = useStartText()
  const others = status.recent
    .map((recent, index) => ({ ...recent, index }))
    .filter((recent) => !isSamePlace(recent, status.vault))
  if (others.length === 0) return null
  return (
    <section aria-label={start.recent}>
      <p className="start-hint">{start.recent}</p>
      <ul className="recent-list">
        {others.map(({ fileName, folder, isMissing, index }) => (
          <li key={`${folder}/${fileName}`} className="recent-item">
            <button
              type="button"
              className="recent-open"
              disabled={isMissing}
              title={`${folder}/${fileName}`}
              onClick={() => onOpen(index)}
            >
              <span>{fileName}</span>
              <div className="start-hint ellipsis">{isMissing ? start.missing : folder}</div>
            </button>
            <button
              type="button"
              className="button-quiet"
              aria-label={start.forget(fileName)}
              onClick={() => onForget(index)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
