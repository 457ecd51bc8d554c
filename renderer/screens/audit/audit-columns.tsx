import { auditGroupOf, auditToneOf } from '../../../shared/audit-groups.ts'
import type { AuditLine } from '../../../shared/views.ts'
import type { Column } from '../../components/VirtualTable.tsx'
import { auditActionWords } from '../../i18n/audit-words.ts'
import type { Text } from '../../i18n/text.ts'
import { detailWords } from './audit-lines.ts'

/** A moment to the second as the clock in Shanghai shows it, in the order of day and month of the language. */
const CLOCK = {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
} as const

export function auditClock(language: string): Intl.DateTimeFormat {
  // Days before months, as everywhere else in the app's English.
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, CLOCK)
}

/** What was done, with a mark for its group and, where it matters, a colour. */
export function AuditAction({ line, words }: { line: AuditLine; words: string }) {
  const isForged = line.signature === 'wrong'
  const tone = isForged ? 'danger' : auditToneOf(line.action, line.facts?.['by'])
  const classes = ['audit-action', `audit-action-${auditGroupOf(line.action)}`]
  if (tone !== 'plain') classes.push(`audit-tone-${tone}`)
  return (
    <span className={classes.join(' ')} title={words}>
      {words}
    </span>
  )
}

export function auditColumns(text: Text, language: string): Column<AuditLine>[] {
  const { audit, auditActions } = text
  const clock = auditClock(language)
  return [
    {
      key: 'at',
      title: audit.columns.at,
      widthPx: 168,
      render: ({ at }) => clock.format(at),
    },
    {
      key: 'action',
      title: audit.columns.action,
      widthPx: 172,
      render: (line) => (
        <AuditAction line={line} words={auditActionWords(auditActions, line.action)} />
      ),
    },
    {
      key: 'title',
      title: audit.columns.title,
      render: ({ title, recordId }) => {
        if (title !== undefined) return <span title={title}>{title}</span>
        return recordId !== undefined && <span className="faint">{audit.goneRecord}</span>
      },
    },
    {
      key: 'details',
      title: audit.columns.details,
      render: ({ facts, signature, isClockSetBack }) => {
        const words = detailWords(facts, text)
        const marks = [
          ...(signature === 'wrong' ? [audit.signature.wrong] : []),
          ...(isClockSetBack ? [audit.clock.setBack] : []),
        ].join(' · ')
        return (
          <span className="soft" title={words}>
            {marks !== '' && <strong className="audit-broken">{marks}</strong>}
            {marks !== '' && words !== '' && ' · '}
            {words}
          </span>
        )
      },
    },
    {
      key: 'who',
      title: audit.columns.who,
      widthPx: 110,
      render: ({ custodianName }) =>
        custodianName === '' ? (
          <span className="faint">{audit.formerCustodian}</span>
        ) : (
          <span title={custodianName}>{custodianName}</span>
        ),
    },
  ]
}
