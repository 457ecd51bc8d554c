import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../electron/spreadsheet/csv-writer.ts'
import { readWorkbook } from '../../../electron/spreadsheet/read-workbook.ts'
import { createSpreadsheets } from '../../../electron/spreadsheet/spreadsheets.ts'
import { suggestMapping } from '../../../electron/spreadsheet/suggest-mapping.ts'
import { temporaryFolder } from '../../support/vault.ts'
import { fileOf } from './files.ts'
import { openSession, WORKER } from './session.ts'

const TODAY = '2026-11-22'
const HEADERS = [
  '主体名称',
  '统一社会信用代码',
  '备案号',
  '网站名称',
  '域名',
  '域名到期',
  '备案密码',
  '接入商',
  '注册商',
  '网站负责人',
  '手机',
  '身份证号',
  '备案时间',
  '备注',
]
const ROW = [
  '星河示例科技有限公司',
  '91350100M000100Y43',
  '京ICP备19012345号-1',
  '星河官网',
  'xinghe.example.com、m.xinghe.example.com',
  '2027-05-01、2028-06-02',
  'Canary-Pw-1!',
  '示例云',
  '示例域名',
  '张三',
  '13800138001',
  '11010519491231002X',
  '2019-03-05',
  '=cmd|calc',
]

async function filledSession() {
  const world = await openSession()
  world.answers['dialog.openSpreadsheet'] = fileOf(writeCsv([HEADERS, ROW]), 'a.csv')
  const source = await world.handlers['import.choose'](undefined)
  if (source === undefined) throw new Error('nothing was chosen')
  await world.handlers['import.commit']({
    plan: { mapping: source.mapping, duplicates: 'skip', choices: {}, leftOut: [] },
  })
  return world
}

describe('the blank template', () => {
  it('has headers that the import maps, every one, and no row', async () => {
    const world = await openSession(createSpreadsheets(WORKER))
    const file = path.join(temporaryFolder(), '模板.xlsx')
    world.answers['dialog.saveFile'] = file
    expect(await world.handlers['ledger.exportTemplate'](undefined)).toEqual({
      fileName: '模板.xlsx',
    })
    const workbook = await readWorkbook(file)
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['备案台账', '填写说明'])
    const mapping = suggestMapping(workbook, TODAY)
    expect(mapping).toMatchObject({ sheet: 0, headerRow: 0 })
    expect(mapping.columns).not.toContain(null)
    expect(workbook.sheets[0]?.rows).toHaveLength(1)
    // Each column is explained.
    expect(
      workbook.sheets[1]?.rows
        .slice(1, mapping.columns.length + 1)
        .every((row) => (row.cells[0] ?? '') !== ''),
    ).toBe(true)
  })

  it('has cells that keep long numbers as they are typed', async () => {
    const world = await openSession()
    const file = path.join(temporaryFolder(), '模板.xlsx')
    world.answers['dialog.saveFile'] = file
    await world.handlers['ledger.exportTemplate'](undefined)
    const { sheets } = await readXlsx(readFileSync(file), { readStyles: true })
    const header = sheets[0]?.rows[0]?.indexOf('统一社会信用代码')
    expect(sheets[0]?.cells?.get(`1000,${header}`)?.style?.numFmt).toBe('@')
    expect(sheets[0]?.dataValidations?.map((one) => one.values?.length)).toEqual([11, 4, 5])
  })

  it('is not written when the person picks no place', async () => {
    const world = await openSession()
    expect(await world.handlers['ledger.exportTemplate'](undefined)).toBeUndefined()
  })
})

describe('the export of the ledger', () => {
  it.each(['xlsx', 'csv'] as const)(
    'as %s holds no secret and comes back as it was',
    async (format) => {
      const world = await filledSession()
      const file = path.join(temporaryFolder(), `台账.${format}`)
      world.answers['dialog.saveFile'] = file
      expect(await world.handlers['ledger.export']({ format })).toEqual({
        fileName: `台账.${format}`,
        rowCount: 1,
      })
      const workbook = await readWorkbook(file)
      const text = JSON.stringify(workbook)
      expect(text).not.toContain('Canary')
      expect(text).not.toContain('11010519491231002X')
      expect(text).toContain('xinghe.example.com、m.xinghe.example.com')

      const other = await openSession()
      other.answers['dialog.openSpreadsheet'] = file
      const source = await other.handlers['import.choose'](undefined)
      if (source === undefined) throw new Error('nothing was chosen')
      expect(source.mapping.columns).not.toContain(null)
      await other.handlers['import.commit']({
        plan: { mapping: source.mapping, duplicates: 'skip', choices: {}, leftOut: [] },
      })
      for (const kind of ['entity', 'domain', 'provider', 'contact'] as const) {
        const dataOf = ({ open }: typeof world) =>
          [...open.ledger.kinds[kind].values()].map(({ data }) => withoutIds(data)).sort(byName)
        expect(dataOf(other)).toEqual(dataOf(world))
      }
    },
  )

  it('as csv opens in Excel: marked UTF-8, and no cell runs as a formula', async () => {
    const world = await filledSession()
    const file = path.join(temporaryFolder(), 'a.csv')
    world.answers['dialog.saveFile'] = file
    await world.handlers['ledger.export']({ format: 'csv' })
    const bytes = readFileSync(file)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(bytes.toString()).toContain(",'=cmd|calc")
  })

  it('as xlsx keeps text that looks like a formula as text', async () => {
    const world = await filledSession()
    const file = path.join(temporaryFolder(), 'a.xlsx')
    world.answers['dialog.saveFile'] = file
    await world.handlers['ledger.export']({ format: 'xlsx' })
    const { sheets } = await readWorkbook(file)
    expect(sheets[0]?.rows[1]).toMatchObject({ types: expect.stringMatching(/^[s ]+$/) })
    expect(sheets[0]?.rows[1]?.cells.at(-1)).toBe('=cmd|calc')
  })

  it('is in the audit trail before the file is there', async () => {
    const world = await filledSession()
    const file = path.join(temporaryFolder(), 'missing', 'a.csv')
    world.answers['dialog.saveFile'] = file
    await world.handlers['ledger.export']({ format: 'csv' })
    expect(existsSync(file)).toBe(true)
    expect(world.vault.audit({ limit: 1 })[0]).toMatchObject({
      action: 'ledger.export',
      facts: { fileName: 'a.csv', format: 'csv', rows: 1 },
    })
  })

  it('holds only the lines that are asked for', async () => {
    const world = await filledSession()
    world.answers['dialog.saveFile'] = path.join(temporaryFolder(), 'a.csv')
    const result = await world.handlers['ledger.export']({ format: 'csv', ids: ['0'.repeat(32)] })
    expect(result?.rowCount).toBe(0)
  })
})

function byName(left: { name?: string }, right: { name?: string }): number {
  return (left.name ?? '') < (right.name ?? '') ? -1 : 1
}

/** References differ from vault to vault, and the kind of an ID goes with the ID. */
function withoutIds(data: object): { name?: string } {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !/Ids?$|^idKind$/.test(field)))
}
