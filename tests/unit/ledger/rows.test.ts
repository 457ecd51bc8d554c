import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLedger, ledgerRows, patchLedger } from '../../../electron/ledger/ledger.ts'
import { searchRows } from '../../../electron/ledger/search/search-tables.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import { asOpenRecords, buildLargeLedger } from '../../support/large-ledger.ts'
import { TODAY } from '../../support/ledger-session.ts'

/** One change of a ledger: which record, and what happens to it. */
const change = fc.record({
  pick: fc.nat(),
  how: fc.constantFrom('rename', 'renumber', 'trash', 'restore', 'purge', 'move'),
  word: fc.constantFrom('甲', '长风', '星河', '云'),
})

describe('a ledger that was patched', () => {
  it('is the same as one made anew, lines, order and search', () => {
    const records = asOpenRecords(buildLargeLedger(25, 11))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const ledger = createLedger(structuredClone(records))
        ledgerRows(ledger, TODAY)
        searchRows(ledger.search, ledger, ledger.rowTable, '云')
        for (const one of changes) {
          const all = [...ledger.records.values()]
          const record = all[one.pick % all.length]
          if (record === undefined) continue
          const after = changed(record, one.how, one.word, [...ledger.kinds.entity])
          patchLedger(ledger, new Map([[record.id, after]]), TODAY)
        }
        const anew = createLedger(
          Array.from(ledger.records.values(), ({ id, revision, hasSecret, ...overview }) => ({
            id,
            revision,
            hasSecret,
            overview,
          })),
        )
        expect(ledgerRows(ledger, TODAY)).toEqual(ledgerRows(anew, TODAY))
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
