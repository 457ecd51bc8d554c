import { expect, it } from 'vitest'
import { auditLooks } from '../../../electron/due-looks.ts'
import { createDueTeller } from '../../../electron/due-teller.ts'
import { dueListHandlers } from '../../../electron/handlers/due-list.ts'
import { removeExpiredKeychainSlots } from '../../../electron/keychain-slots.ts'
import { openVaultOf } from '../../../electron/open-vault.ts'
import { createSession, type HostClient } from '../../../electron/session.ts'
import type { DueListKeeping, DueLooks } from '../../../shared/due-list.ts'
import type { HostState } from '../../../shared/host-contract.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/preferences.ts'
import { createVault, PASSPHRASE } from '../../support/vault.ts'

const DAY_MS = 24 * 3_600_000

type Kept = { slotId: string; slotKey: string; expiresAt: number; looks?: DueLooks }

/** An open vault, and a main that keeps what it is given unless it cannot. */
async function setUp(
  main: { availability?: DueListKeeping['availability']; refuses?: boolean } = {},
) {
  const clock = { now: Date.UTC(2026, 10, 22, 2) }
  const { vault, context } = await createVault({ now: () => clock.now })
  const kept: { now?: Kept } = {}
  const told: unknown[] = []
  const answer = (name: string, input: unknown): unknown => {
    if (name === 'dueList.keep') {
      if (main.refuses === true) return false
      // As: what the handler under test sends with this name.
      kept.now = input as Kept
      return true
    }
    if (name === 'dueList.forget') delete kept.now
    if (name === 'dueList.told') told.push(input)
    if (name === 'dueList.looksTold') delete kept.now?.looks
    if (name !== 'dueList.read') return undefined
    const { slotId, expiresAt, looks } = kept.now ?? {}
    const facts =
      slotId === undefined ? {} : { kept: { slotId, expiresAt, ...(looks && { looks }) } }
    return { availability: main.availability ?? 'ready', hasTray: true, ...facts }
  }
  const hostState: HostState = {
    preferences: DEFAULT_PREFERENCES,
    recentPaths: [],
    dataFolder: '',
    app: { version: '0.0.0', isTestRuntime: false, isDemo: false, platform: 'linux' },
  }
  const session = createSession({
    now: () => clock.now,
    // As: one answer for every name.
    host: ((name: string, input: unknown) => Promise.resolve(answer(name, input))) as HostClient,
    emit: (event) => teller.note(event),
    context: () => Promise.resolve(context),
    warmKdf: () => {},
    hostState,
  })
  const teller = createDueTeller(session)
  session.adopt(openVaultOf(vault))
  const keychainSlots = () => vault.slots().filter(({ kind }) => kind === 'os-keychain')
  return {
    vault,
    session,
    clock,
    kept,
    told,
    teller,
    keychainSlots,
    call: dueListHandlers(session),
  }
}

it('is switched on with the passphrase only', async () => {
  const { call, kept, keychainSlots, vault } = await setUp()
  await expect(call['dueList.switchOn']({ passphrase: 'wrong', days: 90 })).rejects.toThrow(
    expect.objectContaining({ code: 'wrong-passphrase' }),
  )
  expect(keychainSlots()).toEqual([])
  const { kept: shown } = await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 90 })
  expect(keychainSlots()).toMatchObject([{ id: shown?.slotId, scope: 'ledger' }])
  expect(Buffer.from(kept.now?.slotKey ?? '', 'base64')).toHaveLength(32)
  expect(vault.audit({ limit: 5 }).map(({ action }) => action)).toContain('slot.keychain-added')
})

it('leaves the vault as it was where there is no real keychain', async () => {
  const { call, keychainSlots, vault } = await setUp({ availability: 'no-keychain' })
  const { revision } = vault
  await expect(call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })).rejects.toThrow(
    expect.objectContaining({ code: 'keychain-missing' }),
  )
  expect(vault.revision).toBe(revision)
  expect(keychainSlots()).toEqual([])
})

it('takes the way in back when the keychain refuses the key', async () => {
  const { call, keychainSlots } = await setUp({ refuses: true })
  await expect(call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })).rejects.toThrow(
    expect.objectContaining({ code: 'keychain-missing' }),
  )
  expect(keychainSlots()).toEqual([])
})

it('is extended in the place of the one before', async () => {
  const { call, clock, keychainSlots } = await setUp()
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  clock.now += 20 * DAY_MS
  const { kept } = await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 180 })
  expect(kept?.expiresAt).toBe(clock.now + 180 * DAY_MS)
  expect(keychainSlots().map(({ id }) => id)).toEqual([kept?.slotId])
})

it('switched off, key and way in are gone', async () => {
  const { call, kept, keychainSlots } = await setUp()
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  expect(await call['dueList.switchOff'](undefined)).toEqual({
    availability: 'ready',
    hasTray: true,
  })
  expect(kept.now).toBeUndefined()
  expect(keychainSlots()).toEqual([])
})

it('says that the vault does not know the key any more', async () => {
  const { call, vault, keychainSlots } = await setUp()
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  vault.removeSlots(
    keychainSlots().map(({ id }) => id),
    'elsewhere',
  )
  expect(await call['dueList.state'](undefined)).toMatchObject({
    kept: { problem: 'slot-removed' },
  })
})

it('is swept by the next unlock once its time is over, and not before', async () => {
  const { call, vault, clock, keychainSlots } = await setUp()
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  removeExpiredKeychainSlots(vault, clock.now + 29 * DAY_MS)
  expect(keychainSlots()).toHaveLength(1)
  removeExpiredKeychainSlots(vault, clock.now + 31 * DAY_MS)
  expect(keychainSlots()).toEqual([])
})

it('tells main what is due after changes, and only where it is switched on', async () => {
  const { call, session, told, teller } = await setUp()
  teller.look()
  expect(told).toEqual([])
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  told.length = 0
  teller.look()
  teller.look()
  expect(told).toHaveLength(1)
  session.emit({ event: 'reminders-changed', danger: 0, due: 0, soon: 0 })
  teller.look()
  expect(told).toHaveLength(2)
  await call['dueList.switchOff'](undefined)
  session.emit({ event: 'reminders-changed', danger: 0, due: 0, soon: 0 })
  teller.look()
  expect(told).toHaveLength(2)
})

it('puts the looks of many days into the trail as one entry, at the next unlock', async () => {
  const { call, session, vault, kept } = await setUp()
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  const looks = { dayCount: 9, firstOn: '2026-11-10', lastOn: '2026-11-20' }
  if (kept.now !== undefined) kept.now.looks = looks
  await auditLooks(session)
  await auditLooks(session)
  const entries = vault.audit({ limit: 50 }).filter(({ action }) => action === 'due-list.read')
  expect(entries).toHaveLength(1)
  expect(entries[0]?.facts).toMatchObject({ by: 'keychain', ...looks })
})

it('leaves the looks for later while the vault cannot be written', async () => {
  const { call, session, vault, kept } = await setUp()
  await call['dueList.switchOn']({ passphrase: PASSPHRASE, days: 30 })
  const looks = { dayCount: 1, firstOn: '2026-11-20', lastOn: '2026-11-20' }
  if (kept.now !== undefined) kept.now.looks = looks
  vault.close()
  await expect(auditLooks(session)).rejects.toThrow(
    expect.objectContaining({ code: 'vault-locked' }),
  )
  expect(kept.now?.looks).toEqual(looks)
})
