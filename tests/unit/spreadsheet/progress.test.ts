import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../electron/spreadsheet/csv-writer.ts'
import { createSpreadsheets } from '../../../electron/spreadsheet/spreadsheets.ts'
import { fileOf } from './files.ts'
import { openSession, WORKER } from './session.ts'

const HEADERS = ['主体名称', '网站名称', '备案号']
const ROWS = Array.from({ length: 4_000 }, (_, index) => [
  `示例${index}科技有限公司`,
  `站点${index}`,
  `京ICP备${19_000_000 + index}号-1`,
])

const FILES: readonly [name: string, file: () => Promise<string>][] = [
  ['csv', () => Promise.resolve(fileOf(writeCsv([HEADERS, ...ROWS]), '大.csv'))],
  [
    'xlsx',
    async () => {
      const sheets = ['甲', '乙'].map((name) => ({ name, rows: [HEADERS, ...ROWS] }))
      return fileOf(await writeXlsx({ sheets }), '大.xlsx')
    },
  ],
]

describe.each(FILES)('reading a large %s', (_, file) => {
  it('tells how far it has come, rising to the end', async () => {
    const world = await openSession(createSpreadsheets(WORKER))
    world.answers['dialog.openSpreadsheet'] = await file()
    await world.handlers['import.choose'](undefined)
    const told = world.events.flatMap((one) =>
      one.event === 'progress' && one.task === 'read' ? [one.done / one.total] : [],
    )
    expect(told.length).toBeGreaterThan(5)
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('ends at once when it is cancelled on the way', async () => {
    const spreadsheets = createSpreadsheets(WORKER)
    const controller = new AbortController()
    const told: number[] = []
    const reading = spreadsheets.read(await file(), controller.signal, (share) => {
      told.push(share)
      controller.abort()
    })
    await expect(reading).rejects.toThrow(expect.objectContaining({ code: 'cancelled' }))
    expect(told).toHaveLength(1)
    expect(told[0]).toBeLessThan(1)
  })
})
