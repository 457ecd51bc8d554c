import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { NewCustodianForm } from './NewCustodianForm.tsx'
import type { VaultPlace } from './use-choose-vault.ts'
import { VaultHead } from './VaultHead.tsx'

type Props = { vault: VaultPlace; onBack(): void }

/** Name, 主口令 twice, and the vault is made. */
export function CreateForm({ vault, onBack }: Props) {
  const { start } = useStartText()
  const create = useApp((state) => state.create)
  const expectUnlock = useApp((state) => state.expectUnlock)
  return (
    <NewCustodianForm
      idPrefix="create"
      nameWords={{ label: start.custodianName, hint: start.custodianNameHint }}
      words={{
        passphrase: start.passphrase,
        repeat: start.confirmPassphrase,
        hint: start.passphraseHint,
        submit: start.createVault,
        submitting: start.creating,
      }}
      head={<VaultHead vault={vault} isNew />}
      otherActs={(isWorking) => (
        <button type="button" className="button" onClick={onBack} disabled={isWorking}>
          {start.back}
        </button>
      )}
      submit={({ name, passphrase }) => {
        expectUnlock()
        return create({ passphrase, custodianName: name })
      }}
    />
  )
}
