import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupsHandlers } from '../../../electron/handlers/backups.ts'
import { remindersOn } from '../../../electron/ledger/ledger.ts'
import { undoChange } from '../../../electron/ledger/write.ts'
import { dayOf } from '../../../shared/calendar-day.ts'
import {
  DAY_MS,
  lockAndUnlock,
  openBackupSession,
  startSession,
  unplug,
} from '../../support/backup-session.ts'
import { byPassphrase, entry, openVault, randomId, testContext } from '../../support/vault.ts'

type Opened = Awaited<ReturnType<typeof openBackupSession>>

/** The overview of an entity, as its form would write it. */
function entity(name: string, at: number) {
  return {
    kind: 'entity',
    data: { name, nature: 'enterprise' },
    createdAt: at,
    updatedAt: at,
  }
}

function change({ session, clock }: Pick<Opened, 'session' | 'clock'>): void {
  const overview = entity('新示例', clock.now)
  session.open().vault.write([{ type: 'put', id: randomId(), overview }], [entry()])
}

async function withFolder(): Promise<Opened> {
  const opened = await openBackupSession()
  await opened.call['backups.chooseFolder'](undefined)
  return opened
}

const reminderKinds = ({ session }: Opened) =>
  remindersOn(session.open().ledger, dayOf(session.now()))
    .filter(({ recordId }) => recordId === '')
    .map(({ kind, urgency }) => `${kind} ${urgency}`)

describe('a backup by hand', () => {
  it('is named, verified, catalogued and in the trail, with who can open it', async () => {
    const opened = await withFolder()
    const state = await opened.call['backups.make'](undefined)
    const [line] = state.backups
    expect(line).toMatchObject({
      folder: opened.folder,
      place: 'here',
      reason: 'person',
      madeAt: opened.clock.now,
      verifiedAt: opened.clock.now,
      isOlderGeneration: false,
      openers: [{ name: '林备案', slotKinds: ['passphrase'], isFormer: false, hasOldKit: false }],
    })
    expect(line?.fileName).toMatch(/^备案-20261122-1000-r\d+\.beian$/)
    expect(existsSync(join(opened.folder, line?.fileName ?? ''))).toBe(true)
    expect(state).toMatchObject({ isFolderHere: true, hasChanges: false, isWorking: false })
    expect(opened.actions()).toContain('backup.made')
    expect(JSON.parse(readFileSync(join(opened.dataFolder, 'backups.json'), 'utf8'))).toEqual({
      [opened.vault.vaultIdHex]: { folder: opened.folder, hasChanges: false },
    })
  })

  it('without a folder, or into one that is gone, says so', async () => {
    const opened = await openBackupSession()
    const missing = expect.objectContaining({ code: 'backup-folder-missing' })
    await expect(opened.call['backups.make'](undefined)).rejects.toEqual(missing)
    await opened.call['backups.chooseFolder'](undefined)
    unplug(opened.folder)
    await expect(opened.call['backups.make'](undefined)).rejects.toEqual(missing)
    const state = await opened.call['backups.state'](undefined)
    expect(state).toMatchObject({ isFolderHere: false, backups: [] })
    expect(state.failure).toMatchObject({ code: 'backup-folder-missing' })
  })

  it('that was altered since is found out by a look at it', async () => {
    const opened = await withFolder()
    const { backups } = await opened.call['backups.make'](undefined)
    const { id, fileName } = backups[0] ?? { id: '', fileName: '' }
    const state = await opened.call['backups.verify']({ id })
    // What the catalogue notes of itself is nothing that a backup lacks.
    expect(state.hasChanges).toBe(false)
    expect(opened.actions()[0]).toBe('backup.verified')
    const file = join(opened.folder, fileName)
    const bytes = readFileSync(file)
    const at = bytes.indexOf('BEIANCRT') + 100
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(file, bytes)
    const verified = opened.call['backups.verify']({ id })
    await expect(verified).rejects.toMatchObject({ code: 'vault-damaged' })
  })
})

describe('backups by themselves', () => {
  it('are made at lock when something changed, and only then', async () => {
    const first = await withFolder()
    change(first)
    const second = await lockAndUnlock(first)
    expect(await second.files()).toHaveLength(1)
    second.backups.look()
    expect(second.backups.isWorking()).toBe(false)
    second.clock.now += 60_000
    const third = await lockAndUnlock(second)
    expect(await third.files()).toHaveLength(1)
  })

  it('are made after the next unlock when the process died before', async () => {
    const first = await withFolder()
    await first.call['backups.make'](undefined)
    first.clock.now += 60_000
    change(first)
    first.backups.look()
    const second = await lockAndUnlock(first, { isKilled: true })
    second.backups.look()
    expect(second.backups.isWorking()).toBe(true)
    await second.backups.make('session')
    expect(await second.files()).toHaveLength(2)
    expect(second.backups.hasChanges()).toBe(false)
  })

  it('are made daily while the vault stays open, and tried again hourly while the folder is away', async () => {
    const opened = await withFolder()
    await opened.call['backups.make'](undefined)
    opened.clock.now += DAY_MS - 1000
    opened.backups.look()
    expect(opened.backups.isWorking()).toBe(false)
    unplug(opened.folder)
    opened.clock.now += 2000
    const tries = async () => {
      opened.backups.look()
      const isTried = opened.backups.isWorking()
      if (isTried) await opened.backups.make('daily').catch(() => undefined)
      return isTried
    }
    expect(await tries()).toBe(true)
    expect(opened.backups.failure()).toMatchObject({
      code: 'backup-folder-missing',
      retryAt: opened.clock.now + 3_600_000,
    })
    opened.clock.now += 3_500_000
    expect(await tries()).toBe(false)
    opened.clock.now += 200_000
    expect(await tries()).toBe(true)
  })

  it('keep what the rule says and remove only files of this vault', async () => {
    const opened = await withFolder()
    const foreign = join(opened.folder, '备案-20200101-0000-r1.beian')
    writeFileSync(foreign, 'not ours')
    for (let day = 0; day < 12; day++) {
      await opened.backups.make('daily')
      opened.clock.now += DAY_MS
    }
    const state = await opened.call['backups.state'](undefined)
    const here = state.backups.filter(({ place }) => place === 'here')
    // 7 days, of the weeks before two Sundays more, of the months one of the first days.
    expect(here.length).toBeLessThan(12)
    expect(here.length).toBeGreaterThanOrEqual(7)
    const gone = state.backups.filter(({ place }) => place === 'gone')
    expect(here.length + gone.length).toBe(12)
    for (const { fileName } of gone) expect(existsSync(join(opened.folder, fileName))).toBe(false)
    expect(existsSync(foreign)).toBe(true)
    expect(opened.actions()).toContain('backup.removed')
  })

  it('note a file that somebody took away, and forget after two years that it was there', async () => {
    const opened = await withFolder()
    const { backups } = await opened.call['backups.make'](undefined)
    rmSync(join(opened.folder, backups[0]?.fileName ?? ''))
    const state = await opened.call['backups.state'](undefined)
    expect(state.backups[0]?.place).toBe('missing')
    opened.clock.now += DAY_MS
    await opened.backups.make('daily')
    expect(opened.actions()).toContain('backup.seen-missing')
    expect(opened.session.open().ledger.kinds.backup.size).toBe(2)
    opened.clock.now += 731 * DAY_MS
    await opened.backups.make('daily')
    expect(opened.session.open().ledger.records.has(backups[0]?.id ?? '')).toBe(false)
  })

  it('name the ones who left and can open them still', async () => {
    const opened = await withFolder()
    const { ledger } = opened.session.open()
    await opened.call['backups.make'](undefined)
    const record = [...ledger.kinds.backup][0]
    const former = { custodianId: randomId(), name: '陈示例', slotKind: 'passphrase' }
    // `as`: a record of the ledger, changed in memory alone.
    const openers = record?.data.openers as (typeof former)[]
    openers.push(former)
    const { backups } = await opened.call['backups.state'](undefined)
    expect(backups[0]?.openers).toEqual([
      { name: '林备案', slotKinds: ['passphrase'], isFormer: false, hasOldKit: false },
      { name: '陈示例', slotKinds: ['passphrase'], isFormer: true, hasOldKit: false },
    ])
  })
})

describe('reminders of backups and drills', () => {
  it('ask for a folder once there is something to lose', async () => {
    const opened = await openBackupSession()
    expect(reminderKinds(opened)).toEqual([])
    for (let count = 0; count < 6; count++) change(opened)
    const again = await lockAndUnlock(opened)
    expect(reminderKinds(again)).toEqual(['backup-missing due'])
    await again.call['backups.chooseFolder'](undefined)
    await again.call['backups.make'](undefined)
    expect(reminderKinds(again)).toEqual([])
  })

  it('warn after a week without a good one', async () => {
    const opened = await withFolder()
    await opened.call['backups.make'](undefined)
    opened.clock.now += 7 * DAY_MS
    expect(reminderKinds(opened)).toEqual([])
    opened.clock.now += DAY_MS
    expect(reminderKinds(opened)).toEqual(['backup-failed danger'])
  })

  it('want a kit retyped every quarter, at once after it failed, and only where there is one', async () => {
    const opened = await openBackupSession()
    expect(reminderKinds(opened)).toEqual([])
    const { code } = opened.vault.prepareRecoveryKit()
    const groups = code.split('-')
    opened.vault.confirmRecoveryKit([0, 5].map((index) => ({ index, text: groups[index] ?? '' })))
    const again = await lockAndUnlock(opened)
    again.clock.now += 92 * DAY_MS
    expect(reminderKinds(again)).toEqual(['drill-due due'])
    expect(await again.call['drills.checkKit']({ code })).toEqual({ isPassed: true })
    expect(reminderKinds(again)).toEqual([])
    expect(again.actions()[0]).toBe('drill.recorded')
    const other = again.vault.prepareRecoveryKit().code
    expect(await again.call['drills.checkKit']({ code: other })).toEqual({ isPassed: false })
    expect(reminderKinds(again)).toEqual(['drill-due due'])
  })

  it('keep what is told of a deputy who unlocked', async () => {
    const opened = await openBackupSession()
    await opened.call['drills.recordDeputy']({ person: '陈示例', isPassed: true, notes: '异地' })
    const { drills } = await opened.call['backups.state'](undefined)
    expect(drills.find(({ kind }) => kind === 'deputy-unlocked')).toEqual({
      kind: 'deputy-unlocked',
      isPossible: false,
      last: { on: '2026-11-22', person: '陈示例', result: 'passed', notes: '异地' },
    })
  })
})

describe('a restore', () => {
  /** Like nothing else in a vault: words and check words are random. */
  const OLD = 'canary-before-7Q!'
  const NEW = 'canary-after-8R!'
  const secret = { kind: 'passphrase' as const, passphrase: '正确的主口令 correct horse' }

  /** A vault with one password, backed up, and changed since. */
  async function changedSince() {
    const opened = await withFolder()
    const id = randomId()
    const overview = (name: string) => entity(name, opened.clock.now)
    opened.vault.write(
      [{ type: 'put', id, overview: overview('星河示例'), secret: { password: OLD } }],
      [entry()],
    )
    const again = await lockAndUnlock(opened)
    const { backups } = await again.call['backups.state'](undefined)
    again.clock.now += 60_000
    again.vault.write(
      [{ type: 'put', id, overview: overview('改坏了'), secret: { password: NEW } }],
      [entry()],
    )
    const reopened = startSession(again.vault, again.context, again)
    return { ...again, ...reopened, recordId: id, backupId: backups[0]?.id ?? '' }
  }

  it('shows what differs without a secret, and counts as a drill', async () => {
    const { call, recordId, backupId, vault } = await changedSince()
    const contents = await call['backups.browse']({ id: backupId, secret })
    expect(contents?.differences).toEqual([
      expect.objectContaining({
        recordId,
        difference: 'changed',
        kind: 'entity',
        title: '星河示例',
        isSecretChanged: true,
        fields: ['name'],
      }),
    ])
    const told = JSON.stringify(contents)
    expect(told).not.toContain(OLD)
    expect(told).not.toContain(NEW)
    const { drills } = await call['backups.state'](undefined)
    expect(drills.find(({ kind }) => kind === 'backup-opened')?.last?.result).toBe('passed')
    expect(vault.mode).toBe('normal')
  })

  it('shows all that is in it, found by name or pinyin, and no secret', async () => {
    const { call, recordId, backupId } = await changedSince()
    await call['backups.browse']({ id: backupId, secret })
    const all = await call['backups.records']({ query: '' })
    expect(all).toMatchObject({ total: 1, records: [{ recordId, title: '星河示例' }] })
    const found = await call['backups.records']({ query: 'xinghe' })
    expect(found.records.map(({ title }) => title)).toEqual(['星河示例'])
    expect((await call['backups.records']({ query: '改坏了' })).records).toEqual([])
    const record = await call['backups.record']({ id: recordId })
    expect(record).toMatchObject({
      kind: 'entity',
      hasSecret: true,
      fields: [
        { name: 'name', value: '星河示例' },
        { name: 'nature', value: 'enterprise' },
      ],
    })
    expect(JSON.stringify([all, record])).not.toContain(OLD)
  })

  it('brings one record back with its secret, in the trail, and can be taken back', async () => {
    const opened = await changedSince()
    const { call, session, recordId, backupId, vault } = opened
    await call['backups.browse']({ id: backupId, secret })
    const { undoToken, count } = await call['backups.restoreRecords']({ ids: [recordId] })
    expect(count).toBe(1)
    expect(vault.peekSecret(recordId)).toEqual({ password: OLD })
    expect(session.open().ledger.records.get(recordId)?.data).toMatchObject({ name: '星河示例' })
    expect(opened.actions()[0]).toBe('backup.restore-record')
    undoChange(session, undoToken)
    expect(vault.peekSecret(recordId)).toEqual({ password: NEW })
    await call['backups.endBrowse'](undefined)
    await expect((async () => call['backups.contents'](undefined))()).rejects.toMatchObject({
      code: 'no-backup-open',
    })
  })

  it('that is cut off between the file and what this machine remembers is known for what it is', async () => {
    const opened = await changedSince()
    const { vault, path, context, folder } = opened
    const [file = ''] = await opened.files()
    const backup = await openVault(join(folder, file), testContext(), { readOnly: true })
    vault.close()
    const before = new Map(opened.anchors.entries)
    const present = readFileSync(path)
    const prepared = backup.prepareRestore(path, [], [entry('vault.restored')])
    const restoring = `${vault.vaultIdHex}.restoring`
    let announced: Uint8Array | undefined
    const anchors = {
      read: (name: string) => opened.anchors.read(name),
      write: (name: string, bytes: Uint8Array) => {
        if (name === restoring) announced ??= bytes
      },
    }
    prepared.putInPlace({ ...context, anchors })
    const died = (more: readonly [string, Uint8Array][]) => {
      opened.anchors.entries.clear()
      for (const [name, bytes] of [...before, ...more]) opened.anchors.entries.set(name, bytes)
    }

    died([])
    const unannounced = await openVault(path, context, { readOnly: true })
    expect(unannounced.findings.map(({ code }) => code)).toEqual(['older-than-anchor'])
    unannounced.close()

    died([[restoring, announced ?? new Uint8Array(0)]])
    const restored = readFileSync(path)
    const known = await openVault(path, context)
    expect(known.mode).toBe('normal')
    expect(known.findings).toEqual([])
    known.close()
    // Once: the same file put back later is an old file like any other.
    writeFileSync(path, restored)
    const again = await openVault(path, context)
    expect(again.mode).toBe('evidence')
    again.close()

    // Cut off before the file: who opens the vault as it was ends what was announced.
    died([[restoring, announced ?? new Uint8Array(0)]])
    writeFileSync(path, present)
    const unchanged = await openVault(path, context)
    expect(unchanged).toMatchObject({ mode: 'normal', findings: [] })
    unchanged.close()
    writeFileSync(path, restored)
    const later = await openVault(path, context)
    expect(later.findings.map(({ code }) => code)).toEqual(['older-than-anchor'])
  })

  it('brings a vault back of which something was altered, and keeps that one as evidence', async () => {
    const opened = await changedSince()
    const { path, context, dataFolder, folder, recordId } = opened
    opened.session.close()
    const database = new Database(path)
    const id = Buffer.from(recordId, 'hex')
    database.prepare('UPDATE record SET overview = zeroblob(300) WHERE id = ?').run(id)
    database.close()

    const damaged = await openVault(path, context)
    expect(damaged.mode).toBe('evidence')
    const { call, session, backupId } = {
      ...startSession(damaged, context, { folder, dataFolder }),
      backupId: opened.backupId,
    }
    const contents = await call['backups.browse']({ id: backupId, secret })
    expect(contents?.differences.map(({ title }) => title)).toContain('星河示例')
    await call['backups.restoreVault']({ reason: '文件被改动，从备份恢复' })
    expect(session.isOpen()).toBe(false)

    const vault = await openVault(path, context)
    expect(vault.mode).toBe('normal')
    expect(vault.findings).toEqual([])
    expect(vault.peekSecret(recordId)).toEqual({ password: OLD })
    const kept = readdirSync(dirname(path)).filter((name) => name.endsWith('-evidence.beian'))
    expect(kept).toHaveLength(1)
    expect(vault.audit({ limit: 9 }).map(({ action }) => action)).toContain('vault.restored')
  })

  it('brings the whole vault back, with the present kept, a reason in the trail and no rollback told', async () => {
    const opened = await changedSince()
    const { call, session, path, context, recordId, backupId } = opened
    await call['backups.browse']({ id: backupId, secret })
    await call['backups.restoreVault']({ reason: '误导入，整库退回' })
    expect(session.isOpen()).toBe(false)
    expect(opened.asked).toContain('session.lock')

    const vault = await openVault(path, context)
    expect(vault.mode).toBe('normal')
    expect(vault.findings).toEqual([])
    expect(vault.peekSecret(recordId)).toEqual({ password: OLD })
    const restored = vault.audit({ limit: 20 }).find(({ action }) => action === 'vault.restored')
    expect(restored?.facts).toMatchObject({ reason: '误导入，整库退回' })
    expect(vault.verifyAudit().entries).toBeGreaterThan(0)

    const after = startSession(vault, context, opened)
    const { backups } = await after.call['backups.state'](undefined)
    const kept = backups.find(({ reason }) => reason === 'before-restore')
    const contents = await after.call['backups.browse']({ id: kept?.id, secret })
    expect(contents?.differences).toEqual([expect.objectContaining({ title: '改坏了' })])
  })

  it('loses nothing that is saved while the present is kept, also while another backup runs', async () => {
    const opened = await changedSince()
    const { session, clock, backupId } = opened
    const saved: string[] = []
    // Somebody saves while the backup before the restore is still being checked, and once more after it.
    const make: typeof opened.backups.make = async (...given) => {
      const made = opened.backups.make(...given)
      for (const when of ['during', 'after']) {
        if (when === 'after') await made
        if (saved.length === 2) continue
        const id = randomId()
        const overview = entity(`补记${when}`, clock.now)
        session.open().vault.write([{ type: 'put', id, overview }], [entry()])
        saved.push(id)
      }
    }
    const call = backupsHandlers(session, { ...opened.backups, make })
    await call['backups.browse']({ id: backupId, secret })
    clock.now += 60_000
    const other = opened.backups.make('daily')
    await call['backups.restoreVault']({ reason: '退回' })
    await other

    const after = startSession(await openVault(opened.path, opened.context), opened.context, opened)
    const made = (await after.call['backups.state'](undefined)).backups
    const kept = made.filter(({ reason }) => reason === 'before-restore')
    const newest = kept.toSorted((a, b) => b.revision - a.revision)[0]
    const contents = await after.call['backups.browse']({ id: newest?.id, secret })
    const found = contents?.differences.map(({ recordId }) => recordId)
    expect(found).toEqual(expect.arrayContaining(saved))
  })

  it('refuses a copy of another vault, a wrong passphrase and a damaged file', async () => {
    const opened = await changedSince()
    const other = await withFolder()
    await other.call['backups.make'](undefined)
    const [foreign] = (await other.call['backups.state'](undefined)).backups
    opened.dialogs.file = join(other.folder, foreign?.fileName ?? '')
    const browse = opened.call['backups.browse']({ secret })
    await expect(browse).rejects.toMatchObject({ code: 'not-a-vault' })
    const wrong = { kind: 'passphrase' as const, passphrase: 'wrong' }
    const refused = opened.call['backups.browse']({ id: opened.backupId, secret: wrong })
    await expect(refused).rejects.toMatchObject({ code: 'wrong-passphrase' })
    // A wrong passphrase for a backup is no break-in at the vault.
    const again = await lockAndUnlock(opened, { passphrase: byPassphrase() })
    expect(again.actions()).not.toContain('vault.unlock-failed')
  })
})
