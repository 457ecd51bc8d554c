import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import type { BackupContents, BackupDifference } from '../../../shared/backup-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { BackupRecords } from './BackupRecords.tsx'
import { RestoreVaultDialog } from './RestoreVaultDialog.tsx'

const LOOKS: Readonly<Record<BackupDifference['difference'], TagLook>> = {
  'only-backup': ['danger', 'bar'],
  changed: ['due', 'half'],
  'only-now': ['quiet', 'ring'],
}

type Props = { contents: BackupContents; onClose(): void }

/** A backup that is open for reading: what differs from the vault now, and what of it is brought back. */
export function BackupView({ contents: opened, onClose }: Props) {
  const { backups } = useText()
  const { view } = backups
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const tell = useTell()
  const contents = useAnswer('backups.contents').value ?? opened
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isWorking, setWorking] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [shown, setShown] = useState<'differences' | 'all'>('differences')
  const canRestoreAll = useApp(({ status }) => {
    const session = status?.session
    return session?.mode !== 'read-only' && session?.scope === 'all'
  })
  const { differences, differenceCount } = contents
  const ids = differences
    .filter((one) => one.difference !== 'only-now' && chosen.has(one.recordId))
    .map(({ recordId }) => recordId)

  const restore = async () => {
    setWorking(true)
    try {
      const { undoToken, count } = await call('backups.restoreRecords', { ids })
      setChosen(new Set())
      tell.undoable(view.restored(count), undoToken)
    } catch (error) {
      tell.failed(error)
    } finally {
      setWorking(false)
    }
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  return (
    <>
      <ScreenHeader
        title={view.title(contents.fileName)}
        note={view.note(contents.revision, contents.nowRevision)}
      >
        <Button onClick={onClose}>{view.close}</Button>
        <Button danger disabled={!canRestoreAll} onClick={() => setAsking(true)}>
          {view.restoreAll}
        </Button>
        <Button
          type="primary"
          loading={isWorking}
          disabled={!canWrite || ids.length === 0}
          onClick={() => void restore()}
        >
          {view.restore(ids.length)}
        </Button>
      </ScreenHeader>
      <div className="screen-tools">
        <Segmented<typeof shown>
          value={shown}
          onChange={setShown}
          options={(['differences', 'all'] as const).map((value) => ({
            value,
            label: backups.shown[value],
          }))}
        />
      </div>
      {shown === 'all' && <BackupRecords />}
      <div className="screen-scroll backups-view" hidden={shown === 'all'}>
        {differences.length === 0 ? (
          <EmptyState drawing="checks" title={view.same} text={view.sameText} />
        ) : (
          <>
            <p className="soft">
              {view.lead}
              {differenceCount > differences.length &&
                ` ${view.capped(differences.length, differenceCount)}`}
            </p>
            <DifferenceTable differences={differences} chosen={chosen} onToggle={toggle} />
          </>
        )}
      </div>
      {isAsking && (
        <RestoreVaultDialog lostCount={differenceCount} onClose={() => setAsking(false)} />
      )}
    </>
  )
}

type TableProps = {
  differences: readonly BackupDifference[]
  chosen: ReadonlySet<string>
  onToggle(id: string): void
}

function DifferenceTable({ differences, chosen, onToggle }: TableProps) {
  const { view } = useText().backups
  return (
    <div className="settings-card">
      <table className="backup-table">
        <thead>
          <tr>
            <th scope="col" aria-label={view.choose('')} />
            <th scope="col">{view.record}</th>
            <th scope="col">{view.what}</th>
            <th scope="col">{view.thenNow}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <DifferenceRow
              key={one.recordId}
              difference={one}
              isChosen={chosen.has(one.recordId)}
              onToggle={() => onToggle(one.recordId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { difference: BackupDifference; isChosen: boolean; onToggle(): void }

function DifferenceRow({ difference: one, isChosen, onToggle }: RowProps) {
  const { backups, common } = useText()
  const { view } = backups
  const language = useApp((state) => state.preferences.language)
  const kinds: Readonly<Record<string, string>> = common.recordKind
  return (
    <tr>
      <td>
        {one.difference !== 'only-now' && (
          <Checkbox checked={isChosen} aria-label={view.choose(one.title)} onChange={onToggle} />
        )}
      </td>
      <td>
        {one.title}
        <span className="backup-small">
          {kinds[one.kind] ?? one.kind}
          {one.subject !== undefined && ` · ${one.subject}`}
        </span>
      </td>
      <td>
        <Tag
          look={LOOKS[one.difference]}
          word={one.isTrashed ? view.inTrash : view.difference[one.difference]}
        />
        {one.isSecretChanged && one.difference === 'changed' && (
          <span className="backup-small">{view.secret}</span>
        )}
      </td>
      <td className="soft">
        {one.backupUpdatedAt !== undefined && (
          <span className="backup-small">
            {view.inBackup(formatMoment(one.backupUpdatedAt, language))}
          </span>
        )}
        {one.nowUpdatedAt !== undefined && (
          <span className="backup-small">
            {view.rightNow(formatMoment(one.nowUpdatedAt, language))}
          </span>
        )}
      </td>
    </tr>
  )
}
