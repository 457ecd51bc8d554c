import { describe, expect, it } from 'vitest'
import { isImportable, readNotice } from '../../../shared/working-days/notice.ts'
import { SHIPPED_YEARS } from '../../../shared/working-days/shipped-years.ts'

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

const NOTICE_2024 = `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`

describe('a pasted 放假安排', () => {
  it.each([
    [2026, NOTICE_2026],
    [2024, NOTICE_2024],
  ])('of %i reads as the days that are shipped', (year, text) => {
    const read = readNotice(text)
    expect(read.year).toBe(year)
    expect(read.problems).toEqual([])
    const shipped = SHIPPED_YEARS.find((one) => one.year === year)?.days
    expect(read.days.map(({ day, isOff }) => [day, isOff])).toEqual(
      shipped?.map(({ day, isOff }) => [day, isOff]),
    )
  })

  it('reads two holidays in one, and full-width spaces and digits', () => {
    const read = readNotice(
      '２０２５年部分节假日安排　七、国庆节、中秋节：１０月１日（周三）至８日（周三）放假调休，共８天。９月２８日（周日）、10月11日（周六）上班。',
    )
    expect(read.days).toHaveLength(10)
    expect(read.days[0]).toEqual({ day: '2025-09-28', isOff: false, name: '国庆节、中秋节' })
    expect(isImportable(read)).toBe(true)
  })

  it('reads a 元旦 that begins in December as the year before', () => {
    const read = readNotice(
      '2027年部分节假日安排 一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。12月27日（周日）上班。',
    )
    expect(read.days).toEqual([
      { day: '2026-12-27', isOff: false, name: '元旦' },
      { day: '2026-12-31', isOff: true, name: '元旦' },
      { day: '2027-01-01', isOff: true, name: '元旦' },
      { day: '2027-01-02', isOff: true, name: '元旦' },
    ])
    expect(isImportable(read)).toBe(true)
  })

  it('reads the JSON of holiday-cn', () => {
    const days = [
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2027-01-03', isOffDay: false },
      { name: '坏的', date: '2027-02-30', isOffDay: true },
    ]
    const read = readNotice(JSON.stringify({ $schema: 'x', year: 2027, papers: [], days }))
    expect(read.year).toBe(2027)
    expect(read.days).toEqual([
      { day: '2027-01-01', isOff: true, name: '元旦' },
      { day: '2027-01-03', isOff: false, name: '元旦' },
    ])
    expect(read.problems.map(({ code, facts }) => [code, facts['name']])).toContainEqual([
      'holiday-missing',
      '春节',
    ])
  })

  it.each([
    ['a wrong count', '2027年节假日 一、元旦：1月1日至3日放假，共4天。', 'count-differs'],
    ['a wrong weekday', '2027年节假日 一、元旦：1月1日（周四）放假。', 'weekday-differs'],
    ['work on a weekday', '2027年节假日 一、元旦：1月1日放假。1月4日上班。', 'makeup-on-weekday'],
    ['no year', '一、元旦：1月1日放假。', 'nothing-found'],
    ['no notice', '今天天气很好。', 'nothing-found'],
    ['a broken JSON', '{"year": 2027, "days": [', 'nothing-found'],
    [
      'a day of another year',
      '{"year":2027,"days":[{"name":"元旦","date":"2029-01-01","isOffDay":true}]}',
      'outside-year',
    ],
  ])('with %s is not taken', (_name, text, code) => {
    const read = readNotice(text)
    expect(read.problems.filter((one) => one.isSerious).map((one) => one.code)).toContain(code)
    expect(isImportable(read)).toBe(false)
  })

  it('tells where it differs from what is shipped', () => {
    const read = readNotice(NOTICE_2026.replace('10月10日（周六）', '10月11日（周日）'))
    const differing = read.problems.filter((one) => one.code === 'differs-from-shipped')
    expect(differing.map((one) => one.facts['day'])).toEqual(['2026-10-10', '2026-10-11'])
    expect(isImportable(read)).toBe(true)
  })
})
