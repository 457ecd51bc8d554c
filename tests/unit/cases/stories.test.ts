import { beforeEach, describe, expect, it } from 'vitest'
import { type CaseSession, openCaseSession, stepOf } from './case-session.ts'

const DAY_MS = 86_400_000

describe('a recovery case', () => {
  let test: CaseSession
  beforeEach(async () => {
    test = await openCaseSession()
  })

  it('is opened with a number of its year and the first step next', () => {
    const first = test.open('a1')
    expect(first.line).toMatchObject({
      number: '2026-001',
      title: '星河云 备案密码',
      entityName: '星河云科技（北京）有限公司',
      providerName: '云枢计算',
      isOpen: true,
      isBlocked: false,
      nextStep: { guideId: 'a1', stepId: 'confirm-filed' },
    })
    expect(test.open('b').line.number).toBe('2026-002')
    test.clock.now += 60 * DAY_MS
    expect(test.open('c', { title: '第二年' }).line).toMatchObject({
      number: '2027-001',
      title: '第二年',
    })
    expect(test.actions().filter((action) => action === 'case.open')).toHaveLength(3)
  })

  it('cannot be opened for a service of another entity, the quarterly check, or what is gone', async () => {
    const other = await test.save('entity', { name: '别家', nature: 'enterprise' })
    const scope = { serviceIds: [test.ids.service], credentialIds: [], entityId: other.id }
    expect(() => test.open('a1', scope)).toThrow(
      expect.objectContaining({
        code: 'invalid-value',
        facts: expect.objectContaining({ field: 'serviceIds' }),
      }),
    )
    expect(() => test.open('quarterly')).toThrow(expect.objectContaining({ code: 'invalid-value' }))
    expect(() => test.open('a1', { credentialIds: ['0'.repeat(32)] })).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })

  it('goes through A1 to a registered new password and closes by itself', async () => {
    const { id } = test.open('a1').line
    test.passTo(id, 'set-password')
    const reset = test.resolve('cases.recordOutcome', {
      id,
      kind: 'reset-by-user',
      channel: '门户',
    })
    expect(stepOf(reset, 'set-password')).toMatchObject({ state: 'done', doneBy: 'outcome' })
    expect(stepOf(reset, 'change-at-once')?.state).toBe('not-applicable')
    test.step(id, 'log-in')
    expect(test.resolve('cases.read', { id }).hindrances).toEqual([
      expect.objectContaining({ kind: 'step', stepId: 'update-ledger' }),
      { kind: 'registration', credentialId: test.ids.password, label: '星河云 备案密码' },
    ])

    await test.call['credentials.register']({
      id: test.ids.password,
      value: 'Xk7!mPq2#vRt',
      origin: 'generated',
    })
    const registered = test.resolve('cases.read', { id })
    expect(
      registered.guides[0]?.steps.find((one) => one.stepId === 'register-password'),
    ).toMatchObject({
      state: 'done',
      record: { person: '林备案', doneOn: '2026-11-22' },
    })
    expect(test.actions().slice(0, 2)).toEqual(['case.registered', 'credential.register'])

    test.step(id, 'update-ledger')
    const closed = test.resolve('cases.close', { id, lessons: '手机号要每季度核实' })
    expect(closed.case.line).toMatchObject({
      isOpen: false,
      closedOn: '2026-11-22',
      outcome: 'reset-by-user',
    })
    expect(closed.case.line.closeReason).toBeUndefined()
    expect(closed.case.hindrances).toEqual([])
  })

  it('takes M where the portal has no entry, and keeps what was done', () => {
    const { id } = test.open('a1').line
    test.passTo(id, 'find-entry')
    const asked = test.step(id, 'find-entry', { answer: 'missing' })
    expect(stepOf(asked, 'find-entry')?.leadsTo).toEqual({ guide: 'm' })
    expect(asked.case.line.nextStep).toBeUndefined()
    expect(asked.case.hindrances).toContainEqual({
      kind: 'switch-guide',
      guideId: 'm',
      stepId: 'find-entry',
    })
    const reason = '门户无找回入口'
    const inM = test.resolve('cases.switchGuide', { id, guideId: 'm', reason })
    expect(inM.case.guides.map((one) => [one.guideId, one.isCurrent, one.leftBecause])).toEqual([
      ['a1', false, reason],
      ['m', true, undefined],
    ])
    // The common pre-flight is not asked again.
    expect(stepOf(inM, 'confirm-filed')).toMatchObject({ state: 'done', recordedInGuideId: 'a1' })
    expect(inM.case.line.nextStep?.stepId).toBe('open-account')
    test.resolve('records.undo', { undoToken: inM.undoToken })
    expect(test.resolve('cases.read', { id }).line.guideId).toBe('a1')
  })

  it('closes an M that changed the contacts without a new filing password', () => {
    const { id } = test.open('m').line
    test.passTo(id, 'bureau-review')
    const done = test.resolve('cases.recordOutcome', { id, kind: 'contact-changed' })
    expect(done.case.blocks).toEqual([])
    expect(() => test.step(id, 'register-password', { state: 'skipped' })).toThrow(
      expect.objectContaining({ facts: { field: 'note', code: 'required' } }),
    )
    test.step(id, 'register-password', { state: 'skipped', note: '账号密码上月刚换过' })
    test.step(id, 'update-ledger')
    expect(test.resolve('cases.close', { id }).case.line.isOpen).toBe(false)
  })

  it('comes back from a trouble to the step where it was left, before it may end', () => {
    const { id } = test.open('a1').line
    test.passTo(id, 'enter-code')
    const stuck = test.step(id, 'enter-code', { state: 'failed', branch: 0 })
    expect(stepOf(stuck, 'enter-code')?.leadsTo).toEqual({ guide: 't1' })
    test.resolve('cases.switchGuide', { id, guideId: 't1', reason: '收不到验证码' })
    test.passTo(id, 'resend')
    const solved = test.step(id, 'resend', { answer: 'arrived' })
    expect(solved.case.hindrances).toEqual([{ kind: 'return-to-guide', guideId: 'a1' }])
    const back = test.resolve('cases.switchGuide', { id, guideId: 'a1', reason: '收到了' })
    expect(back.case.line.nextStep?.stepId).toBe('enter-code')
    expect(stepOf(back, 'enter-code')).toMatchObject({ state: 'open', attempts: 1 })
  })

  it('ends without an outcome where there was nothing to recover', () => {
    const { id } = test.open('a1').line
    const asked = test.step(id, 'confirm-filed', { answer: 'not-filed' })
    expect(asked.case.hindrances).toEqual([])
    expect(test.resolve('cases.close', { id }).case.line.isOpen).toBe(false)
  })

  it('is closed early only with a reason, keeps it, and can be taken up again', () => {
    const { id } = test.open('b').line
    expect(() => test.resolve('cases.close', { id })).toThrow(
      expect.objectContaining({ facts: { field: 'reason', code: 'required' } }),
    )
    const closed = test.resolve('cases.close', { id, reason: '已另案办理' })
    expect(closed.case.line).toMatchObject({ isOpen: false, closeReason: '已另案办理' })
    expect(() => test.step(id, 'confirm-filed', { answer: 'filed' })).toThrow(
      expect.objectContaining({ facts: { field: 'closedOn', code: 'not-allowed' } }),
    )
    test.resolve('cases.change', { id, lessons: '先打电话问' })
    expect(() => test.resolve('cases.change', { id, title: '改名' })).toThrow()
    const again = test.resolve('cases.reopen', { id, reason: '对方又让补件' })
    expect(again.case.line.isOpen).toBe(true)
    expect(again.case.record.data).toMatchObject({ reopenedCount: 1, lessons: '先打电话问' })
    expect(again.case.line.closeReason).toBeUndefined()
  })

  it('tells a step with who, when, how and on which paper, and mends it', async () => {
    const paper = await test.save('document', {
      kind: 'receipt',
      title: 'EMS 底单',
      entityId: test.ids.entity,
      sealState: 'not-needed',
    })
    const { id } = test.open('b').line
    test.passTo(id, 'submit')
    const sent = test.step(id, 'submit', {
      doneOn: '2026-11-20',
      person: '陈值守',
      channel: 'EMS',
      reference: 'EA123456789CN',
      note: ' ',
      documentIds: [paper.id, paper.id],
    })
    expect(stepOf(sent, 'submit')).toMatchObject({
      record: { person: '陈值守', reference: 'EA123456789CN', doneOn: '2026-11-20' },
      documents: [{ id: paper.id, title: 'EMS 底单' }],
      attempts: 1,
    })
    expect(stepOf(sent, 'submit')?.record?.note).toBeUndefined()
    const mended = test.step(id, 'submit', {
      isCorrection: true,
      doneOn: '2026-11-19',
      reference: 'EA2',
    })
    expect(stepOf(mended, 'submit')).toMatchObject({
      attempts: 1,
      record: { doneOn: '2026-11-19', reference: 'EA2', person: '林备案' },
    })
    expect(mended.case.clocks.map((one) => one.startedOn)).toEqual(['2026-11-19', '2026-11-19'])
    const undone = test.resolve('cases.undoStep', { id, stepId: 'submit' })
    expect(stepOf(undone, 'submit')?.state).toBe('open')
    expect(undone.case.clocks).toEqual([])
  })

  it.each([
    ['a question without an answer', 'confirm-filed', {}, 'answer', 'required'],
    ['an answer nobody gave', 'confirm-filed', { answer: 'perhaps' }, 'answer', 'not-allowed'],
    ['skipping without a reason', 'collect-papers', { state: 'skipped' }, 'note', 'required'],
    ['a day to come', 'collect-papers', { doneOn: '2026-11-23' }, 'doneOn', 'date-in-future'],
    [
      'a failure of no such kind',
      'collect-papers',
      { state: 'failed', branch: 7 },
      'branch',
      'not-allowed',
    ],
    ['the outcome by hand', 'receive-password', {}, 'stepId', 'not-allowed'],
    ['the registration by hand', 'register-password', {}, 'stepId', 'not-allowed'],
  ])('refuses %s', (_name, stepId, changes, field, code) => {
    const { id } = test.open('b').line
    expect(() => test.step(id, stepId, changes as object)).toThrow(
      expect.objectContaining({ code: 'invalid-value', facts: { field, code } }),
    )
    expect(() => test.step(id, 'no-such-step')).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })

  it('keeps a contact log in the order things happened', () => {
    const { id } = test.open('c').line
    const entry = { id, withWhom: '云枢计算 客服', channel: '电话', said: '请补授权书' }
    test.resolve('cases.saveLogEntry', { ...entry, on: '2026-11-21', time: '15:00' })
    test.resolve('cases.saveLogEntry', {
      ...entry,
      on: '2026-11-21',
      time: '09:30',
      said: '没人接',
    })
    const { case: view } = test.resolve('cases.saveLogEntry', {
      ...entry,
      on: '2026-11-20',
      said: '第一次打',
      reference: '工单 88',
    })
    expect(view.record.data.log.map((one) => one.said)).toEqual([
      '第一次打',
      '没人接',
      '请补授权书',
    ])
    const [first, second] = view.record.data.log
    const mended = test.resolve('cases.saveLogEntry', {
      ...entry,
      entryId: second?.id ?? '',
      on: '2026-11-22',
      said: '改到今天',
    })
    expect(mended.case.record.data.log.map((one) => one.said)).toEqual([
      '第一次打',
      '请补授权书',
      '改到今天',
    ])
    const removed = test.resolve('cases.removeLogEntry', { id, entryId: first?.id ?? '' })
    expect(removed.case.record.data.log).toHaveLength(2)
    expect(() => test.resolve('cases.saveLogEntry', { ...entry, on: '2026-12-01' })).toThrow(
      expect.objectContaining({ code: 'invalid-value' }),
    )
  })

  it('keeps the papers it names from the trash, those of the contact log too', async () => {
    const shot = { kind: 'screenshot', title: '通话截图', entityId: test.ids.entity }
    const { id: documentId } = await test.save('document', { ...shot, sealState: 'not-needed' })
    const { id } = test.open('c').line
    const entry = { id, on: '2026-11-21', withWhom: '客服', channel: '电话', said: '请等' }
    test.resolve('cases.saveLogEntry', { ...entry, documentIds: [documentId] })
    expect(() => test.resolve('records.trash', { ids: [documentId] })).toThrow(
      expect.objectContaining({ code: 'record-in-use' }),
    )
  })

  it('is found by anything written in it, open ones by their worst clock first', () => {
    const waiting = test.open('a1', { title: '甲' }).line.id
    const running = test.open('b', { title: '乙' }).line.id
    test.passTo(running, 'submit')
    test.step(running, 'submit', { reference: 'EA123456789CN', doneOn: '2026-11-20' })
    const late = test.open('b', { title: '丙' }).line.id
    test.passTo(late, 'submit')
    test.step(late, 'submit', { doneOn: '2026-10-08' })
    const closed = test.open('c', { title: '丁' }).line.id
    test.resolve('cases.close', { id: closed, reason: '对方电话已停用' })
    const ids = (filter: object) =>
      test.resolve('cases.list', { state: 'all', ...filter }).map((one) => one.id)
    expect(ids({})).toEqual([late, running, waiting, closed])
    expect(ids({ state: 'finished' })).toEqual([closed])
    expect(ids({ state: 'open', query: 'ea1234' })).toEqual([running])
    expect(ids({ query: '停用 云枢' })).toEqual([closed])
    expect(ids({ query: '没有的' })).toEqual([])
    expect(ids({ entityId: '0'.repeat(32) })).toEqual([])
  })
})
