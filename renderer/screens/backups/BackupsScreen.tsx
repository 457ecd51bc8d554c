import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { BackupContents, BackupState } from '../../../shared/backup-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { Section, Setting } from '../../components/Setting.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useProgress } from '../../hooks/use-progress.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { BackupList } from './BackupList.tsx'
import { BackupView } from './BackupView.tsx'
import { DrillSection } from './DrillSection.tsx'
import { FormerOpeners } from './FormerOpeners.tsx'
import { UnlockBackupDialog } from './UnlockBackupDialog.tsx'
import { useBackupState } from './use-backup-state.ts'
import './backups.css'

/** 备份与演练: where backups go, which there are, what can be brought back, and what was tried. */
export function BackupsScreen() {
  const { backups, frame, merge } = useText()
  const go = useApp((state) => state.go)
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const tell = useTell()
  const { value: state, problem, reload } = useBackupState()
  /** What is to be unlocked: a backup by its id, or a file that is picked next. */
  const [asked, setAsked] = useState<{ id?: string }>()
  const [contents, setContents] = useState<BackupContents>()
  const [isMaking, setMaking] = useState(false)

  const close = () => {
    setContents(undefined)
    call('backups.endBrowse').catch(tell.failed)
  }

  if (contents !== undefined) return <BackupView contents={contents} onClose={close} />

  const make = async () => {
    setMaking(true)
    try {
      await call('backups.make')
      tell.said(backups.made)
    } catch (error) {
      tell.failed(error)
    } finally {
      setMaking(false)
      reload()
    }
  }
  const choose = () => {
    call('backups.chooseFolder').then(reload, tell.failed)
  }
  const isWorking = isMaking || state?.isWorking === true
  const hasFolder = state?.folder !== undefined
  const newest = state?.backups.find(({ place }) => place === 'here')

  return (
    <>
      <ScreenHeader
        title={frame.screens.backups}
        {...(state && { note: backups.note(state.backups.filter(isKept).length) })}
      >
        <Button onClick={() => go('settings')}>{backups.back}</Button>
        <Button onClick={() => setAsked({})}>{backups.browseFile}</Button>
        {canWrite && <Button onClick={() => go('merge')}>{merge.settingsOpen}</Button>}
        {hasFolder && (
          <Button
            type="primary"
            loading={isWorking}
            disabled={!canWrite}
            onClick={() => void make()}
          >
            {isWorking ? backups.making : backups.make}
          </Button>
        )}
      </ScreenHeader>
      <div className="screen-scroll">
        <div className="settings backups">
          {problem && <Problem error={problem} />}
          {state && !hasFolder && (
            <EmptyState drawing="documents" title={backups.empty.title} text={backups.empty.text}>
              <Button type="primary" disabled={!canWrite} onClick={choose}>
                {backups.empty.choose}
              </Button>
            </EmptyState>
          )}
          {state?.folder !== undefined && (
            <FolderSection state={state} folder={state.folder} onChange={choose} />
          )}
          {state?.former && (
            <FormerOpeners
              former={state.former}
              isMaking={isWorking}
              onMake={() => void make()}
              onRemoved={reload}
            />
          )}
          {state && state.backups.length > 0 && (
            <BackupList lines={state.backups} onBrowse={(id) => setAsked({ id })} />
          )}
          {state && (
            <DrillSection
              drills={state.drills}
              kits={state.kits}
              onOpenBackup={() => setAsked(newest === undefined ? {} : { id: newest.id })}
            />
          )}
        </div>
      </div>
      {asked && (
        <UnlockBackupDialog
          {...asked}
          onClose={() => setAsked(undefined)}
          onOpened={(found) => {
            setAsked(undefined)
            setContents(found)
          }}
        />
      )}
    </>
  )
}

function isKept({ place }: BackupState['backups'][number]): boolean {
  return place !== 'gone'
}

type FolderProps = { state: BackupState; folder: string; onChange(): void }

function FolderSection({ state, folder, onChange }: FolderProps) {
  const { backups, errors } = useText()
  const language = useApp((app) => app.preferences.language)
  const progress = useProgress('backup')
  const { failure } = state
  return (
    <Section title={backups.folderTitle} note={backups.rule}>
      <Setting
        label={folder}
        hint={
          state.isFolderHere ? (
            backups.folderHere
          ) : (
            <span className="setting-danger">{backups.folderAway}</span>
          )
        }
      >
        <Button onClick={onChange}>{backups.folderChange}</Button>
      </Setting>
      <Setting label={state.hasChanges ? backups.hasChanges : backups.upToDate}>
        {state.isWorking && (
          <span className="soft" role="status">
            {progress === undefined ? backups.making : backups.progress(progress.percent)}
          </span>
        )}
      </Setting>
      {failure && (
        <Alert
          type="warning"
          showIcon
          banner
          title={errors[failure.code]({}).title}
          description={backups.failed(
            formatMoment(failure.at, language),
            formatMoment(failure.retryAt, language),
          )}
        />
      )}
    </Section>
  )
}
