import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import {
  byPassphrase,
  createVault,
  entry,
  openVault,
  randomId,
  someRecord,
} from '../../support/vault.ts'

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
