import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { demoChanges } from '../../../electron/demo/demo.ts'
import { searchEverywhere } from '../../../electron/ledger/everywhere.ts'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import { createRowTable } from '../../../electron/ledger/rows.ts'
import {
  createNameAlphabet,
  createNameMatcher,
  pinyinName,
} from '../../../electron/ledger/search/name-match.ts'
import { readingsOf } from '../../../electron/ledger/search/pinyin.ts'
import { visitRowTexts } from '../../../electron/ledger/search/row-text.ts'
import type { SearchTables } from '../../../electron/ledger/search/search-tables.ts'
import {
  createSearchTables,
  fillRows,
  searchRows,
} from '../../../electron/ledger/search/search-tables.ts'
import { createTextIndex } from '../../../electron/ledger/search/text-index.ts'
import { foldText } from '../../../shared/field/normalise.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import { asOpenRecords, buildLargeLedger } from '../../support/large-ledger.ts'
import { NOW, openTestSession } from '../../support/ledger-session.ts'

// Hundreds of searches: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const demo = createLedger(asOpenRecords(demoChanges(NOW)))

/** Names of the lines found in the demo's ledger. */
function find(query: string, ledger = demo): (string | undefined)[] {
  return searchRows(ledger.search, ledger, ledger.rowTable, query).map((id) => {
    const record = ledger.records.get(id)
    return record?.kind === 'service' ? record.data.name : undefined
  })
}

/** What a record is found by. */
function rowTexts(record: LedgerRecord): string[] {
  const texts: string[] = []
  visitRowTexts(record, (_list, text) => {
    if (text !== undefined && text !== '') texts.push(text)
  })
  return texts
}

/** A character as somebody may type it: itself, or the first letters of its pinyin. */
function typed(character: string, length: number): string {
  return length === 0 ? character : (readingsOf(character)[0]?.slice(0, length) ?? character)
}

describe('the search of 台账', () => {
  it.each([
    ['by Chinese', '云帆商城', ['云帆商城']],
    ['by part of it', '商城', ['云帆商城']],
    ['by full pinyin', 'yunfanshangcheng', ['云帆商城']],
    ['by initials', 'yfsc', ['云帆商城']],
    ['by a mixture', '云fansc', ['云帆商城']],
    ['by beginnings of syllables', 'yunfshangch', ['云帆商城']],
    ['by pinyin in capitals', 'YunFanShangCheng', ['云帆商城']],
    ['by domain', 'pan-xinghe', ['星河云盘']],
    ['by Unicode domain', '星河云.exam', ['星河云官网']],
    ['by punycode', 'xn--9kq', ['星河云官网']],
    ['by 备案号', '蜀ICP备2021000357号-1', ['锦里文化网']],
    ['by a fragment of it', '000357-2', ['锦里导览']],
    ['by full-width typing', '２０２１０００３５７－１', ['锦里文化网']],
    ['by 公安备案号', '51010702', ['锦里文化网']],
    ['by provider', '南湾', ['云帆商城']],
    ['by provider in pinyin', 'nwsjzx', ['云帆商城']],
    ['by a person', '吴前任', ['锦里文化网']],
    ['by a person in pinyin', 'wuqianren', ['锦里文化网']],
    ['by a phone', '15400001022', ['锦里文化网']],
    ['by an account', 'xinghe_ga', ['星河云官网']],
    ['by several terms', 'yunfan 小程序', []],
    ['by several terms in any order', '3X 云帆', ['云帆会员']],
    ['by a name without its brackets', '星河云科技北京 官网', ['星河云官网']],
  ])('finds %s', (_way, query, names) => {
    expect(find(query)).toEqual(names)
  })

  it('finds all services of an entity by its credit code', () => {
    expect(find('91440300MA5F')).toEqual(['云帆商城', '云帆论坛', '云帆会员'])
  })

  it('tells everything for an empty query, in the order of 台账', () => {
    expect(find('  ')).toHaveLength(7)
  })

  it('finds nothing for what is not there', () => {
    expect(find('不存在的备案')).toEqual([])
    expect(find('qqqq')).toEqual([])
  })

  it('finds the same keystroke by keystroke as at once', () => {
    for (const query of ['yunfanshangcheng', '星河云官网', 'wu qian', '2021000357号-1', "xi'ng"]) {
      for (let length = 1; length < query.length; length += 1) find(query.slice(0, length))
      const typed = find(query)
      find('')
      find('锦')
      expect(find(query)).toEqual(typed)
    }
  })

  it('puts what is named so before what only leads there', () => {
    const index = createTextIndex()
    index.put({ id: 'account', primary: ['甲'], secondary: ['xinghe'], names: ['甲'] })
    index.put({ id: 'inside', primary: ['my-xinghe.example'], secondary: [], names: [] })
    index.put({ id: 'pinyin', primary: ['星河'], secondary: [], names: ['星河'] })
    index.put({ id: 'starts', primary: ['xinghe.example'], secondary: [], names: [] })
    index.put({ id: 'exact', primary: ['b', 'xinghe'], secondary: [], names: [] })
    expect(index.search('xinghe')).toEqual(['exact', 'starts', 'pinyin', 'inside', 'account'])
  })

  it('follows what is saved', async () => {
    const { call, found } = await openTestSession()
    await found('任何')
    const { entityId, serviceId } = await call['records.createFiling']({
      entity: { data: { name: '长风云', nature: 'enterprise' } },
      service: { kind: 'website', name: '长风官网', status: 'pending' },
      domains: [],
    })
    expect(await found('cfgw')).toEqual([serviceId])
    await call['records.save']({
      kind: 'entity',
      id: entityId,
      data: { name: '短波云', nature: 'enterprise' },
    })
    expect(await found('duanbo')).toEqual([serviceId])
    expect(await found('changfengyun')).toEqual([])
  })

  it('finds in ten thousand what a plain look through all finds', () => {
    const ledger = createLedger(asOpenRecords(buildLargeLedger(1_000, 7)))
    const services = [...ledger.kinds.service]
    for (const query of ['盛', '000123', 'shop', 'qwxyz']) {
      const plain = services.filter(({ id, data }) => {
        const entity = ledger.records.get(data.entityId)
        const domains = [...ledger.kinds.domain].filter((one) => one.data.serviceId === id)
        const text = JSON.stringify([data, entity?.data, domains.map((one) => one.data.name)])
        return text.includes(query)
      })
      const found = new Set(searchRows(ledger.search, ledger, ledger.rowTable, query))
      for (const { id } of plain) expect(found.has(id)).toBe(true)
    }
  })
})

describe('the search of 台账 before its index is there', () => {
  const ledger = createLedger(asOpenRecords([...demoChanges(NOW), ...buildLargeLedger(600, 3)]))
  const indexed = createSearchTables()
  fillRows(indexed, ledger, ledger.rowTable, Number.POSITIVE_INFINITY)
  const findIn = (tables: SearchTables, query: string, rowTable = ledger.rowTable) =>
    searchRows(tables, ledger, rowTable, query)
  const texts = [...new Set([...ledger.records.values()].flatMap(rowTexts))]
  const names = texts.filter((text) => /\p{Script=Han}/u.test(text))

  const fragment = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }))
    .map(([text, at, length]) => text.slice(at % text.length).slice(0, length))
  const inPinyin = fc
    .tuple(
      fc.constantFrom(...names),
      fc.nat(),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 }),
    )
    .map(([name, at, lengths]) => {
      const characters = [...name].slice(at % name.length)
      return lengths.map((length, index) => typed(characters[index] ?? '', length)).join('')
    })
  const fullWidth = fragment.map((text) =>
    text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  )
  const term = fc.oneof(
    { weight: 4, arbitrary: fragment },
    { weight: 4, arbitrary: inPinyin },
    { weight: 1, arbitrary: fullWidth },
    { weight: 1, arbitrary: fragment.map((text) => text.toUpperCase()) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  )
  const separator = fc.constantFrom(' ', '，', '; ', '\u3000', '')
  const query = fc
    .array(fc.tuple(term, separator), { maxLength: 3 })
    .map((parts) => parts.flat().join(''))

  it('finds the same lines in the same order', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const found = findIn(createSearchTables(), asked)
        expect(found).toEqual(findIn(indexed, asked))
        // Nor need the order of all lines be known.
        expect(findIn(createSearchTables(), asked, createRowTable())).toEqual(found)
      }),
      { numRuns: 100 },
    )
  })

  it('leaves the index to be built in slices', () => {
    const tables = createSearchTables()
    const found = findIn(tables, '000123')
    expect(found.length).toBeGreaterThan(0)
    expect(tables.rows.index.size).toBe(0)
    expect(fillRows(tables, ledger, ledger.rowTable, 0)).toBe(false)
    expect(findIn(tables, '000123')).toEqual(found)
  })

  it('finds everything where nearly every line has the term', () => {
    const tables = createSearchTables()
    expect(findIn(tables, 'gs')).toEqual(findIn(indexed, 'gs'))
  })
})

describe('a folded text', () => {
  it('needs no Unicode where it is common Chinese', () => {
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const character = String.fromCharCode(code)
      expect(character.normalize('NFKC').toLowerCase()).toBe(character)
    }
    expect(foldText('京ICP备１９号 星\u200b河')).toBe('京icp备19号 星 河')
  })
})

describe('pinyin of names', () => {
  const matches = (name: string, term: string) => {
    const alphabet = createNameAlphabet()
    const prepared = pinyinName(alphabet, name)
    return prepared !== undefined && createNameMatcher(alphabet, term)(prepared) !== -1
  }

  it.each([
    ['重庆火锅', 'chongqing'],
    ['重型机械', 'zhongxing'],
    ['招商银行', 'zhaoshangyinhang'],
    ['知行教育', 'zhixing'],
    ['长沙', 'changsha'],
    ['成长', 'chengzhang'],
    ['音乐', 'yinyue'],
    ['快乐', 'kuaile'],
    ['成都', 'chengdu'],
    ['大厦', 'dasha'],
    ['厦门', 'xiamen'],
    ['单县', 'shanxian'],
    ['朝阳', 'chaoyang'],
    ['会计', 'kuaiji'],
    ['西藏', 'xizang'],
    ['吕梁', 'lvliang'],
    ['吕梁', 'luliang'],
    ['女装', 'nvzhuang'],
    ['乌鲁木齐', 'wulumuqi'],
    ['六安', 'luan'],
    ['蚌埠', 'bengbu'],
    ['台州', 'taizhou'],
    ['番禺', 'panyu'],
    ['长春', 'cc'],
    ['360安全', '360anquan'],
    ['AI智能', 'aizhineng'],
    ['西安', 'xian'],
  ])('reads %s as %s', (name, term) => {
    expect(matches(name, term)).toBe(true)
  })

  it.each([
    ['大连', 'tailian'],
    ['星河', 'xinghu'],
    ['星河', 'hexing'],
    ['星河', 'xinghea'],
    ['english', 'ying'],
  ])('does not read %s as %s', (name, term) => {
    expect(matches(name, term)).toBe(false)
  })
})

describe('the search everywhere', () => {
  const titles = (query: string) => searchEverywhere(demo, query).hits.map((hit) => hit.title)

  it('finds people, providers, credentials, channels and domains, each with its line', () => {
    expect(titles('chenzhishou')).toEqual(['陈值守'])
    expect(titles('15400001012')).toEqual(['15400001012'])
    expect(titles('名址')).toContain('名址注册')
    expect(titles('NW-10086')).toEqual(['南湾数据中心 客户号'])
    const [hit] = searchEverywhere(demo, 'bbs-yunfan').hits
    expect(hit).toMatchObject({ kind: 'domain', subtitle: '云帆论坛' })
    expect(demo.records.get(hit?.rowId ?? '')).toMatchObject({ data: { name: '云帆论坛' } })
  })

  it('never finds by a secret', () => {
    expect(titles('Qm7#tzL9vR!k')).toEqual([])
    expect(titles('nw582913')).toEqual([])
  })

  it('tells nothing for an empty query and at most fifty hits', () => {
    expect(titles(' ')).toEqual([])
    const large = createLedger(asOpenRecords(buildLargeLedger(300)))
    expect(searchEverywhere(large, '备案密码').hits).toHaveLength(50)
  })
})
