import { describe, expect, it, vi } from 'vitest'
import { remindersOn } from '../../../electron/ledger/ledger.ts'
import { dayOf } from '../../../shared/calendar-day.ts'
import { DAY_MS, lockAndUnlock, openBackupSession } from '../../support/backup-session.ts'
import { makeSplitKit } from '../../support/custody.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const HOLDERS = ['王法人', '李财务', '赵信息']

/** A vault whose only kit is split. */
async function withSplitKit(holders: readonly string[] = HOLDERS) {
  const opened = await openBackupSession()
  const codes = makeSplitKit(opened.vault, holders)
  // The reminders hear of the new kit.
  const again = await lockAndUnlock(opened)
  return { ...again, codes, share: (number: number) => codes[number - 1] ?? '' }
}

type Opened = Awaited<ReturnType<typeof withSplitKit>>

const lastEntry = ({ session }: Opened) => session.open().vault.audit({ limit: 1 })[0]

const kitDrill = async ({ call }: Opened) => {
  const { drills } = await call['backups.state'](undefined)
  return drills.find(({ kind }) => kind === 'kit-retyped')
}

const isWanted = ({ session }: Opened) =>
  remindersOn(session.open().ledger, dayOf(session.now())).some(({ kind }) => kind === 'drill-due')

/** A code whose last data digits are others, with checking digits that fit: a share that was never of the kit. */
function altered(code: string, like: string): string {
  return [...code.split('-').slice(0, 2), ...like.split('-').slice(2)].join('-')
}

const refusedWith = (facts: object) =>
  expect.objectContaining({ code: 'wrong-recovery-kit', facts: expect.objectContaining(facts) })

describe('a drill of a split kit', () => {
  it('is passed by two right shares, and keeps whose they are and no code', async () => {
    const opened = await withSplitKit()
    opened.clock.now += 92 * DAY_MS
    expect(isWanted(opened)).toBe(true)
    const shares = [
      { number: 1, holder: '王法人', finding: 'right' as const },
      { number: 3, holder: '赵信息', finding: 'right' as const },
    ]
    const codes = [opened.share(1), opened.share(3).toLowerCase()]
    const found = await opened.call['drills.checkShares']({ codes })
    expect(found).toEqual({ result: 'passed', threshold: 2, shares })
    expect(isWanted(opened)).toBe(false)
    expect((await kitDrill(opened))?.last).toMatchObject({ result: 'passed', shares })
    const entry = lastEntry(opened)
    expect(entry).toMatchObject({
      action: 'drill.recorded',
      facts: { result: 'passed', shares: '1+3', holder: '王法人、赵信息', found: 'right+right' },
    })
    const kept = JSON.stringify([entry, await opened.call['backups.state'](undefined)])
    // A group of digits alone might be part of a day or a number.
    const groups = opened.codes.flatMap((code) => code.split('-'))
    for (const group of groups.filter((one) => /[G-Z]/.test(one))) expect(kept).not.toContain(group)
  })

  it('works for a kit of two shares, in any order', async () => {
    const opened = await withSplitKit(['王法人', '李财务'])
    const { result } = await opened.call['drills.checkShares']({
      codes: [opened.share(2), opened.share(1)],
    })
    expect(result).toBe('passed')
  })

  it('is not passed by one right share alone, nor failed by it', async () => {
    const opened = await withSplitKit()
    expect(await opened.call['drills.checkShares']({ codes: [opened.share(2)] })).toEqual({
      result: 'partial',
      threshold: 2,
      shares: [{ number: 2, holder: '李财务', finding: 'right' }],
    })
    expect(lastEntry(opened)?.facts).toMatchObject({ result: 'partial', shares: '2' })
    expect(isWanted(opened)).toBe(false)
    opened.clock.now += 92 * DAY_MS
    expect(isWanted(opened)).toBe(true)
  })

  it('fails by a share that says it is of the kit and is not, with whose it would be', async () => {
    const opened = await withSplitKit()
    const wrong = altered(opened.share(1), opened.share(2))
    const codes = [wrong, opened.share(3)]
    expect(await opened.call['drills.checkShares']({ codes })).toEqual({
      result: 'failed',
      threshold: 2,
      shares: [
        { number: 1, holder: '王法人', finding: 'wrong' },
        { number: 3, holder: '赵信息', finding: 'right' },
      ],
    })
    expect(isWanted(opened)).toBe(true)
  })

  it('tells a share of a kit that was replaced, and whose it was', async () => {
    const opened = await withSplitKit(['王法人', '钱旧财务'])
    const codes = makeSplitKit(opened.vault, HOLDERS)
    const typed = [opened.share(2), codes[0] ?? '']
    expect(await opened.call['drills.checkShares']({ codes: typed })).toEqual({
      result: 'failed',
      threshold: 2,
      shares: [
        { number: 2, holder: '钱旧财务', finding: 'older-kit' },
        { number: 1, holder: '王法人', finding: 'right' },
      ],
    })
  })

  it('fails by two shares that fit together but are of a kit that was replaced', async () => {
    const opened = await withSplitKit()
    makeSplitKit(opened.vault, HOLDERS)
    const { result, shares } = await opened.call['drills.checkShares']({
      codes: [opened.share(1), opened.share(2)],
    })
    expect(result).toBe('failed')
    expect(shares.map(({ finding }) => finding)).toEqual(['older-kit', 'older-kit'])
  })

  it('knows no holder of a share of another vault', async () => {
    const opened = await withSplitKit()
    const other = await withSplitKit()
    expect(await opened.call['drills.checkShares']({ codes: [other.share(1)] })).toMatchObject({
      result: 'failed',
      shares: [{ number: 1, finding: 'other-kit' }],
    })
  })

  it('records nothing for a typing error, the same share twice, or a whole kit’s code', async () => {
    const opened = await withSplitKit()
    const { code } = opened.vault.prepareRecoveryKit()
    const before = opened.vault.revision
    const mistyped = `${opened.share(2).slice(0, -1)}${opened.share(2).endsWith('0') ? '1' : '0'}`
    const check = (codes: string[]) => async () => opened.call['drills.checkShares']({ codes })
    await expect(check([opened.share(1), mistyped])).rejects.toEqual(
      refusedWith({ group: 10, field: 2 }),
    )
    await expect(check([opened.share(1), opened.share(1)])).rejects.toEqual(
      refusedWith({ reason: 'same-share', field: 2, share: 1 }),
    )
    await expect(check([code])).rejects.toEqual(refusedWith({ reason: 'single', field: 1 }))
    expect(opened.vault.revision).toBe(before)
  })

  it('leaves the person to choose where there is a whole kit as well', async () => {
    const opened = await withSplitKit()
    const split = { threshold: 2, holders: HOLDERS }
    expect((await opened.call['backups.state'](undefined)).kits).toEqual({ hasWhole: false, split })
    const { code } = opened.vault.prepareRecoveryKit()
    const groups = code.split('-')
    opened.vault.confirmRecoveryKit([0, 5].map((index) => ({ index, text: groups[index] ?? '' })))
    expect((await opened.call['backups.state'](undefined)).kits).toEqual({ hasWhole: true, split })
    expect(await opened.call['drills.checkKit']({ code })).toEqual({ isPassed: true })
  })
})

describe('a backup from before a split kit was replaced', () => {
  it('opens with two shares of the kit of then, and not with those of now', async () => {
    const opened = await withSplitKit()
    await opened.call['backups.chooseFolder'](undefined)
    const { backups } = await opened.call['backups.make'](undefined)
    const now = makeSplitKit(opened.vault, HOLDERS)
    const browse = async (first = '', second = '') =>
      opened.call['backups.browse']({
        id: backups[0]?.id ?? '',
        secret: { kind: 'recovery-shares', codes: [first, second] },
      })
    await expect(browse(now[0], now[1])).rejects.toEqual(refusedWith({ reason: 'not-of-vault' }))
    await expect(browse(opened.share(1), now[1])).rejects.toEqual(
      refusedWith({ reason: 'other-set' }),
    )
    const contents = await browse(opened.share(3), opened.share(1))
    expect(contents?.fileName).toBe(backups[0]?.fileName)
    const { drills } = await opened.call['backups.state'](undefined)
    expect(drills.find(({ kind }) => kind === 'backup-opened')?.last?.result).toBe('passed')
    await opened.call['backups.endBrowse'](undefined)
  })
})
