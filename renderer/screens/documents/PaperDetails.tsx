import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { DetailsHead, DetailsPane } from '../../components/DetailsPane.tsx'
import { Fact } from '../../components/Fact.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { formWords } from './columns.tsx'
import { PaperFiles } from './PaperFiles.tsx'
import { PaperStandingTag } from './PaperStandingTag.tsx'
import type { PaperRow } from './paper-rows.ts'

type Props = { row: PaperRow; onClose(): void; onTrash(ids: string[]): void }

/** The right side of 资料: everything known of one paper, and its files. */
export function PaperDetails({ row: { paper, standing }, onClose, onTrash }: Props) {
  const { documents, common } = useText()
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const { fields } = documents
  const { data } = paper

  return (
    <DetailsPane label={documents.details(data.title)} isOpen onClose={onClose}>
      <DetailsHead title={data.title} closeWord={documents.closeDetails} onClose={onClose} />
      <div className="details-tags">
        <PaperStandingTag standing={standing} />
      </div>
      {canWrite && (
        <div className="details-acts">
          <Button
            size="small"
            icon={<EditOutlined aria-hidden />}
            onClick={() => showForm({ form: 'record', kind: 'document', id: paper.id })}
          >
            {documents.edit}
          </Button>
          <Button
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => onTrash([paper.id])}
          >
            {documents.trash}
          </Button>
        </div>
      )}
      <PaperFiles paper={paper} />
      <dl className="details-list">
        <Fact name={fields.kind}>{documents.kind[data.kind]}</Fact>
        <Fact name={documents.columns.holder}>
          {paper.holders.length === 0 ? common.notFilled : paper.holders.join(documents.separator)}
        </Fact>
        <Fact name={fields.issuedOn}>{data.issuedOn}</Fact>
        <Fact name={fields.validUntilOn}>{data.validUntilOn ?? documents.forever}</Fact>
        <Fact name={fields.sealState}>{documents.sealState[data.sealState]}</Fact>
        <Fact name={documents.columns.form}>{formWords(paper, documents)}</Fact>
        <Fact name={fields.paperPlace}>{data.paperPlace}</Fact>
        <Fact name={fields.copyCount}>{data.copyCount}</Fact>
        <Fact name={fields.notes}>{data.notes}</Fact>
      </dl>
    </DetailsPane>
  )
}
