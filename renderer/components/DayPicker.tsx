import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { CalendarDay } from '../../shared/calendar-day.ts'

type Props = {
  id: string
  value: CalendarDay | undefined
  onChange(day: CalendarDay | undefined): void
  status?: '' | 'error' | 'warning'
  /** Days outside are not offered. */
  min?: CalendarDay
  max?: CalendarDay
  disabled?: boolean
}

/** A calendar day as text `YYYY-MM-DD`; never a moment, so no time zone can move it. */
export function DayPicker({ id, value, onChange, status = '', min, max, disabled = false }: Props) {
  return (
    <DatePicker
      id={id}
      className="control"
      value={value === undefined ? null : dayjs(value)}
      format={FORMATS}
      onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
      status={status}
      disabled={disabled}
      {...(min !== undefined && { minDate: dayjs(min) })}
      {...(max !== undefined && { maxDate: dayjs(max) })}
    />
  )
}

/** The first is shown, all are understood when typed. */
const FORMATS = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日']
