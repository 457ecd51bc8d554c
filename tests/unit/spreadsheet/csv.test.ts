import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDelimiter, readCsvWorkbook } from '../../../electron/spreadsheet/csv-reader.ts'
import { writeCsv } from '../../../electron/spreadsheet/csv-writer.ts'
import { HEADER_WORDS } from '../../../electron/spreadsheet/header-words.ts'
import { decodeText } from '../../../electron/spreadsheet/text-encoding.ts'
import { FIXTURES } from './files.ts'

const TEXT = '主体名称,备案号,备案密码\r\n星河示例,京ICP备19012345号-1,Pw1!'

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

/** Every two-byte character of GBK, by asking the decoder what each pair of bytes is. */
const GBK = new Map<string, [number, number]>()
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail))
    if (text.length === 1 && text !== '\ufffd') GBK.set(text, [lead, trail])
  }
}

function gbk(text: string): Uint8Array {
  const bytes = Array.from(text).flatMap((one) => GBK.get(one) ?? [one.charCodeAt(0)])
  return Uint8Array.from(bytes)
}

const read = (content: string | Uint8Array) =>
  readCsvWorkbook(
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
    'a',
    HEADER_WORDS,
  )
const rowsOf = (content: string | Uint8Array) => read(content).sheets[0]?.rows.map((r) => r.cells)

describe('the encoding of a csv', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 with a mark', utf16(`\uFEFF${TEXT}`, false), 'utf-16le'],
    ['UTF-16, big end first, with a mark', utf16(`\uFEFF${TEXT}`, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(TEXT, false), 'utf-16le'],
    ['UTF-16, big end first, without a mark', utf16(TEXT, true), 'utf-16be'],
    ['GBK', gbk(TEXT), 'gb18030'],
  ])('%s is found out', (_, bytes, encoding) => {
    expect(read(bytes)).toMatchObject({ encoding, delimiter: ',' })
    expect(rowsOf(bytes)).toEqual([
      ['主体名称', '备案号', '备案密码'],
      ['星河示例', '京ICP备19012345号-1', 'Pw1!'],
    ])
  })

  it('tells GB18030 from Big5 by the words of headers', () => {
    const gb = decodeText(readFileSync(path.join(FIXTURES, 'gbk.csv')), HEADER_WORDS)
    const big5 = decodeText(readFileSync(path.join(FIXTURES, 'big5.csv')), HEADER_WORDS)
    expect(gb).toMatchObject({ encoding: 'gb18030' })
    expect(gb.text).toContain('星河示例科技有限公司')
    expect(big5).toMatchObject({ encoding: 'big5' })
    expect(big5.text).toContain('主辦單位')
  })

  it('reads any text that was saved as GBK', () => {
    const characters = fc.constantFrom(...GBK.keys(), ...'abcXYZ019,;-@.\n')
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 60 }), (text) => {
        const content = `备案密码,${text.join('')}`
        expect(decodeText(gbk(content), HEADER_WORDS).text).toBe(content)
      }),
    )
  })

  it('keeps a file that was cut off in the middle of a character', () => {
    const cut = gbk(TEXT).slice(0, 9)
    expect(decodeText(cut, HEADER_WORDS)).toMatchObject({ encoding: 'gb18030' })
  })
})

describe('the delimiter of a csv', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3\n1,6;2;4', ';'],
    ['a\tb\tc\n1,2\t3\t4', '\t'],
    ['名称，备案号，备注\n甲，乙，丙', '，'],
    ['一,二\n"a;b;c;d;e",2\n"a;b;c",3', ','],
    ['只有一列\n甲', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter)
  })

  it('is what the first line says where Excel wrote it', () => {
    expect(read('sep=;\r\na,b;c\r\n')).toMatchObject({ delimiter: ';' })
    expect(read('sep=;\r\na,b;c\r\n').sheets[0]?.rows[0]).toMatchObject({
      number: 2,
      cells: ['a,b', 'c'],
    })
  })
})

describe('rows of a csv', () => {
  it('may be of any length, quoted over lines, and empty in between', () => {
    expect(read('a,b\n\n"x\r\ny",2,3,4\n,,\nz').sheets[0]).toMatchObject({
      columnCount: 4,
      rows: [
        { number: 1, cells: ['a', 'b'], types: 'ss' },
        { number: 3, cells: ['x\r\ny', '2', '3', '4'] },
        { number: 5, cells: ['z'] },
      ],
    })
  })

  it('keep quotes inside a password, blanks, and what ="…" protects', () => {
    expect(rowsOf('密码,手机\nab"c d"e , "x"y\nA1,="0013800138000"\n')).toEqual([
      ['密码', '手机'],
      ['ab"c d"e ', ' "x"y'],
      ['A1', '0013800138000'],
    ])
  })

  it('mark numbers that Excel saved in short', () => {
    expect(read('手机,身份证\n1.38E+10,1.10105E+17').sheets[0]?.rows[1]?.types).toBe('xx')
  })

  it('come back as they were written, formulas made harmless', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.normalize())
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2 }),
        (rows) => {
          const table = rows.map((row) => ['名称', ...row, '尾'])
          const expected = table.map((row) =>
            row.map((one) => (/^[=+\-@\t\r\n]/.test(one) ? `'${one}` : one)),
          )
          expect(rowsOf(writeCsv(table))).toEqual(expected)
        },
      ),
    )
  })
})

it('puts an apostrophe before what a spreadsheet program would run, full-width signs too', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(1)', '＝1+1', '＋1', '－1', '＠SUM(1)', '\t=1']
  const written = new TextDecoder().decode(writeCsv([cells]))
  expect(rowsOf(written)?.[0]).toEqual(cells.map((cell) => `'${cell}`))
  expect(rowsOf(writeCsv([['1＝1', '示例']]))?.[0]).toEqual(['1＝1', '示例'])
})
