import { useEffect } from 'react'
import type { BackupState } from '../../../shared/backup-view.ts'
import { type Answer, useAnswer } from '../../hooks/use-answer.ts'
import { useClient } from '../../state/app-context.ts'

/** Where backups stand, asked again when one was made or failed. */
export function useBackupState(): Answer<BackupState> {
  const client = useClient()
  const answer = useAnswer('backups.state')
  const { reload } = answer
  useEffect(
    () =>
      client.listen((event) => {
        if (event.event === 'backups-changed') reload()
      }),
    [client, reload],
  )
  return answer
}
