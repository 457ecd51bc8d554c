import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { describe, expect, it } from 'vitest'
import { remindersOn } from '../../../electron/ledger/ledger.ts'
import { noteWaysIn } from '../../../electron/open-vault.ts'
import type { Vault } from '../../../electron/vault/vault.ts'
import { dayOf } from '../../../shared/calendar-day.ts'
import { openBackupSession, startSession } from '../../support/backup-session.ts'
import { invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
import { WITH_PASSPHRASE } from '../../support/merge-session.ts'
import {
  byPassphrase,
  createVault,
  entry,
  openVault,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

const LEAVER = '周接任'

/** Lets the leaver in, and through their first opening. */
async function letIn(vault: Vault, path: string, context: ReturnType<typeof testContext>) {
  const { local, slotId } = await invite(vault, context, 'all', LEAVER)
  vault.close()
  const theirs = await join(path, local, testContext({ now: context.now }))
  theirs.close()
  return slotId
}

const isStaying = ({ custodianName }: { custodianName: string }) => custodianName !== LEAVER

describe('a leaver with a copy and the passphrase from before', () => {
  it('opens the old copy at most, never the vault of new keys', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    await letIn(vault, path, context)
    const kept = joinPath(temporaryFolder(), '留存.beian')
    copyFileSync(path, kept)

    const own = await openVault(path, context)
    await own.rekey({ keepSlots: isStaying, reason: '周接任离任' })
    own.write([{ ...record, secret: { password: 'New-Ex@mple-9' } }], [entry()])
    own.close()

    const leaver = testContext()
    await expect(
      openVault(path, leaver, {}, byPassphrase(JOINER_PASSPHRASE)),
    ).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    const old = await openVault(kept, leaver, {}, byPassphrase(JOINER_PASSPHRASE))
    expect(old.peekSecret(record.id)).toEqual(record.secret)
    expect(old.generation).toBe(1)
  })

  it('who puts the old copy in the place of the new one is found out at once', async () => {
    const { vault, path, context } = await createVault()
    await letIn(vault, path, context)
    const kept = joinPath(temporaryFolder(), '留存.beian')
    copyFileSync(path, kept)
    const own = await openVault(path, context)
    await own.rekey({ keepSlots: isStaying, reason: '周接任离任' })
    own.close()

    copyFileSync(kept, path)
    const put = await openVault(path, context)
    expect(put.mode).toBe('evidence')
    expect(put.findings.map(({ code }) => code)).toContain('older-than-anchor')
    put.close()
  })

  it('is found out also when they went on writing in it for long', async () => {
    const { vault, path, context } = await createVault()
    await letIn(vault, path, context)
    const kept = joinPath(temporaryFolder(), '留存.beian')
    copyFileSync(path, kept)
    const own = await openVault(path, context)
    await own.rekey({ keepSlots: isStaying, reason: '周接任离任' })
    own.close()

    const theirs = await openVault(kept, testContext(), {}, byPassphrase(JOINER_PASSPHRASE))
    for (let round = 0; round < 40; round++) theirs.write([someRecord(round)], [entry()])
    theirs.close()
    renameSync(kept, path)
    const put = await openVault(path, context)
    expect(put.mode).toBe('evidence')
    expect(put.findings.map(({ code }) => code)).toContain('certificate-not-anchored')
    // Nobody can say that this was on purpose.
    expect(put.rollbackToken).toBeUndefined()
  })
})

describe('backups that a leaver can still open', () => {
  async function afterLeaving() {
    const opened = await openBackupSession()
    await opened.call['backups.chooseFolder'](undefined)
    const { session, context, path } = opened
    const { local } = await invite(session.open().vault, context, 'all', LEAVER)
    await opened.call['backups.make'](undefined)
    session.close()
    const theirs = await join(path, local, testContext({ now: context.now }))
    theirs.close()

    const vault = await openVault(path, context)
    const unlocked = startSession(vault, context, opened)
    opened.clock.now += 60_000
    await unlocked.call['backups.make'](undefined)
    await vault.rekey({ keepSlots: isStaying, reason: '离任' })
    noteWaysIn(unlocked.session.open())
    return { ...opened, ...unlocked, clock: opened.clock }
  }

  it('are labelled, reminded of, and told with what to do first', async () => {
    const { call, session } = await afterLeaving()
    const { former, backups } = await call['backups.state'](undefined)
    expect(former).toEqual({
      names: [LEAVER],
      removableIds: backups.map(({ id }) => id),
      awayCount: 0,
      hasNewer: false,
    })
    expect(backups.map(({ openers }) => openers.find(({ name }) => name === LEAVER))).toMatchObject(
      [{ isFormer: true }, { isFormer: true }],
    )
    const reminders = () => remindersOn(session.open().ledger, dayOf(session.now()))
    expect(reminders()).toContainEqual(
      expect.objectContaining({ kind: 'backup-former', count: 2, urgency: 'due' }),
    )
    const ids = former?.removableIds ?? []
    expect(() => call['backups.removeFormer']({ ids, reason: '离任' })).toThrow(
      expect.objectContaining({ code: 'no-newer-backup' }),
    )
  })

  it('are removed with a reason once there is a newer one, and nothing else is', async () => {
    const { call, clock, folder, session, actions } = await afterLeaving()
    clock.now += 60_000
    const made = await call['backups.make'](undefined)
    const [newest, ...old] = made.backups
    expect(made.former?.hasNewer).toBe(true)
    const ids = [newest, ...old].map((line) => line?.id ?? '')
    const removed = call['backups.removeFormer']({ ids: ids.slice(1), reason: '周接任离任' })
    expect(removed).toEqual({ removedCount: 2, keptCount: 0 })
    for (const { fileName } of old) expect(existsSync(joinPath(folder, fileName))).toBe(false)
    expect(existsSync(joinPath(folder, newest?.fileName ?? ''))).toBe(true)
    const state = await call['backups.state'](undefined)
    expect(state.former).toBeUndefined()
    expect(state.backups.map(({ place }) => place)).toEqual(['here', 'gone', 'gone'])
    expect(actions().filter((action) => action === 'backup.removed')).toHaveLength(2)
    const { vault } = session.open()
    expect(vault.audit({ limit: 1 })[0]?.facts).toMatchObject({ reason: '周接任离任' })
    expect(
      remindersOn(session.open().ledger, dayOf(session.now())).map(({ kind }) => kind),
    ).not.toContain('backup-former')
  })

  it('bring who left back when one is restored, which is told as a danger until they are removed again', async () => {
    const { call, session, path, context, folder } = await afterLeaving()
    const { backups } = await call['backups.state'](undefined)
    const old = backups.find(({ openers }) => openers.some(({ isFormer }) => isFormer))
    await call['backups.browse']({ id: old?.id, secret: WITH_PASSPHRASE })
    await call['backups.restoreVault']({ reason: '硬盘坏了，先用旧备份' })

    const vault = await openVault(path, context)
    expect(vault.slots().map(({ custodianName }) => custodianName)).toContain(LEAVER)
    const restored = startSession(vault, context, { folder, dataFolder: folder })
    noteWaysIn(restored.session.open())
    const kinds = () =>
      remindersOn(restored.session.open().ledger, dayOf(session.now())).map(
        ({ kind, urgency }) => `${kind} ${urgency}`,
      )
    expect(kinds()).toContain('former-way-in danger')
    await vault.rekey({ keepSlots: isStaying, reason: '再次移除' })
    noteWaysIn(restored.session.open())
    expect(kinds()).not.toContain('former-way-in danger')
  })

  it('are not taken for each other: a file in the place of a noted backup is told of', async () => {
    const { call, session } = await afterLeaving()
    const { backups } = await call['backups.state'](undefined)
    const [newer, older] = backups
    const fileOf = (id = '') => {
      const record = session.open().ledger.records.get(id)
      if (record?.kind !== 'backup') throw new Error('no such backup')
      return joinPath(record.data.folder, record.data.fileName)
    }
    copyFileSync(fileOf(older?.id), fileOf(newer?.id))
    await expect(
      call['backups.browse']({ id: newer?.id, secret: WITH_PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'backup-replaced' })
    expect(() => call['backups.contents'](undefined)).toThrow(
      expect.objectContaining({ code: 'no-backup-open' }),
    )
    const after = await call['backups.state'](undefined)
    expect(after.backups).toEqual(backups)
  })

  it('tell also of a recovery kit that was replaced since', async () => {
    const opened = await openBackupSession()
    await opened.call['backups.chooseFolder'](undefined)
    const { vault } = opened.session.open()
    const makeKit = () => {
      const groups = vault.prepareRecoveryKit().code.split('-')
      vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
    }
    makeKit()
    await opened.call['backups.make'](undefined)
    makeKit()
    const { backups, former } = await opened.call['backups.state'](undefined)
    expect(backups[0]?.openers).toMatchObject([{ isFormer: false, hasOldKit: true }])
    expect(former).toBeUndefined()
  })
})
