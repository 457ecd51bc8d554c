import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { addAttachment, readContent } from '../../../electron/vault/attachments.ts'
import {
  type AuditTail,
  checkpointMessage,
  makeAuditRow,
  openAuditRow,
} from '../../../electron/vault/audit-chain.ts'
import { idBytes, toHex } from '../../../electron/vault/bytes.ts'
import { issueCertificate } from '../../../electron/vault/certificate.ts'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { hash } from '../../../electron/vault/hash.ts'
import { transactLong } from '../../../electron/vault/long-work.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { encodePassphraseParameters } from '../../../electron/vault/passphrase.ts'
import { startGeneration } from '../../../electron/vault/rekey.ts'
import { releaseAttachment } from '../../../electron/vault/release.ts'
import { seal } from '../../../electron/vault/seal.ts'
import { sign } from '../../../electron/vault/signature.ts'
import { addCertificate } from '../../../electron/vault/slots.ts'
import { sodium, sodiumReady } from '../../../electron/vault/sodium.ts'
import { transact } from '../../../electron/vault/transaction.ts'
import type { VaultContext } from '../../../electron/vault/vault.ts'
import {
  byPassphrase,
  createVault,
  entry,
  fastDeriveKey,
  openVault,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { asAttacker } from '../../support/vault-attack.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

await sodiumReady
const MIB = 1024 * 1024

function rejectedWith(code: string) {
  return expect.objectContaining({ name: 'VaultError', code })
}

async function closedVault(changes: Partial<VaultContext> = {}) {
  const { vault, path, context } = await createVault(changes)
  vault.write([someRecord(1)], [entry()])
  vault.close()
  return { path, context }
}

/** The vault's insides: what a custodian with a program of their own has. */
async function openCore(path: string, context: VaultContext) {
  const { core } = await openVaultFile(path, byPassphrase(), {}, context)
  return core
}

async function* pieces(...parts: readonly Uint8Array[]) {
  yield* parts
}

const paper = { ownerId: '11'.repeat(16), name: 'a.pdf', mediaType: 'application/pdf' }

describe('a custodian who signs a certificate', () => {
  it.each([
    ['signing key', { signingKey: sodium.crypto_sign_seed_keypair(new Uint8Array(32)).publicKey }],
    ['custodian id', { custodianId: new Uint8Array(16).fill(7) }],
    ['public key', { publicKeyDigest: new Uint8Array(32).fill(7) }],
  ])('cannot give another custodian a %s of theirs unseen', async (_, theirs) => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const { certificate } = core.state
    transact(core, [entry()], (draft) => {
      const members = certificate.members.map((member) => ({ ...member, ...theirs }))
      addCertificate(core, draft, { ...certificate, members })
    })
    closeDatabase(core.db)
    const vault = await openVault(path, context)
    expect(vault.mode).toBe('evidence')
    expect(vault.findings.map((finding) => finding.code)).toContain('generation-invalid')
  })
})

describe('a checkpoint of the trail', () => {
  it('is only written by the vault itself', async () => {
    const { vault, path, context } = await createVault()
    const forged = entry('audit.checkpoint')
    const refused = rejectedWith('refused')
    expect(() => vault.appendAudit([forged])).toThrow(refused)
    expect(() => vault.write([someRecord(1)], [entry(), forged])).toThrow(refused)
    await expect(vault.writeMany([someRecord(1)], [forged])).rejects.toThrow(refused)
    expect([...vault.records()]).toEqual([])
    vault.close()
    const reader = await openVault(path, context, { readOnly: true })
    expect(() => reader.appendAudit([forged])).toThrow(refused)
  })

  it.each([
    ['nobody', { signature: '22'.repeat(64) }],
    ['a slot that never was', { slotId: '11'.repeat(16) }],
    ['a slot for another entry', { sequence: 1 }],
    ['a slot for another chain', { chain: '33'.repeat(32) }],
  ])('signed by %s is seen at the unlock and by a check of the trail', async (_, wrong) => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const { audit } = core.state
    const facts = {
      sequence: audit.count,
      chain: toHex(audit.chain),
      slotId: toHex(core.self.slotId),
      signature: toHex(sign(core.self.signingSeed, checkpointMessage(core.vaultId, audit))),
    }
    const forged = { ...entry('audit.checkpoint'), facts: { ...facts, ...wrong } }
    transact(core, [forged], (draft) => {
      draft.isCheckpoint = true
    })
    closeDatabase(core.db)
    const vault = await openVault(path, context)
    expect(vault.mode).toBe('evidence')
    expect(vault.findings.map((finding) => finding.code)).toContain('audit-broken')
    expect(() => vault.verifyAudit()).toThrow(rejectedWith('vault-damaged'))
  })

  it('that the vault wrote is right, also after the keys of its slot were renewed', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    for (let round = 0; round < 2; round++) {
      const again = await openVault(path, context)
      const { passphrase } = byPassphrase() as { passphrase: Uint8Array }
      const cost = { opsLimit: 3, memLimitBytes: 64 * MIB }
      await again.changePassphrase(passphrase, passphrase, cost)
      await again.rekey({ keepSlots: () => true, reason: 'x' })
      again.close()
    }
    const last = await openVault(path, context)
    expect(last.findings).toEqual([])
    expect(last.verifyAudit().entries).toBeGreaterThan(8)
  })
})

describe('foreign slots', () => {
  /** Puts copies of our slot, at the highest cost, under other ids. */
  function flood(path: string, count: number): void {
    const dear = encodePassphraseParameters(
      { opsLimit: 10, memLimitBytes: 1024 * MIB },
      randomBytes(16),
    )
    asAttacker(path, (db) => {
      const add = db.prepare(
        'INSERT INTO slot SELECT ?, kind, ?, public_key, zeroblob(32), wrapped_seed, pin, ' +
          'sealed_roots, sealed_label FROM slot LIMIT 1',
      )
      for (let index = 0; index < count; index++) {
        const id = Buffer.alloc(16)
        id[15] = index
        add.run(id, dear)
      }
    })
  }

  /** Puts a certificate in the place of ours that names every slot there is. */
  function nameAll(path: string): void {
    asAttacker(path, (db) => {
      const vaultId = db.prepare('SELECT vault_id FROM vault').pluck().get() as Buffer
      const slots = db
        .prepare<[], { id: Buffer; kind: number; key: Buffer }>(
          'SELECT id, kind, public_key AS key FROM slot',
        )
        .all()
      const members = slots.map(({ id, kind, key }) => ({
        slotId: id,
        kind,
        custodianId: new Uint8Array(16),
        signingKey: new Uint8Array(32),
        publicKeyDigest: hash(key),
      }))
      const forged = issueCertificate(
        {
          vaultId,
          generation: 1,
          previous: undefined,
          ledgerCommitment: new Uint8Array(32),
          secretCommitment: new Uint8Array(32),
          signerSlotId: new Uint8Array(16),
          members,
        },
        new Uint8Array(32),
      )
      db.prepare('UPDATE certificate SET body = ?').run(forged.bytes)
    })
  }

  async function floodedVault(count: number) {
    const costs: number[] = []
    const work = { passBytes: 0 }
    const deriveKey: typeof fastDeriveKey = (passphrase, salt, cost) => {
      costs.push(cost.memLimitBytes)
      work.passBytes += cost.opsLimit * cost.memLimitBytes
      return fastDeriveKey(passphrase, salt, cost)
    }
    const { path, context } = await closedVault({ deriveKey })
    flood(path, count)
    costs.length = 0
    work.passBytes = 0
    return { path, context, costs, work }
  }

  it('cost no derivation: only those are tried that a certificate names', async () => {
    const { path, context, costs } = await floodedVault(63)
    const vault = await openVault(path, context)
    expect(vault.mode).toBe('evidence')
    expect(costs).toEqual([256 * MIB])
    vault.close()
    await expect(openVault(path, context, {}, byPassphrase('wrong'))).rejects.toThrow(
      rejectedWith('wrong-passphrase'),
    )
    expect(costs).toEqual([256 * MIB, 256 * MIB])
  })

  it('that a forged certificate names cost little more than a minute, and no right passphrase', async () => {
    const { path, context, costs, work } = await floodedVault(63)
    nameAll(path)
    const tooMuch = { code: 'kdf-parameters-refused', facts: { reason: 'too-costly' } }
    await expect(openVault(path, context, {}, byPassphrase('wrong'))).rejects.toThrow(
      expect.objectContaining(tooMuch),
    )
    // 64 GiB passed over take about as long as 85 derivations at the usual cost.
    expect(work.passBytes).toBeGreaterThan(50 * 1024 * MIB)
    expect(work.passBytes).toBeLessThanOrEqual(64 * 1024 * MIB)
    costs.length = 0
    expect((await openVault(path, context)).mode).toBe('evidence')
    expect(costs).toEqual([256 * MIB])
  })

  it('in more than the number there may be are damage, before any derivation', async () => {
    const { path, context, costs } = await floodedVault(64)
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('vault-damaged'))
    expect(costs).toEqual([])
  })
})

describe('a trail that was rewritten while the vault was open', () => {
  it('is not sealed into a new generation', async () => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const { vaultId, state, constants } = core
    const keys = { vaultId, audit: state.keys.audit, chain: constants.auditChainKey }
    // By somebody who has the ledger root: every chain value and seal is right.
    let tail: Pick<AuditTail, 'count' | 'chain'> = { count: 0, chain: new Uint8Array(32) }
    for (const row of core.queries.auditUpwards.all(1, 1000)) {
      const { sequence, revision, changes, ...before } = openAuditRow(keys, row).record
      if (before.action === 'audit.checkpoint') break
      const made = makeAuditRow(keys, 1, tail, {
        revision,
        changes: changes.map((change) => ({ ...change, id: idBytes(change.id) })),
        entry: { ...before, at: 5 },
      })
      core.queries.updateAudit.run(1, made.row.entry, sequence)
      tail = { count: sequence, chain: made.chain }
    }
    const rekey = startGeneration(core, { keepSlots: () => true, reason: 'x' }, () =>
      Promise.resolve(false),
    )
    await expect(rekey).rejects.toThrow(rejectedWith('vault-damaged'))
    closeDatabase(core.db)
  })

  it('is noticed also where only a seal differs and the chain is the same', async () => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const keys = { vaultId: core.vaultId, audit: core.state.keys.audit }
    const [row] = core.queries.auditUpwards.all(2, 1)
    if (row === undefined) throw new Error('no entry')
    const { chain, body } = openAuditRow(keys, row)
    const place = Buffer.alloc(16)
    place[15] = 2
    const again = seal(
      keys.audit,
      { vaultId: core.vaultId, table: 'audit', part: 1, row: place, generation: 1, revision: 2 },
      Buffer.concat([chain, body]),
    )
    core.queries.updateAudit.run(1, again, 2)
    const rekey = startGeneration(core, { keepSlots: () => true, reason: 'x' }, () =>
      Promise.resolve(false),
    )
    await expect(rekey).rejects.toThrow(rejectedWith('vault-damaged'))
    closeDatabase(core.db)
  })
})

describe('attachments that somebody exchanges while the vault is open', () => {
  it('get no valid head by an upload that lasts', async () => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const source = async function* () {
      yield new Uint8Array(10)
      core.db.exec("INSERT INTO attachment_chunk VALUES (zeroblob(16), 0, x'00')")
    }
    await expect(
      transactLong(core, [entry()], (draft) => addAttachment(core, draft, paper, source())),
    ).rejects.toThrow(rejectedWith('vault-damaged'))
    closeDatabase(core.db)
    expect((await openVault(path, context)).findings).toEqual([])
  })

  it('are not given out: neither one put back nor one exchanged between check and reading', async () => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const { id } = await transactLong(core, [entry()], (draft) =>
      addAttachment(core, draft, paper, pieces(new Uint8Array(70_000))),
    )
    const damaged = rejectedWith('vault-damaged')
    // Who knows the attachment's key can make another valid stream; here a byte is enough.
    const reading = releaseAttachment(core, id, entry())
    expect(reading.next().value).toHaveLength(65_536)
    core.db.exec('UPDATE attachment_chunk SET chunk = zeroblob(length(chunk)) WHERE position = 1')
    expect(() => reading.next()).toThrow(damaged)
    core.db.exec('DELETE FROM attachment_chunk WHERE position = 1')
    expect(() => [...releaseAttachment(core, id, entry())]).toThrow(damaged)
    const none = { info: { id, ...paper, sizeBytes: 0, createdAt: 0 }, chunkHashes: [] }
    expect(() => [...readContent(core, none)]).toThrow(damaged)
    closeDatabase(core.db)
  })

  it('end an upload with the reason when the vault is closed in its midst', async () => {
    const { vault } = await createVault()
    const source = async function* () {
      yield new Uint8Array(200_000)
      vault.close()
      yield new Uint8Array(200_000)
    }
    await expect(vault.writeAttachment(paper, source(), [entry()])).rejects.toThrow(
      rejectedWith('vault-locked'),
    )
  })

  it('come in however the source cuts them', async () => {
    const { vault } = await createVault()
    const content = randomBytes(300_001)
    const cut = [0, 1, 65_536, 65_537, 131_072, 300_001].map((end, index, ends) =>
      content.subarray(ends[index - 1] ?? 0, end),
    )
    for (const source of [[content], cut]) {
      const { id } = await vault.writeAttachment(paper, pieces(...source), [entry()])
      const parts: Uint8Array[] = []
      for await (const part of vault.readAttachment(id, entry())) parts.push(part)
      expect(Buffer.concat(parts).equals(content)).toBe(true)
    }
  })
})

describe('what a holder of the keys sealed badly', () => {
  it('is damage with a name, and the rest opens as evidence', async () => {
    const { path, context } = await closedVault()
    const core = await openCore(path, context)
    const { vaultId, state } = core
    const id = randomBytes(16)
    for (const [plaintext, generation] of [
      [Buffer.from('no json'), 1],
      [Buffer.from([0xff, 0xfe]), 1],
      [Buffer.from('{}'), 2],
    ] as const) {
      const overview = seal(
        state.keys.overview,
        { vaultId, table: 'record', part: 1, row: id, generation: 1, revision: 1 },
        plaintext,
      )
      const row = { id, generation, revision: 1, overview, secretRevision: null, secret: null }
      core.queries.putRecord.run(row)
      const copy = `${path}.${plaintext.length}.${generation}`
      core.db.exec(`VACUUM INTO '${copy}'`)
      const vault = await openVault(copy, testContext())
      expect(vault.mode).toBe('evidence')
      const codes = vault.findings.map((finding) => finding.code)
      expect(codes).toContain(generation === 1 ? 'record-unreadable' : 'record-replayed')
      vault.close()
    }
    closeDatabase(core.db)
  })
})
