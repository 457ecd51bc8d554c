import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/spreadsheet/read-workbook.ts'
import { readXlsxWorkbook } from '../../../electron/spreadsheet/xlsx-reader.ts'
import { FIXTURES, libreOfficeFile, partsOf, removeConverted, sheetOf, zipOf } from './files.ts'

afterAll(removeConverted)

describe('an xlsx of LibreOffice', { timeout: 120_000 }, () => {
  it('gives texts, rich texts, dates, numbers and stored formula values as text', async () => {
    const { sheets, format, isDate1904 } = await readWorkbook(libreOfficeFile('ledger'))
    expect(format).toBe('xlsx')
    expect(isDate1904).toBe(false)
    const rows = sheets[1]?.rows ?? []
    expect(rows[2]?.cells).toEqual([
      '星河示例科技有限公司',
      '91350100M000100Y43',
      '京ICP备19012345号-1',
      '星河示例官网',
      'xinghe.example.com、m.xinghe.example.com\n星河.example.com',
      ' Pw1!前空格',
      '示例云',
      '张三',
      '13800138001',
      '11010519491231002X',
      '2019-03-05',
      '主站',
    ])
    expect(rows[3]?.cells.at(-1)).toBe('星河示例官网 的 APP')
  })

  it('repeats the value of merged cells over their block, rows and columns', async () => {
    const { sheets } = await readWorkbook(libreOfficeFile('ledger'))
    const [title, , first, second] = sheets[1]?.rows ?? []
    expect(new Set(title?.cells)).toEqual(new Set(['2026 年度网站备案台账（内部）']))
    expect(title?.cells).toHaveLength(12)
    expect(second?.cells.slice(0, 2)).toEqual(first?.cells.slice(0, 2))
  })

  it('keeps the row numbers of the file over empty rows, and says which rows are hidden', async () => {
    const { sheets } = await readWorkbook(libreOfficeFile('ledger'))
    const rows = sheets[1]?.rows ?? []
    expect(rows.map((row) => row.number)).toEqual([1, 3, 4, 5, 6, 7, 8])
    expect(rows.filter((row) => row.isHidden).map((row) => row.number)).toEqual([6])
  })

  it('marks an ID number that was typed as a number and lost its end', async () => {
    const { sheets } = await readWorkbook(libreOfficeFile('ledger'))
    const row = sheets[1]?.rows.find((one) => one.number === 6)
    expect(row?.cells[9]).toBe('110105194912310000')
    expect(row?.types[9]).toBe('x')
    expect(row?.types[5]).toBe('n')
  })

  it('counts dates of the 1904 system right', async () => {
    const { sheets, isDate1904 } = await readWorkbook(libreOfficeFile('mac1904'))
    expect(isDate1904).toBe(true)
    expect(sheets[0]?.rows[1]?.cells.slice(2, 4)).toEqual(['2019-03-05', '44681'])
    expect(sheets[0]?.rows[2]?.cells[2]).toBe('2008-12-31')
  })

  it('reads the committed files as it reads those made now', async () => {
    for (const name of ['ledger', 'mac1904', 'two-line-header']) {
      const committed = await readWorkbook(path.join(FIXTURES, `${name}.xlsx`))
      expect(await readWorkbook(libreOfficeFile(name))).toEqual(committed)
    }
  })
})

describe('an xlsx as Excel writes it', () => {
  const read = async (rows: string, more = {}, after = '') =>
    (await readXlsxWorkbook(zipOf(partsOf(sheetOf(rows, after), more)))).sheets[0]

  it('takes the stored value of a formula and marks one without', async () => {
    const sheet = await read(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="str"><f>A1</f><v>京ICP</v></c></row>',
    )
    expect(sheet?.rows[0]).toEqual({
      number: 1,
      isHidden: false,
      cells: ['2', '', '京ICP'],
      types: 'nfs',
    })
  })

  it('reads inline strings, shared rich text and errors', async () => {
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>京ICP备</t></r><r><rPr><b/></rPr><t>19012345号</t></r><rPh sb="0" eb="1"><t>jing</t></rPh></si></sst>'
    const sheet = await read(
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="e"><v>#N/A</v></c></row>',
      { 'xl/sharedStrings.xml': shared },
    )
    expect(sheet?.rows[0]).toEqual({
      number: 2,
      isHidden: false,
      cells: [' a ', '京ICP备19012345号', ''],
      types: 'sse',
    })
  })

  it('reads a date by a format of its own and by the built-in one', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    const sheet = await read(
      '<row r="1"><c r="A1" s="1"><v>43529</v></c><c r="B1" s="2"><v>43529.75</v></c><c r="C1"><v>43529</v></c></row>',
      { 'xl/styles.xml': styles },
    )
    expect(sheet?.rows[0]?.cells).toEqual(['2019-03-05', '2019-03-05', '43529'])
    expect(sheet?.rows[0]?.types).toBe('ddn')
  })

  it('never writes a number with an exponent', async () => {
    const sheet = await read(
      '<row r="1"><c r="A1"><v>1.3800138E10</v></c><c r="B1"><v>1E21</v></c><c r="C1"><v>0.5</v></c><c r="D1" t="inlineStr"><is><t>1.38E+10</t></is></c></row>',
    )
    expect(sheet?.rows[0]?.cells).toEqual([
      '13800138000',
      '1000000000000000000000',
      '0.5',
      '1.38E+10',
    ])
    expect(sheet?.rows[0]?.types).toBe('nxnx')
  })

  it('says which sheets are hidden and reads them all', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '看得见', rows: [['a']] },
        { name: '藏起来', rows: [['b']], hidden: true },
      ],
    })
    const { sheets } = await readXlsxWorkbook(bytes)
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['看得见', false],
      ['藏起来', true],
    ])
  })

  it('reads by what a file holds, not by its extension', async () => {
    const bytes = readFileSync(path.join(FIXTURES, 'mac1904.xlsx'))
    expect((await readXlsxWorkbook(bytes)).sheets[0]?.name).toBe('台账')
  })
})
