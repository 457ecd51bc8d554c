import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDueList } from '../../../electron/read-due-list.ts'
import type { RecordChange } from '../../../electron/vault/vault.ts'
import { overduePassword } from '../../support/overdue.ts'
import { createVault, openVault, randomId, someRecord, testContext } from '../../support/vault.ts'

/** 2026-11-22 10:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 22, 2)
const DAY_MS = 24 * 3_600_000
const SECRET = 'Kq7!zVe-geheim-93xW'

/** A filing password that is long overdue. */
const OVERDUE: RecordChange = {
  type: 'put',
  id: randomId(),
  overview: overduePassword(NOW),
  secret: { value: SECRET, history: [] },
}

/** A closed vault with a keychain's way in for 90 days. */
async function keptVault() {
  const clock = { now: NOW }
  const { vault, path, context } = await createVault({ now: () => clock.now })
  vault.write([OVERDUE], [])
  const { slotId, slotKey } = vault.addKeychainSlot({
    label: 'workstation',
    expiresAt: NOW + 90 * DAY_MS,
  })
  vault.close()
  const look = () =>
    readDueList({ path, slotKey: Uint8Array.from(slotKey), anchorFolder: '' }, context)
  return { path, context, clock, slotId, slotKey, look }
}

it('says how many are due and the worst by name, and changes nothing in the file', async () => {
  const { path, look } = await keptVault()
  const before = readFileSync(path)
  const reply = await look()
  expect(reply).toMatchObject({
    list: {
      day: '2026-11-22',
      counts: { danger: 1 },
      lines: [{ kind: 'rotation-overdue', title: '示例备案密码', urgency: 'danger' }],
    },
  })
  expect(JSON.stringify(reply)).not.toContain(SECRET)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}.lock`)).toBe(false)
})

it('opens no secret with the keychain’s key, and writes no record', async () => {
  const { path, context, slotKey } = await keptVault()
  const vault = await openVault(path, context, {}, { kind: 'keychain', slotKey })
  const audit = { action: 'credential.reveal', at: NOW, custodianId: vault.custodianId }
  const isRefused = expect.objectContaining({ code: 'ledger-only' })
  expect(() => vault.readSecret(OVERDUE.id, audit)).toThrow(isRefused)
  expect(() => vault.peekSecret(OVERDUE.id)).toThrow(isRefused)
  expect(() => vault.write([someRecord(1)], [])).toThrow(isRefused)
})

it('opens no more when its time is over', async () => {
  const { clock, look } = await keptVault()
  clock.now += 91 * DAY_MS
  expect(await look()).toEqual({ problem: 'expired' })
})

it('goes on after all keys were changed, where its custodian stays', async () => {
  const { path, context, look } = await keptVault()
  const vault = await openVault(path, context)
  await vault.rekey({ keepSlots: () => true, reason: '林示例离职' })
  vault.close()
  expect(await look()).toHaveProperty('list')
})

it('ends with a change of all keys that leaves it out, and with being switched off', async () => {
  const rekeyed = await keptVault()
  const vault = await openVault(rekeyed.path, rekeyed.context)
  await vault.rekey({ keepSlots: ({ kind }) => kind !== 'os-keychain', reason: '林示例离职' })
  vault.close()
  expect(await rekeyed.look()).toEqual({ problem: 'slot-removed' })

  const off = await keptVault()
  const open = await openVault(off.path, off.context)
  open.removeSlots([off.slotId], 'switched-off')
  open.close()
  expect(await off.look()).toEqual({ problem: 'slot-removed' })
})

it('does not count as a failed unlock when its key opens nothing any more', async () => {
  const { path, context, slotId, look } = await keptVault()
  const vault = await openVault(path, context)
  vault.removeSlots([slotId], 'switched-off')
  vault.close()
  await look()
  const again = await openVault(path, context)
  expect(again.audit({ limit: 20 }).map(({ action }) => action)).not.toContain(
    'vault.unlock-failed',
  )
})

it('says quietly that the file is gone, or open elsewhere', async () => {
  const { path, context, look, slotKey } = await keptVault()
  await openVault(path, context)
  expect(await look()).toEqual({ problem: 'vault-busy' })
  const gone = { path: `${path}.away`, slotKey, anchorFolder: '' }
  expect(await readDueList(gone, context)).toEqual({ problem: 'vault-missing' })
})

it('shows nothing of a file that is older than what this machine saw, or was altered', async () => {
  const { path, context, look } = await keptVault()
  const older = readFileSync(path)
  const vault = await openVault(path, context)
  vault.write([someRecord(1)], [])
  vault.close()
  writeFileSync(path, older)
  expect(await look()).toEqual({ problem: 'vault-suspect' })
})

it('opens on no other machine without the key', async () => {
  const { path } = await keptVault()
  const ask = { path, slotKey: new Uint8Array(32), anchorFolder: '' }
  expect(await readDueList(ask, testContext({ now: () => NOW }))).toEqual({
    problem: 'slot-removed',
  })
})
