import { describe, expect, it } from 'vitest'
import type { KeptKey } from '../../../electron/shell/due-keys.ts'
import { createDueWatch, type DueAnswer } from '../../../electron/shell/due-watch.ts'
import type { DueList } from '../../../shared/due-list.ts'

/** Noon in Shanghai. */
const NOON = Date.UTC(2026, 10, 22, 4)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const KEY: KeptKey = {
  vaultId: 'a'.repeat(32),
  slotId: 'b'.repeat(32),
  path: '/srv/公司.beian',
  expiresAt: NOON + 90 * 24 * HOUR,
  sealedKey: 'c2VhbGVk',
}

function listOf(day: string): DueList {
  return { day, counts: { danger: 1, due: 2, soon: 3 }, lines: [] }
}

function setUp(keys: KeptKey[] = [KEY]) {
  const world = {
    now: NOON,
    keys,
    isHeld: false,
    changedAt: 1 as number | undefined,
    answer: undefined as DueAnswer | undefined,
    looks: [] as string[],
    changes: 0,
  }
  const watch = createDueWatch({
    now: () => world.now,
    keys: () => world.keys,
    read: (key, today) => {
      world.looks.push(`${key.path} ${today}`)
      return Promise.resolve(world.answer)
    },
    isHeld: () => world.isHeld,
    changedAt: () => world.changedAt,
    expired: ({ sealedKey: _gone, ...key }) => {
      world.keys = [key]
    },
    changed: () => {
      world.changes += 1
    },
  })
  /** A look, and what it leads to. */
  const look = async (laterMs = 0) => {
    world.now += laterMs
    watch.look()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { world, watch, look }
}

describe('the looks into a vault for the tray', () => {
  it('are one at the start and one when a new day begins in Shanghai', async () => {
    const { world, watch, look } = setUp()
    world.answer = { list: listOf('2026-11-22') }
    await look()
    await look(5 * HOUR)
    expect(world.looks).toEqual(['/srv/公司.beian 2026-11-22'])
    expect(watch.standings()).toMatchObject([{ state: 'listed', list: { day: '2026-11-22' } }])

    world.answer = { list: listOf('2026-11-23') }
    await look(7 * HOUR)
    expect(world.looks).toEqual(['/srv/公司.beian 2026-11-22', '/srv/公司.beian 2026-11-23'])
  })

  it('come again when the file was changed, at most every ten minutes', async () => {
    const { world, look } = setUp()
    world.answer = { list: listOf('2026-11-22') }
    await look()
    world.changedAt = 2
    await look(9 * MINUTE)
    expect(world.looks).toHaveLength(1)
    await look(MINUTE)
    await look(HOUR)
    expect(world.looks).toHaveLength(2)
  })

  it('come again ten minutes after one that failed', async () => {
    const { world, watch, look } = setUp()
    world.answer = { problem: 'keychain-closed' }
    await look()
    expect(watch.standings()).toMatchObject([{ state: 'problem', problem: 'keychain-closed' }])
    await look(9 * MINUTE)
    expect(world.looks).toHaveLength(1)
    world.answer = { list: listOf('2026-11-22') }
    await look(MINUTE)
    expect(watch.standings()).toMatchObject([{ state: 'listed' }])
  })

  it('wait while the person has the vault open or opens it', async () => {
    const { world, watch, look } = setUp()
    world.isHeld = true
    await look()
    expect(world.looks).toEqual([])
    watch.told(KEY.vaultId, listOf('2026-11-22'))
    expect(watch.standings()).toMatchObject([{ state: 'listed' }])
    world.isHeld = false
    await look(HOUR)
    expect(world.looks).toEqual([])
  })

  it('leave what is known of today when somebody else has the vault open', async () => {
    const { world, watch, look } = setUp()
    world.answer = { list: listOf('2026-11-22') }
    await look()
    world.answer = { problem: 'vault-busy' }
    world.changedAt = 2
    await look(HOUR)
    expect(watch.standings()).toMatchObject([{ state: 'listed' }])
    world.answer = { list: { ...listOf('2026-11-22'), counts: { danger: 9, due: 0, soon: 0 } } }
    await look(HOUR)
    expect(watch.standings()).toMatchObject([{ list: { counts: { danger: 9 } } }])
  })

  it('count for nothing when one was stopped for the person', async () => {
    const { world, watch, look } = setUp()
    await look()
    expect(watch.standings()).toMatchObject([{ state: 'waiting' }])
    expect(world.changes).toBe(0)
  })

  it('end with the time that was agreed on, and the key goes with it', async () => {
    const { world, watch, look } = setUp()
    world.answer = { list: listOf('2026-11-22') }
    await look()
    await look(91 * 24 * HOUR)
    expect(world.keys[0]).not.toHaveProperty('sealedKey')
    expect(watch.standings()).toMatchObject([{ state: 'problem', problem: 'expired' }])
    const before = world.changes
    await look(HOUR)
    expect(world.changes).toBe(before)
    expect(world.looks).toHaveLength(1)
  })

  it('come at once after the machine slept, and what was found stands until then', async () => {
    const { world, watch, look } = setUp()
    world.answer = { list: listOf('2026-11-22') }
    await look()
    watch.wake()
    expect(watch.standings()).toMatchObject([{ state: 'listed' }])
    expect(world.looks).toHaveLength(2)
  })
})
