import { describe, expect, it, vi } from 'vitest'
import { CREDENTIAL_ORIGINS } from '../../../shared/records/credential.ts'
import { codesOf, lineOf, type Opened, openHandovers } from './handover-session.ts'

vi.setConfig({ testTimeout: 60_000 })

const FIRST = 'Qz7!mWp2#kLs'
const NEXT = 'Yy7!mWp2#kLs9'
const KEY = 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP'

/** As the form does: the data as they are, and a patch of what is secret. */
function saveSecret(open: Opened, id: string, secret: Readonly<Record<string, string>>) {
  const record = open.ledger.records.get(id)
  // `as`: this handler answers at once.
  return open.call['records.save']({
    kind: 'credential',
    id,
    data: { ...record?.data },
    secret,
  }) as { undoToken: number }
}

/** A password that the leaver saw, and the handover in which they are gone. */
async function seenAndRemoved() {
  const test = await openHandovers()
  const id = test.now().credential('门户')
  test.now().register(id, FIRST)
  const leaver = await test.byLeaver()
  leaver.call['credentials.reveal']({ id })
  const stayer = await test.byStayer()
  const handover = await stayer.start({ custodianId: test.leaverId })
  await stayer.call['handover.remove']({ id: handover })
  return { test, stayer, id, line: () => lineOf(stayer.lines(handover), '门户') }
}

describe('a line of a password', () => {
  it('stays open when a TOTP key or private notes are added beside the same password', async () => {
    const { stayer, id, line } = await seenAndRemoved()
    saveSecret(stayer, id, { totpUri: KEY })
    saveSecret(stayer, id, { privateNotes: '恢复码在信封里' })
    expect(line()).toMatchObject({ state: 'open', rank: 1 })
    saveSecret(stayer, id, { value: NEXT })
    expect(line()).toMatchObject({ state: 'closed', closedBy: 'registered' })
  })

  it('of what is a TOTP key alone is closed by another key', async () => {
    const test = await openHandovers()
    const id = test.now().put('credential', {
      kind: 'totp',
      label: '动态口令',
      origin: 'chosen',
      rotationMonths: 3,
      isRetired: false,
    })
    saveSecret(test.now(), id, { totpUri: KEY })
    const handover = await test.now().start({ custodianId: test.leaverId })
    saveSecret(test.now(), id, { totpUri: KEY })
    expect(lineOf(test.now().lines(handover), '动态口令').state).toBe('open')
    saveSecret(test.now(), id, { totpUri: KEY.replace('JBSW', 'KBSW') })
    expect(lineOf(test.now().lines(handover), '动态口令').state).toBe('closed')
  })

  it('stays open when the same value is registered again, wherever it is said to come from', async () => {
    const { stayer, id, line } = await seenAndRemoved()
    stayer.call['credentials.setMustChange']({ id, reason: 'handover' })
    for (const origin of CREDENTIAL_ORIGINS) {
      if (origin === 'chosen' || origin === 'generated') continue
      stayer.call['credentials.register']({ id, value: FIRST, origin })
      expect(line(), origin).toMatchObject({ state: 'open', rank: 1 })
      expect(stayer.ledger.records.get(id)?.data, origin).toHaveProperty('mustChangeReason')
    }
  })

  it('opens again when a past value is registered after a new one', async () => {
    const { stayer, id, line } = await seenAndRemoved()
    stayer.register(id, NEXT)
    expect(line().state).toBe('closed')
    stayer.call['credentials.register']({ id, value: FIRST, origin: 'imported' })
    expect(line()).toMatchObject({ state: 'open', rank: 1 })
    expect(codesOf(line())).toContain('revealed')
  })

  it('stays open while the new value is one that was issued or is temporary', async () => {
    const { stayer, id, line } = await seenAndRemoved()
    stayer.call['credentials.register']({ id, value: 'Issued-5512', origin: 'issued' })
    expect(line().state).toBe('open')
    stayer.call['credentials.register']({ id, value: 'Temp-5512', origin: 'temporary' })
    expect(line().state).toBe('open')
    stayer.register(id, NEXT)
    expect(line().state).toBe('closed')
  })
})

describe('a password that the leaver', () => {
  /** Another value saved by the form, the one before looked at in the history, and all taken back. */
  const lookAtPast = async (open: Opened, id: string) => {
    const { undoToken } = saveSecret(open, id, { value: 'Zz9!aaWp2#kLq' })
    await open.call['credentials.revealPast']({ id, index: 0 })
    open.call['records.undo']({ undoToken })
  }

  it('looked at as a past one counts as seen when it is the present one again', async () => {
    const test = await openHandovers()
    const id = test.now().credential('门户')
    test.now().register(id, FIRST)
    await lookAtPast(await test.byLeaver(), id)
    const stayer = await test.byStayer()
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(codesOf(lineOf(stayer.lines(handover), '门户'))).toContain('revealed')

    stayer.register(id, NEXT)
    expect(lineOf(stayer.lines(handover), '门户').state).toBe('closed')
    const leaver = await test.byLeaver()
    await lookAtPast(leaver, id)
    expect(lineOf(leaver.lines(handover), '门户')).toMatchObject({
      state: 'open',
      isSeenAgain: true,
    })
  })

  it('set by the form counts as known to them', async () => {
    const test = await openHandovers()
    const id = test.now().credential('门户')
    saveSecret(await test.byLeaver(), id, { value: FIRST })
    const stayer = await test.byStayer()
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(lineOf(stayer.lines(handover), '门户')).toMatchObject({ rank: 1 })
    expect(codesOf(lineOf(stayer.lines(handover), '门户'))).toEqual(['registered', 'could-open'])
  })

  it('saw with a clock set back counts as seen also when the form had set it', async () => {
    const test = await openHandovers()
    const id = test.now().credential('门户')
    saveSecret(test.now(), id, { value: FIRST })
    const now = test.clock.now
    test.clock.now = now - 86_400_000
    const leaver = await test.byLeaver()
    leaver.call['credentials.reveal']({ id })
    test.clock.now = now + 1000
    const stayer = await test.byStayer()
    const handover = await stayer.start({ custodianId: test.leaverId })
    expect(codesOf(lineOf(stayer.lines(handover), '门户'))).toEqual(['revealed', 'could-open'])
  })
})
