import { Button } from 'antd'
import { Section, Setting } from '../../components/Setting.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useBackupState } from './use-backup-state.ts'

/** The line of 设置 that tells where backups go and leads to them. */
export function BackupSetting() {
  const { backups, merge } = useText()
  const go = useApp((state) => state.go)
  const canWrite = useCanWrite()
  const { value: state } = useBackupState()
  return (
    <Section title={backups.settingsTitle}>
      <Setting
        label={backups.settingsLabel}
        hint={
          state?.folder === undefined ? (
            state && <span className="setting-danger">{backups.settingsNone}</span>
          ) : (
            <>
              {backups.settingsFolder(state.folder)}
              {!state.isFolderHere && (
                <span className="setting-danger"> {backups.settingsAway}</span>
              )}
            </>
          )
        }
      >
        <Button onClick={() => go('backups')}>{backups.settingsOpen}</Button>
      </Setting>
      {canWrite && (
        <Setting label={merge.settingsLabel} hint={merge.settingsHint}>
          <Button onClick={() => go('merge')}>{merge.settingsOpen}</Button>
        </Setting>
      )}
    </Section>
  )
}
