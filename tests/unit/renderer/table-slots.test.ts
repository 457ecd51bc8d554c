import { describe, expect, it } from 'vitest'
import { slotsOf, withSpares } from '../../../renderer/components/table-slots.ts'

const rows = [...'abcdefghij']
const SLOTS = 5
const view = (from: number, to: number, of = rows) => slotsOf(of, from, to, SLOTS)
const texts = (slots: ReturnType<typeof view>) => slots.map(({ row }) => row).join('')
const spares = (slots: ReturnType<typeof view>) => texts(slots.filter(({ isSpare }) => isSpare))

describe('the slots of a table', () => {
  it('are one for each row seen, and none beyond the last row', () => {
    expect(texts(view(2, 7))).toBe('cdefg')
    expect(texts(view(8, 13))).toBe('ij')
    expect(new Set(view(2, 7).map(({ slot }) => slot)).size).toBe(SLOTS)
  })

  it('keep what they show while a jump does not need them, for it is right where it is', () => {
    const after = withSpares(view(7, 9), view(0, 5), rows, SLOTS)
    expect(texts(after)).toBe('abhie')
    expect(spares(after)).toBe('')
  })

  it('are spare when other rows have come and nobody needs them', () => {
    const found = [...'cx']
    const after = withSpares(view(0, 2, found), view(0, 5), found, SLOTS)
    expect(texts(after.filter(({ isSpare }) => !isSpare))).toBe('cx')
    expect(spares(after)).toBe('cde')
  })

  it('are spare no more when the rows they show come back', () => {
    const none = withSpares([], view(0, 5), [], SLOTS)
    expect(spares(none)).toBe('abcde')
    expect(spares(withSpares(view(0, 2), none, rows, SLOTS))).toBe('')
  })

  it('are given up when the table has become lower', () => {
    expect(texts(withSpares([], view(0, 5), rows, 3))).toBe('abc')
  })
})
