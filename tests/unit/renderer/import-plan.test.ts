import { describe, expect, it } from 'vitest'
import { leaveOut } from '../../../renderer/components/wizard/left-out.ts'
import {
  actionOf,
  columnLetters,
  countActions,
  countFilters,
  type Decisions,
  namesFilings,
  planOf,
  shownRows,
} from '../../../renderer/screens/import/import-plan.ts'
import type { ImportMapping, ImportPreviewRow } from '../../../shared/import.ts'

const row = (number: number, more: Partial<ImportPreviewRow> = {}): ImportPreviewRow => ({
  row: number,
  entityName: `示例公司${number}`,
  domains: [`site${number}.example.com`],
  hasPassword: false,
  findings: [],
  isRefused: false,
  canMend: false,
  ...more,
})
const warning = { severity: 'warning', code: 'mobile-virtual', row: 3 } as const
const joined = { severity: 'warning', code: 'import-row-joined', row: 6 } as const

const ROWS = [
  row(2),
  row(3, { findings: [warning] }),
  row(4, { isRefused: true, findings: [{ ...warning, severity: 'refused' }] }),
  row(5, { duplicateOf: { id: 'a', name: '示例商城', by: 'domain' } }),
  row(6, { findings: [joined] }),
  row(7, { duplicateOfRow: 2 }),
]
const decide = (more: Partial<Decisions> = {}): Decisions => ({
  duplicates: 'skip',
  choices: {},
  leftOut: new Set(),
  mended: new Set(),
  ...more,
})
const planned = (decisions = decide()) =>
  ROWS.map((one) => ({ row: one, action: actionOf(one, decisions) }))
const numbersOf = (rows: ReturnType<typeof planned>) => rows.map(({ row: one }) => one.row)

describe('what is done with a row', () => {
  it('adds, joins, skips or refuses by what the check found', () => {
    expect(planned().map(({ action }) => action)).toEqual([
      'create',
      'create',
      'refused',
      'skip',
      'join',
      'skip',
    ])
  })

  it('follows the choice of the row before the one for all', () => {
    const decisions = decide({ duplicates: 'update', choices: { 7: 'keep-both' } })
    expect(planned(decisions).map(({ action }) => action)).toEqual([
      'create',
      'create',
      'refused',
      'update',
      'join',
      'keep-both',
    ])
  })

  it('takes a refused row without what did not pass, where that is asked for and possible', () => {
    const refused = row(8, { isRefused: true, canMend: true })
    const known = { ...refused, duplicateOfRow: 2 }
    const mended = new Set([4, 8])
    expect(actionOf(refused, decide())).toBe('refused')
    expect(actionOf(refused, decide({ mended }))).toBe('mend')
    expect(actionOf(known, decide({ mended }))).toBe('skip')
    expect(planned(decide({ mended }))[2]?.action).toBe('refused')
    const taken = [{ row: refused, action: 'mend' as const }]
    expect(countActions(taken).create).toBe(1)
    expect(countFilters(taken)).toMatchObject({ ready: 1, refused: 0 })
  })

  it('never imports a refused row, even when it is not left out', () => {
    expect(planned(decide({ leftOut: new Set() }))[2]?.action).toBe('refused')
  })

  it('counts every row once', () => {
    const counts = countActions(planned(decide({ duplicates: 'update', leftOut: new Set([2]) })))
    expect(counts).toEqual({ create: 1, update: 3, skip: 2 })
  })
})

describe('the filters of the check', () => {
  it('count what they show', () => {
    const rows = planned(decide({ leftOut: new Set([3]) }))
    const counts = countFilters(rows)
    expect(counts).toEqual({
      all: 6,
      ready: 4,
      warned: 2,
      refused: 1,
      duplicate: 2,
      'left-out': 1,
    })
    for (const [filter, count] of Object.entries(counts)) {
      // `as`: Object.entries forgets the key's type.
      expect(shownRows(rows, filter as keyof typeof counts, '')).toHaveLength(count)
    }
  })

  it('find a row by its entity or domain, whatever the case', () => {
    expect(numbersOf(shownRows(planned(), 'all', 'SITE5.'))).toEqual([5])
    expect(numbersOf(shownRows(planned(), 'all', '示例公司3'))).toEqual([3])
  })
})

describe('leaving rows out by their ticks', () => {
  it('changes the shown rows only', () => {
    const next = leaveOut([2, 3], new Set([6]), new Set(['3']))
    expect([...next].sort()).toEqual([2, 6])
  })

  it('takes a row in again when it is ticked', () => {
    const next = leaveOut([2, 3, 5, 6, 7], new Set([2, 3]), new Set(['2', '3', '5', '6', '7']))
    expect(next.size).toBe(0)
  })
})

describe('the plan', () => {
  const mapping: ImportMapping = { sheet: 0, headerRow: 0, columns: ['entity.name', null] }

  it('holds no choice for a row that is left out', () => {
    const decisions = decide({ choices: { 5: 'update', 7: 'skip' }, leftOut: new Set([5]) })
    expect(planOf(mapping, decisions)).toEqual({
      mapping,
      duplicates: 'skip',
      choices: { 7: 'skip' },
      leftOut: [5],
    })
  })

  it('needs a column that says which filing a row is about', () => {
    expect(namesFilings(mapping)).toBe(true)
    expect(namesFilings({ ...mapping, columns: ['contact.phone', null] })).toBe(false)
  })

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})
