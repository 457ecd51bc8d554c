import { describe, expect, it } from 'vitest'
import { matchHeader } from '../../../electron/spreadsheet/header-match.ts'
import { FIELD_WORDS } from '../../../electron/spreadsheet/header-words.ts'
import { mapColumns, suggestMapping } from '../../../electron/spreadsheet/suggest-mapping.ts'
import type { Workbook } from '../../../electron/spreadsheet/workbook.ts'
import { IMPORT_FIELDS } from '../../../shared/import.ts'

const TODAY = '2026-11-22'

function bookOf(...tables: string[][][]): Workbook {
  return {
    format: 'xlsx',
    isDate1904: false,
    sheets: tables.map((table, index) => ({
      name: `sheet ${index}`,
      isHidden: false,
      columnCount: Math.max(0, ...table.map((row) => row.length)),
      rows: table.flatMap((cells, row) =>
        cells.length === 0
          ? []
          : [
              {
                number: row + 1,
                isHidden: false,
                cells,
                types: cells.map((cell) => (cell === '' ? ' ' : 's')).join(''),
              },
            ],
      ),
    })),
  }
}

const columnsOf = (table: string[][]) => suggestMapping(bookOf(table), TODAY).columns

describe('a header', () => {
  it.each([
    ['主体名称', 'entity.name'],
    ['*单位名称（必填）', 'entity.name'],
    ['主办单位\n名称', 'entity.name'],
    ['1、公司名称', 'entity.name'],
    [' 备 案 号 ', 'service.filingNumber'],
    ['ICP备案/许可证号', 'service.filingNumber'],
    ['网站备案号(含-1)', 'service.filingNumber'],
    ['主体备案号', 'entity.filingNumber'],
    ['备案密码', 'credential.filingPassword'],
    ['ICP 密码', 'credential.filingPassword'],
    ['網站備案號', 'service.filingNumber'],
    ['備案密碼', 'credential.filingPassword'],
    ['域名（多个用、分隔）', 'domain.names'],
    ['接入服务商', 'provider.name'],
    ['云厂商', 'provider.name'],
    ['【网站负责人】手机号码', 'contact.phone'],
    ['主体负责人', 'contact.entityResponsible'],
    ['联系人', 'contact.serviceResponsible'],
    ['身份证号码', 'contact.idNumber'],
    ['审核通过日期', 'service.filedOn'],
    ['域名到期时间', 'domain.expiresOn'],
    ['APP名称', 'service.name'],
    ['公安联网备案号', 'service.policeNumber'],
    ['登录账号', 'credential.account'],
    ['控制台密码', 'credential.providerPassword'],
    ['统一社会信用代码/组织机构代码', 'entity.creditCode'],
    ['备注说明', 'service.notes'],
    ['Domain Name', 'domain.names'],
    ['ICP Number', 'service.filingNumber'],
    ['E-mail', 'contact.email'],
    ['是否限制接入', 'service.status'],
    ['IP地址', 'ignored'],
    ['序号', 'ignored'],
    ['域名注册时间', 'ignored'],
  ])('%j means %s', (header, expected) => {
    expect(matchHeader(header)).toBe(expected)
  })

  it.each(['', '天气', '第一季度', '2019-03-05', '京ICP备19012345号-1'])(
    '%j means nothing',
    (header) => {
      expect(matchHeader(header)).toBeUndefined()
    },
  )

  it('of the dictionary means its field, each word of one field only', () => {
    for (const field of IMPORT_FIELDS) {
      for (const word of FIELD_WORDS[field])
        expect([word, matchHeader(word)]).toEqual([word, field])
    }
  })
})

describe('the header row', () => {
  it('is found below a title, empty rows and a date of printing', () => {
    const table = [
      ['2026 年备案台账', '2026 年备案台账'],
      [],
      ['制表日期', '2026-11-01'],
      ['主体名称', '备案号'],
      ['示例', '京ICP备19012345号-1'],
    ]
    expect(suggestMapping(bookOf(table), TODAY)).toMatchObject({ headerRow: 3 })
  })

  it('is the lower one of a two-line header', () => {
    const table = [
      ['主办单位', '网站信息', '网站信息', '负责人', '负责人'],
      ['主办单位', '网站名称', '域名', '姓名', '手机'],
      ['示例', '示例网', 'a.example.com', '张三', '13800138001'],
    ]
    expect(suggestMapping(bookOf(table), TODAY)).toMatchObject({ headerRow: 1 })
  })

  it('is none where the first row holds data, and the columns are guessed', () => {
    const table = [
      [
        '星河示例科技有限公司',
        '京ICP备19012345号-1',
        'a.example.com',
        '13800138001',
        '91350100M000100Y43',
      ],
      [
        '晨光示例文化有限公司',
        '沪ICP备2024012345号-1',
        'b.example.com',
        '13900139002',
        '9144030071526726XG',
      ],
    ]
    expect(suggestMapping(bookOf(table), TODAY)).toEqual({
      sheet: 0,
      headerRow: -1,
      columns: [
        'entity.name',
        'service.filingNumber',
        'domain.names',
        'contact.phone',
        'entity.creditCode',
      ],
    })
  })

  it('is no row of data whose words headers use too', () => {
    const table = [
      ['星河示例科技有限公司', '企业', '网站', '京ICP备19012345号-1', 'a.example.com'],
      ['晨光示例文化有限公司', '企业', '网站', '沪ICP备2024012345号-1', 'b.example.com'],
    ]
    expect(suggestMapping(bookOf(table), TODAY)).toMatchObject({ headerRow: -1 })
  })

  it('is looked for on every sheet; the one with the ledger is taken', () => {
    const notes = [['怎么填'], ['备案号在网站底部']]
    const ledger = [
      ['主体名称', '备案号', '域名'],
      ['示例', '京ICP备19012345号-1', 'a.example.com'],
    ]
    expect(suggestMapping(bookOf(notes, ledger), TODAY)).toMatchObject({ sheet: 1, headerRow: 0 })
  })
})

describe('a column', () => {
  it('whose header says nothing is guessed by what it holds', () => {
    expect(
      columnsOf([
        ['主体名称', '备案号', '甲', '乙', '丙', '丁'],
        [
          '示例',
          '京ICP备19012345号-1',
          'a.example.com、b.example.com',
          'x@example.com',
          '京公网安备11010802012345号',
          '天气好',
        ],
      ]),
    ).toEqual([
      'entity.name',
      'service.filingNumber',
      'domain.names',
      'contact.email',
      'service.policeNumber',
      null,
    ])
  })

  it('证件号码 is a credit code or an ID number by what it holds', () => {
    const header = ['主办单位', '备案号', '证件号码']
    expect(columnsOf([header, ['示例', '京ICP备19012345号-1', '91350100M000100Y43']])[2]).toBe(
      'entity.creditCode',
    )
    expect(columnsOf([header, ['示例', '京ICP备19012345号-1', '11010519491231002X']])[2]).toBe(
      'contact.idNumber',
    )
  })

  it('密码 beside 账号 is the provider’s, alone it is the filing’s', () => {
    expect(
      columnsOf([
        ['主体名称', '备案号', '密码'],
        ['a', 'b', 'c'],
      ])[2],
    ).toBe('credential.filingPassword')
    expect(
      columnsOf([
        ['主体名称', '备案号', '账号', '密码'],
        ['a', 'b', 'c', 'd'],
      ])[3],
    ).toBe('credential.providerPassword')
    expect(
      columnsOf([
        ['主体名称', '备案密码', '密码'],
        ['a', 'b', 'c'],
      ]).slice(1),
    ).toEqual(['credential.filingPassword', 'credential.providerPassword'])
  })

  it('网址 is the domain where there is no other, else the home page', () => {
    expect(
      columnsOf([
        ['主体名称', '网址'],
        ['a', 'www.example.com'],
      ])[1],
    ).toBe('domain.names')
    expect(
      columnsOf([
        ['主体名称', '域名', '网址'],
        ['a', 'example.com', 'www.example.com'],
      ])[2],
    ).toBe('service.homeUrl')
  })

  it('that repeats a field of which there is one is left out', () => {
    expect(
      columnsOf([
        ['主体名称', '备案号', '备案号'],
        ['a', 'b', 'c'],
      ])[2],
    ).toBeNull()
  })

  it('is suggested anew for a row that a person takes for the headers', () => {
    const book = bookOf([
      ['主体名称', '备案号'],
      ['单位名称', '域名'],
      ['示例', 'a.example.com'],
    ])
    expect(mapColumns(book, 0, 1, TODAY).columns).toEqual(['entity.name', 'domain.names'])
  })
})
