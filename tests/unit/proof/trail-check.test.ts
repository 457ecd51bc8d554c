import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Vault } from '../../../electron/vault/vault.ts'
import type { VaultEvent } from '../../../shared/contract.ts'
import { entry, openVault, someRecord } from '../../support/vault.ts'
import { asAttacker } from '../../support/vault-attack.ts'
import { act, auditSession, sessionOver } from './audit-session.ts'

/** Enough for several slices. */
const ENTRIES = 4000

/** A trail of this many looks at something, of two sessions, so that a checkpoint stands in it. */
async function longTrail(entries = ENTRIES) {
  const first = await auditSession()
  look(first.vault, entries)
  first.vault.close()
  const vault = await openVault(first.path, first.context)
  const { path, context } = first
  return { path, context, vault, ...watched(sessionOver(vault, first.context)) }
}

function watched<T extends ReturnType<typeof sessionOver>>(test: T) {
  const progress: number[] = []
  const on: { progress?: () => void } = {}
  test.session.emit = (event: VaultEvent) => {
    if (event.event !== 'progress' || event.task !== 'verify') return
    progress.push(event.done)
    on.progress?.()
  }
  return { ...test, progress, on }
}

function look(vault: Vault, count: number): void {
  vault.appendAudit(Array.from({ length: count }, () => act(vault, 'credential.reveal')))
}

describe('the check of the trail on screen', () => {
  it('tells how far it is, and lets other calls in between', async () => {
    const { handlers, progress, vault } = await longTrail()
    let turns = 0
    let isOver = false
    const others = (async () => {
      while (!isOver) {
        await nextTurn()
        turns++
      }
    })()
    const check = await handlers['audit.verify'](undefined)
    isOver = true
    await others
    expect(check).toMatchObject({ isIntact: true, entries: vault.audit({ limit: 1 })[0]?.sequence })
    expect(check.isIntact && check.lastCheckpoint?.sequence).toBeGreaterThan(ENTRIES)
    expect(progress.length).toBeGreaterThan(2)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(turns).toBeGreaterThan(2)
  })

  it('takes in what is written meanwhile', async () => {
    const { handlers, on, vault } = await longTrail()
    on.progress = () => {
      delete on.progress
      look(vault, 300)
      vault.write([someRecord(1)], [entry()])
    }
    const check = await handlers['audit.verify'](undefined)
    expect(on.progress).toBeUndefined()
    expect(check).toMatchObject({ isIntact: true, entries: vault.audit({ limit: 1 })[0]?.sequence })
  })

  it('is not wrong when all keys are changed meanwhile', async () => {
    const { handlers, on, vault } = await longTrail()
    let rekeyed: Promise<unknown> | undefined
    on.progress = () => {
      rekeyed ??= vault.rekey({ keepSlots: () => true, reason: 'x' })
    }
    const check = await handlers['audit.verify'](undefined)
    await rekeyed
    expect(vault.generation).toBe(2)
    expect(check).toMatchObject({ isIntact: true })
  })

  it('is cancelled between two slices, and can be begun again', async () => {
    const { handlers, on } = await longTrail()
    on.progress = () => void handlers['audit.cancelVerify'](undefined)
    await expect(handlers['audit.verify'](undefined)).rejects.toMatchObject({ code: 'cancelled' })
    delete on.progress
    expect(await handlers['audit.verify'](undefined)).toMatchObject({ isIntact: true })
  })

  it('ends when the vault is locked', async () => {
    const { handlers, on, vault } = await longTrail()
    on.progress = () => vault.close()
    await expect(handlers['audit.verify'](undefined)).rejects.toMatchObject({
      code: 'vault-locked',
    })
  })

  it('tells where the trail of a vault that was altered breaks', async () => {
    const { path, context, vault } = await longTrail()
    vault.close()
    asAttacker(path, (db) => db.exec('DELETE FROM audit WHERE sequence = 3000'))
    const damaged = await openVault(path, context)
    expect(damaged.mode).toBe('evidence')
    const { handlers } = sessionOver(damaged, context)
    expect(await handlers['audit.verify'](undefined)).toEqual({ isIntact: false })
    damaged.close()
  })
})
