import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Vault } from '../../../electron/vault/vault.ts'
import { type Reading, readVault } from '../../reader/reading.ts'
import { bytesOf } from '../../support/vault.ts'
import { type LivedInVault, makeLivedInVault, PASSPHRASE } from './lived-in-vault.ts'

describe('a reader written from docs/format.md alone', () => {
  let made: LivedInVault
  let vault: Vault
  let reading: Reading
  let readingByPassphrase: Reading

  beforeAll(async () => {
    made = await makeLivedInVault()
    const kit = { kind: 'recovery-kit', code: made.kitCode } as const
    // Read-only, so that the file stays as it is while both look at it.
    vault = await Vault.open(made.path, kit, { readOnly: true }, made.context)
    reading = readVault(made.path, kit, { bytes: made.anchor })
    const passphrase = bytesOf(PASSPHRASE)
    readingByPassphrase = readVault(made.path, { kind: 'passphrase', passphrase })
  }, 60_000)

  afterAll(() => {
    vault.close()
    rmSync(path.dirname(made.path), { recursive: true, force: true })
  })

  it('finds that every promise of the document holds', () => {
    expect(reading.checks.filter((check) => !check.holds)).toEqual([])
    expect(readingByPassphrase.checks.filter((check) => !check.holds)).toEqual([])
    expect(reading.checks.map((check) => check.name)).toEqual(
      expect.arrayContaining([
        'head MAC',
        'not older than the anchor',
        'certificates are those the anchor saw',
        'not forked from the anchor',
      ]),
    )
  })

  it('agrees on the vault, its revision and its check words’ state', () => {
    expect(vault.mode).toBe('read-only')
    expect(vault.findings).toEqual([])
    expect(reading.vaultId).toBe(vault.vaultIdHex)
    expect(reading.revision).toBe(vault.revision)
    expect(reading.generation).toBe(2)
    expect(reading.checkWords).toEqual(vault.checkWords())
  })

  it('agrees on every overview, revision and secret', () => {
    const ours = [...vault.records()].map((record) => ({
      id: record.id,
      revision: record.revision,
      overview: record.overview,
      secret: vault.peekSecret(record.id) ?? null,
    }))
    const theirs = reading.records.map(({ id, revision, overview, secret }) => ({
      id,
      revision,
      overview,
      secret,
    }))
    expect(theirs).toEqual(ours)
    expect(theirs).toHaveLength(9)
    expect(theirs.filter((record) => record.secret !== null)).not.toHaveLength(0)
  })

  it('agrees on every attachment, byte by byte', () => {
    const ours = vault.attachments()
    const theirs = reading.attachments.map(({ id, manifest }) => ({
      id,
      ownerId: manifest?.ownerId,
      name: manifest?.name,
      mediaType: manifest?.mediaType,
      sizeBytes: manifest?.sizeBytes,
      createdAt: manifest?.createdAt,
    }))
    expect(theirs).toEqual(ours)
    const contents = new Map(reading.attachments.map(({ id, content }) => [id, content]))
    expect(contents).toEqual(new Map([...made.attachmentContents].sort()))
  })

  it('agrees on every entry of the trail and what each changed', () => {
    const ours = vault.audit({ limit: 10_000 }).reverse()
    const theirs = reading.audit.map(({ sequence, vaultRevision, changes, json }) => ({
      ...json,
      sequence,
      revision: vaultRevision,
      changes,
    }))
    expect(theirs).toEqual(ours)
    expect(vault.verifyAudit()).toEqual({ entries: theirs.length })
    expect(theirs.length).toBeGreaterThan(128)
  })

  it('agrees on every slot', () => {
    const kinds = {
      passphrase: 1,
      'recovery-kit': 2,
      'os-keychain': 3,
      'next-custodian': 4,
      unknown: 0,
    }
    const ours = vault.slots().map((slot) => ({
      id: slot.id,
      kind: kinds[slot.kind],
      custodianId: slot.custodianId,
      label: {
        label: slot.label,
        custodianName: slot.custodianName,
        createdAt: slot.createdAt,
      },
    }))
    expect(reading.slots).toEqual(ours)
    expect(reading.openedBy.custodianId).toBe(vault.custodianId)
  })

  it('opens the same by a passphrase and by a recovery kit', () => {
    const { openedBy: byKit, checks: _, ...fromKit } = reading
    const { openedBy, checks: __, ...fromPassphrase } = readingByPassphrase
    expect(fromPassphrase).toEqual(fromKit)
    expect(openedBy.kdf).toEqual({ opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 })
    expect(openedBy.slotId).not.toBe(byKit.slotId)
  })

  it('reads an older generation of the file with the kit of its time', () => {
    const kit = { kind: 'recovery-kit', code: made.kitCode } as const
    const older = readVault(made.olderPath, kit)
    expect(older.generation).toBe(1)
    expect(older.checks.filter((check) => !check.holds)).toEqual([])
    expect(older.certificates).toHaveLength(reading.certificates.length - 1)
  })

  it('is also a command that prints what it opened and each check', () => {
    const command = path.resolve(import.meta.dirname, '../../reader/read-vault.ts')
    const run = (input: string, ...flags: string[]) =>
      spawnSync(process.execPath, [command, made.path, '--kit-stdin', ...flags], {
        input,
        encoding: 'utf8',
      })
    const printed = run(`${made.kitCode}\n`)
    expect(printed.status).toBe(0)
    expect(printed.stdout).toMatch(/^✓ head MAC$/m)
    expect(printed.stdout).not.toMatch(/✗/)
    const json: unknown = JSON.parse(run(made.kitCode, '--json').stdout)
    expect(json).toMatchObject({ vaultId: vault.vaultIdHex, checkWords: vault.checkWords() })
    const refused = run('00000-00000')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/^✗ refused \(bad-recovery-code\)/)
  })
})
