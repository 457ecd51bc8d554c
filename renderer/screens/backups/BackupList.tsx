import { Button } from 'antd'
import { useState } from 'react'
import type { BackupLine, BackupPlace } from '../../../shared/backup-view.ts'
import { Section } from '../../components/Setting.tsx'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

const LOOKS: Readonly<Record<BackupPlace, TagLook>> = {
  here: ['good', 'check'],
  away: ['due', 'question'],
  missing: ['danger', 'triangle'],
  gone: ['quiet', 'bar'],
}

const SHOWN_AT_FIRST = 12

type Props = { lines: readonly BackupLine[]; onBrowse(id: string): void }

/** Every backup, newest first: where it is, who can open it, and what to do with it. */
export function BackupList({ lines, onBrowse }: Props) {
  const { backups } = useText()
  const [shownCount, setShownCount] = useState(SHOWN_AT_FIRST)
  const rest = lines.length - shownCount
  return (
    <Section title={backups.listTitle}>
      <table className="backup-table">
        <thead>
          <tr>
            <th scope="col">{backups.columns.when}</th>
            <th scope="col">{backups.columns.state}</th>
            <th scope="col">{backups.columns.openers}</th>
            <th scope="col" className="backup-number">
              {backups.columns.size}
            </th>
            <th scope="col" aria-label={backups.columns.acts} />
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shownCount).map((line) => (
            <BackupRow key={line.id} line={line} onBrowse={() => onBrowse(line.id)} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button type="link" onClick={() => setShownCount((count) => count + SHOWN_AT_FIRST)}>
          {backups.more(Math.min(rest, SHOWN_AT_FIRST))}
        </Button>
      )}
    </Section>
  )
}

function BackupRow({ line, onBrowse }: { line: BackupLine; onBrowse(): void }) {
  const { backups } = useText()
  const language = useApp((state) => state.preferences.language)
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const tell = useTell()
  const [isVerifying, setVerifying] = useState(false)

  const verify = async () => {
    setVerifying(true)
    try {
      await call('backups.verify', { id: line.id })
      tell.said(backups.verified)
    } catch (error) {
      tell.failed(error)
    } finally {
      setVerifying(false)
    }
  }

  return (
    <tr title={`${line.folder} / ${line.fileName}`}>
      <td>
        {formatMoment(line.madeAt, language)}
        <span className="backup-small">
          {backups.reason[line.reason]} · {backups.revision(line.revision)}
        </span>
      </td>
      <td>
        <Tag look={LOOKS[line.place]} word={backups.place[line.place]} />
        <span className="backup-small" title={backups.words(line.checkWords.join(' '))}>
          {line.isOlderGeneration
            ? backups.oldKeys
            : line.verifiedAt !== undefined &&
              backups.verifiedAt(formatMoment(line.verifiedAt, language))}
        </span>
      </td>
      <td>
        {line.openers.map(({ name, isFormer, hasOldKit }) => (
          <span key={name} className={isFormer ? 'backup-former' : 'backup-opener'}>
            {isFormer ? backups.former(name) : name}
            {hasOldKit && !isFormer && <span className="backup-small">{backups.oldKit(name)}</span>}
          </span>
        ))}
      </td>
      <td className="backup-number">{sizeWords(line.sizeBytes)}</td>
      <td className="backup-acts">
        {line.place !== 'gone' && (
          <>
            <Button
              size="small"
              loading={isVerifying}
              disabled={!canWrite || line.place !== 'here' || line.isOlderGeneration}
              {...(line.isOlderGeneration && { title: backups.oldKeysHint })}
              onClick={() => void verify()}
            >
              {backups.verify}
            </Button>
            <Button size="small" disabled={line.place !== 'here'} onClick={onBrowse}>
              {backups.browse}
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}

const KIB = 1024

function sizeWords(bytes: number): string {
  if (bytes < KIB * KIB) return `${Math.max(1, Math.round(bytes / KIB))} KB`
  return `${(bytes / KIB / KIB).toFixed(1)} MB`
}
