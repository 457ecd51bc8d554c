import { beforeEach, describe, expect, it } from 'vitest'
import { writeCredentials } from '../../../electron/spreadsheet/credential-work.ts'
import { createWorkingSet } from '../../../electron/spreadsheet/working-set.ts'
import type { CallInput } from '../../../shared/contract.ts'
import type { Reminder } from '../../../shared/reminder.ts'
import { type CaseSession, openCaseSession, stepOf } from './case-session.ts'

const NEW_VALUE = 'Xk7!mPq2#vRt'

describe('立即修改', () => {
  let test: CaseSession
  let id: string

  beforeEach(async () => {
    test = await openCaseSession()
    id = test.open('b').line.id
    test.passTo(id, 'receive-password')
  })

  const outcome = (changes: Partial<CallInput<'cases.recordOutcome'>> = {}) =>
    test.resolve('cases.recordOutcome', { id, kind: 'temporary', ...changes })
  const register = (changes: Partial<CallInput<'credentials.register'>> = {}) =>
    test.call['credentials.register']({
      id: test.ids.password,
      value: NEW_VALUE,
      origin: 'chosen',
      ...changes,
    })
  const password = () => {
    const found = test.resolve('credentials.list', undefined)
    return found.find((one) => one.id === test.ids.password)
  }
  const read = () => test.resolve('cases.read', { id })

  it('is opened by a temporary password, in the same transaction', () => {
    const validUntilAt = test.clock.now + 3_600_000
    const { case: view, undoToken } = outcome({ validUntilAt })
    expect(view.blocks).toEqual([
      {
        credentialId: test.ids.password,
        label: '星河云 备案密码',
        reason: 'temporary',
        since: test.clock.now,
        validUntilAt,
      },
    ])
    expect(view.line.isBlocked).toBe(true)
    expect(view.credentials[0]).toMatchObject({ isWaitedFor: true, state: 'issued' })
    expect(password()).toMatchObject({ state: 'issued', data: { mustChangeReason: 'temporary' } })
    const reminders = test.call['reminders.list'](undefined) as Reminder[]
    expect(reminders[0]).toMatchObject({ kind: 'must-change', urgency: 'danger' })
    test.resolve('records.undo', { undoToken })
    expect(password()?.data.mustChangeReason).toBeUndefined()
    expect(read().record.data.outcome).toBeUndefined()
  })

  it('is opened by a password that was sent', () => {
    expect(outcome({ kind: 'sent' }).case.blocks[0]?.reason).toBe('issued')
    expect(password()?.data.mustChangeReason).toBe('issued')
  })

  it.each(['reset-by-user', 'account-regained', 'contact-changed'] as const)(
    'is not opened by %s',
    (kind) => {
      expect(outcome({ kind }).case.blocks).toEqual([])
      expect(password()?.data.mustChangeReason).toBeUndefined()
    },
  )

  it("ends with a registered value of our own, and the guide's step with it", async () => {
    outcome()
    const { undoToken } = await register()
    const view = read()
    expect(view.blocks).toEqual([])
    expect(password()?.data.mustChangeReason).toBeUndefined()
    expect(view.guides[0]?.steps.find((one) => one.stepId === 'register-password')?.state).toBe(
      'done',
    )
    expect(view.credentials[0]).toMatchObject({ isWaitedFor: false, registeredAt: test.clock.now })
    test.resolve('records.undo', { undoToken })
    expect(read().blocks).toHaveLength(1)
    expect(password()?.data.mustChangeReason).toBe('temporary')
  })

  it.each(['issued', 'temporary', 'imported', 'unknown'] as const)(
    'does not end with a registered value that is %s',
    async (origin) => {
      outcome()
      await register({ origin })
      expect(read().blocks).toHaveLength(1)
      expect(password()?.data.mustChangeReason).toBeDefined()
      const state = stepOf({ case: read(), undoToken: 0 }, 'register-password')?.state
      expect(state).toBe('open')
    },
  )

  it('is not ended by taking the mark back', () => {
    outcome()
    test.resolve('credentials.setMustChange', { id: test.ids.password, reason: 'leaked' })
    expect(password()?.data.mustChangeReason).toBe('leaked')
    test.resolve('credentials.setMustChange', { id: test.ids.password, reason: null })
    expect(password()?.data.mustChangeReason).toBe('temporary')
  })

  it('is not ended by the form, whatever it says', async () => {
    outcome()
    const { mustChangeReason: _reason, ...data } = password()?.data ?? {}
    await test.save(
      'credential',
      { ...data, origin: 'chosen', changedOn: '2026-11-22' },
      { id: test.ids.password, secret: { value: NEW_VALUE } },
    )
    expect(password()?.data.mustChangeReason).toBe('temporary')
    expect(read().blocks).toHaveLength(1)
    await expect(
      test.save('credential', { ...data, isRetired: true }, { id: test.ids.password }),
    ).rejects.toThrow(
      expect.objectContaining({ facts: { field: 'isRetired', code: 'not-allowed' } }),
    )
  })

  it('outlives the case that was closed with a reason', async () => {
    outcome()
    test.resolve('cases.close', { id, reason: '下周再改' })
    test.resolve('credentials.setMustChange', { id: test.ids.password, reason: null })
    expect(password()?.data.mustChangeReason).toBe('temporary')
    await register()
    expect(password()?.data.mustChangeReason).toBeUndefined()
    expect(read().record.data.registrations).toHaveLength(1)
    expect(read().line.isOpen).toBe(false)
  })

  it('keeps the registration step from being skipped or ticked off', () => {
    outcome()
    for (const state of ['done', 'skipped'] as const) {
      expect(() => test.step(id, 'register-password', { state, note: '算了' })).toThrow(
        expect.objectContaining({ facts: { field: 'stepId', code: 'not-allowed' } }),
      )
    }
  })

  it('is not opened when the new value was registered after the password had come', async () => {
    test.clock.now += 3_600_000
    await register()
    const { case: view } = outcome({ doneOn: '2026-11-22', doneTime: '10:20' })
    expect(view.blocks).toEqual([])
    expect(view.hindrances.map((one) => one.kind)).not.toContain('registration')
    // What came afterwards is another one.
    test.clock.now += 3_600_000
    expect(outcome().case.blocks).toHaveLength(1)
  })

  it('needs to know which password it is about', async () => {
    const { id: other } = test.open('c', { credentialIds: [] }).line
    test.passTo(other, 'receive-password')
    expect(() => test.resolve('cases.recordOutcome', { id: other, kind: 'sent' })).toThrow(
      expect.objectContaining({ facts: { field: 'credentialId', code: 'required' } }),
    )
    const { case: view } = test.resolve('cases.recordOutcome', {
      id: other,
      kind: 'sent',
      credentialId: test.ids.password,
    })
    expect(view.credentials.map((one) => one.id)).toEqual([test.ids.password])
    expect(() => test.resolve('cases.change', { id: other, credentialIds: [] })).toThrow(
      expect.objectContaining({ facts: { field: 'credentialIds', code: 'not-allowed' } }),
    )
  })

  it('is through in the guide that is come back to, when it ended in the one between', async () => {
    outcome()
    test.resolve('cases.switchGuide', { id, guideId: 't3', reason: '登录不了' })
    await register()
    const back = test.resolve('cases.switchGuide', { id, guideId: 'b', reason: '能登录了' })
    expect(stepOf(back, 'register-password')?.state).toBe('done')
  })

  it('has no end before its beginning', () => {
    expect(() => outcome({ validUntilAt: test.clock.now - 1 })).toThrow(
      expect.objectContaining({ facts: { field: 'validUntilAt', code: 'not-allowed' } }),
    )
  })

  it('is not ended by an import of a table', () => {
    outcome()
    const { vault, ledger } = test.session.open()
    const work = createWorkingSet(ledger)
    const claim = {
      entityId: test.ids.entity,
      passwords: { filing: NEW_VALUE },
      mode: 'change',
    } as const
    const peekSecret = (one: string) => vault.peekSecret(one)
    const context = { store: ledger, work, now: test.clock.now, peekSecret }
    expect(writeCredentials([claim], context)).toBe(1)
    expect(work.data('credential', test.ids.password)).toMatchObject({
      origin: 'imported',
      mustChangeReason: 'temporary',
    })
  })
})
