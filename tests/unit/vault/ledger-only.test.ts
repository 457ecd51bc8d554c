import { describe, expect, it, vi } from 'vitest'
import {
  isSuccessor,
  issueCertificate,
  nameCustodians,
} from '../../../electron/vault/certificate.ts'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { hash } from '../../../electron/vault/hash.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { deriveGenerationKeys, makeRoots } from '../../../electron/vault/root-keys.ts'
import { signingKeyOf } from '../../../electron/vault/signature.ts'
import { addCertificate } from '../../../electron/vault/slots.ts'
import { transact } from '../../../electron/vault/transaction.ts'
import type { Unlock, Vault, VaultContext } from '../../../electron/vault/vault.ts'
import { CHEAP, invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  openVault,
  someRecord,
  temporaryFolder,
} from '../../support/vault.ts'
import { asAttacker, copyOf } from '../../support/vault-attack.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const DAY_MS = 86_400_000
const paper = { ownerId: '11'.repeat(16), name: 'a.pdf', mediaType: 'application/pdf' }

function rejectedWith(code: string) {
  return expect.objectContaining({ name: 'VaultError', code })
}

async function* content() {
  yield new Uint8Array(10)
}

/** A vault with a record, a paper, an auditor and a keychain slot. */
async function vaultWithReaders() {
  const { vault, path, context } = await createVault()
  const record = someRecord(1)
  vault.write([record], [entry()])
  const { id: paperId } = await vault.writeAttachment(paper, content(), [entry()])
  const { local } = await invite(vault, context, 'ledger', '郑审计')
  const expiresAt = context.now() + DAY_MS
  const { slotKey } = vault.addKeychainSlot({ label: '办公电脑', expiresAt })
  vault.close()
  const auditor = await join(path, local, context)
  auditor.close()
  const unlocks: Record<string, Unlock> = {
    'an auditor': byPassphrase(JOINER_PASSPHRASE),
    'the keychain': { kind: 'keychain', slotKey },
  }
  return { path, context, record, paperId, unlocks, slotKey }
}

const READERS = ['an auditor', 'the keychain']

describe.each(READERS)('a vault opened by %s', (who) => {
  async function opened() {
    const given = await vaultWithReaders()
    const unlock = given.unlocks[who]
    if (unlock === undefined) throw new Error('nobody')
    const vault = await openVault(given.path, given.context, {}, unlock)
    expect(vault.findings).toEqual([])
    expect(vault.mode).toBe('normal')
    return { ...given, vault, unlock }
  }

  it('shows the ledger and who is there, and tells that it is for the ledger only', async () => {
    const { vault, record } = await opened()
    expect([...vault.records()].map(({ overview }) => overview)).toEqual([record.overview])
    expect(vault.self.scope).toBe('ledger')
    expect(vault.slots().map(({ kind, scope }) => `${kind} ${scope}`)).toEqual(
      expect.arrayContaining(['passphrase all', 'passphrase ledger', 'os-keychain ledger']),
    )
    expect(vault.checkWords()).toHaveLength(8)
    expect(vault.attachments()).toEqual([])
  })

  it('gives out no secret and no paper, and writes nothing but the trail', async () => {
    const { vault, record, paperId } = await opened()
    const { revision } = vault
    const only = rejectedWith('ledger-only')
    expect(() => vault.readSecret(record.id, entry())).toThrow(only)
    expect(() => vault.peekSecret(record.id)).toThrow(only)
    expect(() => vault.write([someRecord(2)], [entry()])).toThrow(only)
    await expect(vault.writeMany([someRecord(2)], [entry()])).rejects.toThrow(only)
    await expect(vault.writeAttachment(paper, content(), [entry()])).rejects.toThrow(only)
    expect(() => vault.deleteAttachment(paperId, [entry()])).toThrow(only)
    const reading = vault.readAttachment(paperId, entry())
    await expect(reading.next()).rejects.toThrow(only)
    expect(() => vault.prepareRecoveryKit()).toThrow(only)
    const plan = { threshold: 2, shares: 2, holders: ['甲', '乙'] } as const
    expect(() => vault.prepareSplitKit(plan)).toThrow(only)
    const later = { label: '别的电脑', expiresAt: Number.MAX_SAFE_INTEGER }
    expect(() => vault.addKeychainSlot(later)).toThrow(only)
    expect(() => vault.removeSlots([], 'x')).toThrow(only)
    await expect(vault.rekey({ keepSlots: () => true, reason: 'x' })).rejects.toThrow(only)
    expect(() => vault.sign(bytesOf('x'))).toThrow(only)
    const folder = temporaryFolder()
    await expect(vault.backUp({ folder, nameOf: () => 'a.beian' })).rejects.toThrow(only)
    expect(vault.revision).toBe(revision)
    vault.appendAudit([entry('test.seen')])
    expect(vault.audit({ limit: 1 })).toMatchObject([{ action: 'test.seen' }])
  })

  it('signs the end of the trail like any other, and takes in what failed before', async () => {
    const { vault, path, context, unlock } = await opened()
    vault.close()
    await expect(openVault(path, context, {}, byPassphrase('wrong'))).rejects.toThrow(
      rejectedWith('wrong-passphrase'),
    )
    const again = await openVault(path, context, {}, unlock)
    const actions = again.audit({ limit: 20 }).map((row) => row.action)
    expect(actions.filter((action) => action === 'audit.checkpoint').length).toBeGreaterThan(1)
    expect(actions).toContain('vault.unlock-failed')
    const [unlocked] = again.audit({ limit: 20 }).filter((row) => row.action === 'vault.unlocked')
    expect(unlocked?.facts).toMatchObject({ scope: 'ledger', slotId: again.self.slotId })
    again.verifyAudit()
    again.close()
    expect((await openVault(path, context)).findings).toEqual([])
  })

  it('opens as before after a re-key by a custodian, still without the secrets', async () => {
    const { vault, path, context, unlock, record } = await opened()
    vault.close()
    const custodian = await openVault(path, context)
    await custodian.rekey({ keepSlots: () => true, reason: '年度' })
    custodian.close()
    const again = await openVault(path, context, {}, unlock)
    expect(again.findings).toEqual([])
    expect(again.generation).toBe(2)
    expect([...again.records()]).toHaveLength(1)
    expect(() => again.peekSecret(record.id)).toThrow(rejectedWith('ledger-only'))
  })

  it('opens nothing of the file after a re-key that left it out', async () => {
    const { vault, path, context, unlock } = await opened()
    const { slotId } = vault.self
    vault.close()
    const older = copyOf(path, 'older')
    const custodian = await openVault(path, context)
    await custodian.rekey({ keepSlots: ({ id }) => id !== slotId, reason: '离职' })
    custodian.close()
    const code = unlock.kind === 'keychain' ? 'wrong-keychain-key' : 'wrong-passphrase'
    await expect(openVault(path, context, {}, unlock)).rejects.toThrow(rejectedWith(code))
    asAttacker(path, (db) => {
      db.exec(`ATTACH '${older}' AS older`)
      db.exec(`INSERT INTO main.slot SELECT * FROM older.slot WHERE id = x'${slotId}'`)
    })
    await expect(openVault(path, context, {}, unlock)).rejects.toThrow(rejectedWith(code))
    expect((await openVault(path, context)).mode).toBe('evidence')
  })

  it('cannot have its slot made into one that opens everything', async () => {
    const { vault, path, context, unlock } = await opened()
    const { slotId } = vault.self
    vault.close()
    asAttacker(path, (db) => db.exec(`UPDATE slot SET kind = 1 WHERE id = x'${slotId}'`))
    await expect(openVault(path, context, {}, unlock)).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^wrong-/) }),
    )
    expect((await openVault(path, context)).mode).toBe('evidence')
  })
})

/** The vault's insides, opened by an auditor with a program of their own. */
async function asAuditor() {
  const { path, context } = await vaultWithReaders()
  const unlock = byPassphrase(JOINER_PASSPHRASE)
  const { core } = await openVaultFile(path, unlock, {}, context)
  return { path, context, core }
}

async function verdict(path: string, context: VaultContext): Promise<string[]> {
  const vault: Vault = await openVault(path, context)
  expect(vault.mode).toBe('evidence')
  return vault.findings.map((finding) => finding.code)
}

describe('an auditor who writes the file with the ledger root', () => {
  it('cannot let anybody in, nor put anybody out', async () => {
    const { path, context, core } = await asAuditor()
    const { certificate } = core.state
    const [first] = certificate.members
    if (first === undefined) throw new Error('nobody')
    const friend = { ...first, slotId: new Uint8Array(16).fill(255), kind: 1 }
    transact(core, [entry()], (draft) => {
      addCertificate(core, draft, { ...certificate, members: [...certificate.members, friend] })
    })
    closeDatabase(core.db)
    expect(await verdict(path, context)).toContain('generation-invalid')
  })

  it('cannot start a generation of their own', async () => {
    const { path, context, core } = await asAuditor()
    const { ledgerCommitment, secretCommitment } = deriveGenerationKeys(makeRoots())
    const { members } = core.state.certificate
    transact(core, [entry()], (draft) => {
      const next = { generation: 2, ledgerCommitment, secretCommitment, members }
      addCertificate(core, draft, next)
    })
    closeDatabase(core.db)
    expect(await verdict(path, context)).toContain('generation-invalid')
  })

  it('may give their own slot new keys by a certificate, and nothing else', async () => {
    const { core } = await asAuditor()
    const { vaultId, state, self } = core
    const previous = state.certificate
    const seed = new Uint8Array(32).fill(9)
    const renewed = { signingKey: signingKeyOf(seed), publicKeyDigest: hash(seed) }
    const isOwn = (id: Uint8Array) => Buffer.compare(id, self.slotId) === 0
    const named = new Set<string>()
    nameCustodians(named, previous)
    const issue = (change: (member: (typeof previous.members)[number]) => object | undefined) =>
      isSuccessor(
        previous,
        issueCertificate(
          {
            ...previous,
            vaultId,
            previous,
            signerSlotId: self.slotId,
            members: previous.members.flatMap((member) => {
              const changed = change(member)
              return changed === undefined ? [] : [{ ...member, ...changed }]
            }),
          },
          self.signingSeed,
        ),
        named,
      )
    expect(issue((one) => (isOwn(one.slotId) ? renewed : {}))).toBe(true)
    expect(issue((one) => (isOwn(one.slotId) ? { ...renewed, kind: 1 } : {}))).toBe(false)
    expect(issue((one) => (isOwn(one.slotId) ? { ...renewed, kind: 2 } : {}))).toBe(false)
    const other = { custodianId: new Uint8Array(16) }
    expect(issue((one) => (isOwn(one.slotId) ? other : {}))).toBe(false)
    expect(issue((one) => (isOwn(one.slotId) ? {} : renewed))).toBe(false)
    expect(issue((one) => (isOwn(one.slotId) ? {} : undefined))).toBe(false)
    expect(issue((one) => (isOwn(one.slotId) ? undefined : {}))).toBe(false)
    closeDatabase(core.db)
  })

  it('can change their own passphrase', async () => {
    const { path, context } = await vaultWithReaders()
    const auditor = await openVault(path, context, {}, byPassphrase(JOINER_PASSPHRASE))
    await auditor.changePassphrase(bytesOf(JOINER_PASSPHRASE), bytesOf('新的 口令 river'), CHEAP)
    auditor.close()
    const again = await openVault(path, context, {}, byPassphrase('新的 口令 river'))
    expect(again.findings).toEqual([])
    expect(again.self).toMatchObject({ scope: 'ledger', custodianName: '郑审计' })
    again.close()
    expect((await openVault(path, context)).findings).toEqual([])
  })
})

describe('the key of a keychain', () => {
  it('opens nothing after its time, and is left out of a re-key then', async () => {
    const { path, context, slotKey } = await vaultWithReaders()
    const later = { ...context, now: () => context.now() + 2 * DAY_MS }
    const unlock = { kind: 'keychain', slotKey } as const
    await expect(openVault(path, later, {}, unlock)).rejects.toThrow(
      rejectedWith('keychain-expired'),
    )
    const custodian = await openVault(path, later)
    await custodian.rekey({ keepSlots: () => true, reason: '年度' })
    expect(custodian.slots().map((slot) => slot.kind)).not.toContain('os-keychain')
    custodian.close()
    await expect(openVault(path, context, {}, unlock)).rejects.toThrow(
      rejectedWith('wrong-keychain-key'),
    )
  })

  it('is replaced by a new one of the same machine, and ends when its slot is removed', async () => {
    const { path, context, slotKey } = await vaultWithReaders()
    const custodian = await openVault(path, context)
    const expiresAt = context.now() + DAY_MS
    const next = custodian.addKeychainSlot({ label: '办公电脑', expiresAt })
    const other = custodian.addKeychainSlot({ label: '家里电脑', expiresAt })
    expect(custodian.slots().filter((slot) => slot.kind === 'os-keychain')).toHaveLength(2)
    custodian.removeSlots([other.slotId], '电脑已报废')
    const [own] = custodian.slots().filter((slot) => slot.kind === 'passphrase')
    expect(() => custodian.removeSlots([own?.id ?? ''], 'x')).toThrow(rejectedWith('refused'))
    expect(() => custodian.removeSlots(['00'.repeat(16)], 'x')).toThrow(
      rejectedWith('record-not-found'),
    )
    expect(() => custodian.addKeychainSlot({ label: 'x', expiresAt: 1 })).toThrow(
      rejectedWith('invalid-value'),
    )
    custodian.close()
    for (const gone of [slotKey, other.slotKey]) {
      await expect(
        openVault(path, context, {}, { kind: 'keychain', slotKey: gone }),
      ).rejects.toThrow(rejectedWith('wrong-keychain-key'))
    }
    const again = await openVault(path, context, {}, { kind: 'keychain', slotKey: next.slotKey })
    expect(again.findings).toEqual([])
    expect(again.failedUnlocksBefore).toBe(0)
  })
})
