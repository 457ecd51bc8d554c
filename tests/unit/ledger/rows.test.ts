import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLedger, ledgerRows, patchLedger } from '../../../electron/ledger/ledger.ts'
import { searchRows } from '../../../electron/ledger/search/search-tables.ts'
import { withRows } from '../../../renderer/state/ledger.ts'
import type { LedgerRow } from '../../../shared/ledger-row.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import { asOpenRecords, buildLargeLedger } from '../../support/large-ledger.ts'
import { TODAY } from '../../support/ledger-session.ts'

/** One change of a ledger: which record, and what happens to it. */
const change = fc.record({
  pick: fc.nat(),
  how: fc.constantFrom('rename', 'renumber', 'trash', 'restore', 'purge', 'move'),
  word: fc.constantFrom('甲', '长风', '星河', '云', '长风10', '长风9'),
})

describe('the order of 台账', () => {
  /** Rows of one service each, under an entity of the same name. */
  function rowNames(names: readonly (readonly [entity: string, service: string])[]) {
    const times = { createdAt: 0, updatedAt: 0 }
    const records = names.flatMap(([entity, service], index) => {
      const entityId = createHash('md5').update(entity).digest('hex')
      const id = createHash('md5').update(`${index}`).digest('hex')
      const data = { entityId, kind: 'website', name: service, status: 'active', providerIds: [] }
      return [
        { id: entityId, overview: { kind: 'entity', data: { name: entity }, ...times } },
        { id, overview: { kind: 'service', data, ...times } },
      ]
    })
    const ledger = createLedger(records.map((one) => ({ ...one, revision: 1, hasSecret: false })))
    return { ledger, names: () => ledgerRows(ledger, TODAY).map((row) => row.name) }
  }

  it('counts numbers in names as numbers, and goes by pinyin', () => {
    const { names } = rowNames([
      ['张江公司', '站点10'],
      ['张江公司', '站点2'],
      ['张江公司', '站点1'],
      ['第10小学', '十'],
      ['第9小学', '九'],
      ['安宁公司', '安'],
    ])
    expect(names()).toEqual(['安', '九', '十', '站点1', '站点2', '站点10'])
  })

  it('is the same when a line comes later', () => {
    const { ledger, names } = rowNames([
      ['张江公司', '站点10'],
      ['张江公司', '站点1'],
    ])
    expect(names()).toEqual(['站点1', '站点10'])
    const [, second] = ledger.kinds.service
    if (second === undefined) throw new Error('no service')
    const after = { ...second, data: { ...second.data, name: '站点9' } }
    patchLedger(ledger, new Map([[second.id, after]]), TODAY)
    expect(names()).toEqual(['站点9', '站点10'])
  })
})

describe('what many changes at once tell the window', () => {
  it('are the lines in their order, each with its place', () => {
    const records = asOpenRecords(buildLargeLedger(400, 5))
    const ledger = createLedger(structuredClone(records))
    const services = [...ledger.kinds.service]
    const hidden = services.slice(0, 300)
    const put = (trashedAt: number | undefined) =>
      patchLedger(
        ledger,
        new Map(hidden.map((one) => [one.id, trashedAt ? { ...one, trashedAt } : one])),
        TODAY,
      )
    const before = ledgerRows(ledger, TODAY)
    put(1)
    const without = withRows(new Map(), ledgerRows(ledger, TODAY))
    const { upserted, removedIds, places } = put(undefined)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect([...withRows(without, upserted, removedIds, places).values()]).toEqual(before)
  })
})

describe('a ledger that was patched', () => {
  it('is the same as one made anew, lines, order and search, and so is the window’s', () => {
    const records = asOpenRecords(buildLargeLedger(25, 11))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const ledger = createLedger(structuredClone(records))
        let window = withRows(new Map(), ledgerRows(ledger, TODAY))
        searchRows(ledger.search, ledger, ledger.rowTable, '云')
        for (const one of changes) {
          const all = [...ledger.records.values()]
          const record = all[one.pick % all.length]
          if (record === undefined) continue
          const after = changed(record, one.how, one.word, [...ledger.kinds.entity])
          const told = patchLedger(ledger, new Map([[record.id, after]]), TODAY)
          window = withRows(window, told.upserted, told.removedIds, told.places)
        }
        const anew = createLedger(
          Array.from(ledger.records.values(), ({ id, revision, hasSecret, ...overview }) => ({
            id,
            revision,
            hasSecret,
            overview,
          })),
        )
        const rows = ledgerRows(ledger, TODAY)
        expect([...window.values()]).toEqual(rows)
        expect(rows.map(unnumbered)).toEqual(ledgerRows(anew, TODAY).map(unnumbered))
        for (const query of ['', '云', 'changfeng', 'xh', '-1']) {
          expect(searchRows(ledger.search, ledger, ledger.rowTable, query)).toEqual(
            searchRows(anew.search, anew, anew.rowTable, query),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Ordinals tell when a line was first asked for. */
function unnumbered({ ordinal: _ordinal, ...row }: LedgerRow) {
  return row
}

function changed(
  record: LedgerRecord,
  how: string,
  word: string,
  entities: LedgerRecord<'entity'>[],
): LedgerRecord | undefined {
  if (how === 'trash') return { ...record, trashedAt: 1 }
  if (how === 'purge') return undefined
  if (how === 'restore') {
    const { trashedAt: _trashedAt, ...rest } = record
    return rest as LedgerRecord
  }
  if (record.kind === 'service') {
    const entityId = entities[word.length]?.id ?? record.data.entityId
    if (how === 'move') return { ...record, data: { ...record.data, entityId } }
    if (how === 'renumber') {
      return { ...record, data: { ...record.data, filingNumber: '京ICP备19001358号-12' } }
    }
    return { ...record, data: { ...record.data, name: `${word}网` } }
  }
  if (record.kind === 'entity') return { ...record, data: { ...record.data, name: `${word}公司` } }
  return record
}
