import { Button } from 'antd'
import { auditGroupOf } from '../../../shared/audit-groups.ts'
import type { AuditLine } from '../../../shared/views.ts'
import { DetailsHead, DetailsPane } from '../../components/DetailsPane.tsx'
import { Fact } from '../../components/Fact.tsx'
import { openRecord } from '../../frame/open-record.ts'
import { auditActionWords } from '../../i18n/audit-words.ts'
import { useText } from '../../i18n/text.ts'
import { useApp, useAppStore } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { auditClock } from './audit-columns.tsx'
import { detailWords } from './audit-lines.ts'

type Props = { line: AuditLine; onClose(): void; onAbout(recordId: string): void }

/** One entry in full, and the ways on: to its record, and to all that was done with it. */
export function EntryDetails({ line, onClose, onAbout }: Props) {
  const text = useText()
  const { audit, auditActions } = text
  const language = useApp((state) => state.preferences.language)
  const openLine = useOpenLine()
  const { recordId, title } = line
  const words = auditActionWords(auditActions, line.action)

  return (
    <DetailsPane label={audit.details(words)} isOpen onClose={onClose}>
      <DetailsHead title={words} closeWord={audit.closeDetails} onClose={onClose} />
      <dl className="details-list">
        <Fact name={audit.columns.at}>{auditClock(language).format(line.at)}</Fact>
        {line.isClockSetBack && (
          <Fact name={audit.clock.name}>
            <span className="audit-broken">{audit.clock.setBackText}</span>
          </Fact>
        )}
        <Fact name={audit.columns.who}>
          {line.custodianName === '' ? audit.formerCustodian : line.custodianName}
        </Fact>
        <Fact name={audit.columns.title}>
          {title ?? (recordId === undefined ? undefined : audit.goneRecord)}
        </Fact>
        <Fact name={audit.columns.details}>{detailWords(line.facts, text)}</Fact>
        {line.signature && (
          <Fact name={audit.signature.name}>
            {line.signature === 'wrong' ? (
              <span className="audit-broken">{audit.signature.wrongText}</span>
            ) : (
              audit.signature.right
            )}
          </Fact>
        )}
        <Fact name={audit.filterGroup}>{audit.group[auditGroupOf(line.action)]}</Fact>
        <Fact name={audit.sequence}>{line.sequence}</Fact>
      </dl>
      {recordId !== undefined && (
        <div className="audit-acts">
          {title !== undefined && (
            <Button size="small" onClick={() => openLine(recordId)}>
              {audit.openRecord}
            </Button>
          )}
          <Button size="small" onClick={() => onAbout(recordId)}>
            {audit.allAbout}
          </Button>
        </div>
      )}
    </DetailsPane>
  )
}

/** Goes to the record of an entry. */
function useOpenLine() {
  const store = useAppStore()
  const tell = useTell()
  return (recordId: string) => {
    const { call } = store.getState()
    call('records.read', { id: recordId }).then((record) => {
      const rowId =
        record.kind === 'domain'
          ? record.data.serviceId
          : record.kind === 'entity' || record.kind === 'service'
            ? record.id
            : undefined
      openRecord(store.getState(), {
        id: record.id,
        kind: record.kind,
        ...(rowId !== undefined && { rowId }),
      })
    }, tell.failed)
  }
}
