import { describe, expect, test } from 'vitest'
import {
  countFilters,
  firstDecisions,
  forAll,
  movedEntries,
  plannedLines,
  planOf,
  shownLines,
  withDuplicates,
} from '../../../renderer/screens/exchange/foreign-plan.ts'
import type { ForeignLine } from '../../../shared/exchange.ts'

const ENTITY = 'a'.repeat(32)
const SERVICE = 'b'.repeat(32)

function line(index: number, changes: Partial<ForeignLine> = {}): ForeignLine {
  return {
    index,
    title: `条目 ${index}`,
    group: '公司 / 备案',
    hasPassword: true,
    hasTotp: false,
    pastCount: 0,
    privateParts: [],
    files: [],
    isTrashed: false,
    kind: 'other',
    target: {},
    ...changes,
  }
}

const known = { id: SERVICE, label: '已有', isSameValue: false }
const LINES = [
  line(0),
  line(1, { isTrashed: true }),
  line(2, { duplicate: known, target: { entityId: ENTITY } }),
  line(3, { privateParts: [{ part: 'notes' }], account: 'someone' }),
]

describe('what is decided of entries', () => {
  test('as suggested: trashed ones stay behind, known ones are skipped', () => {
    const decisions = firstDecisions(LINES)
    const planned = plannedLines(LINES, decisions)
    expect(planned.map(({ action }) => action)).toEqual(['create', 'left-out', 'skip', 'create'])
    expect(planOf(planned, decisions).choices.map(({ index }) => index)).toEqual([0, 3])
    expect(countFilters(planned)).toMatchObject({
      all: 4,
      unplaced: 3,
      placed: 1,
      duplicate: 1,
      private: 1,
      left: 0,
    })
  })

  test('a choice of its own beats the one for all', () => {
    const decisions = {
      ...firstDecisions(LINES),
      duplicates: 'keep-both' as const,
      choices: { 2: 'update' as const },
    }
    const planned = plannedLines(LINES, decisions)
    expect(planOf(planned, decisions).choices[1]).toEqual({
      index: 2,
      kind: 'other',
      duplicate: 'update',
      entityId: ENTITY,
    })
  })

  test('all that are listed are placed at once, and only those are looked at again', () => {
    const before = firstDecisions(LINES)
    const shown = shownLines(plannedLines(LINES, before), 'all', 'SOMEONE')
    expect(shown.map((one) => one.line.index)).toEqual([3])
    const target = { entityId: ENTITY, serviceId: SERVICE }
    const after = { ...before, targets: forAll(before.targets, shown, target) }
    expect(plannedLines(LINES, after)[3]?.target).toEqual(target)
    expect(movedEntries(LINES, before, after)).toEqual([{ index: 3, kind: 'other', ...target }])
    expect(movedEntries(LINES, after, after)).toEqual([])
  })

  test('an entry that moved may become known, or cease to be', () => {
    const preview = { fileName: 'a', format: 'kdbx' as const, lines: LINES }
    const { lines } = withDuplicates(preview, [{ index: 0, duplicate: known }, { index: 2 }])
    expect(lines.map(({ duplicate }) => duplicate?.label)).toEqual([
      '已有',
      undefined,
      undefined,
      undefined,
    ])
  })
})
