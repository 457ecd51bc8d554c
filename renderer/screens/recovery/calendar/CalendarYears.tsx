import { DeleteOutlined, ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CalendarYear } from '../../../../shared/calendar-notice.ts'
import { Tag, type TagLook } from '../../../components/StateTag.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useCaseAct } from '../use-case-act.ts'
import { DayRuns } from './DayRuns.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import './calendar.css'

const LOOKS: Readonly<Record<CalendarYear['source'], TagLook>> = {
  shipped: ['good', 'check'],
  imported: ['good', 'check'],
  estimated: ['due', 'question'],
}

/** 放假安排: how sure the working days of each year are, and importing a year's notice. */
export function CalendarYears() {
  const { recovery } = useText()
  const text = recovery.calendar
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const canWrite = useCanWrite()
  const { value: years } = useAnswer('calendar.list')
  const [isImporting, setImporting] = useState(false)
  return (
    <div className="screen-scroll calendar">
      <p className="soft">{text.text}</p>
      {canWrite && (
        <Button
          type="primary"
          icon={<ImportOutlined aria-hidden />}
          onClick={() => setImporting(true)}
        >
          {text.importNotice}
        </Button>
      )}
      <ul className="calendar-years">
        {(years ?? []).map(({ year, source, days, notice }) => (
          <li key={year} aria-label={text.year(year)}>
            <div className="clock-head">
              <h2>{text.year(year)}</h2>
              <Tag look={LOOKS[source]} word={text.source[source]} />
              {notice && (
                <span className="faint">
                  {text.noticeOf(notice.source, notice.importedOn, notice.person)}
                </span>
              )}
              {notice && canWrite && (
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={text.remove(year)}
                  onClick={() =>
                    void act(call('calendar.removeNotice', { id: notice.id }), text.removed(year))
                  }
                />
              )}
            </div>
            {source === 'estimated' && <p className="faint">{text.estimatedHint}</p>}
            {days.length > 0 && (
              <details>
                <summary>{text.days(days.filter(({ isOff }) => isOff).length)}</summary>
                <DayRuns days={days} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {isImporting && <NoticeDialog onClose={() => setImporting(false)} />}
    </div>
  )
}
