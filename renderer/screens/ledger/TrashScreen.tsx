import { App as AntApp, Button } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Preferences } from '../../../shared/preferences.ts'
import type { LedgerRecord, RecordKind } from '../../../shared/records/record.ts'
import { recordTitle } from '../../../shared/records/record-title.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { formatMoment } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import './ledger.css'

/** 回收站: what was deleted, to be restored or purged. */
export function TrashScreen() {
  const text = useText()
  const { ledger, common, frame } = text
  const language = useApp((state) => state.preferences.language)
  const call = useApp((state) => state.call)
  const { modal } = AntApp.useApp()
  const tell = useTell()
  const canWrite = useCanWrite()
  const records = useTrashed()
  const [chosenId, setChosenId] = useState<string>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => trashColumns(text, language), [text, language])
  const ids = ticked.size > 0 ? [...ticked] : chosenId === undefined ? [] : [chosenId]

  const restore = async () => {
    try {
      const { count, undoToken } = await call('records.restore', { ids })
      setTicked(new Set())
      tell.undoable(common.restored(count), undoToken)
    } catch (error) {
      tell.failed(error)
    }
  }
  const purge = () =>
    modal.confirm({
      title: ledger.trash.purgeTitle(ids.length),
      content: ledger.trash.purgeText,
      okText: ledger.trash.purge,
      okButtonProps: { danger: true },
      cancelText: common.cancel,
      onOk: async () => {
        try {
          const { count } = await call('records.purge', { ids })
          setTicked(new Set())
          setChosenId(undefined)
          tell.said(ledger.trash.purged(count))
        } catch (error) {
          tell.failed(error)
        }
      },
    })

  return (
    <>
      <ScreenHeader
        title={frame.screens.trash}
        {...(records && { note: common.items(records.length) })}
      >
        {canWrite && (
          <>
            <Button disabled={ids.length === 0} onClick={() => void restore()}>
              {ledger.trash.restore}
            </Button>
            <Button danger disabled={ids.length === 0} onClick={purge}>
              {ledger.trash.purge}
            </Button>
          </>
        )}
      </ScreenHeader>
      <div className="ledger-area">
        <VirtualTable
          label={frame.screens.trash}
          rows={records ?? []}
          idOf={idOf}
          columns={columns}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpen={setChosenId}
          ticked={ticked}
          onTick={setTicked}
          tickLabel={ledger.tick}
          empty={
            records && (
              <EmptyState
                drawing="trash"
                title={ledger.trash.empty}
                text={ledger.trash.emptyText}
              />
            )
          }
        />
      </div>
    </>
  )
}

function idOf(record: LedgerRecord): string {
  return record.id
}

/** Everything in the trash, latest first; absent until read. */
function useTrashed(): LedgerRecord[] | undefined {
  const { common } = useText()
  const call = useApp((state) => state.call)
  const changeCount = useApp((state) => state.changeCount)
  const [records, setRecords] = useState<LedgerRecord[]>()
  const tell = useTell()
  // `as`: Object.keys forgets the key's type; the dictionary has exactly the record kinds.
  const kinds = useMemo(() => Object.keys(common.recordKind) as RecordKind[], [common])

  const read = useCallback(async () => {
    const lists = await Promise.all(
      kinds.map((kind) => call('records.list', { kind, trashed: true })),
    )
    return lists.flat().sort((one, other) => (other.trashedAt ?? 0) - (one.trashedAt ?? 0))
  }, [call, kinds])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the ledger asks again
  useEffect(() => {
    let isStale = false
    read().then((found) => {
      if (!isStale) setRecords(found)
    }, tell.failed)
    return () => {
      isStale = true
    }
  }, [read, changeCount, tell])
  return records
}

function trashColumns(
  { ledger, common }: Text,
  language: Preferences['language'],
): Column<LedgerRecord>[] {
  return [
    {
      key: 'kind',
      title: ledger.trash.kind,
      widthPx: 150,
      render: ({ kind }) => <span className="soft">{common.recordKind[kind]}</span>,
    },
    {
      key: 'name',
      title: ledger.trash.name,
      render: (record) => <span title={recordTitle(record)}>{recordTitle(record)}</span>,
    },
    {
      key: 'trashedAt',
      title: ledger.trash.trashedAt,
      widthPx: 200,
      render: ({ trashedAt }) => trashedAt !== undefined && formatMoment(trashedAt, language),
    },
  ]
}
