import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/spreadsheet/read-workbook.ts'
import { xlsxText } from '../../../electron/spreadsheet/xlsx-text.ts'
import { writeXlsxSheets } from '../../../electron/spreadsheet/xlsx-writer.ts'
import { fileOf } from './files.ts'

const UNSAFE = ['甲\uffff乙', '\ufffe', 'a\u000bb', '\ud800x', '\u0000']
const CODES = ['_x0041_', '_x005F_x0041_', '__x000d__', '_x41_']

function written(rows: string[][]): Promise<Uint8Array> {
  return writeXlsxSheets([{ name: '表', headers: ['一\uffff', '二'], rows, widths: [10, 10] }])
}

it('writes nothing that XML cannot hold, whatever a name or title brings', async () => {
  const bytes = await written(UNSAFE.map((cell) => [cell, '-1']))
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    expect([name, text.match(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)]).toEqual([
      name,
      null,
    ])
  }
  const [sheet] = (await readWorkbook(fileOf(bytes, 'a.xlsx'))).sheets
  expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual([
    '一\ufffd',
    '甲\ufffd乙',
    '\ufffd',
    'a\ufffdb',
    '\ufffdx',
    '\ufffd',
  ])
})

it('keeps what looks like the code of a character as the text it is', async () => {
  const bytes = await written(CODES.map((cell) => [cell, '']))
  const { 'xl/sharedStrings.xml': shared = new Uint8Array(0) } = unzipSync(bytes)
  expect(strFromU8(shared)).toContain('_x005F_x0041_')
  const read = await readXlsx(bytes)
  expect(read.sheets[0]?.rows.slice(1).map(([cell]) => cell)).toEqual(CODES)
})

it('cuts what is longer than a cell may be, between characters', () => {
  expect(xlsxText('字'.repeat(32_767))).toHaveLength(32_767)
  const cut = xlsxText(`${'字'.repeat(32_765)}😀😀`)
  expect(cut).toBe(`${'字'.repeat(32_765)}…`)
})
