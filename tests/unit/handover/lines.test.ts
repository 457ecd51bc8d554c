import { describe, expect, it, vi } from 'vitest'
import { codesOf, LEAVER, lineOf, openHandovers } from './handover-session.ts'

vi.setConfig({ testTimeout: 60_000 })

const STRONG = 'Qz7!mWp2#kLs'

describe('passwords of who leaves', () => {
  it('are ranked by what the trail shows, then what they could open, then what reaches them', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    const contactId = stayer.put('contact', { name: LEAVER, roles: ['colleague'] })
    const channelId = stayer.put('channel', {
      kind: 'phone',
      value: '13900001111',
      holderId: contactId,
    })
    const ids = {
      seen: stayer.credential('看过的'),
      copied: stayer.credential('复制过的'),
      quiet: stayer.credential('没动过的'),
      coded: stayer.put('credential', {
        kind: 'portal-account',
        label: '没存密码的',
        origin: 'unknown',
        rotationMonths: 3,
        isRetired: false,
        channelId,
      }),
    }
    const leaver = await test.byLeaver()
    await leaver.call['credentials.copyPassword']({ id: ids.copied })
    leaver.call['credentials.reveal']({ id: ids.seen })
    leaver.call['credentials.reveal']({ id: ids.seen })
    const own = leaver.credential('自己登记的')
    leaver.register(own, STRONG)
    const again = await test.byStayer()
    again.call['credentials.reveal']({ id: ids.quiet })
    const id = await again.start({ custodianId: test.leaverId, contactId })
    const passwords = again.lines(id).filter(({ kind }) => kind === 'password')
    expect(passwords.map(({ title, rank }) => `${rank} ${title}`)).toEqual([
      '1 自己登记的',
      '1 看过的',
      '1 复制过的',
      '2 没动过的',
      '3 没存密码的',
    ])
    expect(lineOf(passwords, '看过的').reasons[0]).toMatchObject({ code: 'revealed', count: 2 })
    expect(codesOf(lineOf(passwords, '复制过的'))).toEqual(['copied', 'could-open'])
    expect(codesOf(lineOf(passwords, '自己登记的'))).toContain('registered')
    expect(codesOf(lineOf(passwords, '没动过的'))).toEqual(['could-open'])
    expect(lineOf(passwords, '没存密码的').reasons).toEqual([
      { code: 'channel-held', name: '13900001111' },
    ])
  })

  it('count only what happened since the value was last changed', async () => {
    const test = await openHandovers()
    const id = test.now().credential('换过的')
    const leaver = await test.byLeaver()
    leaver.call['credentials.reveal']({ id })
    const stayer = await test.byStayer()
    stayer.register(id, STRONG)
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(codesOf(lineOf(stayer.lines(handover), '换过的'))).toEqual(['could-open'])
  })

  it('count as seen by their place in the trail, though the leaver’s clock was set back', async () => {
    const test = await openHandovers()
    const [before, after] = [test.now().credential('之前看的'), test.now().credential('之后看的')]
    test.now().register(before, STRONG)
    const lookADayAgo = async (id: string) => {
      const now = test.clock.now
      test.clock.now = now - 86_400_000
      const leaver = await test.byLeaver()
      leaver.call['credentials.reveal']({ id })
      test.clock.now = now + 1000
      return test.byStayer()
    }
    let stayer = await lookADayAgo(before)
    const handover = await stayer.start({ custodianId: test.leaverId })
    const lineNow = (title: string) => lineOf(stayer.lines(handover), title)
    expect(lineNow('之前看的')).toMatchObject({ rank: 1, reasons: [{ code: 'revealed' }, {}] })

    stayer.register(after, STRONG)
    expect(lineNow('之后看的').state).toBe('closed')
    stayer = await lookADayAgo(after)
    expect(lineNow('之后看的')).toMatchObject({ state: 'open', isSeenAgain: true })
  })

  it('count as taken away when they were exported, one by one or all at once', async () => {
    const test = await openHandovers()
    const one = test.now().credential('单独导出的')
    test.now().credential('整体导出的')
    const leaver = await test.byLeaver()
    const entry = { at: test.clock.now, custodianId: leaver.vault.custodianId }
    leaver.vault.appendAudit([
      { action: 'credential.export', recordId: one, ...entry },
      { action: 'exchange.export-archive', ...entry },
    ])
    const stayer = await test.byStayer()
    stayer.credential('后来才有的')
    const handover = await stayer.start({ custodianId: test.leaverId })
    const lines = stayer.lines(handover)
    expect(lineOf(lines, '单独导出的')).toMatchObject({ rank: 1 })
    expect(lineOf(lines, '单独导出的').reasons[0]).toMatchObject({ code: 'exported', count: 2 })
    expect(codesOf(lineOf(lines, '整体导出的'))).toEqual(['exported', 'could-open'])
    expect(codesOf(lineOf(lines, '后来才有的'))).toEqual(['could-open'])
  })

  it('do not count as taken away by an archive that was cancelled before anything was sealed', async () => {
    const test = await openHandovers()
    test.now().credential('差点带走的')
    const cancelledAt = async (step: string) => {
      const leaver = await test.byLeaver()
      const entry = { at: test.clock.now, custodianId: leaver.vault.custodianId }
      leaver.vault.appendAudit([
        { action: 'exchange.export-archive', ...entry },
        { action: 'exchange.archive-cancelled', ...entry, facts: { at: step } },
      ])
      return test.byStayer()
    }
    const stayer = await cancelledAt('copy')
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(codesOf(lineOf(stayer.lines(handover), '差点带走的'))).toEqual(['could-open'])
    for (const step of ['seal', 'check']) {
      const line = lineOf((await cancelledAt(step)).lines(handover), '差点带走的')
      expect(codesOf(line), step).toEqual(['exported', 'could-open'])
    }
  })

  it('are not hidden by a form that says they were changed', async () => {
    const test = await openHandovers()
    const id = test.now().credential('改了日期的')
    const leaver = await test.byLeaver()
    leaver.call['credentials.reveal']({ id })
    const read = leaver.ledger.records.get(id)
    leaver.call['records.save']({
      kind: 'credential',
      id,
      data: { ...read?.data, changedOn: '2026-11-22', registeredAt: test.clock.now + 1e6 },
    })
    const stayer = await test.byStayer()
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(codesOf(lineOf(stayer.lines(handover), '改了日期的'))).toContain('revealed')
  })

  it('are closed only by a value that somebody else registers after the list was made', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    const ids = ['甲', '乙', '丙', '丁'].map((label) => stayer.credential(label))
    const handover = await stayer.start({ custodianId: test.leaverId })
    const stateOf = (title: string, by = test.now()) => lineOf(by.lines(handover), title)
    const [first = '', second = '', third = '', fourth = ''] = ids
    stayer.edit<'credential'>(first, { label: '甲', notes: '只改了备注', changedOn: '2026-11-22' })
    stayer.call['credentials.setMustChange']({ id: first, reason: 'handover' })
    expect(stateOf('甲').state).toBe('open')
    stayer.register(first, STRONG)
    expect(stateOf('甲')).toMatchObject({ state: 'closed', closedBy: 'registered', isEarly: true })
    stayer.call['records.trash']({ ids: [second] })
    expect(stateOf('乙').state).toBe('open')
    stayer.call['records.purge']({ ids: [second] })
    expect(stateOf('乙')).toMatchObject({ state: 'open', isGone: true })
    const leaver = await test.byLeaver()
    leaver.register(third, STRONG)
    expect(stateOf('丙').state).toBe('open')
    const again = await test.byStayer()
    const { undoToken } = again.register(fourth, STRONG) as { undoToken: number }
    expect(stateOf('丁').state).toBe('closed')
    again.call['records.undo']({ undoToken })
    expect(stateOf('丁').state).toBe('open')
  })

  it('open again when who leaves looks at the new value', async () => {
    const test = await openHandovers()
    const id = test.now().credential('又看的')
    const handover = await test.now().start({ custodianId: test.leaverId })
    test.now().register(id, STRONG)
    const leaver = await test.byLeaver()
    expect(lineOf(leaver.lines(handover), '又看的').state).toBe('closed')
    leaver.call['credentials.reveal']({ id })
    expect(lineOf(leaver.lines(handover), '又看的')).toMatchObject({
      state: 'open',
      isSeenAgain: true,
    })
    const stayer = await test.byStayer()
    stayer.register(id, `${STRONG}2`)
    expect(lineOf(stayer.lines(handover), '又看的').state).toBe('closed')
  })

  it('are on no list for who never could open the vault and holds no channel', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    stayer.credential('别人的')
    const contactId = stayer.put('contact', { name: '何联系', roles: ['emergency'] })
    const id = await stayer.start({ contactId })
    expect(stayer.lines(id)).toEqual([])
  })

  it('that only reach a phone of theirs are closed when the phone goes to somebody else', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    const contactId = stayer.put('contact', { name: '何联系', roles: ['colleague'] })
    const nextId = stayer.put('contact', { name: '新持有', roles: ['colleague'] })
    const channelId = stayer.put('channel', {
      kind: 'mailbox',
      value: 'a@b.example',
      holderId: contactId,
    })
    stayer.credential('发验证码的', { channelId })
    const id = await stayer.start({ contactId })
    expect(lineOf(stayer.lines(id), '发验证码的')).toMatchObject({ rank: 3, state: 'open' })
    stayer.edit<'channel'>(channelId, { holderId: nextId })
    expect(lineOf(stayer.lines(id), '发验证码的')).toMatchObject({
      state: 'closed',
      closedBy: 'moved',
    })
  })
})
