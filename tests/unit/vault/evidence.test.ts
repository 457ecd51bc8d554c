import { copyFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createHeldSealer } from '../../../electron/vault/content-sealer.ts'
import { digestAttachments } from '../../../electron/vault/head.ts'
import type { Finding, Vault } from '../../../electron/vault/vault.ts'
import {
  byPassphrase,
  createVault,
  entry,
  openVault,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { asAttacker, copyOf } from '../../support/vault-attack.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

function findingsOf(vault: Vault, code: Finding['code']): (string | undefined)[] {
  return vault.findings
    .filter((finding) => finding.code === code)
    .map((finding) => finding.recordId)
}

async function* pieces(...parts: readonly Uint8Array[]) {
  yield* parts
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts)
}

describe('evidence mode', () => {
  it('names each record that was deleted, added, brought back or broken, and shows the rest', async () => {
    const { vault, path, context } = await createVault()
    const records = Array.from({ length: 8 }, (_, index) => someRecord(index))
    const [deleted, replayed, broken, secretBroken, purged] = records.map((record) => record.id)
    vault.write(records, [entry()])
    vault.close()
    const older = copyOf(path, 'older')
    const newer = await openVault(path, context)
    newer.write(
      records.slice(0, 2).map((record) => ({ ...record, overview: { newer: true } })),
      [entry()],
    )
    newer.write([{ type: 'delete', id: purged ?? '' }], [entry()])
    newer.close()
    asAttacker(path, (db) => {
      db.exec(`ATTACH '${older}' AS older`)
      db.exec(`DELETE FROM main.record WHERE id = x'${deleted}'`)
      db.exec(`REPLACE INTO main.record SELECT * FROM older.record WHERE id = x'${replayed}'`)
      db.exec(`INSERT INTO main.record SELECT * FROM older.record WHERE id = x'${purged}'`)
      db.exec(
        `UPDATE main.record SET overview = zeroblob(length(overview)) WHERE id = x'${broken}'`,
      )
      db.exec(
        `UPDATE main.record SET secret = zeroblob(length(secret)) WHERE id = x'${secretBroken}'`,
      )
    })

    const evidence = await openVault(path, testContext())
    expect(evidence.mode).toBe('evidence')
    expect(findingsOf(evidence, 'head-mismatch')).toHaveLength(1)
    expect(findingsOf(evidence, 'record-missing')).toEqual([deleted])
    expect(findingsOf(evidence, 'record-replayed')).toEqual([replayed])
    expect(findingsOf(evidence, 'record-added')).toEqual([purged])
    expect(findingsOf(evidence, 'record-unreadable')).toEqual([broken])
    expect(findingsOf(evidence, 'secret-unreadable')).toEqual([secretBroken])
    expect([...evidence.records()]).toHaveLength(6)

    const intact = records[7]
    expect(evidence.readSecret(intact?.id ?? '', entry('secret.revealed', intact?.id))).toEqual(
      intact?.secret,
    )
    const differences = await evidence.compare(older, byPassphrase())
    const kinds = new Map(differences.map((difference) => [difference.recordId, difference]))
    expect(kinds.get(deleted ?? '')).toMatchObject({
      kind: 'only-there',
      overview: records[0]?.overview,
    })
    expect(kinds.get(broken ?? '')).toMatchObject({ kind: 'only-there' })
    expect(kinds.get(secretBroken ?? '')).toMatchObject({
      kind: 'changed',
      isSecretChanged: true,
      isOverviewChanged: false,
    })
    expect(kinds.size).toBe(3)
    expect(JSON.stringify(differences)).not.toContain('Ex@mple')
  })

  it('says where the audit trail is broken', async () => {
    const { vault, path } = await createVault()
    for (let index = 0; index < 5; index++) vault.write([someRecord(index)], [entry()])
    vault.close()
    asAttacker(path, (db) => {
      db.exec('DELETE FROM audit WHERE sequence = 4')
    })
    const evidence = await openVault(path, testContext())
    expect(evidence.findings).toContainEqual({ code: 'audit-broken', facts: { sequence: 4 } })
    expect(() => evidence.verifyAudit()).toThrow(expect.objectContaining({ code: 'vault-damaged' }))
  })

  it('takes what was revealed in it into the trail as soon as it can', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    vault.close()
    const sound = copyOf(path, 'sound')
    asAttacker(path, (db) => {
      db.exec('UPDATE head SET revision = revision + 1')
    })
    const evidence = await openVault(path, context)
    expect(evidence.mode).toBe('evidence')
    evidence.readSecret(record.id, entry('secret.revealed', record.id))
    evidence.readSecret(record.id, entry('secret.copied', record.id))
    evidence.close()
    copyFileSync(sound, path)
    const again = await openVault(path, context)
    expect(again.mode).toBe('normal')
    const actions = again.audit({ limit: 4 }).map((row) => row.action)
    expect(actions).toEqual(expect.arrayContaining(['secret.revealed', 'secret.copied']))
    again.close()
    const later = await openVault(path, context)
    expect(
      later.audit({ limit: 100 }).filter((row) => row.action === 'secret.revealed'),
    ).toHaveLength(1)
  })

  it('compares only with a copy of the same vault', async () => {
    const { vault } = await createVault()
    const other = await createVault()
    other.vault.close()
    await expect(vault.compare(other.path, byPassphrase())).rejects.toThrow(
      expect.objectContaining({ code: 'not-a-vault' }),
    )
  })
})

describe('the audit trail', () => {
  it('comes newest first, page by page, with the rows each entry changed', async () => {
    const { vault } = await createVault()
    const records = [someRecord(1), someRecord(2)]
    const { revision } = vault.write(records, [entry('first'), entry('second')])
    vault.write([{ type: 'delete', id: records[0]?.id ?? '' }], [])
    const all = vault.audit({ limit: 100 })
    expect(all.map((row) => row.action)).toEqual([
      'record.changed',
      'second',
      'first',
      'vault.unlocked',
      'vault.created',
    ])
    expect(all[2]?.changes).toEqual(
      expect.arrayContaining(records.map((record) => ({ id: record.id, revision }))),
    )
    expect(all[0]?.changes).toEqual([{ id: records[0]?.id, revision: 0 }])
    const pages = [
      vault.audit({ limit: 2 }),
      vault.audit({ beforeSequence: 4, limit: 2 }),
      vault.audit({ beforeSequence: 2, limit: 2 }),
    ]
    expect(pages.flat()).toEqual(all)
    expect(vault.audit({ beforeSequence: 1, limit: 5 })).toEqual([])
    expect(vault.verifyAudit()).toEqual({ entries: 5 })
  })

  it('holds a signed checkpoint after each lock', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const again = await openVault(path, context)
    const checkpoint = again.audit({ limit: 10 }).find((row) => row.action === 'audit.checkpoint')
    expect(checkpoint?.facts).toMatchObject({ sequence: (checkpoint?.sequence ?? 0) - 1 })
    expect(checkpoint?.facts?.['signature']).toMatch(/^[0-9a-f]{128}$/)
  })

  it('has the entry durable before a secret is given out', async () => {
    const { vault, path } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    const copies: string[] = []
    const secret = vault.readSecret(record.id, entry('secret.revealed', record.id))
    // The moment the secret is in our hands, a copy of the file, as a crash would leave it, has the entry.
    copies.push(copyOf(path, 'crashed'))
    expect(secret).toEqual(record.secret)
    const crashed = await openVault(copies[0] ?? '', testContext())
    expect(crashed.audit({ limit: 3 }).map((row) => row.action)).toContain('secret.revealed')
  })

  it('stays sound over many blocks and several sessions', async () => {
    const { vault, path, context } = await createVault()
    for (let index = 0; index < 300; index++) vault.appendAudit([entry(`step-${index}`)])
    vault.close()
    const again = await openVault(path, context)
    expect(again.findings).toEqual([])
    expect(again.verifyAudit().entries).toBeGreaterThan(300)
  })
})

describe('an attachment', () => {
  it('comes back whole, at every length around a chunk', async () => {
    const { vault, path, context } = await createVault()
    const contents = new Map<string, Buffer>()
    for (const length of [0, 1, 4095, 4096, 65_535, 65_536, 65_537, 200_000]) {
      const content = Buffer.alloc(length, length % 251)
      const facts = {
        ownerId: '00'.repeat(16),
        name: `扫描件-${length}.pdf`,
        mediaType: 'application/pdf',
      }
      const cut = Math.floor(length / 3)
      const source = pieces(content.subarray(0, cut), content.subarray(cut))
      const info = await vault.writeAttachment(facts, source, [entry('attachment.added')])
      expect(info).toMatchObject({ ...facts, sizeBytes: length })
      contents.set(info.id, content)
    }
    await vault.rekey({ keepSlots: () => true, reason: 'test' })
    vault.close()
    const again = await openVault(path, context)
    expect(again.attachments()).toHaveLength(contents.size)
    for (const [id, content] of contents) {
      expect(
        (await collect(again.readAttachment(id, entry('attachment.opened')))).equals(content),
      ).toBe(true)
    }
    const [first] = contents.keys()
    again.deleteAttachment(first ?? '', [entry('attachment.removed')])
    expect(again.attachments()).toHaveLength(contents.size - 1)
    expect(() => again.deleteAttachment(first ?? '', [entry()])).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
    again.close()
    expect((await openVault(path, context)).findings).toEqual([])
  })

  it('is written with its record or not at all', async () => {
    const { vault } = await createVault()
    const sealer = createHeldSealer()
    sealer.push(Buffer.alloc(100_000, 7))
    const content = sealer.finish()
    const facts = { ownerId: '11'.repeat(16), name: 'a', mediaType: 'b' }
    const added = [{ facts, content }]
    const change = { ...someRecord(1), expectedRevision: 9 }
    expect(() => vault.write([change], [entry()], { added, removedIds: [] })).toThrow(
      expect.objectContaining({ code: 'record-changed-meanwhile' }),
    )
    expect(vault.attachmentIds()).toEqual([])
    vault.write([someRecord(1)], [entry()], { added, removedIds: [] })
    expect(vault.attachments()).toMatchObject([{ ...facts, id: content.id, sizeBytes: 100_000 }])
    const read = await collect(vault.readAttachment(content.id, entry()))
    expect(read.equals(Buffer.alloc(100_000, 7))).toBe(true)
    vault.write([], [entry()], { added: [], removedIds: [content.id] })
    expect(vault.attachmentIds()).toEqual([])
  })

  it('may be one of thousands of scans', () => {
    const chunks = Array.from({ length: 60_000 }, (_, index) => ({
      attachmentId: new Uint8Array(16).fill(index >> 8),
      position: index % 256,
      sizeBytes: 65_553,
    }))
    expect(digestAttachments([], chunks)).toHaveLength(32)
  })

  it('leaves nothing behind when its source fails', async () => {
    const { vault } = await createVault()
    async function* failing() {
      yield new Uint8Array(100_000)
      throw new Error('the drive was pulled out')
    }
    const facts = { ownerId: '00'.repeat(16), name: 'a', mediaType: 'b' }
    await expect(vault.writeAttachment(facts, failing(), [entry()])).rejects.toThrow('pulled out')
    expect(vault.attachments()).toEqual([])
    vault.write([someRecord(1)], [entry()])
  })

  it('ends with an error when the vault is locked while its source still reads', async () => {
    const { vault, path, context } = await createVault()
    async function* slow() {
      yield new Uint8Array(100_000)
      vault.close()
      yield new Uint8Array(100_000)
    }
    const facts = { ownerId: '00'.repeat(16), name: 'a', mediaType: 'b' }
    await expect(vault.writeAttachment(facts, slow(), [entry()])).rejects.toThrow(
      expect.objectContaining({ code: 'vault-locked' }),
    )
    const again = await openVault(path, context)
    expect(again.findings).toEqual([])
    expect(again.attachments()).toEqual([])
  })

  it('is not given out with a chunk reordered, cut off or appended', async () => {
    const { vault, path } = await createVault()
    const facts = { ownerId: '00'.repeat(16), name: 'a', mediaType: 'b' }
    const content = Buffer.alloc(250_000, 5)
    await vault.writeAttachment(facts, pieces(content), [entry()])
    vault.close()
    for (const sql of [
      'UPDATE attachment_chunk SET position = position + 100; UPDATE attachment_chunk SET position = CASE position WHEN 100 THEN 1 WHEN 101 THEN 0 ELSE position - 100 END',
      'DELETE FROM attachment_chunk WHERE position = 3',
      'DELETE FROM attachment_chunk WHERE position = 0',
      'INSERT INTO attachment_chunk SELECT attachment_id, 4, chunk FROM attachment_chunk WHERE position = 3',
      'UPDATE attachment_chunk SET chunk = (SELECT chunk FROM attachment_chunk WHERE position = 0) WHERE position = 2',
    ]) {
      const copy = copyOf(path, 'chunks')
      asAttacker(copy, (db) => db.exec(sql))
      const opened = await openVault(copy, testContext())
      if (opened.mode === 'evidence') {
        expect(opened.findings.map((finding) => finding.code)).toContain('head-mismatch')
      } else {
        const [info] = opened.attachments()
        await expect(collect(opened.readAttachment(info?.id ?? '', entry()))).rejects.toThrow(
          expect.objectContaining({ code: 'vault-damaged' }),
        )
      }
      opened.close()
    }
  })
})
