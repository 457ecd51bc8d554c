import { useMemo, useState } from 'react'
import type { BackupRecordLine } from '../../../shared/backup-view.ts'
import { DetailsHead } from '../../components/DetailsHead.tsx'
import { DetailsPane } from '../../components/DetailsPane.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { textColumn } from '../../components/text-column.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useOpenRow } from '../../hooks/use-open-row.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { fieldName, valueWords } from '../merge/field-words.ts'

/** Everything that is in an open backup, to be searched and looked at. Nothing of it can be changed. */
export function BackupRecords() {
  const { backups, common } = useText()
  const { all } = backups
  const language = useApp((state) => state.preferences.language)
  const [query, setQuery] = useState('')
  const list = useOpenRow()
  const { value, problem } = useAnswer('backups.records', { query })
  const columns = useMemo(() => {
    const kinds: Readonly<Record<string, string>> = common.recordKind
    return [
      textColumn<BackupRecordLine>('title', backups.view.record, ({ title }) => title),
      textColumn<BackupRecordLine>('kind', all.kind, ({ kind }) => kinds[kind] ?? kind, 130),
      textColumn<BackupRecordLine>('subject', all.subject, ({ subject }) => subject),
      textColumn<BackupRecordLine>(
        'updated',
        all.updated,
        ({ isTrashed, updatedAt }) =>
          isTrashed ? backups.view.inTrash : formatMoment(updatedAt, language),
        170,
      ),
    ]
  }, [backups, all, common, language])
  const records = value?.records ?? []

  return (
    <>
      <div className="screen-tools">
        <SearchField
          label={all.search}
          hint={all.searchHint}
          value={query}
          onChange={(text) => setQuery(text)}
        />
        {value && <span className="faint">{all.count(records.length, value.total)}</span>}
      </div>
      {problem && <Problem error={problem} />}
      <div className="list-and-details">
        <VirtualTable
          label={all.title}
          rows={records}
          idOf={idOf}
          columns={columns}
          {...list.table}
          empty={value && <EmptyState drawing="search" title={all.empty} text={all.emptyText} />}
        />
        {list.openId !== undefined && (
          <RecordInBackup key={list.openId} id={list.openId} onClose={list.close} />
        )}
      </div>
    </>
  )
}

function idOf({ recordId }: BackupRecordLine): string {
  return recordId
}

function RecordInBackup({ id, onClose }: { id: string; onClose(): void }) {
  const text = useText()
  const { backups, common } = text
  const language = useApp((state) => state.preferences.language)
  const { value: record, problem } = useAnswer('backups.record', { id })
  const kinds: Readonly<Record<string, string>> = common.recordKind
  return (
    <DetailsPane label={backups.all.details} isOpen onClose={onClose}>
      {problem && <Problem error={problem} />}
      {record && (
        <>
          <DetailsHead title={record.title} onClose={onClose} />
          <div className="details-tags faint">{kinds[record.kind] ?? record.kind}</div>
          <dl className="details-list">
            {record.fields.map(({ name, value }) => (
              <FieldLine
                key={name}
                name={fieldName(text, name)}
                words={valueWords(text, language, {
                  kind: record.kind,
                  name,
                  value,
                  names: record.names,
                })}
              />
            ))}
          </dl>
          {record.hasSecret && <p className="faint">{backups.all.secret}</p>}
        </>
      )}
    </DetailsPane>
  )
}

function FieldLine({ name, words }: { name: string; words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  )
}
