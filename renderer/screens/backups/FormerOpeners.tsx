import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { FormerOpeners as Former } from '../../../shared/backup-view.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { RemoveFormerDialog } from './RemoveFormerDialog.tsx'

type Props = { former: Former; isMaking: boolean; onMake(): void; onRemoved(): void }

/** Backups that somebody who left can still open: a new one first, then these are removed. */
export function FormerOpeners({ former, isMaking, onMake, onRemoved }: Props) {
  const { backups, contacts } = useText()
  const canWrite = useCanWrite()
  const [isAsking, setAsking] = useState(false)
  const { names, removableIds, awayCount, hasNewer } = former
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={backups.formerTitle(names.join(contacts.separator), removableIds.length + awayCount)}
        description={
          <>
            {backups.formerText}
            {awayCount > 0 && ` ${backups.formerAway(awayCount)}`}
            <div className="backup-former-acts">
              {hasNewer ? (
                <Button
                  size="small"
                  danger
                  disabled={!canWrite || removableIds.length === 0}
                  onClick={() => setAsking(true)}
                >
                  {backups.formerRemove(removableIds.length)}
                </Button>
              ) : (
                <Button size="small" loading={isMaking} disabled={!canWrite} onClick={onMake}>
                  {backups.formerMake}
                </Button>
              )}
            </div>
          </>
        }
      />
      {isAsking && (
        <RemoveFormerDialog
          ids={removableIds}
          onClose={() => setAsking(false)}
          onRemoved={onRemoved}
        />
      )}
    </>
  )
}
