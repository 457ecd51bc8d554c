import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { PaperView } from '../../../shared/document-views.ts'
import { viewOf } from '../../../shared/file-types.ts'
import { paperStanding } from '../../../shared/paper.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { PaperStandingTag } from './PaperStandingTag.tsx'
import './documents.css'

/** The papers of a filing or a person, beside what else is known of them. */
export function HolderPapers({ ids, none }: { ids: readonly string[]; none?: string }) {
  const { value } = useAnswer('documents.of', { ids: [...ids] })
  if (value === undefined) return null
  if (value.length === 0) return none === undefined ? null : <p className="faint">{none}</p>
  return (
    <ul className="holder-papers">
      {value.map((paper) => (
        <PaperLine key={paper.id} paper={paper} />
      ))}
    </ul>
  )
}

function PaperLine({ paper }: { paper: PaperView }) {
  const { documents } = useText()
  const go = useApp((state) => state.go)
  const showForm = useApp((state) => state.showForm)
  const { title, kind, validUntilOn, files } = paper.data
  const first = files.find(({ mediaType }) => viewOf(mediaType) !== undefined)
  return (
    <li>
      <button
        type="button"
        className="button-link ellipsis"
        title={title}
        onClick={() => go('documents', { recordId: paper.id })}
      >
        {title}
      </button>
      <span className="faint ellipsis">
        {documents.kind[kind]} · {validUntilOn ?? documents.forever}
      </span>
      <PaperStandingTag standing={paperStanding(paper.data, dayOf(Date.now()))} />
      {first !== undefined && (
        <Button
          size="small"
          type="text"
          icon={<EyeOutlined aria-hidden />}
          aria-label={documents.viewFile(first.name)}
          title={documents.view}
          onClick={() =>
            showForm({
              form: 'view-file',
              documentId: paper.id,
              attachmentId: first.attachmentId,
            })
          }
        />
      )}
    </li>
  )
}
