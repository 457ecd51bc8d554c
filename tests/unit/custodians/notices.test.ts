import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { custodyNotices } from '../../../electron/custodians/notices.ts'
import { openVaultOf } from '../../../electron/open-vault.ts'
import type { Vault } from '../../../electron/vault/vault.ts'
import { CHEAP, invite, join, makeSplitKit } from '../../support/custody.ts'
import { bytesOf, createVault, openVault } from '../../support/vault.ts'

const SINCE = 'ab'.repeat(16)

async function actionsTold(vault: Vault): Promise<string[]> {
  return (await custodyNotices(openVaultOf(vault))).map(({ action }) => action)
}

/** Writes entries in the name of somebody else. */
function others(vault: Vault, actions: readonly string[], facts?: Record<string, unknown>): void {
  vault.appendAudit(
    actions.map((action) => ({ action, at: 1, custodianId: SINCE, ...(facts && { facts }) })),
  )
}

/** What somebody wrote into the trail by their own name. */
function tell(vault: Vault, upTo: number, facts: Record<string, unknown> = {}): void {
  const { custodianId } = vault
  const action = 'custodians.told'
  vault.appendAudit([{ action, at: 1, custodianId, facts: { upTo, ...facts } }])
}

describe('notices of the ways in', () => {
  it('are told however many entries came after them, while other calls are answered', async () => {
    const { vault, path, context } = await createVault()
    const { local } = await invite(vault, context)
    const codes = makeSplitKit(vault, ['法人', '财务'])
    vault.close()
    ;(await join(path, local, context)).close()
    const byKit = await openVault(path, context, {}, { kind: 'recovery-shares', codes })
    await byKit.addOwnPassphrase(bytesOf('something new 77'), CHEAP, '张三')
    others(
      byKit,
      Array.from({ length: 6000 }, () => 'credential.export'),
    )
    byKit.close()
    const again = await openVault(path, context)
    let turns = 0
    const told = actionsTold(again)
    const isDone = told.then(() => true)
    while (!(await Promise.race([isDone, turn(false)]))) turns += 1
    expect(await told).toEqual(['slot.joined', 'vault.unlocked', 'slot.custodian-added'])
    expect(turns).toBeGreaterThan(10)
    again.close()
    // Six thousand entries are sealed and opened.
  }, 20_000)

  it('tell of every way in and of every other state that others put in place', async () => {
    const { vault } = await createVault()
    const actions = [
      'slot.join-added',
      'slot.joined',
      'slot.removed',
      'slot.keychain-added',
      'slot.recovery-kit-made',
      'slot.split-kit-made',
      'slot.custodian-added',
      'vault.rekeyed',
      'vault.merged',
      'vault.restored',
      'vault.rollback-accepted',
      'company-rule.changed',
    ]
    others(vault, ['record.change', ...actions, 'vault.unlocked'])
    expect(await actionsTold(vault)).toEqual(actions)
  })

  it('come again only with what happened after those that were read', async () => {
    const { vault } = await createVault()
    others(vault, ['slot.removed'])
    const [first] = await custodyNotices(openVaultOf(vault))
    // Between the reading and the word that it was read.
    others(vault, ['vault.merged'])
    tell(vault, first?.sequence ?? 0)
    expect(await actionsTold(vault)).toEqual(['vault.merged'])
    const [last] = await custodyNotices(openVaultOf(vault))
    tell(vault, last?.sequence ?? 0)
    expect(await actionsTold(vault)).toEqual([])
    others(vault, ['vault.restored'])
    expect(await actionsTold(vault)).toEqual(['vault.restored'])
  })

  it('are not hidden by what the person read in another copy that was merged', async () => {
    const { vault } = await createVault()
    others(vault, ['slot.keychain-added'])
    tell(vault, 1000, { copyRevision: 7 })
    expect(await actionsTold(vault)).toEqual(['slot.keychain-added'])
  })

  it('do not tell who came in by shares of their own unlock, nor of the time before them', async () => {
    const { vault, path, context } = await createVault()
    const codes = makeSplitKit(vault, ['法人', '财务'])
    vault.close()
    const byKit = await openVault(path, context, {}, { kind: 'recovery-shares', codes })
    const told = await actionsTold(byKit)
    expect(told).not.toContain('vault.unlocked')
    const passphrase = bytesOf('something new 77')
    await byKit.addOwnPassphrase(passphrase, CHEAP, '张三')
    byKit.close()
    const own = await openVault(path, context, {}, { kind: 'passphrase', passphrase })
    expect(await actionsTold(own)).toEqual([])
    own.close()
  })
})
