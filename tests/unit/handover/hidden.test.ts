import { describe, expect, it, vi } from 'vitest'
import { inviteCustodian, saveCustodian } from '../../../electron/custodians/roster.ts'
import { makeRequest } from '../../support/custody.ts'
import { codesOf, lineOf, type Opened, openHandovers } from './handover-session.ts'

vi.setConfig({ testTimeout: 60_000 })

function retire(open: Opened, id: string): void {
  const data = { ...open.ledger.records.get(id)?.data, isRetired: true }
  open.call['records.save']({ kind: 'credential', id, data })
}

describe('what the leaver put out of sight before the handover began', () => {
  it('is on the list: in the trash, removed for good, or marked as no longer used', async () => {
    const test = await openHandovers()
    const first = test.now()
    const [trashed = '', purged = '', retired = '', alone = ''] = [
      '进回收站的',
      '清除的',
      '停用的',
      '独自清除的',
    ].map((label) => first.credential(label))
    const leaver = await test.byLeaver()
    for (const id of [trashed, purged, retired]) leaver.call['credentials.reveal']({ id })
    leaver.call['records.trash']({ ids: [trashed] })
    leaver.call['records.trash']({ ids: [purged, alone] })
    leaver.call['records.purge']({ ids: [purged, alone] })
    retire(leaver, retired)
    const stayer = await test.byStayer()
    const handover = await stayer.start({ custodianId: test.leaverId })
    const line = (title: string) => lineOf(stayer.lines(handover), title)
    expect(line('进回收站的')).toMatchObject({ rank: 1, state: 'open' })
    expect(codesOf(line('进回收站的'))).toEqual(['revealed', 'could-open', 'trashed'])
    expect(line('停用的')).toMatchObject({ rank: 1, state: 'open' })
    expect(codesOf(line('停用的'))).toEqual(['revealed', 'could-open', 'retired'])
    expect(line('清除的')).toMatchObject({ rank: 1, state: 'open', isGone: true })
    expect(codesOf(line('清除的'))).toEqual(['revealed', 'could-open', 'purged'])
    expect(codesOf(line('独自清除的'))).toEqual(['could-open', 'purged'])

    stayer.call['records.restore']({ ids: [trashed] })
    expect(codesOf(line('进回收站的'))).toEqual(['revealed', 'could-open'])
    for (const id of [trashed, retired]) stayer.register(id, `Qz7!mWp2#${id.slice(0, 4)}Ks`)
    expect(line('进回收站的').state).toBe('closed')
    expect(line('停用的').state).toBe('closed')
  })

  it('is not on it when it was somebody who stays', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    const ids = ['进回收站的', '清除的', '停用的'].map((label) => stayer.credential(label))
    const [trashed = '', purged = '', retired = ''] = ids
    stayer.call['records.trash']({ ids: [trashed, purged] })
    stayer.call['records.purge']({ ids: [purged] })
    retire(stayer, retired)
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(stayer.lines(handover).filter(({ kind }) => kind === 'password')).toEqual([])
  })
})

describe('people whom the leaver let in', () => {
  it('are on the list until somebody else says who they are, or their way is gone', async () => {
    const test = await openHandovers()
    const leaver = await test.byLeaver()
    const invite = async (name: string) => {
      const { request } = await makeRequest(name, 'a passphrase of their own 7')
      inviteCustodian(leaver.session, request, { role: 'deputy', days: 7 })
    }
    await invite('王五')
    await invite('赵六')
    const stayer = await test.byStayer()
    const handover = await stayer.start({ custodianId: test.leaverId })
    const line = (title: string) => lineOf(stayer.lines(handover), title)
    expect(line('王五')).toMatchObject({ kind: 'let-in', state: 'open' })
    const slotOf = (open: Opened, name: string) =>
      open.vault.slots().find((one) => one.custodianName === name)
    const known = { name: '王五', role: 'deputy' as const, joinedOn: '2026-11-22' }
    const custodianId = slotOf(stayer, '王五')?.custodianId ?? ''
    const again = await test.byLeaver()
    saveCustodian(again.session, { custodianId, ...known })
    expect(lineOf(again.lines(handover), '王五').state).toBe('open')
    const third = await test.byStayer()
    saveCustodian(third.session, { custodianId, ...known })
    expect(lineOf(third.lines(handover), '王五')).toMatchObject({
      state: 'closed',
      closedBy: 'confirmed',
    })

    expect(lineOf(third.lines(handover), '赵六').state).toBe('open')
    third.vault.removeSlots([slotOf(third, '赵六')?.id ?? ''], 'unknown')
    expect(lineOf(third.lines(handover), '赵六')).toMatchObject({
      state: 'closed',
      closedBy: 'ended',
    })
  })

  it('are not on it when the handover itself names them', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    const handover = await stayer.start(
      { custodianId: stayer.vault.custodianId },
      { successor: { custodianId: test.leaverId } },
    )
    expect(stayer.lines(handover).some(({ kind }) => kind === 'let-in')).toBe(false)
  })
})
