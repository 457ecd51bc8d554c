import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPlaceholder,
  meaningOf,
  splitDomains,
  splitNameAndPhone,
} from '../../../electron/spreadsheet/cell-text.ts'
import { readDay, readSerial } from '../../../electron/spreadsheet/day-text.ts'
import { addDays, isCalendarDay } from '../../../shared/calendar-day.ts'

const day = (text: string, isDate1904 = false) => readDay(text, isDate1904).day

describe('a date in a cell', () => {
  it.each([
    '2019年3月5日',
    '2019/3/5',
    '2019/03/05',
    '2019.03.05',
    '2019-3-5',
    '20190305',
    '20190305143000',
    '2019-03-05 14:30:00',
    '2019-03-05T14:30:00Z',
    '2019/3/5 0:00',
    '2019年03月05日 14时30分',
    '2019 年 3 月 5 日',
    '２０１９年３月５日',
    '2019年3月5号',
    '19.3.5',
    '2019-3-5 (周二)',
    '3/5/2019 ',
    '43529',
    '43529.604',
  ])('%s is the fifth of March 2019', (text) => {
    expect(day(text)).toBe('2019-03-05')
  })

  it.each([
    '',
    '待定',
    '2019-13-01',
    '2019年2月30日',
    '5',
    '12345678901',
    '3.5',
    '2019',
    '20191340',
  ])('%j is none', (text) => {
    expect(readDay(text, false)).toEqual({})
  })

  it('is in doubt when only the month is told, or month and day may be swapped', () => {
    expect(readDay('2019年3月', false)).toEqual({ day: '2019-03-01', doubt: 'month' })
    expect(readDay('201903', false)).toEqual({ day: '2019-03-01', doubt: 'month' })
    expect(readDay('03/05/2019', false)).toEqual({ day: '2019-03-05', doubt: 'order' })
    expect(readDay('25/12/2019', false)).toEqual({ day: '2019-12-25' })
  })

  it('of a serial number counts from 1900 or from 1904', () => {
    expect(readSerial(61, false).day).toBe('1900-03-01')
    expect(readSerial(43529, false).day).toBe('2019-03-05')
    expect(readSerial(42067, true).day).toBe('2019-03-05')
    expect(readSerial(5, false)).toEqual({})
    expect(readSerial(9_999_999, false)).toEqual({})
  })

  it('comes back from every way of writing it', () => {
    const days = fc.integer({ min: 0, max: 50_000 }).map((count) => addDays('1990-01-01', count))
    fc.assert(
      fc.property(days, (one) => {
        const [y = '', m = '', d = ''] = one.split('-')
        const short = `${Number(m)}-${Number(d)}`
        for (const text of [
          one,
          `${y}年${Number(m)}月${Number(d)}日`,
          `${y}/${short.replace('-', '/')}`,
          `${y}.${m}.${d}`,
          `${y}${m}${d}`,
          `${one} 08:00:00`,
        ]) {
          expect(day(text)).toBe(one)
        }
      }),
    )
  })

  it('is a real day or nothing, whatever the text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日/.\- :]{1,12}$/))
    fc.assert(
      fc.property(texts, (text) => {
        const found = day(text)
        expect(found === undefined || isCalendarDay(found)).toBe(true)
      }),
    )
  })
})

describe('several domains in a cell', () => {
  it.each([
    ['a.example.com、b.example.com', ['a.example.com', 'b.example.com']],
    [
      'a.example.com，b.example.com;c.example.com；d.example.com',
      ['a', 'b', 'c', 'd'].map((x) => `${x}.example.com`),
    ],
    [
      'a.example.com b.example.com\r\nc.example.com',
      ['a', 'b', 'c'].map((x) => `${x}.example.com`),
    ],
    ['A.example.com/b.example.com', ['a.example.com', 'b.example.com']],
    ['https://a.example.com/index', ['https://a.example.com/index']],
    ['（a.example.com）', ['a.example.com']],
    ['a.example.com、a.example.com', ['a.example.com']],
    ['星河。example.com', ['星河。example.com']],
    ['无域名', []],
  ])('%j', (cell, expected) => {
    expect(splitDomains(cell)).toEqual(expected)
  })

  it('are found between any separators', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
    const name = label.map((one) => `${one}.example.com`)
    const separator = fc.constantFrom(
      ',',
      '，',
      ';',
      '；',
      '、',
      ' ',
      '\n',
      '\r\n',
      '\t',
      ' / ',
      '|',
      '　',
      '、\n',
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        separator,
        (names, between) => {
          expect(splitDomains(names.join(between))).toEqual(names)
        },
      ),
    )
  })
})

describe('a cell', () => {
  it.each(['', ' ', '-', '/', '无', '暂无', 'N/A', 'null', '——', '未知', '忘记了'])(
    '%j says that there is nothing',
    (text) => {
      expect(meaningOf(text)).toBeUndefined()
      expect(isPlaceholder(text)).toBe(true)
    },
  )

  it('loses blanks at its edges and the apostrophe that keeps digits as text', () => {
    expect(meaningOf('\u200b 张三\u3000')).toBe('张三')
    expect(meaningOf("'110105")).toBe('110105')
    expect(meaningOf("'quoted'")).toBe("'quoted'")
  })

  it.each([
    ['张三 13800138000', { name: '张三', phone: '13800138000' }],
    ['张三（138 0013 8000）', { name: '张三', phone: '13800138000' }],
    ['李四/电话：0571-87078277', { name: '李四', phone: '057187078277' }],
    ['13800138000', { phone: '13800138000' }],
    ['王五', { name: '王五' }],
  ])('%j holds a name and a phone', (text, expected) => {
    expect(splitNameAndPhone(text)).toEqual(expected)
  })
})
