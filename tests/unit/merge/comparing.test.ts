import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  COPY_NAME,
  changedApart,
  credential,
  entity,
  told,
  WITH_PASSPHRASE,
} from '../../support/merge-session.ts'
import { entry, randomId } from '../../support/vault.ts'

const open = { fileName: COPY_NAME, secret: WITH_PASSPHRASE }
/** Enough for several slices, secrets included. */
const CREDENTIALS = 600

/** Two copies of which the other changed very many passwords. */
async function farApart() {
  const ids = Array.from({ length: CREDENTIALS }, randomId)
  const changed = (value: string) => ids.map((id) => credential(`${value} ${id}`, id))
  const { unlocked, copy } = await changedApart(
    changed('同'),
    (vault) => void vault.write([entity('这边新增')], [entry()]),
    (vault) => void vault.write(changed('改'), [entry()]),
  )
  const progress = () =>
    unlocked.events.flatMap((event) =>
      event.event === 'progress' && event.task === 'compare' ? [event.done] : [],
    )
  return { ...unlocked, copy, progress, vault: unlocked.session.open().vault }
}

type Far = Awaited<ReturnType<typeof farApart>>

/** Begins the comparison, and does `act` as soon as some of it is compared. */
async function openWhile(far: Far, act: () => unknown) {
  const work = Promise.resolve(far.call['merge.open'](open))
  let isOver = false
  const over = work.then(
    () => {
      isOver = true
    },
    () => {
      isOver = true
    },
  )
  while (!isOver && (far.progress().at(-1) ?? 0) === 0) await nextTurn()
  expect(isOver).toBe(false)
  const acted = act()
  await over
  await acted
  return work
}

describe('the comparison of two copies', () => {
  it('tells how far it is, and lets other calls in between', async () => {
    const far = await farApart()
    const overview = await openWhile(far, () => {
      expect(far.session.open().vault.records().next().done).toBe(false)
    })
    expect(overview?.lines).toHaveLength(CREDENTIALS + 1)
    const progress = far.progress()
    expect(progress.length).toBeGreaterThan(2)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
  })

  it('is of the vault as it is in the end, when it is written meanwhile', async () => {
    const far = await farApart()
    const overview = await openWhile(far, () => {
      far.vault.write([entity('半路新增')], [entry()])
    })
    const after = await far.call['merge.overview'](undefined)
    expect(overview?.here.revision).toBe(far.vault.revision)
    expect(overview).toEqual(after)
  })

  it('is not wrong when all keys are changed meanwhile', async () => {
    const far = await farApart()
    const overview = await openWhile(far, () =>
      far.vault.rekey({ keepSlots: () => true, reason: 'x' }),
    )
    expect(overview?.isOlderGeneration).toBe(true)
    expect(overview).toEqual(await far.call['merge.overview'](undefined))
    expect(told(overview?.lines ?? [])[0]).toMatch(/older-keys$/)
  })

  it('is cancelled between two slices, and can be begun again', async () => {
    const far = await farApart()
    const cancelled = openWhile(far, () => far.call['merge.cancel'](undefined))
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
    expect(() => far.call['merge.details']({ id: '0'.repeat(32) })).toThrow(
      expect.objectContaining({ code: 'no-backup-open' }),
    )
    expect((await far.call['merge.open'](open))?.lines).toHaveLength(CREDENTIALS + 1)
  })

  it('ends when the screen is left', async () => {
    const far = await farApart()
    const left = openWhile(far, () => far.call['merge.end'](undefined))
    await expect(left).rejects.toMatchObject({ code: 'cancelled' })
  })
})
