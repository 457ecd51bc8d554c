import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { dayOf } from '../../../../shared/calendar-day.ts'
import { enReport } from '../../../../shared/reports/en.ts'
import { LEDGER_COLUMNS, type LedgerColumn } from '../../../../shared/reports/ledger-columns.ts'
import { REPORT_KINDS, REPORT_LANGUAGES } from '../../../../shared/reports/report.ts'
import { zhReport } from '../../../../shared/reports/zh.ts'
import { DayPicker } from '../../../components/DayPicker.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useText } from '../../../i18n/text.ts'
import { Problem } from '../../../start/Problem.tsx'
import { useApp } from '../../../state/app-context.ts'
import { ReportActs, ReportUnderWay } from './ReportActs.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import {
  choiceOf,
  firstDraft,
  OF_A_DAY,
  REPORT_PERIODS,
  type ReportDraft,
} from './report-choice.ts'
import './reports.css'

/** 报告: chosen at the left, shown at the right as it will be on paper. */
export function ReportsView() {
  const { reports } = useText()
  const language = useApp((state) => state.preferences.language)
  const [draft, setDraft] = useState<ReportDraft>(() => firstDraft(language))
  const choice = useMemo(() => choiceOf(draft, dayOf(Date.now())), [draft])
  const { value: report, problem } = useAnswer('reports.preview', choice)
  const change = (changes: Partial<ReportDraft>) => setDraft({ ...draft, ...changes })

  return (
    <div className="reports">
      <aside className="reports-choice">
        <div className="reports-kinds" role="radiogroup" aria-label={reports.choose}>
          {REPORT_KINDS.map((kind) => (
            <label key={kind} className="reports-kind">
              <input
                type="radio"
                name="report-kind"
                checked={draft.kind === kind}
                onChange={() => change({ kind })}
              />
              <span>
                <strong>{reports.kind[kind]}</strong>
                <span className="faint">{reports.about[kind]}</span>
              </span>
            </label>
          ))}
        </div>
        {!OF_A_DAY.includes(draft.kind) && <PeriodChoice draft={draft} onChange={change} />}
        {draft.kind === 'ledger' && <ColumnChoice draft={draft} onChange={change} />}
        <div className="reports-field">
          <span>{reports.language}</span>
          <Segmented
            aria-label={reports.language}
            size="small"
            value={draft.language}
            options={REPORT_LANGUAGES.map((value) => ({ value, label: reports.languages[value] }))}
            onChange={(chosen) => change({ language: chosen })}
          />
        </div>
        <ReportActs choice={choice} />
      </aside>
      <div className="reports-view">
        <ReportUnderWay />
        {problem && <Problem error={problem} />}
        {report !== undefined && choice !== undefined && <ReportPreview report={report} />}
      </div>
    </div>
  )
}

type ChoiceProps = { draft: ReportDraft; onChange(changes: Partial<ReportDraft>): void }

function PeriodChoice({ draft, onChange }: ChoiceProps) {
  const { reports } = useText()
  return (
    <div className="reports-field">
      <label htmlFor="report-period">{reports.period}</label>
      <Select
        id="report-period"
        size="small"
        value={draft.period}
        options={REPORT_PERIODS.map((value) => ({ value, label: reports.periods[value] }))}
        onChange={(period) => onChange({ period })}
      />
      {draft.period === 'custom' && (
        <div className="reports-days">
          <label htmlFor="report-from">{reports.from}</label>
          <DayPicker
            id="report-from"
            value={draft.fromOn}
            {...(draft.toOn !== undefined && { max: draft.toOn })}
            onChange={(fromOn) => onChange({ fromOn })}
          />
          <label htmlFor="report-to">{reports.to}</label>
          <DayPicker
            id="report-to"
            value={draft.toOn}
            {...(draft.fromOn !== undefined && { min: draft.fromOn })}
            onChange={(toOn) => onChange({ toOn })}
          />
        </div>
      )}
    </div>
  )
}

function ColumnChoice({ draft, onChange }: ChoiceProps) {
  const { reports } = useText()
  const { columns } = (draft.language === 'en' ? enReport : zhReport).ledger
  return (
    <div className="reports-field">
      <label htmlFor="report-columns">{reports.columns}</label>
      <Select<LedgerColumn[]>
        id="report-columns"
        mode="multiple"
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        value={[...draft.columns]}
        status={draft.columns.length === 0 ? 'error' : ''}
        placeholder={reports.columnsHint}
        options={LEDGER_COLUMNS.map((value) => ({ value, label: columns[value] }))}
        onChange={(chosen) => onChange({ columns: chosen })}
      />
    </div>
  )
}
