import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStore } from '../../../electron/ledger/store.ts'
import type { LedgerChange } from '../../../electron/ledger/write.ts'
import { createImportBuilder } from '../../../electron/spreadsheet/import-builder.ts'
import { previewImport } from '../../../electron/spreadsheet/import-preview.ts'
import type { RowDraft } from '../../../electron/spreadsheet/row-draft.ts'
import { createRowReader } from '../../../electron/spreadsheet/row-reader.ts'
import { headersAt, suggestMapping } from '../../../electron/spreadsheet/suggest-mapping.ts'
import type { Workbook } from '../../../electron/spreadsheet/workbook.ts'
import { isRefused } from '../../../shared/field/record-check.ts'
import { IMPORT_FIELDS, type ImportMapping } from '../../../shared/import.ts'
import { RECORD_SCHEMAS, SECRET_SCHEMAS } from '../../../shared/records/record.ts'

const TODAY = '2026-11-22'

function bookOf(table: string[][], types?: string[]): Workbook {
  const rows = table.map((cells, index) => ({
    number: index + 1,
    isHidden: false,
    cells,
    types: types?.[index] ?? cells.map((cell) => (cell === '' ? ' ' : 's')).join(''),
  }))
  const columnCount = Math.max(0, ...table.map((row) => row.length))
  return {
    format: 'xlsx',
    isDate1904: false,
    sheets: [{ name: '台账', isHidden: false, columnCount, rows }],
  }
}

function draftsOf(book: Workbook, mapping?: ImportMapping): RowDraft[] {
  const { rows, read } = createRowReader(book, mapping ?? suggestMapping(book, TODAY), TODAY)
  return rows.map(read)
}

const one = (headers: string[], row: string[]) => draftsOf(bookOf([headers, row]))[0]

describe('a row', () => {
  it('tells the subject’s number by the service’s', () => {
    const draft = one(
      ['主体名称', '备案号', '域名'],
      ['示例公司', '京ICP备19012345号-3X', 'a.example.com'],
    )
    expect(draft?.entity.data.filingNumber).toBe('京ICP备19012345号')
    expect(draft?.service?.data).toMatchObject({
      filingNumber: '京ICP备19012345号-3X',
      kind: 'mini-program',
    })
  })

  it('with a number that has no serial leaves the service without one, and warns', () => {
    const draft = one(
      ['主体名称', '备案号', '域名'],
      ['示例公司', '京ICP备19012345号', 'a.example.com'],
    )
    expect(draft?.entity.data.filingNumber).toBe('京ICP备19012345号')
    expect(draft?.service?.data).not.toHaveProperty('filingNumber')
    expect(draft?.findings.map((finding) => finding.code)).toEqual(['icp-number-no-serial'])
  })

  it('may give the service’s number in the subject’s column', () => {
    const draft = one(
      ['主体名称', '主体备案号', '域名'],
      ['示例公司', '京ICP备19012345号-1', 'a.example.com'],
    )
    expect(draft?.entity.data.filingNumber).toBe('京ICP备19012345号')
    expect(draft?.service?.data.filingNumber).toBe('京ICP备19012345号-1')
    expect(isRefused(draft?.findings ?? [])).toBe(false)
  })

  it.each([
    ['APP', '京ICP备19012345号-1', 'app'],
    ['小程序', '京ICP备19012345号-1', 'mini-program'],
    ['首次备案', '京ICP备19012345号-2A', 'app'],
    ['快应用', '', 'quick-app'],
    ['网站', '', 'website'],
  ])('of type %s with number %s is a %s', (type, number, kind) => {
    const draft = one(
      ['主体名称', '类型', '备案号', '网站名称'],
      ['示例公司', type, number, '示例'],
    )
    expect(draft?.service?.data.kind).toBe(kind)
  })

  it.each([
    ['状态', '正常', 'active'],
    ['备案状态', '已注销', 'cancelled'],
    ['是否限制接入', '否', 'active'],
    ['是否限制接入', '是', 'restricted'],
    ['状态', '审核中', 'pending'],
  ])('%s %s is %s', (header, text, status) => {
    const draft = one(['主体名称', '网站名称', header], ['示例公司', '示例', text])
    expect(draft?.service?.data.status).toBe(status)
  })

  it.each([
    [
      ['主体负责人', '手机', '网站负责人', '手机'],
      ['甲某', '13600136001', '乙某', '13500135002'],
      ['13600136001', '13500135002'],
    ],
    [['手机', '负责人'], ['13600136001', '乙某'], ['13600136001']],
    [
      ['网站负责人', '主体负责人', '网站负责人手机', '主体负责人手机'],
      ['乙某', '甲某', '13500135002', '13600136001'],
      ['13600136001', '13500135002'],
    ],
    [['负责人'], ['张三 13600136001'], ['13600136001']],
  ])('gives each person of %j the right phone', (headers, cells, phones) => {
    const draft = one(['主体名称', ...headers], ['示例公司', ...cells])
    const byRole = draft?.people.toSorted((left, right) => left.role.localeCompare(right.role))
    expect(byRole?.flatMap((person) => person.phones)).toEqual(phones)
  })

  it('takes one expiry date for all domains, or one each', () => {
    const headers = ['主体名称', '域名', '域名到期时间']
    const each = one(headers, ['示例公司', 'a.example.com、b.example.com', '2027-01-02、2028/3/4'])
    const all = one(headers, ['示例公司', 'a.example.com、b.example.com', '2027-01-02'])
    expect(each?.domains.map((domain) => domain.expiresOn)).toEqual(['2027-01-02', '2028-03-04'])
    expect(all?.domains.map((domain) => domain.expiresOn)).toEqual(['2027-01-02', '2027-01-02'])
  })

  it('tells the nature by its column, the credit code or the name', () => {
    const nature = (headers: string[], row: string[]) => one(headers, row)?.entity.data.nature
    expect(nature(['主体名称', '单位性质', '域名'], ['示例', '事业单位', 'a.example.com'])).toBe(
      'public-institution',
    )
    expect(
      nature(['主体名称', '信用代码', '域名'], ['示例', '12441400456763110Y', 'a.example.com']),
    ).toBe('public-institution')
    expect(nature(['主体名称', '备案号', '域名'], ['示例有限公司', '', 'a.example.com'])).toBe(
      'enterprise',
    )
    expect(nature(['主体名称', '备案号', '域名'], ['张三', '', 'a.example.com'])).toBe('person')
  })

  it('of a sum, a remark or repeated headers is none', () => {
    const headers = ['主体名称', '备案号', '域名']
    const table = [
      headers,
      ['示例公司', '京ICP备19012345号-1', 'a.example.com'],
      headers,
      ['合计', '1', ''],
      ['以下空白', '以下空白', '以下空白'],
      ['备注：内部资料'],
    ]
    expect(draftsOf(bookOf(table)).map((draft) => draft.row)).toEqual([2])
  })

  it('with an empty name goes on with the one above, but not when its number is of another', () => {
    const headers = ['主体名称', '备案号', '域名']
    const drafts = draftsOf(
      bookOf([
        headers,
        ['示例公司', '京ICP备19012345号-1', 'a.example.com'],
        ['', '京ICP备19012345号-2', 'b.example.com'],
        ['', '沪ICP备2024012345号-1', 'c.example.com'],
      ]),
    )
    expect(drafts.map((draft) => draft.entity.name)).toEqual([
      '示例公司',
      '示例公司',
      '沪ICP备2024012345号',
    ])
  })

  it('that is hidden in the spreadsheet is read, and warns', () => {
    const book = bookOf([
      ['主体名称', '备案号'],
      ['示例公司', '京ICP备19012345号-1'],
    ])
    const row = book.sheets[0]?.rows[1]
    if (row !== undefined) row.isHidden = true
    expect(draftsOf(book)[0]?.findings.map((finding) => finding.code)).toEqual([
      'import-hidden-row',
    ])
  })

  it('whose password a spreadsheet took for a date or a number is refused or warned', () => {
    const headers = ['主体名称', '备案号', '备案密码']
    const book = bookOf(
      [
        headers,
        ['示例公司', '京ICP备19012345号-1', '1990-01-02'],
        ['示例公司', '京ICP备19012345号-2', '123456'],
      ],
      ['sss', 'ssd', 'ssn'],
    )
    const [date, number] = draftsOf(book)
    expect(isRefused(date?.findings ?? [])).toBe(true)
    expect(number?.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['import-password-number', 'warning'],
    ])
  })
})

function expectToFit(change: LedgerChange): void {
  if (change.type !== 'put') throw new Error('an import deletes nothing')
  const { kind, data } = change.overview
  expect(RECORD_SCHEMAS[kind].safeParse(data)).toMatchObject({ success: true, data })
  if (change.secret == null) return
  const schema = kind === 'contact' ? SECRET_SCHEMAS.contact : SECRET_SCHEMAS.credential
  expect(schema.safeParse(change.secret)).toMatchObject({ success: true })
}

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '',
        '示例公司',
        '张三',
        '星河示例科技有限公司',
        '京ICP备19012345号-1',
        '京ICP备19012345号',
        '粤B2-20090059-5',
        '备案中',
        'a.example.com',
        'a.example.com、b.example.com',
        'https://a.example.com/x',
        '星河.example.com',
        '13800138001',
        '13800138001/13900139002',
        '张三 13800138001',
        '91350100M000100Y43',
        '11010519491231002X',
        'x@example.com',
        '2019-03-05',
        '2019年3月',
        '43529',
        '京公网安备11010802012345号',
        '示例云',
        '正常',
        '小程序',
        'Pw1!',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '长'.repeat(300),
        'x'.repeat(12_000),
        '\u0000',
        '=1+1',
        `${'a'.repeat(70)}.example.com`,
        '\ud83d',
      ),
    },
  )
  const table = fc.integer({ min: 3, max: 9 }).chain((width) =>
    fc.record({
      mapping: fc.array(fc.option(fc.constantFrom(...IMPORT_FIELDS)), {
        minLength: width,
        maxLength: width,
      }),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
      choice: fc.constantFrom('skip', 'update', 'keep-both'),
    }),
  )

  it('rows are read without an end by accident, and every record that is made fits its schema', () => {
    fc.assert(
      fc.property(table, ({ mapping: columns, rows, choice }) => {
        const book = bookOf(rows)
        const mapping = { sheet: 0, headerRow: -1, columns }
        const store = createStore([])
        const drafts = draftsOf(book, mapping)
        const preview = previewImport(book, mapping, drafts, store)
        expect(preview.rows).toHaveLength(drafts.length)
        const builder = createImportBuilder(store, { now: 1, peekSecret: () => undefined })
        for (const draft of drafts) if (!isRefused(draft.findings)) builder.add(draft, choice)
        const { changes } = builder.finish()
        changes.forEach(expectToFit)
        // The same rows once more, into a vault that has them.
        const puts = changes.filter((change) => change.type === 'put')
        const secrets = new Map(puts.map(({ id, secret }) => [id, secret ?? undefined]))
        const filled = createStore(
          puts.map(({ id, overview, secret }) => ({
            id,
            revision: 1,
            overview,
            hasSecret: secret != null,
          })),
        )
        const again = createImportBuilder(filled, { now: 2, peekSecret: (id) => secrets.get(id) })
        for (const draft of drafts) if (!isRefused(draft.findings)) again.add(draft, choice)
        again.finish().changes.forEach(expectToFit)
      }),
      { numRuns: 300 },
    )
  })

  it('headers and mappings are found without an end by accident', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 10 }), (rows) => {
        const book = bookOf(rows)
        const mapping = suggestMapping(book, TODAY)
        const [sheet] = book.sheets
        if (sheet !== undefined)
          expect(headersAt(sheet, mapping.headerRow)).toHaveLength(sheet.columnCount)
        expect(mapping.columns).toHaveLength(sheet?.columnCount ?? 0)
      }),
    )
  })
})
