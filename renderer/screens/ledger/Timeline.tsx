import { useState } from 'react'
import type { AuditLine } from '../../../shared/views.ts'
import { auditActionWords } from '../../i18n/audit-words.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

const FIRST_LINES = 6

/** What happened to a filing's records, newest first. */
export function Timeline({ lines }: { lines: readonly AuditLine[] }) {
  const { ledger, auditActions } = useText()
  const language = useApp((state) => state.preferences.language)
  const [isWhole, setWhole] = useState(false)
  if (lines.length === 0) return <p className="faint">{ledger.drawer.noTimeline}</p>
  return (
    <ol className="timeline">
      {lines.slice(0, isWhole ? undefined : FIRST_LINES).map((line) => (
        <li key={line.sequence}>
          <time className="faint">{formatMoment(line.at, language)}</time>
          <span>{auditActionWords(auditActions, line.action)}</span>
          <span className="faint ellipsis" title={line.title}>
            {line.title}
          </span>
          <span className="faint">{line.custodianName}</span>
        </li>
      ))}
      {!isWhole && lines.length > FIRST_LINES && (
        <li>
          <button type="button" className="button-link" onClick={() => setWhole(true)}>
            {ledger.drawer.showAll(lines.length)}
          </button>
        </li>
      )}
    </ol>
  )
}
