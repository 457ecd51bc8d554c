import { DetailsHead, DetailsPane } from '../../components/DetailsPane.tsx'
import { Fact } from '../../components/Fact.tsx'
import { RecordActs } from '../../components/RecordActs.tsx'
import { useText } from '../../i18n/text.ts'
import { formWords } from './columns.tsx'
import { PaperFiles } from './PaperFiles.tsx'
import { PaperStandingTag } from './PaperStandingTag.tsx'
import type { PaperRow } from './paper-rows.ts'

type Props = { row: PaperRow; onClose(): void; onTrash(ids: string[]): void }

/** The right side of 资料: everything known of one paper, and its files. */
export function PaperDetails({ row: { paper, standing }, onClose, onTrash }: Props) {
  const { documents, common } = useText()
  const { fields } = documents
  const { data } = paper

  return (
    <DetailsPane label={documents.details(data.title)} isOpen onClose={onClose}>
      <DetailsHead title={data.title} closeWord={documents.closeDetails} onClose={onClose} />
      <div className="details-tags">
        <PaperStandingTag standing={standing} />
      </div>
      <RecordActs kind="document" id={paper.id} onTrash={onTrash} />
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
