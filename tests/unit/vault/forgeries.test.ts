import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { listAttachments } from '../../../electron/vault/attachments.ts'
import { readAudit } from '../../../electron/vault/audit-reading.ts'
import { encodePassphraseParameters } from '../../../electron/vault/passphrase.ts'
import { applyChanges, readOverviews, readRow } from '../../../electron/vault/records.ts'
import { startGeneration } from '../../../electron/vault/rekey.ts'
import { readSlots } from '../../../electron/vault/slots.ts'
import { transact } from '../../../electron/vault/transaction.ts'
import { Vault, type VaultContext } from '../../../electron/vault/vault.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  fastDeriveKey,
  openVault,
  PASSPHRASE,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { asAttacker, copyOf } from '../../support/vault-attack.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Somebody who can replace the file, or build another one. */
async function closedVault(changes: Partial<VaultContext> = {}) {
  const { vault, path, context } = await createVault(changes)
  const record = someRecord(1)
  vault.write([record, someRecord(2)], [entry()])
  vault.close()
  return { path, context, record }
}

function rejectedWith(code: string) {
  return expect.objectContaining({ name: 'VaultError', code })
}

describe('an older file over the newer one', () => {
  it('is reported, opens as evidence, and opens normally once it is said to be on purpose', async () => {
    const { path, context, record } = await closedVault()
    const older = copyOf(path, 'older')
    const vault = await openVault(path, context)
    vault.write([{ ...record, overview: { changed: true } }], [entry()])
    vault.close()
    copyFileSync(older, path)

    const evidence = await openVault(path, context)
    expect(evidence.mode).toBe('evidence')
    expect(evidence.findings.map((finding) => finding.code)).toEqual(['older-than-anchor'])
    expect(() => evidence.write([record], [entry()])).toThrow(rejectedWith('evidence-mode'))
    const shown = evidence.rollbackToken ?? ''
    evidence.close()

    const accepted = await openVault(path, context, {
      acceptRollback: { reason: '从备份恢复', shown },
    })
    expect(accepted.mode).toBe('normal')
    const trail = accepted.audit({ limit: 5 })
    expect(trail.find((row) => row.action === 'vault.rollback-accepted')?.facts).toMatchObject({
      finding: 'older-than-anchor',
      reason: '从备份恢复',
    })
    accepted.close()
    expect((await openVault(path, context)).mode).toBe('normal')
  })

  it('is reported also after as many new writes as were lost', async () => {
    const { path, context, record } = await closedVault()
    const older = copyOf(path, 'older')
    const vault = await openVault(path, context)
    vault.write([record], [entry()])
    vault.close()
    // On another machine, which has no anchor, the old file is carried on beyond the anchor's revision.
    copyFileSync(older, path)
    const elsewhere = testContext()
    for (let round = 0; round < 4; round++) {
      const fork = await openVault(path, elsewhere)
      fork.write([{ ...record, overview: { round } }], [entry()])
      fork.close()
    }
    const evidence = await openVault(path, context)
    expect(evidence.mode).toBe('evidence')
    expect(evidence.findings.map((finding) => finding.code)).toEqual(['forked-from-anchor'])
  })
})

describe('a forged vault', () => {
  it('does not open although its roots are sealed to our public key', async () => {
    const { path, context } = await closedVault()
    // The forger makes a vault of their own with the same id and seals its roots to our slot.
    const { forged } = await forgeVault(path)
    copyFileSync(forged, path)
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('forged-vault'))
  })

  it('does not open with the true certificates beside the forged roots either', async () => {
    const { path, context } = await closedVault()
    const { forged } = await forgeVault(path)
    asAttacker(forged, (db) => {
      db.exec(`ATTACH '${path}' AS ours`)
      db.exec(
        'DELETE FROM main.certificate; INSERT INTO main.certificate SELECT * FROM ours.certificate',
      )
    })
    copyFileSync(forged, path)
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('vault-damaged'))
  })
})

/** Builds a sound vault under the forger's roots in which our own slot, sealed to by its public key, stands. */
async function forgeVault(path: string): Promise<{ forged: string }> {
  const { deriveGenerationKeys, makeRoots } = await import('../../../electron/vault/root-keys.ts')
  const { issueCertificate } = await import('../../../electron/vault/certificate.ts')
  const { sealRoots } = await import('../../../electron/vault/slot-roots.ts')
  const { sodium } = await import('../../../electron/vault/sodium.ts')
  const { hash } = await import('../../../electron/vault/hash.ts')
  const forged = copyOf(path, 'forged')
  asAttacker(forged, (db) => {
    const slot = db.prepare<[], { id: Buffer; public_key: Buffer }>('SELECT * FROM slot').get()
    const vault = db.prepare<[], { vault_id: Buffer }>('SELECT * FROM vault').get()
    if (slot === undefined || vault === undefined) throw new Error('the vault is empty')
    const keys = deriveGenerationKeys(makeRoots())
    const seed = new Uint8Array(randomBytes(32))
    const certificate = issueCertificate(
      {
        vaultId: vault.vault_id,
        generation: 1,
        previous: undefined,
        ledgerCommitment: keys.ledgerCommitment,
        secretCommitment: keys.secretCommitment,
        signerSlotId: slot.id,
        members: [
          {
            slotId: slot.id,
            kind: 1,
            custodianId: randomBytes(16),
            signingKey: sodium.crypto_sign_seed_keypair(seed).publicKey,
            publicKeyDigest: hash(slot.public_key),
          },
        ],
      },
      seed,
    )
    db.prepare('UPDATE certificate SET body = ?').run(certificate.bytes)
    const identity = { id: slot.id, kind: 1, publicKey: slot.public_key }
    db.prepare('UPDATE slot SET sealed_roots = ?').run(sealRoots(vault.vault_id, identity, 1, keys))
  })
  return { forged }
}

describe('the cost of guessing', () => {
  const MIB = 1024 * 1024

  it.each([
    ['fewer passes', 2, 256 * MIB],
    ['no pass', 0, 256 * MIB],
    ['less memory', 3, 64 * MIB - 1024],
    ['no memory', 3, 0],
    ['more passes than anybody waits for', 11, 256 * MIB],
    ['four thousand million passes', 2 ** 32 - 1, 256 * MIB],
    ['more memory than there is', 3, 1024 * MIB + 1024],
    ['memory beyond all numbers', 3, 2 ** 63],
    ['memory that is no whole KiB', 3, 256 * MIB + 1],
  ])('is refused with %s, before any memory is taken', async (_, opsLimit, memLimitBytes) => {
    const { path, context } = await closedVault()
    asAttacker(path, (db) => {
      const parameters = db
        .prepare<[], { parameters: Buffer }>('SELECT parameters FROM slot')
        .get()?.parameters
      if (parameters === undefined) throw new Error('no slot')
      parameters.writeUInt32BE(opsLimit, 1)
      parameters.writeBigUInt64BE(BigInt(memLimitBytes), 5)
      db.prepare('UPDATE slot SET parameters = ?').run(parameters)
    })
    let derivations = 0
    const deriveKey: typeof fastDeriveKey = (...input) => {
      derivations++
      return fastDeriveKey(...input)
    }
    await expect(openVault(path, { ...context, deriveKey })).rejects.toThrow(
      rejectedWith('kdf-parameters-refused'),
    )
    expect(derivations).toBe(0)
  })

  it('is refused below the bounds also when a vault is made', async () => {
    const { path, context } = await closedVault()
    const options = {
      passphrase: bytesOf(PASSPHRASE),
      custodianName: '林',
      kdf: { opsLimit: 1, memLimitBytes: 8 * MIB },
    }
    await expect(Vault.create(`${path}.new`, options, context)).rejects.toThrow(
      rejectedWith('kdf-parameters-refused'),
    )
  })

  it('cannot be lowered within the bounds, even for the right passphrase', async () => {
    const { path, context } = await closedVault()
    asAttacker(path, (db) => {
      const salt = db
        .prepare<[], { parameters: Buffer }>('SELECT parameters FROM slot')
        .get()
        ?.parameters.subarray(13)
      if (salt === undefined) throw new Error('no slot')
      const weaker = encodePassphraseParameters({ opsLimit: 3, memLimitBytes: 64 * MIB }, salt)
      db.prepare('UPDATE slot SET parameters = ?').run(weaker)
    })
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('wrong-passphrase'))
  })
})

describe('a foreign slot', () => {
  it('is seen, and nothing can be written, so nothing is ever sealed to it', async () => {
    const { path, context } = await closedVault()
    const other = await closedVault()
    asAttacker(path, (db) => {
      db.exec(`ATTACH '${other.path}' AS other`)
      db.exec('INSERT INTO main.slot SELECT * FROM other.slot')
    })
    const vault = await openVault(path, context)
    expect(vault.mode).toBe('evidence')
    expect(vault.findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(['slot-altered', 'head-mismatch']),
    )
    await expect(vault.rekey({ keepSlots: () => true, reason: 'x' })).rejects.toThrow(
      rejectedWith('evidence-mode'),
    )
  })
})

describe('somebody who left', () => {
  it('does not get in by putting their old slot into the file after a re-key', async () => {
    const { vault, path, context } = await createVault()
    const kit = vault.prepareRecoveryKit()
    const groups = kit.code.split('-')
    vault.confirmRecoveryKit([1, 2].map((index) => ({ index, text: groups[index] ?? '' })))
    vault.close()
    const leaver = { kind: 'recovery-kit', code: kit.code } as const
    const older = copyOf(path, 'older')

    const ours = await openVault(path, context)
    await ours.rekey({ keepSlots: (slot) => slot.kind === 'passphrase', reason: '离职' })
    ours.write([someRecord(9)], [entry()])
    ours.close()
    await expect(openVault(path, context, {}, leaver)).rejects.toThrow(
      rejectedWith('wrong-recovery-kit'),
    )

    const restored = copyOf(path, 'restored')
    asAttacker(restored, (db) => {
      db.exec(`ATTACH '${older}' AS older`)
      db.exec('INSERT INTO main.slot SELECT * FROM older.slot WHERE kind = 2')
    })
    await expect(openVault(restored, testContext(), {}, leaver)).rejects.toThrow(
      rejectedWith('wrong-passphrase'),
    )
    const evidence = await openVault(restored, testContext())
    expect(evidence.mode).toBe('evidence')
    evidence.close()
    // With the old roots put back too, in place of ours, there is still no way to the new records.
    asAttacker(restored, (db) => {
      db.exec('DELETE FROM certificate WHERE sequence = (SELECT max(sequence) FROM certificate)')
    })
    const old = await openVault(restored, testContext(), {}, leaver)
    expect(old.mode).toBe('evidence')
    expect([...old.records()]).toEqual([])
  })
})

describe('a malicious schema', () => {
  it.each([
    ['a trigger', 'CREATE TRIGGER steal AFTER INSERT ON audit BEGIN DELETE FROM record; END'],
    ['a view', 'CREATE VIEW more AS SELECT * FROM record'],
    [
      'a view in the place of a table',
      'ALTER TABLE record RENAME TO hidden; CREATE VIEW record AS SELECT * FROM hidden',
    ],
    ['an index', 'CREATE INDEX slow ON record (length(overview))'],
    ['one more table', 'CREATE TABLE extra (a)'],
    ['one more column', 'ALTER TABLE record ADD COLUMN extra BLOB'],
    ['statistics', 'ANALYZE'],
    ['a missing table', 'DROP TABLE attachment_chunk'],
    [
      'a generated column',
      'ALTER TABLE head ADD COLUMN g INTEGER GENERATED ALWAYS AS (abs(-1)) VIRTUAL',
    ],
  ])('with %s is not opened', async (_, sql) => {
    const { path, context } = await closedVault()
    asAttacker(path, (db) => db.exec(sql))
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('schema-altered'))
    expect(() => Vault.inspect(path)).toThrow(rejectedWith('schema-altered'))
  })

  it('that does not parse is not opened', async () => {
    const { path, context } = await closedVault()
    asAttacker(path, (db) => {
      db.pragma('writable_schema = ON')
      db.exec("UPDATE sqlite_schema SET sql = 'CREATE TABLE record (' WHERE name = 'record'")
    })
    await expect(openVault(path, context)).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(vault-damaged|schema-altered)$/) }),
    )
  })

  it('whose tables share their pages is not opened', async () => {
    const { path, context } = await closedVault()
    asAttacker(path, (db) => {
      db.pragma('writable_schema = ON')
      db.exec(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'attachment') WHERE name = 'record'",
      )
    })
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('vault-damaged'))
  })

  it('in write-ahead mode is not opened', async () => {
    const { path, context } = await closedVault()
    asAttacker(path, (db) => db.pragma('journal_mode = WAL'))
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('schema-altered'))
  })
})

describe('a file that is not right', () => {
  it('is refused with its own reason', async () => {
    const { path, context } = await closedVault()
    const nothing = `${path}.nothing`
    await expect(openVault(nothing, context)).rejects.toThrow(rejectedWith('file-not-found'))
    for (const [name, bytes] of [
      ['empty', Buffer.alloc(0)],
      ['text', Buffer.from('备案号,密码\n'.repeat(50))],
      ['random', randomBytes(20_000)],
    ] as const) {
      const file = `${path}.${name}`
      writeFileSync(file, bytes)
      await expect(openVault(file, context)).rejects.toThrow(rejectedWith('not-a-vault'))
      expect(() => Vault.inspect(file)).toThrow(rejectedWith('not-a-vault'))
    }
    const database = `${path}.database`
    asAttacker(database, (db) => db.exec('CREATE TABLE a (b)'))
    await expect(openVault(database, context)).rejects.toThrow(rejectedWith('not-a-vault'))
    const newer = copyOf(path, 'newer')
    asAttacker(newer, (db) => db.pragma('user_version = 2'))
    await expect(openVault(newer, context)).rejects.toThrow(rejectedWith('newer-format'))
  })

  it('is damaged when it is cut short or its pages are overwritten', async () => {
    const { path, context } = await closedVault()
    const size = readFileSync(path).length
    for (const keep of [8192, size - 8192, size - 100]) {
      const cut = copyOf(path, 'cut')
      truncateSync(cut, keep)
      await expect(openVault(cut, context)).rejects.toThrow(rejectedWith('vault-damaged'))
    }
    let answers = 0
    for (let page = 1; page < size / 8192; page++) {
      const broken = copyOf(path, 'broken')
      const bytes = readFileSync(broken)
      randomBytes(8192).copy(bytes, page * 8192)
      writeFileSync(broken, bytes)
      const answer = await Vault.open(broken, byPassphrase(), {}, testContext()).then(
        (vault) => {
          vault.close()
          return vault.mode
        },
        (error: { code: string }) => error.code,
      )
      expect(answer).toMatch(
        /^(evidence|vault-damaged|schema-altered|wrong-passphrase|kdf-parameters-refused)$/,
      )
      answers++
    }
    expect(answers).toBeGreaterThan(5)
  })

  it('is noticed with any one bit of it flipped', async () => {
    const { path } = await closedVault()
    const original = readFileSync(path)
    const unseen: number[] = []
    for (let round = 0; round < 150; round++) {
      const at = Math.floor(Math.random() * original.length)
      const bytes = Buffer.from(original)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8))
      const file = `${path}.flip`
      writeFileSync(file, bytes)
      const vault = await Vault.open(file, byPassphrase(), {}, testContext()).catch(
        (error: Error) => {
          expect(error.name).toBe('VaultError')
        },
      )
      if (vault?.mode === 'normal') {
        // Free space and SQLite's own counters carry nothing of the vault's.
        const isSame = [...vault.records()].length === 2
        if (!isSame || vault.findings.some((finding) => finding.code !== 'anchor-missing'))
          unseen.push(at)
      }
      vault?.close()
    }
    expect(unseen).toEqual([])
  })
})

describe('a vault that is open', () => {
  it('is not opened a second time, and says who has it', async () => {
    const { vault, path, context } = await createVault()
    const attempt = openVault(path, context)
    await expect(attempt).rejects.toThrow(rejectedWith('opened-elsewhere'))
    await expect(attempt).rejects.toMatchObject({
      facts: { host: 'workstation', user: 'lin', pid: 4242 },
    })
    expect(() => Vault.inspect(path)).toThrow(rejectedWith('opened-elsewhere'))
    vault.close()
    await openVault(path, context)
  })

  it('does not build on rows that somebody exchanged under it', async () => {
    const { path, context, record } = await closedVault()
    const { openVaultFile } = await import('../../../electron/vault/open.ts')
    const { core } = await openVaultFile(path, byPassphrase(), {}, context)
    const again = { ...record, overview: { later: true } }
    const damaged = rejectedWith('vault-damaged')
    // What another program writes past our lock, seen through the same connection.
    for (const [harm, undo] of [
      [
        'UPDATE record SET secret_revision = secret_revision + 1',
        'UPDATE record SET secret_revision = secret_revision - 1',
      ],
      ['UPDATE record SET revision = revision - 1', 'UPDATE record SET revision = revision + 1'],
    ] as const) {
      core.db.exec(harm)
      expect(() => readRow(core, record.id)).toThrow(damaged)
      expect(() =>
        transact(core, [entry()], (draft) => {
          for (const _ of applyChanges(core, draft, [again]));
        }),
      ).toThrow(damaged)
      expect(() => [...readOverviews(core)]).toThrow(damaged)
      core.db.exec(undo)
    }
    core.db.exec('UPDATE slot SET pin = zeroblob(10)')
    expect(() => readSlots(core)).toThrow(damaged)
    await expect(
      startGeneration(core, { keepSlots: () => true, reason: 'x' }, () => Promise.resolve(false)),
    ).rejects.toThrow(damaged)
    core.db.exec("INSERT INTO attachment_chunk VALUES (zeroblob(16), 0, x'00')")
    expect(() => listAttachments(core)).toThrow(damaged)
    core.db.exec('DELETE FROM audit WHERE sequence = 2')
    expect(() => readAudit(core, { limit: 100 })).toThrow(damaged)
    core.db.close()
  })

  it('refuses to make a vault where a file is', async () => {
    const { path, context } = await closedVault()
    const before = readFileSync(path)
    const options = {
      passphrase: bytesOf('another one'),
      custodianName: '李',
      kdf: { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 },
    }
    await expect(Vault.create(path, options, context)).rejects.toThrow(rejectedWith('vault-exists'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
