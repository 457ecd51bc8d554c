import { expect, test } from 'vitest'
import { columnPercents } from '../../../shared/reports/column-widths.ts'
import { enReport } from '../../../shared/reports/en.ts'

const sumOf = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('columns are as wide as their shares where their heads have room', () => {
  const columns = [
    { label: '备案主体', share: 60 },
    { label: '服务', share: 40 },
  ]
  const [entity = 0, service = 0] = columnPercents(columns, false)
  expect(entity / service).toBeCloseTo(1.5, 1)
})

test('no column of an English report is narrower than the longest word of its head', () => {
  const labels = ['Entity', 'In use', 'In time', 'Due', 'Overdue', 'Change now', 'Unknown', 'Rate']
  const shares = [34, 10, 9, 10, 9, 12, 8, 10]
  const columns = labels.map((label, index) => ({ label, share: shares[index] ?? 1 }))
  const widths = columnPercents(columns, false)
  // 7 letters of 8.5 pt and the padding, on 182 mm.
  expect(widths[4]).toBeGreaterThanOrEqual(10)
  expect(widths[6]).toBeGreaterThanOrEqual(10)
  expect(sumOf(widths)).toBeCloseTo(100)
})

test('all columns of the ledger at once still fill the page and no more', () => {
  const columns = Object.values(enReport.ledger.columns).map((label) => ({ label, share: 10 }))
  const widths = columnPercents(columns, true)
  expect(sumOf(widths)).toBeCloseTo(100)
  expect(Math.min(...widths)).toBeGreaterThan(1)
})
