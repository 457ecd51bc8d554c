import { describe, expect, it } from 'vitest'
import { demoChanges } from '../../../electron/demo/demo.ts'
import { checkRecord } from '../../../electron/ledger/check.ts'
import { createLedger, remindersOn } from '../../../electron/ledger/ledger.ts'
import type { RecordChange } from '../../../electron/vault/vault.ts'
import { checkContactId, isRefused } from '../../../shared/field/record-check.ts'
import type { RecordKind } from '../../../shared/records/record.ts'
import { isFormKind, RECORD_SCHEMAS, SECRET_SCHEMAS } from '../../../shared/records/record.ts'
import { asOpenRecords, buildLargeLedger } from '../../support/large-ledger.ts'
import { NOW, TODAY } from '../../support/ledger-session.ts'

const LEDGERS: [string, RecordChange[]][] = [
  ['the demo', demoChanges(NOW)],
  ['a large ledger', buildLargeLedger(60, 2, NOW)],
]

describe.each(LEDGERS)('%s', (_name, changes) => {
  const ledger = createLedger(asOpenRecords(changes))

  it('holds records as the schemas have them, secrets included', () => {
    for (const change of changes) {
      if (change.type !== 'put') continue
      const kind = change.overview['kind'] as RecordKind
      expect(RECORD_SCHEMAS[kind].safeParse(change.overview['data']).error).toBeUndefined()
      if (!change.secret) continue
      const schema = SECRET_SCHEMAS[kind as keyof typeof SECRET_SCHEMAS]
      expect(schema.safeParse(change.secret).error).toBeUndefined()
    }
  })

  it('would pass every check of the form, and is written as the form would normalise it', () => {
    for (const record of ledger.records.values()) {
      if (!isFormKind(record.kind)) continue
      const { data, findings } = checkRecord(ledger, record.kind, record.data, {
        today: TODAY,
        id: record.id,
      })
      expect(findings.filter((finding) => finding.severity === 'refused')).toEqual([])
      expect(data).toEqual(record.data)
    }
  })
})

describe('the demo', () => {
  const changes = demoChanges(NOW)
  const ledger = createLedger(asOpenRecords(changes))

  it('has ID numbers that hold, of people that cannot exist', () => {
    const numbers = changes.flatMap((change) =>
      change.type === 'put' && typeof change.secret?.['idNumber'] === 'string'
        ? [change.secret['idNumber']]
        : [],
    )
    expect(numbers).toHaveLength(3)
    for (const number of numbers) {
      expect(isRefused(checkContactId(number, 'resident-id', TODAY).findings)).toBe(false)
      expect(number.slice(4, 6)).toBe('00')
      expect(number.slice(14, 17)).toBe('000')
    }
  })

  it('keeps to domains that nobody can register, but for the public portal', () => {
    const hosts = JSON.stringify(changes).match(/[a-z0-9.-]+\.(?:com|cn|net|org|example)/g) ?? []
    const others = new Set(hosts.filter((host) => !host.endsWith('.example')))
    expect([...others].sort()).toEqual(['beian.miit.gov.cn', 'beian.mps.gov.cn'])
  })

  it('always has something of every kind to remind of, on whatever day it is opened', () => {
    for (const days of [0, 31, 100, 200, 333]) {
      const at = NOW + days * 86_400_000
      const today = new Date(at).toISOString().slice(0, 10)
      const fresh = createLedger(asOpenRecords(demoChanges(at)))
      const kinds = new Set(remindersOn(fresh, today).map((one) => one.kind))
      expect([...kinds].sort()).toEqual([
        'age-unknown',
        'authorization-expiry',
        'authorized-person-left',
        'backup-missing',
        'case-clock-due',
        'channel-unverified',
        'check-due',
        'check-overdue',
        'domain-expiry',
        'id-expiry',
        'licence-expiry',
        'must-change',
        'no-access-provider',
        'rotation-due',
        'rotation-overdue',
        'rotation-soon',
        'task-due',
      ])
    }
  })

  it('has three entities in three provinces, an App, a 小程序 and a filing of before 2009', () => {
    expect([...ledger.kinds.entity].map((one) => one.data.province)).toEqual(['京', '粤', '蜀'])
    const kinds = [...ledger.kinds.service].map((one) => one.data.kind)
    expect(kinds).toContain('app')
    expect(kinds).toContain('mini-program')
    expect([...ledger.kinds.service].some((one) => (one.data.filedOn ?? '9') < '2009')).toBe(true)
  })
})
