import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { CREDENTIAL_STATES, type CredentialState } from '../../../shared/credential-state.ts'
import type { CredentialView } from '../../../shared/views.ts'
import { DetailsPane } from '../../components/DetailsPane.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { CredentialStateTag } from '../../components/StateTag.tsx'
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useTrash } from '../../hooks/use-trash.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { ForeignImport } from '../exchange/ForeignImport.tsx'
import { CredentialCard } from './CredentialCard.tsx'
import { countStates, shownCredentials } from './shown-credentials.ts'
import './credentials.css'

/** 凭据: every password and account, worst first, with the chosen one beside the list. */
export function CredentialsScreen() {
  const text = useText()
  const { credentials: words, common, frame, exchange } = text
  const target = useApp((state) => state.target)
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const { value: all } = useAnswer('credentials.list')
  const [isImporting, setImporting] = useState(false)
  const [query, setQuery] = useState('')
  const [state, setState] = useState<CredentialState | undefined>(stateOf(target.filter))
  const [chosenId, setChosenId] = useState(target.recordId)
  // Opened, not only chosen: in a narrow window the details then take the place of the list.
  const [isOpen, setOpen] = useState(target.recordId !== undefined)
  const close = useCallback(() => setOpen(false), [])
  const trash = useTrash(close)

  useEffect(() => {
    if (target.recordId !== undefined) setChosenId(target.recordId)
    // Coming here by the navigation again shows the list.
    setOpen(target.recordId !== undefined)
    setState(stateOf(target.filter))
  }, [target])

  const columns = useMemo(() => credentialColumns(text), [text])
  const rows = useMemo(() => shownCredentials(all ?? [], query, state), [all, query, state])
  const counts = useMemo(() => countStates(all ?? []), [all])
  const chosen = all?.find(({ id }) => id === chosenId)

  return (
    <>
      <ScreenHeader
        title={frame.screens.credentials}
        {...(all !== undefined && { note: common.items(rows.length) })}
      >
        <Button
          icon={<ImportOutlined aria-hidden />}
          disabled={!canWrite}
          title={exchange.openHint}
          onClick={() => setImporting(true)}
        >
          {exchange.open}
        </Button>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={!canWrite}
          onClick={() => showForm({ form: 'record', kind: 'credential' })}
        >
          {words.create}
        </Button>
      </ScreenHeader>
      {isImporting && <ForeignImport onClose={() => setImporting(false)} />}
      <div className="screen-tools">
        <SearchField
          label={words.search}
          hint={words.searchHint}
          value={query}
          onChange={(query) => setQuery(query)}
        />
        <div className="state-filter">
          <button
            type="button"
            aria-pressed={state === undefined}
            onClick={() => setState(undefined)}
          >
            {words.anyState}
          </button>
          {CREDENTIAL_STATES.filter((known) => counts[known] > 0).map((known) => (
            <button
              key={known}
              type="button"
              aria-pressed={state === known}
              onClick={() => setState(state === known ? undefined : known)}
            >
              <CredentialStateTag state={known} /> {counts[known]}
            </button>
          ))}
        </div>
      </div>
      <div className="list-and-details">
        <VirtualTable
          label={frame.screens.credentials}
          rows={rows}
          idOf={idOf}
          columns={columns}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpen={(id) => {
            setChosenId(id)
            setOpen(true)
          }}
          {...(canWrite && { onDelete: (ids: string[]) => void trash(ids) })}
          empty={all !== undefined && <NoCredentials isEmpty={all.length === 0} />}
        />
        {all !== undefined && all.length > 0 && (
          <DetailsPane
            label={chosen?.data.label ?? words.pick}
            isOpen={isOpen && chosen !== undefined}
            onClose={close}
            isWide
          >
            {chosen === undefined ? (
              <EmptyState drawing="key" title={words.pick} text={words.pickText} />
            ) : (
              <ChosenCredential credential={chosen} />
            )}
          </DetailsPane>
        )}
      </div>
    </>
  )
}

function ChosenCredential({ credential }: { credential: CredentialView }) {
  const { credentials: words } = useText()
  const rows = useApp((state) => state.rows)
  const go = useApp((state) => state.go)
  const openDrawer = useApp((state) => state.openDrawer)
  const { serviceId, entityId, kind } = credential.data
  const rowId = [serviceId, entityId].find((id) => id !== undefined && rows.has(id))
  return (
    <div className="credential-chosen">
      <CredentialCard key={credential.id} credential={credential} isWithSubject />
      {kind === 'filing-password' && <p className="field-hint">{words.layerHint.filing}</p>}
      {kind === 'provider-side-password' && (
        <p className="field-hint">{words.layerHint.provider}</p>
      )}
      {rowId !== undefined && (
        <button
          type="button"
          className="button-link"
          onClick={() => {
            go('ledger')
            openDrawer(rowId)
          }}
        >
          {words.goToFiling}
        </button>
      )}
    </div>
  )
}

function NoCredentials({ isEmpty }: { isEmpty: boolean }) {
  const { credentials: words } = useText()
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  if (!isEmpty) {
    return <EmptyState drawing="search" title={words.empty.none} text={words.empty.noneText} />
  }
  return (
    <EmptyState drawing="key" title={words.empty.title} text={words.empty.text}>
      {canWrite && (
        <Button onClick={() => showForm({ form: 'record', kind: 'credential' })}>
          {words.empty.createFirst}
        </Button>
      )}
    </EmptyState>
  )
}

function idOf(credential: CredentialView): string {
  return credential.id
}

function stateOf(filter: string | undefined): CredentialState | undefined {
  return CREDENTIAL_STATES.find((state) => state === filter)
}

function credentialColumns({ credentials: words, common }: Text): Column<CredentialView>[] {
  return [
    {
      key: 'label',
      title: words.columns.label,
      render: ({ data }) => <span title={data.label}>{data.label}</span>,
    },
    {
      key: 'kind',
      title: words.columns.kind,
      widthPx: 112,
      render: ({ data }) => <span className="soft">{common.credentialKind[data.kind]}</span>,
    },
    {
      key: 'subject',
      title: words.columns.subject,
      render: ({ subject }) => <span title={subject}>{subject}</span>,
    },
    {
      key: 'state',
      title: words.columns.state,
      widthPx: 108,
      render: ({ state }) => <CredentialStateTag state={state} />,
    },
    { key: 'due', title: words.columns.due, widthPx: 98, render: ({ dueOn }) => dueOn },
  ]
}
