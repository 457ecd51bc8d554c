import type { VaultStatus } from '../../shared/views.ts'
import { useStartText } from '../i18n/start-text.ts'
import { Problem } from './Problem.tsx'
import { RecentVaults } from './RecentVaults.tsx'
import { useChooseVault } from './use-choose-vault.ts'

type Props = {
  status: VaultStatus
  onCreate(): void
  onJoin(): void
  onOpen(): void
}

/** New, open, or one of the vaults opened lately. */
export function Welcome({ status, onCreate, onJoin, onOpen }: Props) {
  const { start } = useStartText()
  const vaults = useChooseVault({ onCreate, onOpen })
  return (
    <>
      <h2>{start.welcomeTitle}</h2>
      {vaults.problem && <Problem error={vaults.problem} />}
      <div className="start-actions">
        <button
          type="button"
          className="button button-primary"
          onClick={() => void vaults.create()}
        >
          {start.createVault}
        </button>
        <button type="button" className="button" onClick={() => void vaults.open()}>
          {start.openVault}
        </button>
      </div>
      <div className="start-links">
        <button type="button" className="button-link" onClick={onJoin}>
          {start.joinVault}
        </button>
      </div>
      <RecentVaults
        status={status}
        onOpen={(index) => void vaults.openRecent(index)}
        onForget={(index) => void vaults.forget(index)}
      />
    </>
  )
}
