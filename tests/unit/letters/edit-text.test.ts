import { describe, expect, it } from 'vitest'
import { fromEditText, toEditText } from '../../../shared/letters/edit-text.ts'
import type { Piece } from '../../../shared/letters/filled-letter.ts'
import { chineseDay, chineseNumber, termEnd } from '../../../shared/letters/letter-rules.ts'

const PIECES: Piece[] = [
  { text: '因' },
  { text: '', blank: { name: 'reason', label: '原因', state: 'missing' } },
  { text: '，我单位现委托' },
  { text: '林备安', blank: { name: 'agent.name', label: '受托人姓名', state: 'filled' } },
  { text: '（证件号码' },
  { text: '', blank: { name: 'agent.idNumber', label: '受托人证件号码', state: 'sealed' } },
  { text: '）办理。' },
]

describe('editing a paragraph', () => {
  it('shows what is filled as it reads and what is empty by its name', () => {
    expect(toEditText(PIECES)).toBe(
      '因【原因】，我单位现委托林备安（证件号码【受托人证件号码】）办理。',
    )
  })

  it('keeps its blanks wherever their filling still stands', () => {
    const edited = '兹因【原因】，特委托我单位林备安（证件号码【受托人证件号码】）全权办理。'
    expect(fromEditText(edited, PIECES)).toBe(
      '兹因{reason}，特委托我单位{agent.name}（证件号码{agent.idNumber}）全权办理。',
    )
  })

  it('loses a blank that was written over or taken out', () => {
    expect(fromEditText('因公司搬迁，委托林备安办理。', PIECES)).toBe(
      '因公司搬迁，委托{agent.name}办理。',
    )
  })

  it('takes a brace that was typed for no blank', () => {
    expect(fromEditText('{entity.name}', [])).toBe('｛entity.name｝')
  })
})

describe('numbers and days of the papers', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [21, '二十一'],
  ])('writes %i as %s', (count, words) => {
    expect(chineseNumber(count)).toBe(words)
  })

  it('writes days in Chinese and ends a year the day before', () => {
    expect(chineseDay('2026-01-05')).toBe('2026年1月5日')
    expect(termEnd('2026-01-01', 12)).toBe('2026-12-31')
    expect(termEnd('2026-11-22', 3)).toBe('2027-02-21')
  })
})
