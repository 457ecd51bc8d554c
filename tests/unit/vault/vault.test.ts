import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { closeCore } from '../../../electron/vault/closing.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { readRow } from '../../../electron/vault/records.ts'
import {
  byPassphrase,
  createVault,
  entry,
  openVault,
  randomId,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { asAttacker } from '../../support/vault-attack.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('a vault', () => {
  it('gives back what was written after it was closed and opened again', async () => {
    const { vault, path, context } = await createVault()
    const changes = [someRecord(1), someRecord(2), { ...someRecord(3), secret: null }]
    const { revision, revisions } = vault.write(changes, [entry()])
    vault.close()

    const again = await openVault(path, context)
    expect(again.mode).toBe('normal')
    expect(again.findings).toEqual([])
    expect(again.custodianName).toBe('林备案')
    const records = new Map([...again.records()].map((record) => [record.id, record]))
    expect(records.size).toBe(3)
    for (const change of changes) {
      expect(records.get(change.id)).toEqual({
        id: change.id,
        revision,
        overview: change.overview,
        hasSecret: change.secret !== null,
      })
      expect(revisions.get(change.id)).toBe(revision)
      expect(again.readSecret(change.id, entry('secret.revealed', change.id))).toEqual(
        change.secret ?? undefined,
      )
    }
  })

  it('keeps a secret that a change does not mention and removes one that it sets to null', async () => {
    const { vault } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    const { secret, ...rest } = record
    vault.write([{ ...rest, overview: { name: '改名' } }], [entry()])
    expect(vault.peekSecret(record.id)).toEqual(secret)
    vault.write([{ ...rest, secret: null }], [entry()])
    expect(vault.peekSecret(record.id)).toBeUndefined()
  })

  it('refuses a change to a record that changed meanwhile, and changes nothing else with it', async () => {
    const { vault } = await createVault()
    const record = someRecord(1)
    const { revision } = vault.write([{ ...record, expectedRevision: 0 }], [entry()])
    vault.write([{ ...record, expectedRevision: revision }], [entry()])
    const before = vault.revision
    expect(() =>
      vault.write([someRecord(2), { ...record, expectedRevision: revision }], [entry()]),
    ).toThrow(expect.objectContaining({ code: 'record-changed-meanwhile' }))
    expect(() => vault.write([{ ...record, expectedRevision: 0 }], [entry()])).toThrow(
      expect.objectContaining({ code: 'record-changed-meanwhile' }),
    )
    expect(vault.revision).toBe(before)
    expect([...vault.records()]).toHaveLength(1)
  })

  it('purges a record for good', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record, someRecord(2)], [entry()])
    vault.write([{ type: 'delete', id: record.id }], [entry()])
    expect(() => vault.write([{ type: 'delete', id: randomId() }], [entry()])).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
    vault.close()
    const again = await openVault(path, context)
    expect([...again.records()]).toHaveLength(1)
  })

  it('holds nothing readable that a person typed, and leaves no other file behind', async () => {
    const { vault, path } = await createVault()
    vault.write([someRecord(7)], [entry('record.created')])
    vault.close()
    const file = readFileSync(path)
    for (const word of [
      '示例',
      'site7',
      '京ICP',
      'Ex@mple',
      '林备案',
      'record.created',
      'service',
    ]) {
      expect(file.includes(word)).toBe(false)
      expect(file.includes(Buffer.from(word, 'utf16le'))).toBe(false)
    }
    expect(existsSync(`${path}-journal`)).toBe(false)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('does nothing any more after it was closed', async () => {
    const { vault } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    vault.close()
    const locked = expect.objectContaining({ code: 'vault-locked' })
    expect(() => vault.write([someRecord(2)], [entry()])).toThrow(locked)
    expect(() => vault.readSecret(record.id, entry())).toThrow(locked)
    expect(() => [...vault.records()]).toThrow(locked)
    vault.close()
  })

  it('does not open with another passphrase, and tells the next who opens it', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    for (const wrong of ['', '正确的主口令', 'correct horse']) {
      await expect(openVault(path, context, {}, byPassphrase(wrong))).rejects.toThrow(
        expect.objectContaining({ code: 'wrong-passphrase' }),
      )
    }
    const again = await openVault(path, context)
    const failed = again.audit({ limit: 10 }).find((row) => row.action === 'vault.unlock-failed')
    expect(failed?.facts).toMatchObject({ count: 3 })
  })

  it('opens with the same passphrase typed in another Unicode form', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const fullWidth = '正确的主口令 ｃｏｒｒｅｃｔ ｈｏｒｓｅ'
    await openVault(path, context, {}, byPassphrase(fullWidth))
  })
})

describe('an open vault', () => {
  it('has SQLite set as docs/format.md and the threat model need it', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const { core } = await openVaultFile(path, byPassphrase(), {}, context)
    const settings = [
      'journal_mode',
      'synchronous',
      'secure_delete',
      'temp_store',
      'trusted_schema',
      'cell_size_check',
      'locking_mode',
      'page_size',
      'application_id',
      'user_version',
    ]
    const values = settings.map((name) => [name, core.db.pragma(name, { simple: true })])
    expect(Object.fromEntries(values)).toEqual({
      journal_mode: 'truncate',
      synchronous: 3,
      secure_delete: 1,
      temp_store: 2,
      trusted_schema: 0,
      cell_size_check: 1,
      locking_mode: 'exclusive',
      page_size: 8192,
      application_id: 0x42656961,
      user_version: 1,
    })
    closeCore(core)
  })

  it('leaves nothing of a purged record in the file', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record, someRecord(2)], [entry()])
    vault.close()
    const { core } = await openVaultFile(path, byPassphrase(), {}, context)
    const row = readRow(core, record.id)
    closeCore(core)
    const sealed = [row?.overview, row?.secret].map((blob) =>
      Buffer.from(blob ?? []).subarray(0, 64),
    )
    expect(sealed.every((blob) => readFileSync(path).includes(blob))).toBe(true)
    const again = await openVault(path, context)
    again.write([{ type: 'delete', id: record.id }], [entry()])
    again.close()
    expect(sealed.some((blob) => readFileSync(path).includes(blob))).toBe(false)
  })

  it('has zeros where its keys were after it was closed', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const { core } = await openVaultFile(path, byPassphrase(), {}, context)
    const { roots, secrets, ...subkeys } = core.state.keys
    if (roots.secret === undefined || secrets === undefined) throw new Error('no secret root')
    const { constants, self } = core
    const keys = [
      roots.ledger,
      roots.secret,
      ...Object.values(subkeys),
      secrets.secret,
      secrets.manifest,
      constants.anchorKey,
      constants.auditChainKey,
      self.signingSeed,
      self.pinKey,
    ]
    expect(keys.every((key) => key.length === 32 && key.some((byte) => byte !== 0))).toBe(true)
    closeCore(core)
    expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true)
  })

  it('cannot be written in evidence mode even by a statement of its own', async () => {
    const { vault, path } = await createVault()
    vault.close()
    asAttacker(path, (db) => db.exec('UPDATE head SET revision = revision + 1'))
    const { core } = await openVaultFile(path, byPassphrase(), {}, testContext())
    expect(core.mode).toBe('evidence')
    expect(() => core.queries.deleteRecord.run(new Uint8Array(16))).toThrow(/readonly/)
    closeCore(core)
  })
})
