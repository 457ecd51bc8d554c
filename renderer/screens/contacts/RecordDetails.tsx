import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { LedgerRow } from '../../../shared/ledger-row.ts'
import { DetailsHead, DetailsPane } from '../../components/DetailsPane.tsx'
import { Fact } from '../../components/Fact.tsx'
import { RecordActs } from '../../components/RecordActs.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { HolderPapers } from '../documents/HolderPapers.tsx'
import { useVerify } from '../reminders/use-act.ts'
import { roleWords } from './columns.tsx'
import { IdNumber } from './IdNumber.tsx'
import { StandingTag } from './StandingTag.tsx'
import type { TabRecord } from './standing.ts'
import type { TabRow } from './tab-rows.ts'

/** Filings named at most. */
const FILINGS_SHOWN = 8

type Props = { row: TabRow; onClose(): void; onTrash(ids: string[]): void }

/** The right side of 联系人: everything known of one person, firm or channel. */
export function RecordDetails({ row, onClose, onTrash }: Props) {
  const { contacts } = useText()
  const tell = useTell()
  const verify = useVerify()
  const { record, standing } = row
  const name = record.kind === 'channel' ? record.data.value : record.data.name

  return (
    <DetailsPane label={contacts.details(name)} isOpen onClose={onClose}>
      <DetailsHead title={name} closeWord={contacts.closeDetails} onClose={onClose} />
      <div className="details-tags">
        <StandingTag standing={standing} />
      </div>
      <RecordActs kind={record.kind} id={record.id} onTrash={onTrash}>
        {record.kind !== 'contact' && (
          <Button
            size="small"
            icon={<CheckOutlined aria-hidden />}
            title={contacts.verifyHint[record.kind]}
            onClick={() => verify(record.id).catch(tell.failed)}
          >
            {contacts.verifyNow}
          </Button>
        )}
      </RecordActs>
      <dl className="details-list">
        <Facts row={row} />
      </dl>
      {record.kind === 'contact' && <Papers contactId={record.id} />}
      <Filings record={record} />
    </DetailsPane>
  )
}

function Facts({ row }: { row: TabRow }) {
  const { contacts, common } = useText()
  const { columns, fields } = contacts
  const { record, belongs } = row
  switch (record.kind) {
    case 'contact': {
      const { data } = record
      return (
        <>
          <Fact name={columns.roles}>{roleWords(row, common.contactRole, contacts.separator)}</Fact>
          <Fact name={columns.belongs}>{belongs}</Fact>
          <Fact name={fields.post}>{data.post}</Fact>
          <Fact name={columns.phone}>{data.phone}</Fact>
          <Fact name={columns.email}>{data.email}</Fact>
          <Fact name={fields.idKind}>{data.idKind && common.idKind[data.idKind]}</Fact>
          <Fact name={fields.idNumber}>
            <IdNumber key={record.id} contactId={record.id} hasSecret={record.hasSecret} />
          </Fact>
          <Fact name={columns.idValid}>{data.idValidUntilOn}</Fact>
          <Fact name={fields.leftOn}>{data.leftOn}</Fact>
          <Fact name={fields.notes}>{data.notes}</Fact>
        </>
      )
    }
    case 'provider': {
      const { data } = record
      return (
        <>
          <Fact name={columns.roles}>
            {roleWords(row, common.providerRole, contacts.separator)}
          </Fact>
          <Fact name={columns.phone}>{data.phone}</Fact>
          <Fact name={columns.console}>{data.consoleUrl}</Fact>
          <Fact name={fields.address}>{data.address}</Fact>
          <Fact name={columns.verified}>
            {data.verifiedOn ?? contacts.standing['never-verified']}
          </Fact>
          <Fact name={fields.notes}>{data.notes}</Fact>
        </>
      )
    }
    case 'channel': {
      const { data } = record
      return (
        <>
          <Fact name={columns.kind}>{common.channelKind[data.kind]}</Fact>
          <Fact name={columns.holder}>{belongs}</Fact>
          <Fact name={columns.owner}>{data.owner}</Fact>
          <Fact name={columns.verified}>
            {data.verifiedOn ?? contacts.standing['never-verified']}
          </Fact>
          <Fact name={fields.notes}>{data.notes}</Fact>
        </>
      )
    }
  }
}

/** ID cards and other papers of a person. */
function Papers({ contactId }: { contactId: string }) {
  const { documents } = useText()
  return (
    <section aria-label={documents.drawer}>
      <h3>{documents.drawer}</h3>
      <HolderPapers ids={[contactId]} none={documents.noneHere} />
    </section>
  )
}

/** Filings of the person's entity, or that the firm gives access to. */
function Filings({ record }: { record: TabRecord }) {
  const { contacts } = useText()
  const rows = useApp((state) => state.rows)
  const go = useApp((state) => state.go)
  const openDrawer = useApp((state) => state.openDrawer)
  const filings = useMemo(() => {
    if (record.kind === 'channel') return []
    const { name } = record.data
    const isOfIt =
      record.kind === 'provider'
        ? (row: LedgerRow) => row.providerNames.includes(name)
        : (row: LedgerRow) => row.entityId === record.data.entityId || row.responsibleName === name
    return [...rows.values()].filter(isOfIt)
  }, [rows, record])
  if (filings.length === 0) return null
  return (
    <section aria-label={contacts.fields.usedBy}>
      <h3>{contacts.fields.usedBy}</h3>
      <ul className="details-filings">
        {filings.slice(0, FILINGS_SHOWN).map((row) => (
          <li key={row.id}>
            <button
              type="button"
              title={`${row.name} ${row.entityName}`}
              onClick={() => {
                go('ledger')
                openDrawer(row.id)
              }}
            >
              <span className="ellipsis">{row.name}</span>
              <span className="faint ellipsis">{row.filingNumber ?? row.entityName}</span>
            </button>
          </li>
        ))}
      </ul>
      {filings.length > FILINGS_SHOWN && (
        <span className="faint">{contacts.andMore(filings.length)}</span>
      )}
    </section>
  )
}
