import { CloseOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
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
    <aside className="details" aria-label={documents.details(data.title)}>
      <header className="details-head">
        <h2 className="ellipsis" title={data.title}>
          {data.title}
        </h2>
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={documents.closeDetails}
          onClick={onClose}
        />
      </header>
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
        <Fact word={fields.kind}>{documents.kind[data.kind]}</Fact>
        <Fact word={documents.columns.holder}>
          {paper.holders.length === 0 ? common.notFilled : paper.holders.join(documents.separator)}
        </Fact>
        <Fact word={fields.issuedOn}>{data.issuedOn}</Fact>
        <Fact word={fields.validUntilOn}>{data.validUntilOn ?? documents.forever}</Fact>
        <Fact word={fields.sealState}>{documents.sealState[data.sealState]}</Fact>
        <Fact word={documents.columns.form}>{formWords(paper, documents)}</Fact>
        <Fact word={fields.paperPlace}>{data.paperPlace}</Fact>
        <Fact word={fields.copyCount}>{data.copyCount}</Fact>
        <Fact word={fields.notes}>{data.notes}</Fact>
      </dl>
    </aside>
  )
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  if (children === undefined || children === '') return null
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  )
}
