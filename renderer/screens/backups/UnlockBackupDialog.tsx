import type { BackupContents } from '../../../shared/backup-view.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { UnlockCopyDialog } from './UnlockCopyDialog.tsx'

type Props = { id?: string; onClose(): void; onOpened(contents: BackupContents): void }

/** Asks for the passphrase or kit of the time of the backup, and opens it. */
export function UnlockBackupDialog({ id, onClose, onOpened }: Props) {
  const { unlock } = useText().backups
  const call = useApp((state) => state.call)
  return (
    <UnlockCopyDialog
      title={unlock.title}
      text={unlock.text}
      passphraseLabel={unlock.passphrase}
      onClose={onClose}
      onOpen={async (secret) => {
        const contents = await call('backups.browse', { ...(id !== undefined && { id }), secret })
        if (contents !== undefined) onOpened(contents)
      }}
    />
  )
}
