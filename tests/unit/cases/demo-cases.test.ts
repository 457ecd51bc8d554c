import { describe, expect, it } from 'vitest'
import { hindrancesOf } from '../../../electron/cases/hindrances.ts'
import { listCases } from '../../../electron/cases/list.ts'
import { demoChanges } from '../../../electron/demo/demo.ts'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import { asOpenRecords } from '../../support/large-ledger.ts'
import { NOW } from '../../support/ledger-session.ts'

describe('the recoveries of the demo', () => {
  const ledger = createLedger(asOpenRecords(demoChanges(NOW)))
  const lines = listCases(ledger, { state: 'all' }, NOW)

  it('are one with the SMS check running, one at the bureau and one that ended', () => {
    expect(lines.map(({ title, guideId, isOpen }) => [title, guideId, isOpen])).toEqual([
      ['星河云官网 换收码手机', 'm', true],
      ['云帆论坛 备案密码', 'b', true],
      ['锦里文化 备案密码', 'c', false],
    ])
    const [check, bureau] = lines
    expect(check?.worstClock).toMatchObject({
      clockId: 'sms-check',
      state: 'running',
      dueAt: NOW + 18 * 3_600_000,
    })
    expect(check?.nextStep?.stepId).toBe('sms-check')
    expect(bureau?.worstClock).toMatchObject({ clockId: 'bureau-window', state: 'running' })
    expect(bureau?.nextStep?.stepId).toBe('receive-password')
    expect(bureau?.runningClockCount).toBe(1)
  })

  it('end as the engine would let them end', () => {
    const [ended] = [...ledger.kinds.case].filter(({ data }) => data.closedOn !== undefined)
    expect(ended).toBeDefined()
    if (ended === undefined) return
    expect(hindrancesOf(ledger, ended.data)).toEqual([])
    expect(ended.data.closeReason).toBeUndefined()
  })

  it('have numbers of their own', () => {
    expect(new Set(lines.map((one) => one.number)).size).toBe(3)
  })
})
